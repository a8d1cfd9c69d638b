import type { Edit } from '../../shared/document/change'
import type { ItemMoves } from '../../shared/document/move-items'
import type { SectionId } from '../../shared/domain/ids'
import { itemsStay, itemsText } from '../text/items'
import { showToast } from '../ui/toast'
import { movesToSection, moveTogether } from '../workshop/several'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import { type MixedDrop, movesOf } from './mixed-drop'
import { countsOf, draggedWith, withSketches } from './moved-together'

export type MixedActs = ReturnType<typeof createMixedActs>

/** A section alone is moved by the edit of its own. */
function moveAll({ canvas }: Board, moves: ItemMoves): Edit | undefined {
  const { notes, clusters, drawings, sections } = moves
  const [section, another] = sections
  const isAlone = section && !another && notes.length + clusters.length + drawings.length === 0
  return isAlone ? canvas.edits.moveSection(section.id, section.to) : moveTogether(canvas.edits, moves)
}

/** What one can do with items of several kinds at once. What is locked, or not theirs to move, stays and it is said why. */
export function createMixedActs(board: Board, acts: Pick<BoardActs, 'whyNot'>) {
  const counts = (ids: readonly string[]) => countsOf(board.drawing().layout, ids)
  const inWords = (ids: readonly string[]) => itemsText(counts(ids))

  const tellStays = (ids: readonly string[]): void => {
    if (ids.length > 0) showToast({ text: itemsStay(counts(ids), acts.whyNot(ids)) })
  }

  /** Each move whose place is open to me; what the others were to move goes on the list. */
  const openOnly = (moves: ItemMoves, stays: string[]): ItemMoves & { into: string[] } => {
    const into: string[] = []
    const isOpen = (holder: string | null, ids: readonly string[]) => {
      if (holder === null || board.lockedBy([holder]) === undefined) return true
      stays.push(...ids)
      into.push(holder)
      return false
    }
    return {
      notes: moves.notes.filter(({ ids, spot }) => isOpen(spot.in, ids)),
      clusters: moves.clusters.filter(({ ids, spot }) => isOpen(spot.in, ids)),
      drawings: moves.drawings.filter(({ id, place }) => isOpen(place.in, [id])),
      sections: moves.sections,
      into,
    }
  }

  /** True when something was moved; always one edit. */
  const make = (moves: ItemMoves): boolean => {
    const kept: string[] = []
    const { into, ...open } = openOnly(moves, kept)
    const isMoved = Object.values(open).some((some) => some.length > 0) && moveAll(board, open) !== undefined
    if (kept.length > 0) showToast({ text: itemsStay(counts(kept), acts.whyNot(into)) })
    return isMoved
  }

  return {
    inWords,
    tellStays,
    /** What goes along with an item: those that may be moved, and those that stay. */
    taken(first: string) {
      const { layout } = board.drawing()
      const all = draggedWith(layout, first, withSketches(layout, board.selected()))
      const ids = board.movable(all)
      return { ids, stays: all.filter((id) => !ids.includes(id)) }
    },
    drop: (drop: MixedDrop) => make(movesOf(board.drawing(), drop)),
    /** To the end of a section, and drawings to its top, without a pointer. */
    moveTo(section: SectionId, ids: readonly string[]): boolean {
      const { view, layout } = board.drawing()
      const chosen = new Set(ids)
      const among = <Id extends string>(all: ReadonlyMap<Id, unknown>) => [...all.keys()].filter((id) => chosen.has(id))
      const several = {
        notes: among(layout.notes),
        clusters: among(layout.clusters),
        drawings: among(layout.drawings),
      }
      return make(movesToSection({ view, layout: () => layout, edits: board.canvas.edits }, several, section))
    },
  }
}
