import { allClusters, allNotes, type CanvasView } from '../domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../domain/ids'
import { arrangeSections, stretchFor } from './arrange-sections'
import { around, type CanvasLayout, type SectionBox } from './boxes'
import { layoutLoose, layoutSection } from './layout-section'
import { EMPTY_CANVAS } from './sizes'

/**
 * Lays a canvas out. Pure: no DOM, no clock, no chance, so the same on every screen, for every reader and in every image.
 * Total: a frame that makes no sense is brought into reason, nothing is left out and no section covers another.
 */
export function layoutCanvas(view: CanvasView): CanvasLayout {
  const stretch = stretchFor(allNotes(view).length + allClusters(view).length)
  const inside = view.sections.map((section) => layoutSection(section, stretch))
  const frames = arrangeSections(inside.map(({ frame, height }) => ({ frame, height })))
  const layout: CanvasLayout = {
    sections: new Map(),
    clusters: new Map(),
    notes: new Map(),
    stretch,
    bounds: EMPTY_CANVAS,
  }
  inside.forEach((section, index) => {
    const frame = frames[index] ?? section.frame
    layout.sections.set(section.box.id, { ...moved(section.box, frame), ...frame })
    for (const cluster of section.clusters) layout.clusters.set(cluster.id, shifted(cluster, frame))
    for (const note of section.notes) layout.notes.set(note.id, shifted(note, frame))
  })
  const loose = layoutLoose(view.loose, around([...layout.sections.values()]), stretch)
  for (const cluster of loose.clusters) layout.clusters.set(cluster.id, cluster)
  for (const note of loose.notes) layout.notes.set(note.id, note)
  const all = [...layout.sections.values(), ...layout.clusters.values(), ...layout.notes.values()]
  return { ...layout, bounds: around(all) ?? EMPTY_CANVAS }
}

function moved<Box extends { notSorted: SectionBox['notSorted'] }>(box: Box, by: { x: number; y: number }): Box {
  return { ...box, notSorted: box.notSorted && shifted(box.notSorted, by) }
}

function shifted<Box extends { x: number; y: number }>(box: Box, by: { x: number; y: number }): Box {
  return { ...box, x: box.x + by.x, y: box.y + by.y }
}

/** Every item of a canvas in reading order: section, its loose notes, its clusters each with its notes; then what is loose. */
export function readingOrder(view: CanvasView): (SectionId | ClusterId | NoteId)[] {
  const inContainer = (container: Pick<CanvasView['loose'], 'notes' | 'clusters'>) => [
    ...container.notes.map((note) => note.id),
    ...container.clusters.flatMap((cluster) => [cluster.id, ...cluster.notes.map((note) => note.id)]),
  ]
  return [...view.sections.flatMap((section) => [section.id, ...inContainer(section)]), ...inContainer(view.loose)]
}
