import type { DrawingId } from '../domain/ids'
import type { CanvasLayout, DrawingBox } from './boxes'
import { STROKE } from './drawing-path'
import { distanceToLine } from './simplify-stroke'

type Point = { x: number; y: number }

/** The drawing whose line is under a point, the last drawn first. What a ring goes round is not part of it. */
export function drawingAt({ drawings }: CanvasLayout, point: Point, within: number): DrawingId | null {
  for (const box of [...drawings.values()].reverse()) if (isOn(box, point, within)) return box.id
  return null
}

export function isOn(box: DrawingBox, point: Point, within: number): boolean {
  const reach = within + STROKE[box.record.size] / 2
  const { x, y } = { x: point.x - box.x, y: point.y - box.y }
  if (x < -reach || y < -reach || x > box.w + reach || y > box.h + reach) return false
  if (box.record.kind === 'text') return true
  const corners = cornersOf(box)
  const [only] = corners
  if (only && corners.length === 1) return Math.hypot(x - only.x, y - only.y) <= reach
  return corners.some((a, index) => {
    const b = corners[index + 1]
    return b !== undefined && distanceToLine({ x, y }, a, b) <= reach
  })
}

function cornersOf({ record, w, h }: DrawingBox): Point[] {
  if (record.kind !== 'rectangle') {
    return Array.from({ length: record.points.length / 2 }, (_, index) => ({
      x: record.points[2 * index] ?? 0,
      y: record.points[2 * index + 1] ?? 0,
    }))
  }
  const [start, right, opposite, left] = [
    { x: 0, y: 0 },
    { x: w, y: 0 },
    { x: w, y: h },
    { x: 0, y: h },
  ]
  return [start, right, opposite, left, start]
}
