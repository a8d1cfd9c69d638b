import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { DrawingRecord } from '../domain/drawing'
import { DRAWING_LIMITS } from '../domain/drawing'
import type { DrawingId, MemberId, SectionId } from '../domain/ids'
import { barriersAndProposals } from '../templates/barriers-and-proposals'
import { openCopies } from '../testing/copies'
import { pick, seeded, seedsToRun } from '../testing/random'
import { revert } from './change'
import { addDrawing, deleteDrawings, describeDrawings, drawingText, moveDrawings } from './drawings'
import { addNote, putBack } from './edits'
import { fillCanvas } from './new-canvas'
import { openCanvasReader, readCanvas } from './projection'
import { rootOf } from './roots'

const amina = { member: 'amina000' as MemberId, side: 'central', now: 1 } as const
const jon = { member: 'jon00000' as MemberId, side: 'local', now: 2 } as const
const LINE: DrawingRecord = { v: 1, kind: 'pen', points: [0, 0, 40, 10, 90, 0], colour: 'ink', size: 'medium' }

function openCanvas(people = 1) {
  const { documents, settle } = openCopies(people)
  const [first] = documents
  const [template] = barriersAndProposals.canvases
  if (!first || !template) throw new Error('nobody here')
  const [barriers, proposals] = fillCanvas(first, template) as [SectionId, SectionId]
  settle()
  const draw = (document: Y.Doc, place = { in: barriers, x: 10, y: 20 }, author: typeof amina | typeof jon = amina) =>
    addDrawing(document, { record: LINE, place, author })
  return { documents, document: first, settle, barriers, proposals, draw }
}

describe('drawings', () => {
  test('[B42] a drawing deleted is in the bin, and put back where it was', () => {
    const { document, barriers, draw } = openCanvas()
    const { id } = draw(document)
    describeDrawings(document, [id], 'How a bid goes round')
    deleteDrawings(document, [id], 7)
    expect(readCanvas(document)).toMatchObject({
      drawings: [],
      bin: [{ is: 'drawing', id, kind: 'pen', text: 'How a bid goes round', at: 7 }],
    })
    putBack(document, { is: 'drawing', id })
    expect(readCanvas(document).drawings).toMatchObject([{ id, section: barriers, at: { x: 10, y: 20 } }])
  })

  test('[B42] every edit is taken back as it was made, and one that somebody overtook stays', () => {
    const { documents, settle, draw, barriers } = openCanvas(2)
    const [mine, theirs] = documents as [Y.Doc, Y.Doc]
    const drawn = draw(mine)
    const described = describeDrawings(mine, [drawn.id], 'A map')
    expect(revert(mine, described).ok).toBe(true)
    expect(readCanvas(mine).drawings[0]?.description).toBe('')
    settle()
    moveDrawings(theirs, [{ id: drawn.id, place: { in: barriers, x: 200, y: 20 } }])
    settle()
    expect(revert(mine, drawn.edit)).toMatchObject({ ok: false, overtaken: { key: 'place' } })
  })

  test('two people typing in one drawn text keep both their words', () => {
    const { documents, settle, barriers } = openCanvas(2)
    const [mine, theirs] = documents as [Y.Doc, Y.Doc]
    const record = { ...LINE, kind: 'text', points: [] } as const
    const { id } = addDrawing(mine, { record, place: { in: barriers, x: 0, y: 0 }, author: amina })
    settle()
    drawingText(mine, id)?.insert(0, 'money ')
    drawingText(theirs, id)?.insert(0, 'late ')
    settle()
    for (const words of ['money', 'late']) expect(readCanvas(mine).drawings[0]?.text).toContain(words)
  })

  test('[B44] what is drawn in a section comes in its order, and what lies outside comes last', () => {
    const { document, barriers, proposals } = openCanvas()
    const at = (section: SectionId | null, y: number) =>
      addDrawing(document, { record: LINE, place: { in: section, x: 0, y }, author: amina }).id
    const [outside, second, late, early] = [at(null, 0), at(proposals, 5), at(barriers, 90), at(barriers, 10)]
    expect(readCanvas(document).drawings.map(({ id }) => id)).toEqual([early, late, second, outside])
  })

  test('one stroke makes one reading, and a note read before it is not read again', () => {
    const { document, draw, barriers } = openCanvas()
    addNote(document, { text: 'one', spot: { in: barriers, after: null, before: null }, author: amina })
    const reader = openCanvasReader(document)
    let told = 0
    reader.subscribe(() => (told += 1))
    draw(document)
    expect([told, reader.view().drawings.length]).toEqual([1, 1])
    reader.close()
  })
})

