import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allClusters, allNotes } from '../domain/canvas-view'
import type { CanvasLayout } from './boxes'
import { layoutCanvas } from './canvas-layout'
import { clusterSpotAt, dropTarget, mergeTarget, noteSpotAt, staysPut } from './spot-at'
import { aCanvas, aCluster, aNote, anyCanvas, aSection } from './testing/canvases'

const RUNS = { seed: 20_260_304, numRuns: 200 }

const notes = ['a', 'b', 'c', 'd'].map((id) => aNote(id))
const alone = ['p', 'q', 'r'].map((id) => aNote(id))
const view = aCanvas([
  aSection(
    'way',
    { x: 0, y: 0, w: 1600, h: 520 },
    { notes: alone, clusters: [aCluster('returns', notes), aCluster('empty')] },
  ),
  aSection('parked', { x: 0, y: 560, w: 1040, h: 340 }),
  aSection('free', { x: 1080, y: 560, w: 520, h: 340 }, { layout: 'free' }),
])
const layout = layoutCanvas(view)

function drop(at: { x: number; y: number }, ...moving: string[]) {
  return { point: at, corner: { x: at.x - 20, y: at.y - 20 }, moving: new Set(moving) }
}

function of(map: CanvasLayout['notes'] | CanvasLayout['clusters'] | CanvasLayout['sections'], id: string) {
  const box = map.get(id as never)
  if (!box) throw new Error(`${id} is not drawn`)
  return box
}

describe('Jon drops a note', () => {
  test('on the left half of a note in a cluster: before it', () => {
    const c = of(layout.notes, 'c')
    expect(noteSpotAt(layout, view, drop({ x: c.x + 5, y: c.y + 20 }, 'p'))).toEqual({
      in: 'returns',
      after: 'b',
      before: 'c',
    })
  })

  test('on the right half: after it', () => {
    const b = of(layout.notes, 'b')
    expect(noteSpotAt(layout, view, drop({ x: b.x + b.w - 5, y: b.y + 20 }, 'p'))).toEqual({
      in: 'returns',
      after: 'b',
      before: 'c',
    })
  })

  test('on the heading of a cluster, or below its notes: at the end', () => {
    const box = of(layout.clusters, 'returns')
    const end = { in: 'returns', after: 'd', before: null }
    expect(noteSpotAt(layout, view, drop({ x: box.x + 40, y: box.y + 20 }, 'p'))).toEqual(end)
    expect(noteSpotAt(layout, view, drop({ x: box.x + 40, y: box.y + box.h - 4 }, 'p'))).toEqual(end)
  })

  test('in an empty cluster: as its first', () => {
    const box = of(layout.clusters, 'empty')
    expect(noteSpotAt(layout, view, drop({ x: box.x + 60, y: box.y + 60 }, 'p'))).toEqual({
      in: 'empty',
      after: null,
      before: null,
    })
  })

  test('among the notes that are not sorted: between them; elsewhere in the section: at their end', () => {
    const q = of(layout.notes, 'q')
    expect(noteSpotAt(layout, view, drop({ x: q.x + 3, y: q.y + 30 }, 'a'))).toEqual({
      in: 'way',
      after: 'p',
      before: 'q',
    })
    const way = of(layout.sections, 'way')
    expect(noteSpotAt(layout, view, drop({ x: way.x + way.w - 10, y: way.y + 10 }, 'a'))).toEqual({
      in: 'way',
      after: 'r',
      before: null,
    })
  })

  test('neighbours are never the notes that move', () => {
    const b = of(layout.notes, 'b')
    expect(noteSpotAt(layout, view, drop({ x: b.x + 3, y: b.y + 10 }, 'a', 'b'))).toEqual({
      in: 'returns',
      after: null,
      before: 'c',
    })
  })

  test('in a free section: there, measured from its corner; on the bare canvas: there', () => {
    const free = of(layout.sections, 'free')
    expect(noteSpotAt(layout, view, drop({ x: free.x + 120, y: free.y + 220 }, 'a'))).toEqual({
      in: 'free',
      x: 100,
      y: 200,
    })
    expect(noteSpotAt(layout, view, drop({ x: -300, y: -100 }, 'a'))).toEqual({ in: null, x: -320, y: -120 })
  })

  test('in the gap between two sections: into the one under its middle', () => {
    const parked = of(layout.sections, 'parked')
    const gap = { point: { x: parked.x + 300, y: parked.y - 10 }, corner: { x: parked.x + 250, y: parked.y - 20 } }
    expect(noteSpotAt(layout, view, { ...gap, moving: new Set(['a']) })).toMatchObject({ in: 'parked' })
  })

  test('where it was: nothing changes', () => {
    const b = of(layout.notes, 'b')
    const spot = noteSpotAt(layout, view, drop({ x: b.x + 3, y: b.y + 10 }, 'b'))
    expect(staysPut(view, ['b'], spot)).toBe(true)
    expect(staysPut(view, ['d'], spot)).toBe(false)
    expect(staysPut(view, ['p'], spot)).toBe(false)
  })
})

