import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allClusters, allNotes, type Frame } from '../domain/canvas-view'
import { layoutCanvas, readingOrder } from './canvas-layout'
import { NOTE, NOTE_TEXT } from './sizes'
import { aCanvas, aCluster, aNote, anyCanvas, aSection } from './testing/canvases'
import { textWidth } from './wrap-text'

const RUNS = { seed: 20_260_304, numRuns: 150 }
const flowing = anyCanvas({ free: false })
const anywhere = anyCanvas({ free: true })

const overlap = (a: Frame, b: Frame) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
const inside = (outer: Frame, inner: Frame) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h

function overlapping(boxes: readonly (Frame & { id: string })[]): string[] {
  return boxes.flatMap((a, i) => boxes.slice(i + 1).flatMap((b) => (overlap(a, b) ? [`${a.id} over ${b.id}`] : [])))
}

describe('[L1] a layout is total', () => {
  test('everything on the canvas is drawn once, with finite whole numbers, in reading order', () => {
    fc.assert(
      fc.property(anywhere, (view) => {
        const layout = layoutCanvas(view)
        expect([...layout.notes.keys()]).toEqual(allNotesInOrder(view))
        expect([...layout.clusters.keys()]).toEqual(allClusters(view).map(({ id }) => id))
        for (const box of [
          ...layout.sections.values(),
          ...layout.clusters.values(),
          ...layout.notes.values(),
          layout.bounds,
        ]) {
          expect([box.x, box.y, box.w, box.h].every((n) => Number.isFinite(n) && Number.isInteger(n))).toBe(true)
          expect(box.w > 0 && box.h > 0).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('an empty canvas still has the size of a screen', () => {
    expect(layoutCanvas(aCanvas([])).bounds).toEqual({ x: 0, y: 0, w: 1600, h: 900 })
  })

  test('the same canvas is laid out alike twice, and by somebody who got it as a copy', () => {
    fc.assert(
      fc.property(anywhere, (view) => {
        expect(layoutCanvas(structuredClone(view))).toEqual(layoutCanvas(view))
      }),
      RUNS,
    )
  })
})

describe('[L2] nothing covers anything that flows', () => {
  test('sections, clusters and notes keep apart', () => {
    fc.assert(
      fc.property(flowing, (view) => {
        const layout = layoutCanvas(view)
        expect(overlapping([...layout.sections.values()])).toEqual([])
        expect(overlapping([...layout.notes.values()])).toEqual([])
        const alone = [...layout.notes.values()].filter((note) => note.cluster === null)
        expect(overlapping([...layout.clusters.values(), ...alone])).toEqual([])
      }),
      RUNS,
    )
  })

  test('every note lies in its cluster, every cluster in its section, all of it in the bounds', () => {
    fc.assert(
      fc.property(anywhere, (view) => {
        const layout = layoutCanvas(view)
        for (const note of layout.notes.values()) {
          const holder = note.cluster
            ? layout.clusters.get(note.cluster)
            : note.section && layout.sections.get(note.section)
          expect(inside(holder || layout.bounds, note)).toBe(true)
          expect(inside(layout.bounds, note)).toBe(true)
        }
        for (const cluster of layout.clusters.values()) {
          const section = cluster.section && layout.sections.get(cluster.section)
          expect(inside(section || layout.bounds, cluster)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('every line of a note fits its width, and its lines fit its height', () => {
    fc.assert(
      fc.property(flowing, (view) => {
        for (const note of layoutCanvas(view).notes.values()) {
          const text = NOTE_TEXT.find(({ name }) => name === note.text) ?? NOTE_TEXT[0]
          for (const line of note.lines) {
            const width = textWidth(line.trimEnd(), { size: text?.size ?? 0, weight: 400 })
            expect(width <= NOTE.textWidth + 1e-6 || [...line].length === 1 || /\p{M}|\u200d|\ufe0f/u.test(line)).toBe(
              true,
            )
          }
          expect(note.lines.length * (text?.line ?? 0) + NOTE.around).toBeLessThanOrEqual(note.h)
        }
      }),
      RUNS,
    )
  })
})

describe('[L3] sections keep the rows of their template', () => {
  const top = { x: 0, y: 0, w: 1600, h: 520 }
  const left = { x: 0, y: 560, w: 1040, h: 340 }
  const right = { x: 1080, y: 560, w: 520, h: 340 }

  test('with little in them they lie exactly where the template has them', () => {
    const layout = layoutCanvas(aCanvas([aSection('top', top), aSection('left', left), aSection('right', right)]))
    expect([...layout.sections.values()].map(({ x, y, w, h }) => ({ x, y, w, h }))).toEqual([top, left, right])
  })

  test('the more there is, the wider all sections are drawn, in a few steps', () => {
    const widths = (count: number) => {
      const notes = Array.from({ length: count }, (_, i) => aNote(`n${i}`))
      const layout = layoutCanvas(
        aCanvas([aSection('top', top, { notes }), aSection('left', left), aSection('right', right)]),
      )
      return [...layout.sections.values()].map(({ w }) => w)
    }
    expect(widths(28)).toEqual([1600, 1040, 520])
    expect(widths(29)).toEqual([2400, 1560, 780])
    expect(widths(66)).toEqual([2400, 1560, 780])
    expect(widths(150)).toEqual([4000, 2600, 1300])
  })

  test('a section that grows pushes the row below it down, and its neighbour grows with it', () => {
    const notes = Array.from({ length: 12 }, (_, i) =>
      aNote(`n${i}`, 'a much longer note than most of them '.repeat(12)),
    )
    const layout = layoutCanvas(
      aCanvas([
        aSection('top', top, { notes }),
        aSection('left', left, { notes: notes.map((n) => aNote(`l${n.id}`, n.text)) }),
        aSection('right', right),
      ]),
    )
    const [a, b, c] = [...layout.sections.values()]
    expect(a?.h).toBeGreaterThan(520)
    expect(b?.y).toBe((a?.h ?? 0) + 40)
    expect(c?.y).toBe(b?.y)
    expect(c?.h).toBe(b?.h)
    expect(a?.w).toBe(1600)
  })

  test('a workshop of forty notes in eight clusters still looks like a screen, not like a tower', () => {
    const clusters = Array.from({ length: 8 }, (_, c) =>
      aCluster(
        `c${c}`,
        Array.from({ length: 4 }, (_, n) => aNote(`n${c}-${n}`)),
      ),
    )
    const alone = Array.from({ length: 8 }, (_, n) => aNote(`alone${n}`))
    const { bounds } = layoutCanvas(
      aCanvas([aSection('top', top, { clusters, notes: alone }), aSection('left', left), aSection('right', right)]),
    )
    expect(bounds.w / bounds.h).toBeGreaterThan(1)
    expect(bounds.w / bounds.h).toBeLessThan(2.5)
  })
})

describe('[L4] notes in no cluster come first, then the clusters', () => {
  const wide = { x: 0, y: 0, w: 1600, h: 520 }
  test('Amina sees them at the left of the clusters', () => {
    const section = aSection('s', wide, { notes: [aNote('a'), aNote('b')], clusters: [aCluster('c', [aNote('d')])] })
    const { notes, clusters } = layoutCanvas(aCanvas([section]))
    expect(notes.get('a' as never)?.x).toBeLessThan(clusters.get('c' as never)?.x ?? 0)
    expect(notes.get('b' as never)?.x).toBeLessThan(clusters.get('c' as never)?.x ?? 0)
  })

  test('in a section too narrow for both, the clusters stand below', () => {
    const section = aSection('s', { ...wide, w: 520 }, { notes: [aNote('a')], clusters: [aCluster('c')] })
    const { notes, clusters } = layoutCanvas(aCanvas([section]))
    const note = notes.get('a' as never)
    expect(clusters.get('c' as never)?.y).toBeGreaterThanOrEqual((note?.y ?? 0) + (note?.h ?? 0))
  })

  test('a cluster that grows moves only what is under it', () => {
    const clusters = (size: number) =>
      Array.from({ length: 6 }, (_, c) =>
        aCluster(
          `c${c}`,
          Array.from({ length: c === 1 ? size : 2 }, (_, n) => aNote(`n${c}-${n}`)),
        ),
      )
    const before = layoutCanvas(aCanvas([aSection('s', wide, { clusters: clusters(2) })])).clusters
    const after = layoutCanvas(aCanvas([aSection('s', wide, { clusters: clusters(7) })])).clusters
    const stayed = [...before.values()].filter(
      (box) => after.get(box.id)?.y === box.y && after.get(box.id)?.x === box.x,
    )
    expect(stayed.map(({ id }) => id)).toEqual(['c0', 'c1', 'c2', 'c3', 'c4'])
  })
})

test('[L5] a long note shrinks twice, then grows', () => {
  const sizeOf = (text: string) =>
    layoutCanvas(aCanvas([], { clusters: [], notes: [aNote('n', text)] })).notes.get('n' as never)
  expect(sizeOf('Forms')).toMatchObject({ text: 'large', h: 84 })
  expect(sizeOf('one note of middling length '.repeat(4))).toMatchObject({ text: 'medium' })
  expect(sizeOf('a much longer note than that '.repeat(8))).toMatchObject({ text: 'small' })
  expect(sizeOf('a much longer note than that '.repeat(30))?.h).toBeGreaterThan(400)
})

test('[L6] an item put freely lies where it was put, or as near as its section allows', () => {
  const notes = [aNote('near', 'x', { at: { x: 100, y: 200 } }), aNote('far', 'x', { at: { x: 99_999, y: -50 } })]
  const view = aCanvas([aSection('s', { x: 50, y: 60, w: 800, h: 500 }, { layout: 'free', notes })])
  const layout = layoutCanvas(view)
  expect(layout.notes.get('near' as never)).toMatchObject({ x: 150, y: 260 })
  expect(layout.notes.get('far' as never)).toMatchObject({ x: 50 + 800 - 16 - NOTE.width, y: 60 + 72 })
})

test('[L7] reading order names each item once: section, its notes, its clusters each with its notes', () => {
  const section = aSection(
    's',
    { x: 0, y: 0, w: 900, h: 300 },
    { notes: [aNote('a')], clusters: [aCluster('c', [aNote('b')])] },
  )
  expect(readingOrder(aCanvas([section], { notes: [aNote('z')], clusters: [] }))).toEqual(['s', 'a', 'c', 'b', 'z'])
})

function allNotesInOrder(view: Parameters<typeof allNotes>[0]): string[] {
  const all = new Set<string>(allNotes(view).map(({ id }) => id))
  return readingOrder(view).filter((id) => all.has(id))
}

test('[B20] a folded cluster is its headline, its counts and one line; the stretch stays as it was', () => {
  const notes = Array.from({ length: 40 }, (_, index) => aNote(`n${index}`))
  const laid = (folded: boolean) =>
    layoutCanvas(
      aCanvas([aSection('s', { x: 0, y: 0, w: 1600, h: 520 }, { clusters: [aCluster('c', notes, { folded })] })]),
    )
  const [open, folded] = [laid(false), laid(true)]
  expect(folded.notes.size).toBe(0)
  expect(folded.clusters.get('c' as never)?.h).toBeLessThan(140)
  expect(folded.clusters.get('c' as never)?.fold).toBe('folded')
  expect(folded.stretch).toBe(open.stretch)
  expect(
    readingOrder(
      aCanvas([aSection('s', { x: 0, y: 0, w: 800, h: 520 }, { clusters: [aCluster('c', notes, { folded: true })] })]),
    ),
  ).toEqual(['s', 'c'])
})
