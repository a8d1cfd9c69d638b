import { For, Show } from 'solid-js'
import type { BinnedView } from '../../shared/domain/canvas-view'
import { sideName } from '../../shared/domain/side'
import { boardText as text } from '../text/board'
import { drawingText } from '../text/drawings'
import { workshopText } from '../text/workshop'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { KindMark, SideMark } from '../ui/mark'
import { showToast } from '../ui/toast'
import { drawnWords } from '../workshop/drawings/drawing-words'
import { focusBeside, putBack } from '../workshop/put-back'
import type { BoardActs } from './board-acts'
import styles from './board-dialogs.module.css'
import type { Board } from './create-board'
import { clusterTitle, noteWords } from './describe-item'
import type { Dialogs } from './dialogs'

/** What was deleted on this canvas, put back one by one. Notes that never held a word are not worth showing. */
export function BinDialog(props: { board: Board; acts: BoardActs; dialogs: Dialogs; open: boolean }) {
  const items = () => props.board.canvas.view.bin.filter((item) => worthShowing(item))
  const back = (item: BinnedView, button: HTMLElement) => {
    if (!props.acts.open([], item.is === 'drawing' ? 'draw' : 'move-note')) return
    const goOn = focusBeside(button)
    const where = putBack(props.board.canvas, item)
    showToast({ text: where ?? workshopText.notPutBack })
    if (where) goOn()
  }
  return (
    <Dialog
      open={props.open}
      onClose={props.dialogs.close}
      title={text.bin.title}
      description={text.bin.explain}
      size="medium"
    >
      <Show when={items().length > 0} fallback={<p class={styles.quiet}>{text.bin.none}</p>}>
        <ul class={`plain-list ${styles.rows}`}>
          <For each={items()}>
            {(item) => (
              <li class={styles.row}>
                <p>
                  <Mark item={item} board={props.board} /> {wordsOf(item)}
                </p>
                <Button
                  small
                  aria-label={text.bin.putBackNamed(wordsOf(item))}
                  onClick={(event) => back(item, event.currentTarget)}
                >
                  {text.bin.putBack}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </Dialog>
  )
}

function worthShowing(item: BinnedView): boolean {
  if (item.is === 'drawing' && item.kind !== 'text') return true
  return item.is === 'cluster' || item.text.trim() !== ''
}

function Mark(props: { item: BinnedView; board: Board }) {
  if (props.item.is === 'drawing') return <span class={styles.quiet}>{drawingText.bin}</span>
  return props.item.is === 'cluster' ? (
    <KindMark kind={props.item.kind} label={text.kinds[props.item.kind]} />
  ) : (
    <SideMark
      side={props.item.side}
      label={props.item.side ? sideName(props.item.side, props.board.sides()) : text.noSide}
    />
  )
}

function wordsOf(item: BinnedView): string {
  if (item.is === 'drawing') return drawnWords(item)
  return item.is === 'note' ? noteWords(item) : clusterTitle({ title: item.text, kind: item.kind })
}
