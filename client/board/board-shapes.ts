import {
  allClusters,
  answersTo,
  type CanvasView,
  type ClusterView,
  type SectionView,
} from '../../shared/domain/canvas-view'
import type { ClusterKind } from '../../shared/domain/cluster'
import { countBySide, type Side } from '../../shared/domain/side'
import type { CanvasLayout, ClusterBox, NoteBox, SectionBox } from '../../shared/layout/boxes'
import type { TextSize } from '../../shared/layout/sizes'
import { boardText as text } from '../text/board'

/**
 * What the React side draws: plain records, one per item, with the item's own id. Lines are already broken and every word
 * is already chosen, so a shape is nothing but a picture of its record. `layer` is the drawing order.
 */
export type BoardShape = { id: string; x: number; y: number } & (
  | { type: 'section'; layer: 0; props: SectionProps }
  | { type: 'cluster'; layer: 1; props: ClusterProps }
  | { type: 'note'; layer: 2; props: NoteProps }
)

type Size = { w: number; h: number }
export type SectionProps = Size & {
  title: string[]
  prompt: string[]
  /** Words over the block of loose notes, and where; empty for none. */
  notSorted: string
  notSortedX: number
  notSortedY: number
  locked: string
}
export type ClusterProps = Size & {
  kind: ClusterKind
  kindName: string
  title: string[]
  untitled: boolean
  /** "3 notes" for each side that has any, else empty. */
  central: string
  local: string
  other: string
  none: string
  /** Only proposals: lines of what changes for a resident. */
  resident: string[]
  residentLabel: string
  head: number
  /** Words in the dashed place of a cluster without notes. */
  dropHere: string
  foot: string
}
export type NoteProps = Size & { words: string[]; size: TextSize; side: Side | 'none' }

/** Everything to draw, by id, in drawing order. Pure: the same view and layout give the same records. */
export function boardShapes(view: CanvasView, layout: CanvasLayout): Map<string, BoardShape> {
  const shapes = new Map<string, BoardShape>()
  for (const section of view.sections) {
    const box = layout.sections.get(section.id)
    if (box) shapes.set(section.id, sectionShape(section, box))
  }
  for (const cluster of allClusters(view)) {
    const box = layout.clusters.get(cluster.id)
    if (box) shapes.set(cluster.id, clusterShape(view, cluster, box))
  }
  const sides = sidesOf(view)
  for (const box of layout.notes.values()) shapes.set(box.id, noteShape(box, sides.get(box.id) ?? null))
  return shapes
}

function sectionShape(section: SectionView, box: SectionBox): BoardShape {
  const label = box.notSorted?.labelled ? text.notSortedCount(section.notes.length) : ''
  return {
    id: section.id,
    type: 'section',
    layer: 0,
    x: box.x,
    y: box.y,
    props: {
      w: box.w,
      h: box.h,
      title: section.title.trim() === '' ? [text.untitledSection] : [...box.title],
      prompt: [...box.prompt],
      notSorted: label,
      notSortedX: (box.notSorted?.x ?? box.x) - box.x,
      notSortedY: (box.notSorted?.y ?? box.y) - box.y,
      locked: section.locked ? text.locked : '',
    },
  }
}

function clusterShape(view: CanvasView, cluster: ClusterView, box: ClusterBox): BoardShape {
  const counts = countBySide(cluster.notes)
  const words = (count: number) => (count > 0 ? text.notes(count) : '')
  const untitled = cluster.title.trim() === ''
  const proposal = cluster.kind === 'proposal'
  return {
    id: cluster.id,
    type: 'cluster',
    layer: 1,
    x: box.x,
    y: box.y,
    props: {
      w: box.w,
      h: box.h,
      kind: cluster.kind,
      kindName: text.kinds[cluster.kind],
      title: untitled ? [text.untitled(cluster.kind)] : [...box.title],
      untitled,
      central: words(counts.central),
      local: words(counts.local),
      other: words(counts.other),
      none: words(counts.none),
      resident: proposal ? [...box.resident] : [],
      residentLabel: proposal ? residentLabel(box) : '',
      head: box.head,
      dropHere: cluster.notes.length === 0 && !proposal ? text.dropHere : '',
      foot: footOf(view, cluster),
    },
  }
}

function residentLabel(box: ClusterBox): string {
  return box.resident.length > 0 ? text.residentChange : `${text.residentChange}: ${text.residentUnsaid.toLowerCase()}`
}

function footOf(view: CanvasView, cluster: ClusterView): string {
  if (cluster.kind === 'barrier') {
    const answers = answersTo(view, cluster.id).length
    return answers > 0 ? text.addressedBy(answers) : text.noProposal
  }
  return cluster.kind === 'proposal' && cluster.addresses.length > 0 ? text.answers(cluster.addresses.length) : ''
}

function noteShape(box: NoteBox, side: Side | null): BoardShape {
  return {
    id: box.id,
    type: 'note',
    layer: 2,
    x: box.x,
    y: box.y,
    props: { w: box.w, h: box.h, words: [...box.lines], size: box.text, side: side ?? 'none' },
  }
}

function sidesOf(view: CanvasView): Map<string, Side | null> {
  const sides = new Map<string, Side | null>()
  const read = (holder: Pick<SectionView, 'notes' | 'clusters'>) => {
    for (const note of holder.notes) sides.set(note.id, note.side)
    for (const cluster of holder.clusters) for (const note of cluster.notes) sides.set(note.id, note.side)
  }
  for (const section of view.sections) read(section)
  read(view.loose)
  return sides
}

/** What must be put and removed to get from one drawing to the next: only what differs. */
export function changedShapes(
  before: ReadonlyMap<string, BoardShape>,
  after: ReadonlyMap<string, BoardShape>,
): { put: BoardShape[]; remove: string[] } {
  const put: BoardShape[] = []
  for (const [id, shape] of after) {
    const old = before.get(id)
    if (!old || !alike(old, shape)) put.push(shape)
  }
  const remove = [...before.keys()].filter((id) => !after.has(id))
  return { put, remove }
}

function alike(a: BoardShape, b: BoardShape): boolean {
  if (a.type !== b.type || a.x !== b.x || a.y !== b.y) return false
  const [p, q]: Record<string, unknown>[] = [a.props, b.props]
  return Object.keys(p ?? {}).every((key) => same(p?.[key], q?.[key]))
}

/** Words are lines; everything else is a plain value. */
function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((line, index) => line === b[index])
}
