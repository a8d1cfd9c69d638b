import fc from 'fast-check'
import type { CanvasView, ClusterView, Frame, NoteView, SectionView } from '../../domain/canvas-view'
import { CLUSTER_KINDS } from '../../domain/cluster'
import type { ClusterId, NoteId, SectionId } from '../../domain/ids'
import { SIDES } from '../../domain/side'

/** Builders and random canvases for the tests of layout and drop. */
export function aNote(
  id: string,
  text = 'We fill in four grant returns with the same numbers',
  more: Partial<NoteView> = {},
): NoteView {
  return { id: id as NoteId, text, side: 'local', author: null, createdAt: 0, at: null, ...more }
}

export function aCluster(id: string, notes: NoteView[] = [], more: Partial<ClusterView> = {}): ClusterView {
  return {
    id: id as ClusterId,
    title: 'Four returns ask the same questions',
    kind: 'barrier',
    addresses: [],
    residentChange: '',
    notes,
    at: null,
    ...more,
  }
}

export function aSection(id: string, frame: Frame, more: Partial<SectionView> = {}): SectionView {
  return {
    id: id as SectionId,
    title: 'What gets in the way?',
    prompt: 'Rules, money, habits, trust. One barrier per note.',
    layout: 'flow',
    frame,
    locked: false,
    kind: 'barrier',
    parked: false,
    clusters: [],
    notes: [],
    ...more,
  }
}

export function aCanvas(sections: SectionView[], loose: CanvasView['loose'] = { clusters: [], notes: [] }): CanvasView {
  return { sections, loose, drawings: [], bin: [], leftOut: 0 }
}

const words = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.lorem({ maxCount: 40 }),
  fc.constantFrom(
    '',
    '\n\n\n',
    'x'.repeat(900),
    '水'.repeat(60),
    '👩‍👩‍👧 family',
    'ŵy i’r iâr',
    '=cmd()',
    '<b>bold</b>',
  ),
)
const anything = fc.oneof(fc.integer({ min: -3000, max: 5000 }), fc.double(), fc.constantFrom(0, -1, 1e12, Number.NaN))
const spot = fc.record({ x: anything, y: anything })
const frame = fc.oneof(
  fc.record({
    x: fc.integer({ min: 0, max: 3 }).map((column) => column * 560),
    y: fc.integer({ min: 0, max: 3 }).map((row) => row * 360),
    w: fc.constantFrom(520, 1080, 1600),
    h: fc.constantFrom(320, 340, 520),
  }),
  fc.record({ x: anything, y: anything, w: anything, h: anything }),
)

/** A canvas as anybody could have made it, and worse. Ids are unique; with `free` some items have places of their own. */
export function anyCanvas(options: { free: boolean }): fc.Arbitrary<CanvasView> {
  const at = options.free ? fc.option(spot) : fc.constant(null)
  const rarely = fc.integer({ min: 0, max: 4 }).map((dice) => dice === 0)
  const note = fc.record({ text: words, at, side: fc.option(fc.constantFrom(...SIDES)), locked: rarely })
  const cluster = fc.record({
    title: words,
    kind: fc.constantFrom(...CLUSTER_KINDS),
    residentChange: words,
    at,
    folded: rarely,
    locked: rarely,
    notes: fc.array(note, { maxLength: 7 }),
  })
  const container = { notes: fc.array(note, { maxLength: 9 }), clusters: fc.array(cluster, { maxLength: 6 }) }
  const section = fc.record({
    title: words,
    prompt: words,
    frame,
    layout: fc.constantFrom('flow', 'free'),
    ...container,
  })
  return fc.record({ sections: fc.array(section, { maxLength: 6 }), loose: fc.record(container) }).map((drawn) => {
    let next = 0
    const id = (kind: string) => `${kind}${next++}`
    const fill = (drawnContainer: typeof drawn.loose) => ({
      notes: drawnContainer.notes.map((one) => aNote(id('n'), one.text, one)),
      clusters: drawnContainer.clusters.map((one) =>
        aCluster(
          id('c'),
          one.notes.map((inner) => aNote(id('n'), inner.text, { ...inner, at: null })),
          {
            title: one.title,
            kind: one.kind,
            residentChange: one.residentChange,
            at: one.at,
            folded: one.folded,
            locked: one.locked,
          },
        ),
      ),
    })
    const sections = drawn.sections.map((one) =>
      aSection(id('s'), one.frame, {
        ...fill(one),
        title: one.title,
        prompt: one.prompt,
        layout: one.layout as 'flow' | 'free',
      }),
    )
    return aCanvas(sections, fill(drawn.loose))
  })
}
