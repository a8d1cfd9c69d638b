import * as Y from 'yjs'
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

/**
 * The Yjs client ids under which people wrote their notes. An id under which notes of several people were written (the
 * server's, or a facilitator's who wrote down what others said) is nobody's.
 */
export function clientIdsOf(document: CanvasDocument): Map<number, MemberId> {
  const members = new Map<number, MemberId | null>()
  for (const note of document.getMap('notes').values()) {
    const client = note instanceof Y.Map ? note._item?.id.client : undefined
    if (client === undefined || !(note instanceof Y.Map)) continue
    const author: unknown = note.get('author')
    const member = typeof author === 'string' ? (author as MemberId) : null
    members.set(client, members.has(client) && members.get(client) !== member ? null : member)
  }
  return new Map([...members].filter((entry): entry is [number, MemberId] => entry[1] !== null))
}
