import type * as Y from 'yjs'
import type { DrawingId, MemberId, NoteId } from '../domain/ids'
import { itemOf } from './roots'

export type CanvasDocument = Y.Doc

/** Who wrote a note, as the document says; `new` when there is no such note yet, null when it does not say. */
export function authorOfNote(document: CanvasDocument, id: NoteId): MemberId | null | 'new' {
  return authorOf(document, 'notes', id)
}

export function authorOfDrawing(document: CanvasDocument, id: DrawingId): MemberId | null | 'new' {
  return authorOf(document, 'drawings', id)
}

function authorOf(document: CanvasDocument, root: 'notes' | 'drawings', id: string): MemberId | null | 'new' {
  const item = itemOf(document, root, id)
  if (!item) return 'new'
  const author = item.get('author')
  return typeof author === 'string' ? (author as MemberId) : null
}
