import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DRAWING_LIMITS, type DrawingRecord, type DrawingView } from '../domain/drawing'
import type { DrawingId, SectionId } from '../domain/ids'
import { layoutCanvas, readingOrder } from './canvas-layout'
import { drawingPaths } from './drawing-path'
import { drawingAt } from './hit-drawing'
import { drawingPlaceAt, middleOf, placesInSection } from './layout-drawings'
import { distanceToLine, drawnRecord } from './simplify-stroke'
import { aCanvas, aNote, aSection } from './testing/canvases'

const RING: DrawingRecord = { v: 1, kind: 'rectangle', points: [300, 200], colour: 'red', size: 'medium' }
const frame = { x: 0, y: 0, w: 1600, h: 520 }
const below = { x: 0, y: 560, w: 1600, h: 320 }

function aDrawing(id: string, more: Partial<DrawingView> = {}): DrawingView {
  const at = { x: 100, y: 100 }
  return {
    id: id as DrawingId,
    record: RING,
    text: '',
    description: '',
    author: null,
    sketch: id,
    section: null,
    at,
    ...more,
  }
}

function canvasWith(drawings: DrawingView[], notes = 0) {
  const many = Array.from({ length: notes }, (_, index) => aNote(`n${index}`))
  return { ...aCanvas([aSection('s', frame, { notes: many }), aSection('t', below)]), drawings }
}
const s = 's' as SectionId
const t = 't' as SectionId

describe('a stroke as it is kept', () => {
  const drawn = { kind: 'pen', colour: 'ink', size: 'thin' } as const

  test('[B41] keeps its shape with few whole numbers, however long it was', () => {
    const points = Array.from({ length: 5_000 }, (_, index) => {
      return { x: 400 + 300 * Math.cos(index / 796), y: 400 + 300 * Math.sin(index / 796) }
    })
    const made = drawnRecord({ ...drawn, points })
    const kept = made?.record.points ?? []
    expect(kept.length).toBeLessThan(200)
    expect(kept.every((one) => Number.isInteger(one) && one >= 0)).toBe(true)
    const corners = Array.from({ length: kept.length / 2 }, (_, index) => {
      return {
        x: (kept[2 * index] ?? 0) + (made?.corner.x ?? 0),
        y: (kept[2 * index + 1] ?? 0) + (made?.corner.y ?? 0),
      }
    })
    for (const point of points.filter((_, index) => index % 97 === 0)) {
      const off = corners.slice(1).map((corner, index) => distanceToLine(point, corners[index] ?? corner, corner))
      expect(Math.min(...off)).toBeLessThan(2)
    }
  })

  test('[B41] never has more points than a drawing may have, and never throws', () => {
    const anyPoint = fc.record({ x: fc.double(), y: fc.double() })
    const scribble = Array.from({ length: 6_000 }, (_, index) => ({
      x: (index * 7919) % 997,
      y: (index * 104_729) % 991,
    }))
    expect((drawnRecord({ ...drawn, points: scribble })?.record.points.length ?? 0) / 2).toBeLessThanOrEqual(
      DRAWING_LIMITS.points,
    )
    fc.assert(
      fc.property(
        fc.array(anyPoint, { maxLength: 40 }),
        fc.constantFrom('pen', 'arrow', 'rectangle'),
        (points, kind) => {
          const made = drawnRecord({ ...drawn, kind, points })
          for (const one of made?.record.points ?? []) expect(one >= 0 && one <= DRAWING_LIMITS.extent).toBe(true)
          if (made) expect(drawingPaths(made.record).join('')).not.toMatch(/NaN|Infinity/)
        },
      ),
    )
  })

  test('an arrow keeps which way it points, a rectangle its two sides', () => {
    const points = [
      { x: 90, y: 10 },
      { x: 10, y: 50 },
    ]
    expect(drawnRecord({ ...drawn, kind: 'arrow', points })).toMatchObject({
      corner: { x: 10, y: 10 },
      record: { points: [80, 0, 0, 40] },
    })
    expect(drawnRecord({ ...drawn, kind: 'rectangle', points })?.record.points).toEqual([80, 40])
  })
})

describe('where drawings are', () => {
  test('[B44] one drawn in a section goes along when the sections above grow', () => {
    const few = layoutCanvas(canvasWith([aDrawing('d', { section: t })]))
    const many = layoutCanvas(canvasWith([aDrawing('d', { section: t })], 90))
    const grown = (many.sections.get(t)?.y ?? 0) - (few.sections.get(t)?.y ?? 0)
    expect(grown).toBeGreaterThan(100)
    const [before, after] = [few, many].map((layout) => layout.drawings.get('d' as DrawingId)?.y ?? 0)
    expect((after ?? 0) - (before ?? 0)).toBe(grown)
  })

  test('[B44] it belongs to the section under its middle, and is drawn where it was drawn', () => {
    const layout = layoutCanvas(canvasWith([], 90))
    const box = layout.sections.get(t)
    const drawn = { x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) - 30, w: 300, h: 200 }
    const place = drawingPlaceAt(layout, drawn, middleOf(drawn))
    expect(place).toEqual({ in: t, x: 40, y: -30 })
    const again = layoutCanvas(canvasWith([aDrawing('d', { section: t, at: place })], 90))
    expect(again.drawings.get('d' as DrawingId)).toMatchObject({ x: drawn.x, y: drawn.y })
  })

  test('[B44] outside every section it keeps its place on a canvas that is drawn wider', () => {
    const layout = layoutCanvas(canvasWith([], 300))
    expect(layout.stretch).toBeGreaterThan(1)
    const corner = { x: -700, y: -400 }
    const place = drawingPlaceAt(layout, corner, corner)
    const again = layoutCanvas({ ...canvasWith([aDrawing('d', { at: place })], 300) })
    expect(Math.abs((again.drawings.get('d' as DrawingId)?.x ?? 0) - corner.x)).toBeLessThanOrEqual(2)
  })

  test('moved to another section together they stay as they lie to each other', () => {
    const drawings = [aDrawing('a', { section: s }), aDrawing('b', { section: s, at: { x: 180, y: 130 } })]
    const moves = placesInSection(layoutCanvas(canvasWith(drawings)), ['a', 'b'] as DrawingId[], t)
    const [first, second] = moves.map(({ place }) => place)
    expect([first?.in, second?.in]).toEqual([t, t])
    expect([(second?.x ?? 0) - (first?.x ?? 0), (second?.y ?? 0) - (first?.y ?? 0)]).toEqual([80, 30])
  })

  test('[B41] one a million away is brought into reach', () => {
    const { bounds } = layoutCanvas(canvasWith([aDrawing('d', { at: { x: 1e6, y: -1e6 } })]))
    expect(Math.max(bounds.w, bounds.h)).toBeLessThan(50_000)
  })

  test('what was drawn in one go is met once, after what lies in its section', () => {
    const drawings = [
      aDrawing('a', { section: s, sketch: 'x' }),
      aDrawing('b', { section: s, sketch: 'x' }),
      aDrawing('c'),
    ]
    expect(readingOrder(canvasWith(drawings, 1))).toEqual(['s', 'n0', 'a', 't', 'c'])
  })
})

test('a line is grasped near it, and what a ring goes round is not', () => {
  const layout = layoutCanvas(canvasWith([aDrawing('ring')]))
  expect(drawingAt(layout, { x: 103, y: 180 }, 5)).toBe('ring')
  expect(drawingAt(layout, { x: 250, y: 200 }, 5)).toBeNull()
  expect(drawingAt(layout, { x: 250, y: 304 }, 5)).toBe('ring')
})
