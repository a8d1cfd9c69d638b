import {
  allClusters,
  type CanvasView,
  type ClusterView,
  type Frame,
  type NoteView,
  type SectionView,
} from '../domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../domain/ids'
import type { ClusterSpot, FreePlace, NoteSpot } from '../domain/spot'
import { arrangeFlow } from './arrange-flow'
import type { CanvasLayout, ClusterBox, SectionBox } from './boxes'
import { flowingClusters, flowingNotes } from './layout-section'
import { CLUSTER, NOTE, SECTION } from './sizes'

type Point = { x: number; y: number }

/** Something let go: where the pointer is, the corner of what is dragged, which items come along, how far it came. */
export type Drop = { point: Point; corner: Point; moving: ReadonlySet<string>; by?: Point }

/** The cluster or section under a point, clusters first; null on the bare canvas. What is being moved is not in the way. */
export function containerAt(
  layout: CanvasLayout,
  point: Point,
  moving: ReadonlySet<string> = new Set(),
): ClusterBox | SectionBox | null {
  for (const cluster of reversed(layout.clusters)) if (!moving.has(cluster.id) && holds(cluster, point)) return cluster
  return sectionAt(layout, point, moving)
}

/**
 * What a drop goes into: what is under the pointer, else, let go in the gap between two sections, what is under the middle
 * of the thing dragged.
 */
export function dropTarget(layout: CanvasLayout, drop: Drop): ClusterBox | SectionBox | null {
  const [first] = drop.moving
  // clusters lie in sections only, and what comes along with one goes where it goes
  const isWhole = [...drop.moving].some((id) => layout.clusters.has(id as ClusterId))
  const holderAt = (point: Point) =>
    isWhole ? sectionAt(layout, point, drop.moving) : containerAt(layout, point, drop.moving)
  const under = mergeTarget(layout, drop) ?? holderAt(drop.point)
  const box = layout.notes.get(first as NoteId) ?? layout.clusters.get(first as ClusterId)
  if (under || !box) return under
  return holderAt({ x: drop.corner.x + box.w / 2, y: drop.corner.y + box.h / 2 })
}

/**
 * The cluster that another one is let go on, to be merged into it: with the pointer on its notes. With the pointer on its
 * heading, or between clusters, the dragged one goes beside it.
 */
export function mergeTarget(layout: CanvasLayout, drop: Drop): ClusterBox | null {
  const [first, second] = drop.moving
  if (second !== undefined || !layout.clusters.has(first as ClusterId)) return null
  const under = containerAt(layout, drop.point, drop.moving)
  const box = under && layout.clusters.get(under.id as ClusterId)
  if (!box) return null
  const head = Math.min(box.head, box.h / 2)
  return drop.point.y > box.y + head && drop.point.y < box.y + box.h - CLUSTER.inset.bottom ? box : null
}

function sectionAt(layout: CanvasLayout, point: Point, moving: ReadonlySet<string>): SectionBox | null {
  return reversed(layout.sections).find((section) => !moving.has(section.id) && holds(section, point)) ?? null
}

/**
 * Where a dropped note goes: between the notes of a cluster under the pointer (on its heading: at the end), into the order
 * of a section's notes in no cluster, or free where a section is free or there is none. Neighbours never name a moved note.
 */
export function noteSpotAt(layout: CanvasLayout, view: CanvasView, drop: Drop): NoteSpot {
  const box = dropTarget(layout, drop)
  if (!box) return onBareCanvas(layout, drop.corner)
  const cluster = layout.clusters.has(box.id as ClusterId) && allClusters(view).find(({ id }) => id === box.id)
  if (cluster) {
    const onHead = drop.point.y < box.y + box.head - NOTE.gap / 2
    return noteSpotAmong(layout, { id: cluster.id, notes: cluster.notes }, drop, onHead)
  }
  const section = view.sections.find(({ id }) => id === box.id)
  if (!section) return onBareCanvas(layout, drop.corner)
  if (section.layout === 'free') return { in: section.id, ...relative(drop.corner, box) }
  const flowing = section.notes.filter((note) => note.at === null)
  const block = layout.sections.get(section.id)?.notSorted
  const inBlock = block ? holds(grown(block, NOTE.gap), drop.point) : false
  return noteSpotAmong(layout, { id: section.id, notes: flowing }, drop, !inBlock)
}

/** Before the first note that lies after the pointer in reading order, or at the end. */
function noteSpotAmong(
  layout: CanvasLayout,
  container: { id: SectionId | ClusterId; notes: readonly NoteView[] },
  drop: Drop,
  atEnd: boolean,
): NoteSpot {
  const rest = container.notes.filter((note) => !drop.moving.has(note.id))
  const found = atEnd ? -1 : rest.findIndex(({ id }) => comesAfter(layout.notes.get(id), drop.point))
  return between(container.id, ids(rest), found < 0 ? rest.length : found)
}

function comesAfter(box: Frame | undefined, point: Point): boolean {
  if (!box) return false
  if (point.y < box.y - NOTE.gap / 2) return true
  return point.y <= box.y + box.h + NOTE.gap / 2 && point.x < box.x + box.w / 2
}

