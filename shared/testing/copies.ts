import * as Y from 'yjs'

/** Several copies of one document, one a person, whose updates move only when the test says so. */
export function openCopies(count: number): { documents: Y.Doc[]; settle: () => void } {
  const documents = Array.from({ length: count }, () => new Y.Doc())
  const settle = () => {
    for (const from of documents) {
      for (const to of documents) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'sync')
    }
  }
  return { documents, settle }
}
