import { createComputed, on, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
import type { Canvas } from '../contract'

/** Whether the change that is being told of just now came from this person, here or at another screen of theirs. */
export function followWhoseChange(canvas: Pick<Canvas, 'document' | 'isOwnScreen'>): () => boolean {
  let isMine = false
  const look = (transaction: Y.Transaction) => {
    isMine = transaction.local || isFromOwnScreens(transaction, canvas.isOwnScreen)
  }
  createComputed(
    on(canvas.document, (document) => {
      isMine = false
      // before anybody is told of it
      document.on('beforeObserverCalls', look)
      onCleanup(() => document.off('beforeObserverCalls', look))
    }),
  )
  return () => isMine
}

/** A change that only takes away names nobody: it counts as somebody else's. */
function isFromOwnScreens({ beforeState, afterState }: Y.Transaction, isOwn: (clientId: number) => boolean): boolean {
  const writers = [...afterState].filter(([client, clock]) => clock > (beforeState.get(client) ?? 0))
  return writers.length > 0 && writers.every(([client]) => isOwn(client))
}
