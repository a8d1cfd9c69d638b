import type { ItemMoves } from '../../shared/document/move-items'
import { allClusters, allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import type { NoteId } from '../../shared/domain/ids'

/** Those that are not deleted: moving one would bring it back. */
export function notesThere(view: CanvasView, ids: readonly NoteId[]): NoteId[] {
  const all = new Set(allNotes(view).map((note) => note.id))
  return ids.filter((id) => all.has(id))
}

/** The same of items of any kind. */
export function movesThere(view: CanvasView, { notes, clusters, drawings, sections }: ItemMoves): ItemMoves {
  const allDrawings = new Set(view.drawings.map(({ id }) => id))
  const allHeads = new Set<string>(allClusters(view).map(({ id }) => id))
  const allSections = new Set(view.sections.map(({ id }) => id))
  return {
    notes: notes.map(({ ids, spot }) => ({ ids: notesThere(view, ids), spot })).filter(({ ids }) => ids.length > 0),
    clusters: clusters
      .map(({ ids, spot }) => ({ ids: ids.filter((id) => allHeads.has(id)), spot }))
      .filter(({ ids }) => ids.length > 0),
    drawings: drawings.filter(({ id }) => allDrawings.has(id)),
    sections: sections.filter(({ id }) => allSections.has(id)),
  }
}

export function isEmpty(moves: ItemMoves): boolean {
  return Object.values(moves).every((some) => some.length === 0)
}
