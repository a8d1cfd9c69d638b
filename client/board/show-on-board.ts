import { attentionText } from '../text/attention'
import { showToast } from '../ui/toast'
import type { Wanted } from '../workshop/shell/attention'
import type { Board } from './create-board'
import { findItem } from './describe-item'

/** Brings what a facilitator points to into the middle. Who asked to go there has it selected, and their keys go on from it. */
export function showOnBoard(board: Board, { item, focus }: Wanted): void {
  const control = board.control()
  if (!findItem(board.canvas.view, item.id)) {
    if (focus) showToast({ text: attentionText.gone })
    return
  }
  if (focus) {
    control?.select([item.id])
    control?.focus()
  }
  control?.frame(item.id)
}
