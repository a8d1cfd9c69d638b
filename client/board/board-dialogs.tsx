import { createSignal, For, Show } from 'solid-js'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { showToast } from '../ui/toast'
import type { PastedLines } from '../workshop/paste-lines'
import { BinDialog } from './bin-dialog'
import type { BoardActs } from './board-acts'
import { spotForNew } from './board-acts'
import styles from './board-dialogs.module.css'
import type { Board } from './create-board'
import { containerName } from './describe-item'
import { LinkDialog } from './link-dialog'
import { MergeDialog } from './merge-dialog'
import { MoveDialog, type Moving } from './move-dialog'

type Opened =
  | { is: 'move'; moving: Moving }
  | { is: 'merge'; cluster: string }
  | { is: 'link'; proposal: string }
  | { is: 'bin' }
  | { is: 'keys' }
  | { is: 'paste'; pasted: PastedLines }

export type Dialogs = ReturnType<typeof createDialogs>

/** Which dialog is open: one at a time, opened from keys, tools and panel. */
export function createDialogs(board: Board, acts: BoardActs) {
  const [opened, setOpened] = createSignal<Opened>()
  const moveNotes = (ids = acts.selectedNotes()) => {
    if (ids.length > 0 && acts.open(ids)) setOpened({ is: 'move', moving: { is: 'notes', ids } })
  }
  const moveCluster = (id: string) => {
    if (acts.open([id])) setOpened({ is: 'move', moving: { is: 'cluster', id } })
  }
  return {
    opened,
    close: () => setOpened(undefined),
    paste: (pasted: PastedLines) => setOpened({ is: 'paste', pasted }),
    open: {
      move() {
        const [first] = board.selected()
        const item = first === undefined ? undefined : acts.found(first)
        if (item?.is === 'cluster') moveCluster(item.cluster.id)
        else if (item?.is === 'note') moveNotes()
        else showToast({ text: text.selectFirst })
      },
      moveNotes,
      moveCluster,
      merge: (cluster: string) => acts.open([cluster]) && setOpened({ is: 'merge', cluster }),
      link: (proposal: string) => acts.open([proposal]) && setOpened({ is: 'link', proposal }),
      bin: () => void setOpened({ is: 'bin' }),
      keys: () => void setOpened({ is: 'keys' }),
    },
  }
}

type Props = { board: Board; acts: BoardActs; dialogs: Dialogs }

export function BoardDialogs(props: Props) {
  const as = <Is extends Opened['is']>(is: Is) => {
    const now = props.dialogs.opened()
    return now?.is === is ? (now as Extract<Opened, { is: Is }>) : undefined
  }
  return (
    <>
      <MoveDialog {...props} moving={as('move')?.moving} />
      <MergeDialog {...props} cluster={as('merge')?.cluster} />
      <LinkDialog {...props} proposal={as('link')?.proposal} />
      <BinDialog {...props} open={as('bin') !== undefined} />
      <PasteDialog {...props} pasted={as('paste')?.pasted} />
      <KeysDialog {...props} open={as('keys') !== undefined} />
    </>
  )
}

function PasteDialog(props: Props & { pasted: PastedLines | undefined }) {
  const lines = () => props.pasted?.notes ?? []
  const place = () => containerName(props.acts.view(), spotForNew(props.board).in)
  const add = () => {
    const all = [...lines()]
    props.dialogs.close()
    props.acts.addNotes(all)
  }
  return (
    <Dialog
      open={props.pasted !== undefined}
      onClose={props.dialogs.close}
      title={text.paste.title(lines().length)}
      description={text.paste.explain(place())}
      size="small"
      actions={
        <>
          <Button onClick={props.dialogs.close}>{text.paste.cancel}</Button>
          <Button kind="main" onClick={add}>
            {text.paste.add(lines().length)}
          </Button>
        </>
      }
    >
      <ul class={`plain-list ${styles.preview}`}>
        <For each={lines().slice(0, SHOWN)}>{(line) => <li>{line}</li>}</For>
      </ul>
      <Show when={lines().length > SHOWN}>
        <p class={styles.quiet}>{text.paste.more(lines().length - SHOWN)}</p>
      </Show>
      <Show when={props.pasted?.rest ? props.pasted : undefined}>{(pasted) => <p>{text.paste.kept(pasted())}</p>}</Show>
    </Dialog>
  )
}

const SHOWN = 6

function KeysDialog(props: Props & { open: boolean }) {
  return (
    <Dialog open={props.open} onClose={props.dialogs.close} title={text.keys.title} size="medium">
      <dl class={styles.keys}>
        <For each={text.keys.rows}>
          {([key, what]) => (
            <>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </>
          )}
        </For>
      </dl>
    </Dialog>
  )
}
