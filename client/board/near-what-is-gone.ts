import { lastMover } from '../../shared/document/last-mover'
import { boardText as text } from '../text/board'
import { announce } from '../ui/live-region'
import type { Board } from './create-board'
import { findItem } from './describe-item'

/**
 * Where the keys go on when what they were at goes away by somebody else's doing [L24]: the next item of what held it, else
 * the one before, else the holder; of a note that is folded away its cluster. By pointer nothing is chosen for one: the next
 * press of *Delete* would be at something else.
 */
export function createNearWhatIsGone(board: Board): {
  /** What is selected now, to be remembered with what lies round it. */
  at(ids: readonly string[]): void
  /** The selection became empty by itself. */
  goOn(): void
} {
  let kept: { id: string; near: readonly string[] } | undefined
  return {
    at(ids) {
      const [id] = ids
      if (ids.length > 0) kept = id !== undefined && ids.length === 1 ? { id, near: nearTo(board, id) } : undefined
    },
    goOn() {
      const gone = kept
      kept = undefined
      if (!gone || !isByKeys()) return
      const { view } = board.drawing()
      const found = findItem(view, gone.id)
      const folded = found?.is === 'note' && found.cluster?.folded ? found.cluster.id : undefined
      const document = board.canvas.document()
      // what one deleted oneself is one's own affair
      if (!found && lastMover(document, gone.id) === document.clientID) return
      const next = folded ?? (found ? undefined : gone.near.find((id) => findItem(view, id)))
      if (next === undefined) return
      // the selection is in the middle of being told
      queueMicrotask(() => {
        board.control()?.select([next])
        announce(folded ? text.foldedOver : text.onTheNext)
      })
    },
  }
}

function nearTo(board: Board, id: string): string[] {
  const found = findItem(board.drawing().view, id)
  if (found?.is !== 'note' && found?.is !== 'cluster') return []
  const holder = found.is === 'note' ? (found.cluster ?? found.section) : found.section
  const row: readonly { id: string }[] =
    found.is === 'cluster' ? (found.section?.clusters ?? []) : ((found.cluster ?? found.section)?.notes ?? [])
  const at = row.findIndex((one) => one.id === id)
  return [...row.slice(at + 1), ...row.slice(0, Math.max(at, 0)).reverse(), ...(holder ? [holder] : [])].map(
    (one) => one.id,
  )
}

/** The canvas has the focus, and keys were used last. */
function isByKeys(): boolean {
  return document.activeElement?.closest('[data-keys]') != null
}
