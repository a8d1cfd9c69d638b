import { DRAWING_LIMITS, type DrawingColour, type DrawingRecord, type DrawingSize } from '../domain/drawing'

type Point = { x: number; y: number }

/** How far a stroke may be drawn beside the way of the pen, canvas units. */
const TOLERANCE = 0.7

/** What was drawn, as it is kept: its points thinned out and rounded, from its top left corner; and where that corner is. */
export function drawnRecord(drawn: {
  kind: 'pen' | 'arrow' | 'rectangle'
  points: readonly Point[]
  colour: DrawingColour
  size: DrawingSize
}): { record: DrawingRecord; corner: Point } | undefined {
  const { kind, colour, size } = drawn
  const points = drawn.points.filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return undefined
  const kept = kind === 'pen' ? thinned(points) : [first, last]
  const corner = {
    x: Math.round(Math.min(...kept.map(({ x }) => x))),
    y: Math.round(Math.min(...kept.map(({ y }) => y))),
  }
  const numbers =
    kind === 'rectangle'
      ? [inReach(Math.abs(last.x - first.x)), inReach(Math.abs(last.y - first.y))]
      : kept.flatMap(({ x, y }) => [inReach(x - corner.x), inReach(y - corner.y)])
  return { record: { v: 1, kind, points: numbers, colour, size }, corner }
}

function inReach(value: number): number {
  return Math.max(0, Math.min(Math.round(value), DRAWING_LIMITS.extent))
}

/** As few points as keep the shape; a scribble that still has too many is drawn more coarsely until it fits. */
function thinned(points: readonly Point[]): Point[] {
  let kept = simplified(points, TOLERANCE)
  for (let tolerance = 2 * TOLERANCE; kept.length > DRAWING_LIMITS.points; tolerance *= 2) {
    kept = simplified(kept, tolerance)
  }
  return kept
}

/** Ramer, Douglas and Peucker: keeps the point farthest from the line between its neighbours, while it is far enough. */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
  const keep = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span
    const farthest = farthestBetween(points, from, to)
    if (farthest.distance <= tolerance) continue
    keep.add(farthest.index)
    open.push([from, farthest.index], [farthest.index, to])
  }
  return points.filter((_, index) => keep.has(index))
}

function farthestBetween(points: readonly Point[], from: number, to: number): { index: number; distance: number } {
  const found = { index: from, distance: 0 }
  const [a, b] = [points[from], points[to]]
  if (!a || !b) return found
  for (let index = from + 1; index < to; index += 1) {
    const point = points[index]
    const distance = point ? distanceToLine(point, a, b) : 0
    if (distance > found.distance) Object.assign(found, { index, distance })
  }
  return found
}

/** From a point to the nearest of a straight line between two others. */
export function distanceToLine(point: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy)
}
