import type { ClusterKind } from './cluster'
import type { DrawingKind, DrawingView } from './drawing'
import type { ClusterId, DrawingId, MemberId, NoteId, SectionId } from './ids'
import type { Side } from './side'

/** x, y of the top left corner and size, in canvas units (pixels at 100 %). */
export type Frame = { x: number; y: number; w: number; h: number }

export type NoteView = {
  id: NoteId
  text: string
  side: Side | null
  author: MemberId | null
  createdAt: number
  /** Set when the note is placed freely, relative to what holds it. */
  at: { x: number; y: number } | null
  /** A facilitator keeps it as it is. */
  locked?: boolean
}

export type ClusterView = {
  id: ClusterId
  title: string
  kind: ClusterKind
  /** Barriers that a proposal answers; only live ones, each once. */
  addresses: ClusterId[]
  residentChange: string
  notes: NoteView[]
  at: { x: number; y: number } | null
  /** Shown as a headline with counts, on every board. */
  folded?: boolean
  locked?: boolean
}

/** `clusters` and `notes` (those in no cluster, "Not sorted") in reading order. */
export type SectionView = {
  id: SectionId
  title: string
  prompt: string
  layout: 'flow' | 'free'
  frame: Frame
  locked: boolean
  /** The kind that a new cluster takes here. */
  kind: ClusterKind
  /** What lies here was set aside: the record lists it as such. */
  parked: boolean
  clusters: ClusterView[]
  notes: NoteView[]
}

export type BinnedView =
  | { is: 'note'; id: NoteId; text: string; side: Side | null; author: MemberId | null; at: number }
  | { is: 'cluster'; id: ClusterId; text: string; kind: ClusterKind; at: number }
  /** `text`: its words, or what it is said to show. */
  | { is: 'drawing'; id: DrawingId; text: string; kind: DrawingKind; author: MemberId | null; at: number }

/**
 * The plain, ordered reading of a canvas that board, list, layout and export all stand on. Order is part of it: sections
 * top to bottom then left to right, what a section lays out by its key, what is placed freely by y, x, id.
 */
export type CanvasView = {
  sections: SectionView[]
  /** What lies on the canvas outside every section. */
  loose: { clusters: ClusterView[]; notes: NoteView[] }
  /** Over everything else, in reading order. */
  drawings: DrawingView[]
  /** Recently deleted, latest first. */
  bin: BinnedView[]
  /** How many entries did not fit the schema and were left out. */
  leftOut: number
}

export function allClusters(view: CanvasView): ClusterView[] {
  return [...view.sections.flatMap((section) => section.clusters), ...view.loose.clusters]
}

export function allNotes(view: CanvasView): NoteView[] {
  return [
    ...view.sections.flatMap((section) => [...section.clusters.flatMap((c) => c.notes), ...section.notes]),
    ...view.loose.clusters.flatMap((c) => c.notes),
    ...view.loose.notes,
  ]
}

/** Proposals that answer a barrier, in reading order. */
export function answersTo(view: CanvasView, barrier: ClusterId): ClusterView[] {
  return allClusters(view).filter((cluster) => cluster.kind === 'proposal' && cluster.addresses.includes(barrier))
}
