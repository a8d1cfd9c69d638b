import LockIcon from 'lucide-solid/icons/lock'
import LockOpen from 'lucide-solid/icons/lock-open'
import { Show } from 'solid-js'
import type { Lockable } from '../../shared/document/lock-edits'
import { lockOn } from '../../shared/domain/locks'
import { boardText as text } from '../text/board'
import { workshopText } from '../text/workshop'
import { Button } from '../ui/button'
import { InlineNotice } from '../ui/notice'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'

/** For facilitators: keeps an item as it is, or opens it. */
export function LockButton(props: { board: Board; acts: BoardActs; item: Lockable; locked: boolean | undefined }) {
  return (
    <Show when={props.board.workshop.may('lock-items')}>
      <Button
        start
        wide
        icon={props.locked ? <LockOpen /> : <LockIcon />}
        onClick={() => props.acts.setLocked([{ ...props.item }], !props.locked)}
      >
        {props.locked ? text.lock.unlock : text.lock.lock}
      </Button>
    </Show>
  )
}

/** To everybody else: why it stays as it is. */
export function LockReason(props: { board: Board; ids: readonly string[] }) {
  return (
    <Show when={keptFromMe(props.board, props.ids)}>
      {(lock) => <InlineNotice>{workshopText.lockedItem(lock())}</InlineNotice>}
    </Show>
  )
}

/** The lock that keeps these from me. Tracks. */
export function keptFromMe(board: Board, ids: readonly string[]) {
  return board.workshop.may('change-locked') ? undefined : lockOn(board.canvas.view, ids)
}
