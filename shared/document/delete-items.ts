import type * as Y from 'yjs'
import type { ClusterId, DrawingId, NoteId } from '../domain/ids'
import type { NoteSpot } from '../domain/spot'
import { type Edit, edit } from './change'
import { binDrawings } from './drawings'
import { bin, placesFor } from './edits'

/** Headings that leave their notes, as the person saw them, to one spot (*Not sorted* of their section), in this order. */
export type HeadingsGone = { ids: readonly ClusterId[]; notes: readonly NoteId[]; to: NoteSpot }

export type ItemDeletion = {
  notes: readonly NoteId[]
  headings: readonly HeadingsGone[]
  drawings: readonly DrawingId[]
}

/** Notes, headings and drawings deleted together: one step for everybody, and one to take back. A note goes one way only. */
export function deleteItems(document: Y.Doc, { notes, headings, drawings }: ItemDeletion, now: number): Edit {
  return edit(document, 'delete-items', (record) => {
    const deleted = new Set(notes)
    for (const { ids, notes: within, to } of headings) {
      const left = within.filter((id) => !deleted.has(id))
      const places = placesFor(record, 'notes', left.length, to)
      left.forEach((id, index) => {
        record.set('notes', id, 'place', places[index])
      })
      for (const id of ids) bin(record, 'clusters', id, now)
    }
    for (const id of deleted) bin(record, 'notes', id, now)
    binDrawings(record, drawings, now)
  })
}
