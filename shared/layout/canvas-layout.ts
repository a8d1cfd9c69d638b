import { allClusters, allNotes, type CanvasView, type Frame } from '../domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../domain/ids'
import { arrangeSections, stretchFor } from './arrange-sections'
import { layoutLoose, layoutSection } from './layout-section'
import { EMPTY_CANVAS, type TextSize } from './sizes'

/** A note as drawn: canvas units, its words broken into lines of one of three sizes. */
export type NoteBox = Frame & {
  id: NoteId
  section: SectionId | null
  cluster: ClusterId | null
  lines: readonly string[]
  text: TextSize
}

export type ClusterBox = Frame & {
  id: ClusterId
  section: SectionId | null
  title: readonly string[]
  /** Only proposals: what changes for a resident; empty when nobody has said it. */
  resident: readonly string[]
  /** Height from the top to the first note. */
  head: number
}

export type SectionBox = Frame & {
  id: SectionId
  title: readonly string[]
  prompt: readonly string[]
  /** Height from the top to the content. */
  head: number
  /** The block of notes in no cluster; its words are shown when there are clusters too. */
  notSorted: (Frame & { labelled: boolean }) | null
}

/** Where everything is drawn. The maps are in reading order: sections, and in each its loose notes, then its clusters. */
export type CanvasLayout = {
  sections: Map<SectionId, SectionBox>
  clusters: Map<ClusterId, ClusterBox>
  notes: Map<NoteId, NoteBox>
  /** How much wider than its template the canvas is drawn. Places on the bare canvas are kept unstretched. */
  stretch: number
  /** Round everything, never empty. */
  bounds: Frame
}

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

/** The smallest frame round all of them. */
export function around(frames: readonly Frame[]): Frame | undefined {
  if (frames.length === 0) return undefined
  const edges = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { x, y, w, h } of frames) {
    edges.left = Math.min(edges.left, x)
    edges.top = Math.min(edges.top, y)
    edges.right = Math.max(edges.right, x + w)
    edges.bottom = Math.max(edges.bottom, y + h)
  }
  return { x: edges.left, y: edges.top, w: edges.right - edges.left, h: edges.bottom - edges.top }
}

/** Every item of a canvas in reading order: section, its loose notes, its clusters each with its notes; then what is loose. */
export function readingOrder(view: CanvasView): (SectionId | ClusterId | NoteId)[] {
  const inContainer = (container: Pick<CanvasView['loose'], 'notes' | 'clusters'>) => [
    ...container.notes.map((note) => note.id),
    ...container.clusters.flatMap((cluster) => [cluster.id, ...cluster.notes.map((note) => note.id)]),
  ]
  return [...view.sections.flatMap((section) => [section.id, ...inContainer(section)]), ...inContainer(view.loose)]
}
