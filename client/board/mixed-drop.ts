import type { ItemMoves } from '../../shared/document/move-items'
import type { Frame } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import type { ClusterSpot, NoteSpot } from '../../shared/domain/spot'
import { around, type CanvasLayout, type DrawingBox } from '../../shared/layout/boxes'
import { drawingPlaceAt, middleOf } from '../../shared/layout/layout-drawings'
import { sectionCornerAt } from '../../shared/layout/section-frames'
import { clusterSpotAt, type Drop, freePlaceAt, noteSpotAt, staysPut } from '../../shared/layout/spot-at'
import type { Drawing, Point } from './crossing'
import { boxOf } from './items-at'

/** What was let go, of whatever kinds, and how far it came. */
export type MixedDrop = Drop & { by: Point }

/**
 * Where notes and clusters would go. With something else under the pointer, they go where the first of them comes to lie;
 * drawings and sections alone go into nothing.
 */
export function ledDrop(layout: CanvasLayout, drop: MixedDrop): MixedDrop | undefined {
  const [first = ''] = drop.moving
  if (isItem(layout, first)) return drop
  const lead = [...drop.moving].find((id) => isItem(layout, id))
  const box = lead === undefined ? undefined : boxOf(layout, lead)
  if (lead === undefined || !box) return undefined
  const corner = { x: box.x + drop.by.x, y: box.y + drop.by.y }
  return { corner, point: headOf({ ...box, ...corner }), by: drop.by, moving: new Set([lead, ...drop.moving]) }
}

/** Canvas units. */
const HEAD = 24

/** Near the top of what is let go, as one takes a cluster by its heading. */
export function headOf({ x, y, w, h }: Frame): Point {
  return { x: x + w / 2, y: y + Math.min(h / 2, HEAD) }
}

/** A note or a cluster, and not something that lies over them or holds them. */
export function isItem(layout: CanvasLayout, id: string): boolean {
  return layout.notes.has(id as NoteId) || layout.clusters.has(id as ClusterId)
}

/** What one edit does with all that was let go. On free ground everything keeps its distances; what would stay is left out. */
export function movesOf(drawing: Drawing, drop: MixedDrop): ItemMoves {
  const { view, layout } = drawing
  const led = ledDrop(layout, drop)
  const notes = [...layout.notes.keys()].filter((id) => drop.moving.has(id))
  const clusters = [...layout.clusters.keys()].filter((id) => drop.moving.has(id))
  return {
    notes: led && notes.length > 0 ? spread(drawing, notes, noteSpotAt(layout, view, led), led) : [],
    clusters: led && clusters.length > 0 ? spread(drawing, clusters, clusterSpotAt(layout, view, led), led) : [],
    drawings: drawingsMoved(layout, drop),
    sections: sectionsMoved(drawing, drop),
  }
}

type Moved<Id, Spot> = { ids: readonly Id[]; spot: Spot }

function spread<Id extends NoteId | ClusterId, Spot extends NoteSpot | ClusterSpot>(
  { view, layout }: Drawing,
  ids: readonly Id[],
  spot: Spot,
  { by }: MixedDrop,
): Moved<Id, Spot | FreeSpot>[] {
  if (!('x' in spot)) return staysPut(view, ids, spot) ? [] : [{ ids, spot }]
  return ids.flatMap((id) => {
    const box = boxOf(layout, id)
    if (!box) return []
    return [{ ids: [id], spot: freePlaceAt(layout, spot.in, { x: box.x + by.x, y: box.y + by.y }) }]
  })
}

type FreeSpot = ReturnType<typeof freePlaceAt>

/** Each sketch as a whole: its lines stay with one section. */
function drawingsMoved(layout: CanvasLayout, { moving, by }: MixedDrop): ItemMoves['drawings'] {
  const sketches = new Map<string, DrawingBox[]>()
  for (const box of layout.drawings.values())
    if (moving.has(box.id)) sketches.set(box.sketch, [...(sketches.get(box.sketch) ?? []), box])
  return [...sketches.values()].flatMap((boxes) => {
    const shifted = boxes.map((box) => ({ ...box, x: box.x + by.x, y: box.y + by.y }))
    const whole = around(shifted)
    if (!whole) return []
    return shifted.map((box) => ({ id: box.id, place: drawingPlaceAt(layout, box, middleOf(whole)) }))
  })
}

function sectionsMoved({ view, layout }: Drawing, { moving, by }: MixedDrop): ItemMoves['sections'] {
  return [...layout.sections.values()].flatMap(({ id, x, y }) => {
    if (!moving.has(id)) return []
    const to = sectionCornerAt(layout, view, { id, corner: { x: x + by.x, y: y + by.y } })
    return [{ id, to }]
  })
}
