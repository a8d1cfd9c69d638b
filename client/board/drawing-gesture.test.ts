import { describe, expect, test } from 'vitest'
import type { DrawingView } from '../../shared/domain/drawing'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { aCanvas } from '../../shared/layout/testing/canvases'
import { DrawingGesture } from './drawing-gesture'
import type { BoardTool, Drawn } from './pen'

const at = (x: number, y: number) => ({ x, y })

/** A sheet of paper with two lines on it. */
function openPaper(tool: BoardTool, mayDraw = true) {
  const line = (id: string, y: number) =>
    ({
      ...{ id, sketch: id, section: null, at: { x: 0, y }, text: '', description: '', author: null },
      record: { v: 1, kind: 'arrow', points: [0, 0, 100, 0], colour: 'ink', size: 'thin' },
    }) as unknown as DrawingView
  const layout = layoutCanvas({ ...aCanvas([]), drawings: [line('upper', 0), line('lower', 100)] })
  const happened: string[] = []
  const done: Drawn[] = []
  const gesture = new DrawingGesture({
    layout: () => layout,
    zoom: () => 1,
    mayDraw: () => mayDraw,
    draft: (drawn) => happened.push(drawn ? `draft ${drawn.points.length}` : 'no draft'),
    erasing: (ids) => ids.size > 0 && happened.push(`erasing ${[...ids].join()}`),
    drawn: (drawn) => done.push(drawn),
    textAt: (point) => happened.push(`text ${point.x},${point.y}`),
    erased: (ids) => happened.push(`erased ${ids.join()}`),
    refused: () => happened.push('refused'),
  })
  gesture.use(tool)
  return { gesture, happened, done }
}

describe('drawing', () => {
  test('[B40] a stroke is drawn once, when the pen is lifted', () => {
    const { gesture, done } = openPaper('pen')
    gesture.down(at(0, 0))
    for (let x = 2; x <= 100; x += 2) gesture.move(at(x, 0))
    expect(done).toEqual([])
    gesture.up(at(100, 0))
    expect(done).toHaveLength(1)
    expect(done[0]?.points).toHaveLength(51)
  })

  test('[B40] Escape or a second finger draws nothing, and the next stroke begins afresh', () => {
    const { gesture, done, happened } = openPaper('pen')
    gesture.down(at(0, 0))
    gesture.move(at(50, 50))
    gesture.cancel()
    gesture.up(at(60, 60))
    expect(done).toEqual([])
    expect(happened.at(-1)).toBe('no draft')
    gesture.down(at(5, 5))
    gesture.up(at(5, 5))
    expect(done.map(({ points }) => points)).toEqual([[at(5, 5)]])
  })

  test('an arrow has two ends, and a press alone is none', () => {
    const { gesture, done } = openPaper('arrow')
    gesture.down(at(0, 0))
    gesture.up(at(3, 0))
    gesture.down(at(0, 0))
    gesture.move(at(40, 90))
    gesture.up(at(80, 10))
    expect(done).toEqual([{ kind: 'arrow', points: [at(0, 0), at(80, 10)] }])
  })

  test('the eraser takes every line it was over, also between two reports of a quick pointer', () => {
    const { gesture, happened } = openPaper('eraser')
    gesture.down(at(50, -60))
    gesture.up(at(50, 160))
    expect(happened.at(-1)).toBe('erased upper,lower')
  })

  test('an eraser that met nothing deletes nothing', () => {
    const { gesture, happened } = openPaper('eraser')
    gesture.down(at(50, 40))
    gesture.up(at(60, 50))
    expect(happened.filter((one) => one.startsWith('erased'))).toEqual([])
  })

  test('who may not draw is told so, and the press goes no further', () => {
    const { gesture, happened, done } = openPaper('pen', false)
    expect(gesture.down(at(0, 0))).toBe(true)
    gesture.up(at(90, 0))
    expect([happened[0], done]).toEqual(['refused', []])
  })

  test('without a pen in hand a press is not its own', () => {
    expect(openPaper('select').gesture.down(at(0, 0))).toBe(false)
  })
})
