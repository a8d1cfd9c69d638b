import { describe, expect, test } from 'vitest'
import type { SectionId } from '../domain/ids'
import { layoutCanvas } from './canvas-layout'
import { frameForNewSection, keptSize, sectionCornerAt } from './section-frames'
import { aCanvas, aNote, aSection } from './testing/canvases'

const top = { x: 0, y: 0, w: 1600, h: 520 }
const bottom = { x: 0, y: 560, w: 1600, h: 340 }
/** The first section drawn far taller than its frame. */
const many = Array.from({ length: 150 }, (_, index) => aNote(`n${index}`))

describe('[B22] a section let go goes where it was let go among the others', () => {
  const view = aCanvas([
    aSection('top', top, { notes: many }),
    aSection('bottom', bottom),
    aSection('last', { ...bottom, y: 940 }),
  ])
  const layout = layoutCanvas(view)
  const box = (id: string) => layout.sections.get(id as SectionId) ?? { x: 0, y: 0, w: 0, h: 0 }
  const dropped = (id: string, y: number) => sectionCornerAt(layout, view, { id: id as SectionId, corner: { x: 0, y } })

  test('above a section that has grown, below it, or on it', () => {
    expect(box('top').h).toBeGreaterThan(700)
    expect(dropped('last', -50).y).toBe(-50)
    expect(dropped('last', box('top').y + box('top').h + 10).y).toBeGreaterThanOrEqual(520)
    expect(dropped('last', box('top').y + box('top').h + 10).y).toBeLessThan(560)
    expect(dropped('bottom', box('last').y + box('last').h + 5).y).toBe(940 + 340 + 5)
  })

  test('let go where it was it stays in its row', () => {
    const { y } = dropped('bottom', box('bottom').y)
    expect(y).toBeGreaterThanOrEqual(520)
    expect(y).toBeLessThanOrEqual(940)
  })

  test('widths are kept as if nothing were stretched', () => {
    expect(layout.stretch).toBeGreaterThan(1)
    expect(keptSize(layout, { w: 800 * layout.stretch, h: 500 })).toEqual({ w: 800, h: 500 })
    expect(keptSize(layout, { w: 10, h: 10 })).toEqual({ w: 412, h: 120 })
  })
})

test('[B22] a new section keeps the canvas near the shape of a screen, and covers nothing', () => {
  const screen = [aSection('a', top), aSection('b', bottom)]
  expect(frameForNewSection(aCanvas(screen))).toEqual({ x: 1640, y: 0, w: 520, h: 900 })
  const wide = [...screen, aSection('c', { x: 1640, y: 0, w: 520, h: 900 })]
  expect(frameForNewSection(aCanvas(wide))).toEqual({ x: 0, y: 940, w: 2160, h: 340 })
  expect(frameForNewSection(aCanvas([]))).toMatchObject({ x: 0, y: 0, w: 1600 })
})
