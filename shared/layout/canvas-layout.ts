import type { CanvasView } from '../domain/canvas-view'
import { sketchesOf } from '../domain/drawing'
import type { ClusterId, DrawingId, NoteId, SectionId } from '../domain/ids'
import { arrangeSections, stretchFor } from './arrange-sections'
import { around, type CanvasLayout, type LayoutPart, type SectionBox } from './boxes'
import { JoinedMap } from './joined-map'
import { layoutDrawings } from './layout-drawings'
import { clusterPart, loosePart, shifted } from './layout-part'
import { type Content, layoutLoose, layoutSection } from './layout-section'
import { EMPTY_CANVAS } from './sizes'

/**
 * Lays a canvas out. Pure: no DOM, no clock, no chance, so the same on every screen, for every reader and in every image.
 * Total: a frame that makes no sense is brought into reason, nothing is left out and no section covers another.
 */
export function layoutCanvas(view: CanvasView): CanvasLayout {
  const stretch = stretchFor(itemsIn(view))
  const inside = view.sections.map((section) => layoutSection(section, stretch))
  const frames = arrangeSections(inside.map(({ frame, height }) => ({ frame, height })))
  const sections = new Map<SectionId, SectionBox>()
  const parts: LayoutPart[] = []
  inside.forEach((section, index) => {
    const frame = frames[index] ?? section.frame
    sections.set(section.box.id, { ...moved(section.box, frame), ...frame })
    parts.push(...partsOf(section, frame, section.box.id))
  })
  const loose = layoutLoose(view.loose, around([...sections.values()]), stretch)
  parts.push(...partsOf(loose, { x: 0, y: 0 }, null))
  const drawings = layoutDrawings(view, { sections, stretch })
  const all = [...sections.values(), ...parts.flatMap((part) => part.bounds ?? []), ...drawings.values()]
  return {
    sections,
    clusters: new Map(parts.flatMap(({ cluster }) => (cluster ? [[cluster.id, cluster] as const] : []))),
    notes: new JoinedMap(parts.map((part) => part.notes)),
    parts,
    drawings,
    stretch,
    bounds: around(all) ?? EMPTY_CANVAS,
  }
}

function itemsIn({ sections, loose }: CanvasView): number {
  const notesOf = ({ notes, clusters }: CanvasView['loose']) =>
    clusters.reduce((sum, cluster) => sum + 1 + cluster.notes.length, notes.length)
  return sections.reduce((sum, section) => sum + notesOf(section), notesOf(loose))
}

function partsOf(
  { loose, clusters }: Content,
  corner: { x: number; y: number },
  section: SectionId | null,
): LayoutPart[] {
  return [
    loosePart(loose, corner.x, corner.y),
    ...clusters.map(({ laid, x, y }) => clusterPart(laid, x + corner.x, y + corner.y, section ?? '')),
  ]
}

function moved<Box extends { notSorted: SectionBox['notSorted'] }>(box: Box, by: { x: number; y: number }): Box {
  return { ...box, notSorted: box.notSorted && shifted(box.notSorted, by) }
}

/**
 * Every item that is drawn, in reading order: section, its loose notes, its clusters each with its notes, unless it is
 * folded, what is drawn there; then what is loose.
 */
export function readingOrder(view: CanvasView): (SectionId | ClusterId | NoteId | DrawingId)[] {
  const inContainer = (container: Pick<CanvasView['loose'], 'notes' | 'clusters'>) => [
    ...container.notes.map((note) => note.id),
    ...container.clusters.flatMap((cluster) => [
      cluster.id,
      ...(cluster.folded ? [] : cluster.notes.map((note) => note.id)),
    ]),
  ]
  // of what was drawn in one go the first stands for all
  const sketches = sketchesOf(view.drawings).flatMap(([first]) => first ?? [])
  const drawnIn = (section: SectionId | null) =>
    sketches.filter((drawing) => drawing.section === section).map(({ id }) => id)
  return [
    ...view.sections.flatMap((section) => [section.id, ...inContainer(section), ...drawnIn(section.id)]),
    ...inContainer(view.loose),
    ...drawnIn(null),
  ]
}
