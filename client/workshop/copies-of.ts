import type { NoteGroup } from '../../shared/document/note-groups'
import { allClusters, type CanvasView, type NoteView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'

/** So far a copy lies beside its original on free ground, canvas units. */
const BESIDE = 24

/** A copy right after each of these notes, or beside it where it lies freely. Each counts for the side given. */
export function copiesOf(view: CanvasView, ids: readonly NoteId[], side: Side | null): NoteGroup[] {
  const wanted = new Set(ids)
  return holdersOf(view).flatMap(({ id: holder, notes, free }) => {
    const flowing = notes.filter((note) => note.at === null)
    return notes.flatMap((note): NoteGroup[] => {
      if (!wanted.has(note.id)) return []
      const copy = [{ text: note.text, side }]
      if (note.at) return [{ spot: { in: free, x: note.at.x + BESIDE, y: note.at.y + BESIDE }, notes: copy }]
      if (holder === null) return []
      const next = flowing[flowing.indexOf(note) + 1]
      return [{ spot: { in: holder, after: note.id, before: next?.id ?? null }, notes: copy }]
    })
  })
}

type Holder = { id: SectionId | ClusterId | null; notes: readonly NoteView[]; free: SectionId | null }

function holdersOf(view: CanvasView): Holder[] {
  return [
    ...view.sections.map(({ id, notes }): Holder => ({ id, notes, free: id })),
    ...allClusters(view).map(({ id, notes }): Holder => ({ id, notes, free: null })),
    { id: null, notes: view.loose.notes, free: null },
  ]
}
