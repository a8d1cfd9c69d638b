import type * as Y from 'yjs'
import { type NoteId, newId } from '../domain/ids'
import type { Side } from '../domain/side'
import type { FreePlace, NoteSpot } from '../domain/spot'
import { type Edit, edit } from './change'
import { type Author, createNotes } from './edits'

/** Notes for one spot, in their order; each counts for its own side. */
export type NoteGroup = { spot: NoteSpot; notes: readonly { text: string; side: Side | null }[] }

/** Notes for several places in one step, as an import or copies of a selection bring them. Ids in the order of the groups. */
export function addNoteGroups(
  document: Y.Doc,
  groups: readonly NoteGroup[],
  author: Author,
): { ids: NoteId[]; edit: Edit } {
  const made = groups.map(({ spot, notes }) => ({
    spot,
    notes: notes.map((note) => ({ ...note, id: newId<'note'>() })),
  }))
  const done = edit(document, 'add-notes', (record) => {
    for (const { spot, notes } of made) createNotes(record, notes, { spot, author })
  })
  return { ids: made.flatMap(({ notes }) => notes.map(({ id }) => id)), edit: done }
}

/** Each to a place of its own on free ground, in one step: several keep their distances, or are put in rows. */
export function placeNotes(document: Y.Doc, places: ReadonlyMap<NoteId, FreePlace>): Edit {
  return edit(document, 'move-notes', (record) => {
    for (const [id, place] of places) record.set('notes', id, 'place', place)
  })
}
