import type { Frame, NoteView } from '../domain/canvas-view'
import type { DrawingRecord } from '../domain/drawing'
import type { ClusterId, DrawingId, NoteId, SectionId } from '../domain/ids'
import type { TextSize } from './sizes'

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
  /** Whether its notes are drawn, or only a line that opens them; `none`: it has nothing to fold. */
  fold: 'none' | 'open' | 'folded'
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

/**
 * What keeps together: a cluster with its notes, or what lies in a section or on the bare canvas in no cluster. The same
 * object from one layout to the next until something in it is new or elsewhere [B11].
 */
export type LayoutPart = {
  cluster: ClusterBox | null
  notes: ReadonlyMap<NoteId, NoteBox>
  /** The notes as they were read. */
  of: readonly NoteView[]
  bounds: Frame | undefined
}

export type DrawingBox = Frame & {
  id: DrawingId
  section: SectionId | null
  sketch: string
  record: DrawingRecord
  /** Only of a text. */
  lines: readonly string[]
}

/** Where everything is drawn. The maps are in reading order: sections, and in each its loose notes, then its clusters. */
export type CanvasLayout = {
  sections: ReadonlyMap<SectionId, SectionBox>
  clusters: ReadonlyMap<ClusterId, ClusterBox>
  notes: ReadonlyMap<NoteId, NoteBox>
  /** The same clusters and notes, in the same order, by what keeps together. */
  parts: readonly LayoutPart[]
  /** Over everything else. */
  drawings: ReadonlyMap<DrawingId, DrawingBox>
  /** How much wider than its template the canvas is drawn. Places on the bare canvas are kept unstretched. */
  stretch: number
  /** Round everything, never empty. */
  bounds: Frame
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
