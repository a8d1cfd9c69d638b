import type { ClusterKind } from '../../shared/domain/cluster'
import type { NoteId, SectionId } from '../../shared/domain/ids'
import type { ClusterSpot, NoteSpot } from '../../shared/domain/spot'
import { containerAt, newClusterSpotAt, newNoteSpotAt } from '../../shared/layout/spot-at'
import type { Board } from './create-board'
import { type FoundItem, findItem } from './describe-item'

/** Beside what is selected, else at the end of the section in the middle of the screen. */
export function spotForNew(board: Board): NoteSpot {
  const { edits } = board.canvas
  const { view } = board.drawing()
  const last = board.selected().at(-1)
  const item = last === undefined ? undefined : findItem(view, last)
  if (item?.is === 'section') return edits.endOf(item.section.id)
  if (item?.is === 'cluster') return edits.endOf(item.cluster.id)
  const holder = item?.is === 'note' ? (item.cluster ?? item.section) : undefined
  if (holder) return edits.endOf(holder.id)
  const section = sectionInView(board)
  if (section) return edits.endOf(section)
  const centre = board.control()?.centre() ?? { x: 0, y: 0 }
  return newNoteSpotAt(board.drawing().layout, view, centre)
}

/** A new cluster takes the kind of its section, and stands in the section of the notes it is made from. */
export function clusterSpotFor(
  board: Board,
  notes: readonly NoteId[],
  wanted?: ClusterKind,
): { spot: ClusterSpot; kind: ClusterKind } {
  const { view, layout } = board.drawing()
  const anchor = notes[0] ?? board.selected().at(-1)
  const anchored = anchor === undefined ? undefined : sectionOf(findItem(view, anchor))
  const suited =
    wanted && wanted !== anchored?.kind ? view.sections.find((one) => one.kind === wanted && !one.locked) : undefined
  const section = suited ?? anchored ?? view.sections.find(({ id }) => id === sectionInView(board))
  if (section?.layout === 'flow') return { spot: board.canvas.edits.endOfSection(section.id), kind: section.kind }
  const centre = board.control()?.centre() ?? { x: 0, y: 0 }
  return { spot: newClusterSpotAt(layout, view, centre), kind: section?.kind ?? 'theme' }
}

export function sectionOf(item: FoundItem | undefined) {
  return item?.section ?? undefined
}

function sectionInView(board: Board): SectionId | undefined {
  const { view, layout } = board.drawing()
  const centre = board.control()?.centre()
  const box = centre && containerAt(layout, centre)
  const item = box ? findItem(view, box.id) : undefined
  const open = view.sections.filter((one) => board.lockedBy([one.id]) === undefined)
  return (sectionOf(item) ?? open[0] ?? view.sections[0])?.id
}
