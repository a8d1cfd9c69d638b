import {
  allClusters,
  type CanvasView,
  type ClusterView,
  type NoteView,
  type SectionView,
} from '../../shared/domain/canvas-view'
import type { DrawingView } from '../../shared/domain/drawing'
import { type SideNames, sideName } from '../../shared/domain/side'
import { boardText as text } from '../text/board'
import { drawingText } from '../text/drawings'
import { drawingWords } from '../workshop/drawings/drawing-words'

/** An item of the canvas with what holds it. */
export type FoundItem =
  | { is: 'section'; section: SectionView }
  | { is: 'cluster'; cluster: ClusterView; section: SectionView | null }
  | { is: 'note'; note: NoteView; cluster: ClusterView | null; section: SectionView | null }
  | { is: 'drawing'; drawing: DrawingView; section: SectionView | null }

export function findItem(view: CanvasView, id: string): FoundItem | undefined {
  for (const section of [...view.sections, null]) {
    if (section?.id === id) return { is: 'section', section }
    const holder = section ?? view.loose
    const note = holder.notes.find((one) => one.id === id)
    if (note) return { is: 'note', note, cluster: null, section }
    for (const cluster of holder.clusters) {
      if (cluster.id === id) return { is: 'cluster', cluster, section }
      const inside = cluster.notes.find((one) => one.id === id)
      if (inside) return { is: 'note', note: inside, cluster, section }
    }
  }
  const drawing = view.drawings.find((one) => one.id === id)
  const section = view.sections.find((one) => one.id === drawing?.section) ?? null
  return drawing && { is: 'drawing', drawing, section }
}

/** Several, in the order asked for: one look at the canvas for all of them. */
export function findEach(view: CanvasView, ids: readonly string[]): FoundItem[] {
  if (ids.length < 2) return ids.flatMap((id) => findItem(view, id) ?? [])
  const asked = new Set(ids)
  const found = new Map<string, FoundItem>()
  const keep = (id: string, item: () => FoundItem | undefined) => {
    const kept = asked.has(id) ? item() : undefined
    if (kept) found.set(id, kept)
  }
  for (const section of [...view.sections, null]) {
    if (section) keep(section.id, () => ({ is: 'section', section }))
    const holder = section ?? view.loose
    for (const note of holder.notes) keep(note.id, () => ({ is: 'note', note, cluster: null, section }))
    for (const cluster of holder.clusters) {
      keep(cluster.id, () => ({ is: 'cluster', cluster, section }))
      for (const note of cluster.notes) keep(note.id, () => ({ is: 'note', note, cluster, section }))
    }
  }
  for (const { id } of view.drawings) keep(id, () => findItem(view, id))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** What a screen reader is told about the focused item: its words, its kind or side, where it is. */
export function describeItem(view: CanvasView, id: string, sides: SideNames): string {
  const found = findItem(view, id)
  if (!found) return ''
  if (found.is === 'section') {
    const { section } = found
    const count = section.notes.length + section.clusters.reduce((sum, cluster) => sum + cluster.notes.length, 0)
    return text.said.section(sectionTitle(section), text.notes(count), text.clusters(section.clusters.length))
  }
  if (found.is === 'cluster') {
    const { cluster, section } = found
    const place = section ? text.said.clusterIn(sectionTitle(section)) : text.said.onCanvas
    const count = text.notes(cluster.notes.length)
    return text.said.cluster(text.kinds[cluster.kind], clusterTitle(cluster), count, place)
  }
  if (found.is === 'drawing') {
    const { drawing, section } = found
    const place = section ? drawingText.inSection(sectionTitle(section)) : drawingText.onCanvas
    const sketch = view.drawings.filter((one) => one.sketch === drawing.sketch)
    return drawingText.said(drawingWords(sketch), place)
  }
  const side = found.note.side ? sideName(found.note.side, sides) : text.noSide
  return text.said.note(noteWords(found.note), side, placeOf(found))
}

function placeOf(found: Extract<FoundItem, { is: 'note' }>): string {
  if (found.cluster) return text.said.inCluster(text.kindInText(found.cluster.kind), clusterTitle(found.cluster))
  return found.section ? text.said.inSection(sectionTitle(found.section)) : text.said.onCanvas
}

/** Names one thing that is taken in hand by its words: lines drawn in one go are one. Several have no name. */
export function nameOf(view: CanvasView, ids: readonly string[]): string | undefined {
  const [first, ...others] = findEach(view, ids)
  if (
    first?.is === 'drawing' &&
    others.every((one) => one.is === 'drawing' && one.drawing.sketch === first.drawing.sketch)
  )
    return drawingWords(view.drawings.filter((one) => one.sketch === first.drawing.sketch))
  if (!first || others.length > 0) return undefined
  if (first.is === 'note') return noteWords(first.note)
  if (first.is === 'cluster') return clusterTitle(first.cluster)
  return first.is === 'section' ? sectionTitle(first.section) : undefined
}

/** Names a container where things can be moved to: a cluster by its title, a section by its "Not sorted". */
export function containerName(view: CanvasView, id: string | null): string {
  const section = view.sections.find((one) => one.id === id)
  if (section) return sectionTitle(section)
  const cluster = allClusters(view).find((one) => one.id === id)
  return cluster ? clusterTitle(cluster) : text.said.onCanvas
}

export function clusterTitle(cluster: Pick<ClusterView, 'title' | 'kind'>): string {
  return oneLine(cluster.title) || text.untitled(cluster.kind)
}

export function sectionTitle(section: Pick<SectionView, 'title'>): string {
  return oneLine(section.title) || text.untitledSection
}

export function noteWords(note: Pick<NoteView, 'text'>): string {
  return oneLine(note.text) || text.emptyNote
}

function oneLine(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
