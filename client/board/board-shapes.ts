import {
  allClusters,
  type CanvasView,
  type ClusterView,
  type NoteView,
  type SectionView,
} from '../../shared/domain/canvas-view'
import type { ClusterKind } from '../../shared/domain/cluster'
import { countBySide, type Side } from '../../shared/domain/side'
import type { CanvasLayout, ClusterBox, LayoutPart, NoteBox, SectionBox } from '../../shared/layout/boxes'
import { JoinedMap } from '../../shared/layout/joined-map'
import { remembered } from '../../shared/layout/remembered'
import type { TextSize } from '../../shared/layout/sizes'
import { boardText as text } from '../text/board'
import { type DrawingShape, drawingShapes } from './drawing-shapes'

/**
 * What the React side draws: plain records, one per item, with the item's own id. Lines are already broken and every word
 * is already chosen, so a shape is nothing but a picture of its record. `layer` is the drawing order.
 */
export type BoardShape = DrawingShape | ItemShape
type ItemShape = { id: string; x: number; y: number } & (
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
  fold: ClusterBox['fold']
  /** "5 more", on the line that opens a folded cluster. */
  more: string
  /** The word for a lock on it; empty for none. */
  locked: string
}
export type NoteProps = Size & { words: string[]; size: TextSize; side: Side | 'none'; locked: string }

/**
 * Everything to draw, by id, in drawing order. Pure: the same view and layout give the same records; what keeps its part of
 * the layout keeps its records, so that who draws can tell by identity what is new [B11].
 */
export function boardShapes(view: CanvasView, layout: CanvasLayout): JoinedMap<string, BoardShape> {
  const sections = new Map<string, BoardShape>()
  for (const section of view.sections) {
    const box = layout.sections.get(section.id)
    if (box) sections.set(section.id, sectionShape(section, box))
  }
  const clusters = new Map<string, BoardShape>()
  const answers = answersIn(view)
  for (const cluster of allClusters(view)) {
    const box = layout.clusters.get(cluster.id)
    if (box) clusters.set(cluster.id, keptClusterShape(cluster, box, answers.get(cluster.id) ?? 0))
  }
  return new JoinedMap([sections, clusters, ...layout.parts.map((part) => noteShapes(part)), drawingShapes(layout)])
}

/** The notes of one part of the layout, by id. */
export const noteShapes = remembered((part: LayoutPart): ReadonlyMap<string, BoardShape> => {
  const notes = new Map(part.of.map((note) => [note.id, note]))
  return new Map([...part.notes.values()].map((box) => [box.id, noteShape(box, notes.get(box.id))]))
})

/** How many proposals answer each barrier. */
function answersIn(view: CanvasView): ReadonlyMap<string, number> {
  const answers = new Map<string, number>()
  for (const { kind, addresses } of allClusters(view))
    if (kind === 'proposal') for (const barrier of addresses) answers.set(barrier, (answers.get(barrier) ?? 0) + 1)
  return answers
}

type KeptCluster = { cluster: ClusterView; answers: number; shape: BoardShape }
const keptClusters = new WeakMap<ClusterBox, KeptCluster>()

function keptClusterShape(cluster: ClusterView, box: ClusterBox, answers: number): BoardShape {
  const before = keptClusters.get(box)
  if (before?.cluster === cluster && before.answers === answers) return before.shape
  const shape = clusterShape(cluster, box, answers)
  keptClusters.set(box, { cluster, answers, shape })
  return shape
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

function clusterShape(cluster: ClusterView, box: ClusterBox, answers: number): BoardShape {
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
      residentLabel: proposal && box.fold !== 'folded' ? residentLabel(box) : '',
      head: box.head,
      dropHere: cluster.notes.length === 0 && !proposal ? text.dropHere : '',
      foot: footOf(cluster, answers),
      fold: box.fold,
      more: box.fold === 'folded' ? text.more(cluster.notes.length) : '',
      locked: cluster.locked ? text.locked : '',
    },
  }
}

function residentLabel(box: ClusterBox): string {
  return box.resident.length > 0 ? text.residentChange : `${text.residentChange}: ${text.residentUnsaid.toLowerCase()}`
}

function footOf(cluster: ClusterView, answers: number): string {
  if (cluster.kind === 'barrier') return answers > 0 ? text.addressedBy(answers) : text.noProposal
  return cluster.kind === 'proposal' && cluster.addresses.length > 0 ? text.answers(cluster.addresses.length) : ''
}

function noteShape(box: NoteBox, note: NoteView | undefined): BoardShape {
  return {
    id: box.id,
    type: 'note',
    layer: 2,
    x: box.x,
    y: box.y,
    props: {
      w: box.w,
      h: box.h,
      words: [...box.lines],
      size: box.text,
      side: note?.side ?? 'none',
      locked: note?.locked ? text.locked : '',
    },
  }
}

/** Whether two records are drawn the same. */
export function alike(a: BoardShape, b: BoardShape): boolean {
  if (a.type !== b.type || a.x !== b.x || a.y !== b.y) return false
  const [p, q]: Record<string, unknown>[] = [a.props, b.props]
  return Object.keys(p ?? {}).every((key) => same(p?.[key], q?.[key]))
}

/** Words are lines; everything else is a plain value. */
function same(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((line, index) => line === b[index])
}
