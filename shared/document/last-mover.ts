import type * as Y from 'yjs'
import { itemOf } from './roots'

/** The Yjs client that last said where an item is: that moved it, deleted it, or merged it into another. */
export function lastMover(document: Y.Doc, id: string): number | undefined {
  const item = itemOf(document, 'notes', id) ?? itemOf(document, 'clusters', id)
  return (item?._map.get('goneTo') ?? item?._map.get('place'))?.id.client
}