/** Where a dropped cluster goes: of all the places it could take in the section's order, the one nearest to where it was let go. */
export function clusterSpotAt(layout: CanvasLayout, view: CanvasView, drop: Drop): ClusterSpot {
  const target = dropTarget(layout, drop)
  const section = view.sections.find(({ id }) => id === (target && 'section' in target ? target.section : target?.id))
  const box = section && layout.sections.get(section.id)
  if (!section || !box) return onBareCanvas(layout, drop.corner)
  if (section.layout === 'free') return { in: section.id, ...relative(drop.corner, box) }
  const rest = section.clusters.filter((cluster) => cluster.at === null && !drop.moving.has(cluster.id))
  const moved = allClusters(view).find((cluster) => drop.moving.has(cluster.id))
  const index = moved ? nearestIndex(section, box, rest, { moved, corner: drop.corner }) : rest.length
  return between(section.id, ids(rest), index)
}

function nearestIndex(
  section: SectionView,
  box: SectionBox,
  rest: readonly ClusterView[],
  dropped: { moved: ClusterView; corner: Point },
): number {
  const notes = flowingNotes(section.notes)
  const content = relative(dropped.corner, { x: box.x + SECTION.padding, y: box.y + box.head })
  let best = { index: rest.length, distance: Infinity }
  for (let index = 0; index <= rest.length; index++) {
    const order = [...rest.slice(0, index), { ...dropped.moved, at: null }, ...rest.slice(index)]
    const flow = arrangeFlow(notes, flowingClusters(order), box.w - 2 * SECTION.padding)
    const lands = flow.clusters[index]
    if (!lands) continue
    const distance = Math.hypot(lands.x - content.x, lands.y - content.y)
    if (distance < best.distance) best = { index, distance }
  }
  return best.index
}

/** Whether moving these there would leave everything as it is, so that nothing need be written. */
export function staysPut(view: CanvasView, moving: readonly string[], spot: NoteSpot | ClusterSpot): boolean {
  if ('x' in spot) return false
  const order = flowOrder(view, spot.in, moving)
  if (!moving.every((id) => order.includes(id))) return false
  const rest = order.filter((id) => !moving.includes(id))
  const index = spot.before === null ? rest.length : rest.indexOf(spot.before)
  const after = [...rest.slice(0, index), ...moving, ...rest.slice(index)]
  return after.every((id, position) => id === order[position])
}

/** The ids that a container lays out, clusters or notes, whichever the moved ones are among. */
function flowOrder(view: CanvasView, container: string, moving: readonly string[]): string[] {
  const section = view.sections.find(({ id }) => id === container)
  const cluster = section ?? allClusters(view).find(({ id }) => id === container)
  const flowing = (items: readonly { id: string; at: unknown }[]) => ids(items.filter((item) => item.at === null))
  const clusters = section ? flowing(section.clusters) : []
  if (moving.some((id) => clusters.includes(id))) return clusters
  return cluster ? (section ? flowing(section.notes) : ids(cluster.notes)) : []
}

function between<In extends string>(container: In, order: readonly string[], index: number) {
  return { in: container, after: order[index - 1] ?? null, before: order[index] ?? null }
}

const ids = (items: readonly { id: string }[]) => items.map((item) => item.id)

function reversed<Box>(boxes: ReadonlyMap<string, Box>): Box[] {
  return [...boxes.values()].reverse()
}

export function holds(frame: Frame, point: Point): boolean {
  return point.x >= frame.x && point.x <= frame.x + frame.w && point.y >= frame.y && point.y <= frame.y + frame.h
}

function grown(frame: Frame, by: number): Frame {
  return { x: frame.x - by, y: frame.y - by, w: frame.w + 2 * by, h: frame.h + 2 * by }
}

/** How a corner is kept of something free in a section, or (null) on the bare canvas. */
export function freePlaceAt(layout: CanvasLayout, section: SectionId | null, corner: Point): FreePlace {
  const box = section === null ? undefined : layout.sections.get(section)
  return box ? { in: section, ...relative(corner, box) } : onBareCanvas(layout, corner)
}

/** Places on the bare canvas are stored as if the canvas were as wide as its template. */
function onBareCanvas(layout: CanvasLayout, corner: Point): { in: null; x: number; y: number } {
  return { in: null, ...rounded({ x: corner.x / layout.stretch, y: corner.y }) }
}

function relative(point: Point, origin: Point): Point {
  return rounded({ x: point.x - origin.x, y: point.y - origin.y })
}

function rounded(point: Point): Point {
  return { x: Math.round(point.x), y: Math.round(point.y) }
}

/** Where a new note goes when somebody points at a place and asks for one. Centred on it where it lies free. */
export function newNoteSpotAt(layout: CanvasLayout, view: CanvasView, point: Point): NoteSpot {
  const corner = { x: point.x - NOTE.width / 2, y: point.y - NOTE.leastHeight / 2 }
  return noteSpotAt(layout, view, { point, corner, moving: new Set() })
}

export function newClusterSpotAt(layout: CanvasLayout, view: CanvasView, point: Point): ClusterSpot {
  const corner = { x: point.x - CLUSTER.width / 2, y: point.y - CLUSTER.inset.top }
  return clusterSpotAt(layout, view, { point, corner, moving: new Set() })
}
