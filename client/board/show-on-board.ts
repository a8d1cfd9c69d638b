import { attentionText } from '../text/attention'
import { showToast } from '../ui/toast'
import type { Wanted } from '../workshop/shell/attention'
import type { Board } from './create-board'
import { findItem } from './describe-item'

/** Brings what a facilitator points to into the middle. Who asked to go there has it selected, and their keys go on from it. */
export function showOnBoard(board: Board, { item, focus }: Wanted): void {
  const control = board.control()
  const found = findItem(board.canvas.view, item.id)
  if (!found) {
    if (focus) showToast({ text: attentionText.gone })
    return
  }
  // a note in a folded cluster is shown by its cluster
  const id = found.is === 'note' && found.cluster?.folded ? found.cluster.id : item.id
  if (focus) {
    control?.select([id])
    control?.focus()
  }
  control?.frame(id)
}
