import type { Frame } from '../../shared/domain/canvas-view'
import type { ClusterId, SectionId } from '../../shared/domain/ids'
import type { CanvasLayout } from '../../shared/layout/boxes'
import { drawingAt } from '../../shared/layout/hit-drawing'
import { foldMarkOf } from '../../shared/layout/layout-cluster'
import { holds } from '../../shared/layout/spot-at'
import type { Point } from './crossing'
import type { Surface } from './surface'

/** Screen pixels. */
const CORNER = 24

/** So near to a line one means it, canvas units. */
const NEAR_LINE = 5

/** The line drawn, else the note, else the cluster, under a point. Sections are ground: one presses through them. */
export function itemAt(layout: CanvasLayout, at: Point): string | null {
  const drawing = drawingAt(layout, at, NEAR_LINE)
  if (drawing) return drawing
  for (const note of [...layout.notes.values()].reverse()) if (holds(note, at)) return note.id
  for (const cluster of [...layout.clusters.values()].reverse()) if (holds(cluster, at)) return cluster.id
  return null
}

/** A section by its heading, for those who may move it. */
export function headingAt(layout: CanvasLayout, at: Point): string | null {
  for (const section of [...layout.sections.values()].reverse())
    if (holds({ ...frameOf(section), h: section.head }, at)) return section.id
  return null
}

/** The corner of the one section that is selected, as large on every zoom. */
export function cornerAt(surface: Surface, at: Point): string | null {
  const [id, other] = surface.selected()
  const section = other === undefined ? surface.layout().sections.get(id as SectionId) : undefined
  if (!section) return null
  const reach = CORNER / surface.zoom()
  const { x, y, w, h } = section
  return holds({ x: x + w - reach, y: y + h - reach, w: reach * 1.3, h: reach * 1.3 }, at) ? section.id : null
}

/** The cluster that a press on its mark folds or opens. */
export function foldMarkAt(layout: CanvasLayout, press: { at: Point; item: string | null }): string | null {
  const box = layout.clusters.get(press.item as ClusterId)
  const mark = box && foldMarkOf(box)
  return box && mark && holds(mark, press.at) ? box.id : null
}

export function frameOf({ x, y, w, h }: Frame): Frame {
  return { x, y, w, h }
}

export function isLine(layout: CanvasLayout, id: string): boolean {
  const box = layout.drawings.get(id as never)
  return box !== undefined && box.record.kind !== 'text'
}

export function boxOf(layout: CanvasLayout, id: string): Frame | undefined {
  const { notes, clusters, sections, drawings } = layout
  return notes.get(id as never) ?? clusters.get(id as never) ?? sections.get(id as never) ?? drawings.get(id as never)
}

export function overlap(a: Frame, b: Frame): boolean {
  return a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h
}

/** Before anything is drawn. */
export const EMPTY_LAYOUT: CanvasLayout = {
  sections: new Map(),
  clusters: new Map(),
  notes: new Map(),
  parts: [],
  drawings: new Map(),
  stretch: 1,
  bounds: { x: 0, y: 0, w: 0, h: 0 },
}
