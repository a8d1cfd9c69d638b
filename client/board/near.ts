import type { Frame } from '../../shared/domain/canvas-view'
import { type BoardShape, noteShapes } from './board-shapes'
import type { Drawing } from './crossing'
import { boxOf } from './items-at'

/** Below this zoom nobody reads a note: the board is drawn as a picture, in blocks with headlines [B13]. */
export const FAR_ZOOM = 0.3

/** So far beyond the window, in windows, a shape is made; so far one is kept that is there, or made while nothing moves. */
const MADE = 0.15
const KEPT = 0.6

export type NearGiven = {
  /** What is a shape by now. */
  drawn: ReadonlyMap<string, unknown>
  /** What must be one wherever it lies. */
  always: ReadonlySet<string>
  /** Also what one would see next, were one to move. */
  ahead?: boolean
}

/**
 * What is to be a shape of its own: what lies in the window or a little beside it, and whatever must be there wherever it
 * lies. Costs what is near, and a look at each cluster [B12].
 */
export function nearShapes(drawing: Drawing, window: Frame | null, given: NearGiven): Map<string, BoardShape> {
  const near = new Map<string, BoardShape>()
  const add = (id: string, shape = drawing.shapes.get(id)) => {
    if (shape) near.set(id, shape)
  }
  for (const id of given.always) if (boxOf(drawing.layout, id)) add(id)
  if (window) {
    const [made, kept] = [grown(window, MADE), grown(window, KEPT)]
    const isNear = (box: Frame & { id: string }) => overlap(box, given.ahead || given.drawn.has(box.id) ? kept : made)
    for (const box of drawing.layout.sections.values()) if (isNear(box)) add(box.id)
    const parts = drawing.layout.parts.filter(({ bounds }) => bounds && overlap(bounds, kept))
    for (const { cluster } of parts) if (cluster && isNear(cluster)) add(cluster.id)
    for (const part of parts) {
      const shapes = noteShapes(part)
      for (const box of part.notes.values()) if (isNear(box)) add(box.id, shapes.get(box.id))
    }
  }
  // drawings are few, and lines: they are shapes from afar too
  const around = window && grown(window, KEPT)
  for (const box of drawing.layout.drawings.values()) if (!around || overlap(box, around)) add(box.id)
  return near
}

function grown({ x, y, w, h }: Frame, by: number): Frame {
  return { x: x - w * by, y: y - h * by, w: w * (1 + 2 * by), h: h * (1 + 2 * by) }
}

function overlap(a: Frame, b: Frame): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}
