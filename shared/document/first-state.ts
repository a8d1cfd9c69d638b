import * as Y from 'yjs'

/** A document while it is filled. */
export type CanvasDocument = Y.Doc

/** The first bytes of a new document: what `fill` writes, made before any room is open. */
export function firstState(fill: (document: Y.Doc) => void = () => undefined): Uint8Array {
  const document = new Y.Doc()
  try {
    document.transact(() => fill(document))
    return Y.encodeStateAsUpdate(document)
  } finally {
    document.destroy()
  }
}
