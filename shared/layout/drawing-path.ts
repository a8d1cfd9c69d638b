import type { DrawingRecord } from '../domain/drawing'

/** A drawing as paths of SVG, from its own corner. Board and images draw exactly these. */
export function drawingPaths({ kind, points, size }: DrawingRecord): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = points
  if (kind === 'text') return []
  if (kind === 'pen') return [strokePath(points)]
  if (kind === 'arrow') return [`M${a} ${b}L${c} ${d}`, arrowHead({ x: a, y: b }, { x: c, y: d }, HEAD[size])]
  const r = Math.min(6, a / 2, b / 2)
  return [`M${r} 0H${a - r}Q${a} 0 ${a} ${r}V${b - r}Q${a} ${b} ${a - r} ${b}H${r}Q0 ${b} 0 ${b - r}V${r}Q0 0 ${r} 0Z`]
}

/** Width of a line, canvas units. */
export const STROKE = { thin: 2.5, medium: 4.5, thick: 8 } as const
/** Length of the two strokes of an arrow's head. */
const HEAD = { thin: 14, medium: 18, thick: 26 } as const
const HEAD_ANGLE = 0.5

/** Through the middles between the points, so that few of them make a smooth line. A dot is a line of no length. */
function strokePath(points: readonly number[]): string {
  const at = (index: number) => ({ x: points[2 * index] ?? 0, y: points[2 * index + 1] ?? 0 })
  const last = points.length / 2 - 1
  const start = at(0)
  const parts = [`M${start.x} ${start.y}`]
  for (let index = 1; index < last; index += 1) {
    const [here, next] = [at(index), at(index + 1)]
    parts.push(`Q${here.x} ${here.y} ${rounded((here.x + next.x) / 2)} ${rounded((here.y + next.y) / 2)}`)
  }
  const end = at(last)
  parts.push(last === 0 ? 'h0.01' : `L${end.x} ${end.y}`)
  return parts.join('')
}

type Point = { x: number; y: number }

function arrowHead(from: Point, to: Point, length: number): string {
  const angle = Math.atan2(to.y - from.y, to.x - from.x)
  const wing = (turn: number) =>
    `${rounded(to.x - length * Math.cos(angle + turn))} ${rounded(to.y - length * Math.sin(angle + turn))}`
  return `M${wing(HEAD_ANGLE)}L${to.x} ${to.y}L${wing(-HEAD_ANGLE)}`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
