import type { Edit } from '../../shared/document/change'
import type { ItemMoves } from '../../shared/document/move-items'
import type { DrawingId, SectionId } from '../../shared/domain/ids'
import { placesInSection } from '../../shared/layout/layout-drawings'
import { staysPut } from '../../shared/layout/spot-at'
import { boardText as text } from '../text/board'
import { itemsText } from '../text/items'
import { showToast } from '../ui/toast'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import { type MixedDrop, movesOf } from './mixed-drop'
import { countsOf, draggedWith, withSketches } from './moved-together'

export type MixedActs = ReturnType<typeof createMixedActs>

/** One kind alone is moved by the edit of its own. */
function moveAll({ canvas }: Board, moves: ItemMoves): Edit | undefined {
  const { notes, clusters, drawings, sections } = moves
  const [section, another] = sections
  if (notes.length + clusters.length + sections.length === 0) return canvas.edits.moveDrawings(drawings)
  if (section && !another && notes.length + clusters.length + drawings.length === 0)
    return canvas.edits.moveSection(section.id, section.to)
  return canvas.edits.moveItems(moves)
}

/** What one can do with items of several kinds at once. What is locked, or not theirs to move, stays and it is said why. */
export function createMixedActs(board: Board, acts: Pick<BoardActs, 'whyNot'>) {
  const inWords = (ids: readonly string[]) => itemsText(countsOf(board.drawing().layout, ids))

  const tellStays = (ids: readonly string[]): void => {
    if (ids.length > 0) showToast({ text: text.stayed(inWords(ids), ids.length, acts.whyNot(ids)) })
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
    if (kept.length > 0) showToast({ text: text.stayed(inWords(kept), kept.length, acts.whyNot(into)) })
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
      const { edits } = board.canvas
      const chosen = new Set(ids)
      const notes = [...layout.notes.keys()].filter((id) => chosen.has(id))
      const clusters = [...layout.clusters.keys()].filter((id) => chosen.has(id))
      const [among, beside] = [edits.endOf(section), edits.endOfSection(section)]
      const drawings = [...layout.drawings.keys()].filter((id) => chosen.has(id)) as DrawingId[]
      const moves: ItemMoves = {
        notes: notes.length === 0 || staysPut(view, notes, among) ? [] : [{ ids: notes, spot: among }],
        clusters: clusters.length === 0 || staysPut(view, clusters, beside) ? [] : [{ ids: clusters, spot: beside }],
        drawings: placesInSection(layout, drawings, section),
        sections: [],
      }
      return make(moves)
    },
  }
}
