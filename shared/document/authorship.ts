import type * as Y from 'yjs'
import type { MemberId, NoteId } from '../domain/ids'
import { itemOf } from './roots'

export type CanvasDocument = Y.Doc

/** Who wrote a note, as the document says; `new` when there is no such note yet, null when it does not say. */
export function authorOfNote(document: CanvasDocument, id: NoteId): MemberId | null | 'new' {
  const note = itemOf(document, 'notes', id)
  if (!note) return 'new'
  const author = note.get('author')
  return typeof author === 'string' ? (author as MemberId) : null
}