describe('Amina drops a cluster', () => {
  test('at the left of the first: before it', () => {
    const box = of(layout.clusters, 'returns')
    const at = {
      point: { x: box.x + 10, y: box.y + 10 },
      corner: { x: box.x - 8, y: box.y - 4 },
      moving: new Set(['empty']),
    }
    expect(clusterSpotAt(layout, view, at)).toEqual({ in: 'way', after: null, before: 'returns' })
  })

  test('in another section: into its order, whatever lies under the pointer', () => {
    const parked = of(layout.sections, 'parked')
    expect(clusterSpotAt(layout, view, drop({ x: parked.x + 300, y: parked.y + 200 }, 'returns'))).toEqual({
      in: 'parked',
      after: null,
      before: null,
    })
  })

  test('where it was: nothing changes', () => {
    const box = of(layout.clusters, 'empty')
    const at = {
      point: { x: box.x + 10, y: box.y + 10 },
      corner: { x: box.x + 4, y: box.y + 4 },
      moving: new Set(['empty']),
    }
    expect(staysPut(view, ['empty'], clusterSpotAt(layout, view, at))).toBe(true)
  })
})

test('wherever anything is dropped, there is a spot, with neighbours that are there and do not move', () => {
  const point = fc.record({ x: fc.integer({ min: -500, max: 2500 }), y: fc.integer({ min: -500, max: 3000 }) })
  fc.assert(
    fc.property(anyCanvas({ free: true }), point, fc.nat(), (drawn, at, pick) => {
      const boxes = layoutCanvas(drawn)
      const all = allNotes(drawn)
      const moving = all.length > 0 ? [all[pick % all.length]?.id ?? ''] : []
      const spot = noteSpotAt(boxes, drawn, drop(at, ...moving))
      if ('x' in spot) {
        expect(Number.isFinite(spot.x + spot.y)).toBe(true)
        return
      }
      const holder = [...drawn.sections, ...allClusters(drawn)].find(({ id }) => id === spot.in)
      const there: string[] = holder?.notes.map(({ id }) => id) ?? []
      for (const neighbour of [spot.after, spot.before]) {
        if (neighbour === null) continue
        expect(there).toContain(neighbour)
        expect(moving).not.toContain(neighbour)
      }
    }),
    RUNS,
  )
})

describe('[B23] Jon lets go of a cluster on another', () => {
  const c = of(layout.notes, 'c')
  const returns = of(layout.clusters, 'returns')

  test('with the pointer on its notes: that one takes it in', () => {
    expect(mergeTarget(layout, drop({ x: c.x + 10, y: c.y + 10 }, 'empty'))?.id).toBe('returns')
  })

  test('with the pointer on its heading, or on itself: it goes into the order of the section', () => {
    const onHead = drop({ x: returns.x + 20, y: returns.y + 8 }, 'empty')
    expect(mergeTarget(layout, onHead)).toBeNull()
    expect(dropTarget(layout, onHead)?.id).toBe('way')
    expect(clusterSpotAt(layout, view, onHead)).toMatchObject({ in: 'way' })
    expect(mergeTarget(layout, drop({ x: c.x + 10, y: c.y + 10 }, 'returns'))).toBeNull()
  })

  test('notes are never merged: they go among those there', () => {
    expect(mergeTarget(layout, drop({ x: c.x + 10, y: c.y + 10 }, 'p'))).toBeNull()
  })
})

test('[B20] a note dropped on a folded cluster goes to its end', () => {
  const folded = aCanvas([
    aSection(
      'way',
      { x: 0, y: 0, w: 1600, h: 520 },
      { notes: alone, clusters: [aCluster('c', notes, { folded: true })] },
    ),
  ])
  const now = layoutCanvas(folded)
  const box = of(now.clusters, 'c')
  for (const y of [box.y + 5, box.y + box.h - 8])
    expect(noteSpotAt(now, folded, drop({ x: box.x + 30, y }, 'p'))).toEqual({ in: 'c', after: 'd', before: null })
})
