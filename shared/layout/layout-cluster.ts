import type { ClusterView, Frame } from '../domain/canvas-view'
import type { SectionId } from '../domain/ids'
import type { ClusterBox, NoteBox } from './boxes'
import { gridOfNotes, measureNote } from './layout-note'
import { remembered } from './remembered'
import { CLUSTER, NOTE } from './sizes'
import { wrapAtMost } from './wrap-text'

/** A cluster and its notes with its own corner as origin. */
export type LaidCluster = { cluster: ClusterView; box: Omit<ClusterBox, 'section'>; notes: Omit<NoteBox, 'section'>[] }

export const layoutCluster = remembered(layOutCluster)

/** Kind line, title, for a proposal what changes for a resident, then the notes two by two, then one quiet line. */
function layOutCluster(cluster: ClusterView): LaidCluster {
  const { inset, innerWidth, title, kindLine } = CLUSTER
  const titleLines = wrapAtMost(
    cluster.title.replace(/\s+/g, ' ').trim(),
    { size: title.size, weight: 650, width: innerWidth },
    title.mostLines,
  )
  const fold = foldOf(cluster)
  const resident = residentLines(cluster)
  let y = inset.top + kindLine + title.above + titleLines.length * title.line + title.below
  if (cluster.kind === 'proposal' && fold !== 'folded') {
    y += (resident.length + 1) * CLUSTER.resident.line + CLUSTER.resident.below
  }
  const head = y
  const grid = gridOfNotes(
    (fold === 'folded' ? [] : cluster.notes).map((note) => measureNote(note, NOTE.leastHeightInCluster)),
    CLUSTER.columns,
  )
  const notes = grid.notes.map(({ measured, x, y: down, h }) => ({
    id: measured.note.id,
    cluster: cluster.id,
    lines: measured.lines,
    text: measured.text,
    x: inset.side + x,
    y: head + down,
    w: NOTE.width,
    h,
  }))
  y +=
    (fold === 'folded' ? CLUSTER.fold.line : contentHeight(cluster, grid.height)) + footHeight(cluster) + inset.bottom
  return {
    cluster,
    box: { id: cluster.id, title: titleLines, resident, head, fold, x: 0, y: 0, w: CLUSTER.width, h: y },
    notes,
  }
}

function foldOf(cluster: ClusterView): ClusterBox['fold'] {
  if (cluster.notes.length === 0) return 'none'
  return cluster.folded ? 'folded' : 'open'
}

function residentLines(cluster: ClusterView): readonly string[] {
  const { size, mostLines } = CLUSTER.resident
  const words = cluster.residentChange.replace(/\s+/g, ' ').trim()
  if (cluster.kind !== 'proposal' || words === '' || foldOf(cluster) === 'folded') return []
  return wrapAtMost(words, { size, weight: 400, width: CLUSTER.innerWidth }, mostLines)
}

/** A proposal needs no notes; a barrier or a theme without any shows where they go. */
function contentHeight(cluster: ClusterView, grid: number): number {
  if (cluster.notes.length > 0) return grid
  return cluster.kind === 'proposal' ? -CLUSTER.resident.below : CLUSTER.emptyHeight
}

/** The line about links and locks: a barrier always says whether it is answered, a proposal only what it answers. */
function footHeight(cluster: ClusterView): number {
  const shown =
    cluster.locked || cluster.kind === 'barrier' || (cluster.kind === 'proposal' && cluster.addresses.length > 0)
  return shown ? CLUSTER.foot.above + CLUSTER.foot.line : 0
}

/** Where a press folds or opens it; null where there is nothing to fold. */
export function foldMarkOf(box: ClusterBox): Frame | null {
  if (box.fold === 'none') return null
  if (box.fold === 'folded') return { x: box.x, y: box.y + box.head, w: box.w, h: CLUSTER.fold.line }
  const { mark } = CLUSTER.fold
  return { x: box.x + box.w - mark - 6, y: box.y + 8, w: mark, h: mark }
}

export function boxesAt(
  laid: LaidCluster,
  at: { x: number; y: number },
  section: SectionId | null,
): { cluster: ClusterBox; notes: NoteBox[] } {
  return {
    cluster: { ...laid.box, section, x: at.x, y: at.y },
    notes: laid.notes.map((note) => ({ ...note, section, x: note.x + at.x, y: note.y + at.y })),
  }
}
