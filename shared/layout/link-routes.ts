import { allClusters, type CanvasView, type Frame } from '../domain/canvas-view'
import type { ClusterId } from '../domain/ids'
import type { CanvasLayout } from './boxes'

type Point = { x: number; y: number }

/** An arrow from a proposal to a barrier that it answers: a curve that leaves one edge and arrives at another. */
export type LinkRoute = {
  proposal: ClusterId
  barrier: ClusterId
  from: Point
  /** Where the curve is drawn to first, and where it comes from last. */
  bend: readonly [Point, Point]
  to: Point
}

/** Every arrow of a canvas, in reading order. Pure, and no dearer than the clusters: notes are not looked at. */
export function linkRoutes(view: CanvasView, layout: CanvasLayout): LinkRoute[] {
  return allClusters(view).flatMap((proposal) =>
    proposal.addresses.flatMap((barrier) => {
      const [a, b] = [layout.clusters.get(proposal.id), layout.clusters.get(barrier)]
      return a && b ? [{ proposal: proposal.id, barrier, ...route(a, b) }] : []
    }),
  )
}

/** Room for the head of the arrow before the edge that it points at. */
const SHORT = 4
/** A curve bends at least so far, and no further than that. */
const BEND = { least: 40, most: 240 }

/** Up and down where one lies above the other, else from side to side: between rows an arrow is seen, behind a row it is not. */
function route(a: Frame, b: Frame): Omit<LinkRoute, 'proposal' | 'barrier'> {
  const gapDown = Math.max(b.y - (a.y + a.h), a.y - (b.y + b.h))
  return gapDown >= 0 ? upAndDown(a, b) : sideways(a, b)
}

function upAndDown(a: Frame, b: Frame): Omit<LinkRoute, 'proposal' | 'barrier'> {
  const down = b.y + b.h / 2 > a.y + a.h / 2
  const from = { x: a.x + a.w / 2, y: down ? a.y + a.h : a.y }
  const to = { x: b.x + b.w / 2, y: down ? b.y - SHORT : b.y + b.h + SHORT }
  const by = bend(to.y - from.y)
  return {
    from,
    bend: [
      { x: from.x, y: from.y + by },
      { x: to.x, y: to.y - by },
    ],
    to,
  }
}

function sideways(a: Frame, b: Frame): Omit<LinkRoute, 'proposal' | 'barrier'> {
  const right = b.x > a.x
  const from = { x: right ? a.x + a.w : a.x, y: a.y + a.h / 2 }
  const to = { x: right ? b.x - SHORT : b.x + b.w + SHORT, y: b.y + b.h / 2 }
  const by = bend(to.x - from.x)
  return {
    from,
    bend: [
      { x: from.x + by, y: from.y },
      { x: to.x - by, y: to.y },
    ],
    to,
  }
}

function bend(distance: number): number {
  const size = Math.min(Math.max(Math.abs(distance) / 2, BEND.least), BEND.most)
  return Math.sign(distance || 1) * size
}

/** The direction in which the arrow arrives, degrees clockwise from pointing right. */
export function headAngle({ bend: [, last], to }: LinkRoute): number {
  return (Math.atan2(to.y - last.y, to.x - last.x) * 180) / Math.PI
}

/** The curve in the words of an SVG path. */
export function pathOf({ from, bend: [first, last], to }: LinkRoute): string {
  const at = ({ x, y }: Point) => `${x} ${y}`
  return `M${at(from)}C${at(first)} ${at(last)} ${at(to)}`
}