test.each(seedsToRun())('[P2] read change by change, drawings are as in a fresh reading (seed %i)', (seed) => {
  const random = seeded(seed)
  const { document, barriers, proposals, draw } = openCanvas()
  const reader = openCanvasReader(document)
  const section = () => pick(random, [barriers, proposals, null, 'gone' as SectionId]) ?? null
  const known = () => [...readCanvas(document).drawings, ...readCanvas(document).bin].map(({ id }) => id as DrawingId)
  const acts = [
    () => draw(document, { in: section() as SectionId, x: Math.floor(random() * 99), y: Math.floor(random() * 9) }),
    (id?: DrawingId) =>
      id && moveDrawings(document, [{ id, place: { in: section(), x: 5, y: Math.floor(random() * 9) } }]),
    (id?: DrawingId) => id && deleteDrawings(document, [id], Math.floor(random() * 99)),
    (id?: DrawingId) => id && putBack(document, { is: 'drawing', id }),
    (id?: DrawingId) => id && describeDrawings(document, [id], `words ${random()}`),
    () => rootOf(document, 'drawings').set('bad', item({ record: LINE, place: pick(random, [place, 'nowhere']) })),
    () =>
      rootOf(document, 'sections')
        .get(proposals)
        ?.set('frame', { x: 0, y: random() * 900, w: 500, h: 300 }),
  ]
  for (let step = 0; step < 60; step += 1) {
    pick(random, acts)?.(pick(random, known()))
    expect(reader.view()).toEqual(readCanvas(document))
  }
  const before = reader.view()
  addNote(document, { text: 'one', spot: { in: barriers, after: null, before: null }, author: amina })
  expect(reader.view().drawings, '[P1] what a note does leaves them alone').toBe(before.drawings)
  reader.close()
})

const item = (fields: object) => new Y.Map<unknown>(Object.entries(fields))
const place = { in: null, x: 0, y: 0 }

describe('[B41] what is no drawing is left out and counted, and everything else is there', () => {
  test.each<[string, unknown]>([
    ['an unknown kind', { ...LINE, kind: 'video' }],
    ['another version', { ...LINE, v: 2 }],
    ['no numbers', { ...LINE, points: ['0', '0'] }],
    ['NaN', { ...LINE, points: [0, Number.NaN] }],
    ['without end', { ...LINE, points: [0, Number.POSITIVE_INFINITY] }],
    ['far away', { ...LINE, points: [0, 0, 1e9, 1e9] }],
    ['half a point', { ...LINE, points: [1, 2, 3] }],
    ['100,000 points', { ...LINE, points: Array.from({ length: 200_000 }, () => 1) }],
    ['something more', { ...LINE, src: 'https://example.org/tracker.png' }],
    ['tldraw’s own record', { typeName: 'shape', type: 'embed', props: { url: 'https://example.org' } }],
    ['nothing', undefined],
  ])('%s', (_name, record) => {
    const { document, draw } = openCanvas()
    const { id } = draw(document)
    rootOf(document, 'drawings').set('bad', item({ record, place, description: '' }))
    const view = readCanvas(document)
    expect(view.drawings.map((drawing) => drawing.id)).toEqual([id])
    expect(view.leftOut).toBe(1)
  })

  test('a place in a row of others, a place that is none, and no map at all', () => {
    const { document } = openCanvas()
    const drawings = rootOf(document, 'drawings')
    drawings.set('flowing', item({ record: LINE, place: { in: 'x', order: 'a0' } }))
    drawings.set('nowhere', item({ record: LINE, place: { in: null, x: Number.NaN, y: 0 } }))
    ;(drawings as unknown as Y.Map<unknown>).set('garbage', 7)
    expect(readCanvas(document)).toMatchObject({ drawings: [], leftOut: 3 })
  })

  test('colours, sizes and descriptions nobody knows become the usual ones', () => {
    const { document } = openCanvas()
    const record = { ...LINE, colour: 'url(#x)', size: 900 }
    const description = 'x'.repeat(DRAWING_LIMITS.description + 1)
    rootOf(document, 'drawings').set('odd', item({ record, place, description }))
    expect(readCanvas(document).drawings).toMatchObject([
      { id: 'odd' as DrawingId, description: '', record: { colour: 'ink', size: 'medium' } },
    ])
  })
})
