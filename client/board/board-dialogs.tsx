import { For, Show } from 'solid-js'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import type { PastedLines } from '../workshop/paste-lines'
import { BinDialog } from './bin-dialog'
import type { BoardActs } from './board-acts'
import { spotForNew } from './board-acts'
import styles from './board-dialogs.module.css'
import type { Board } from './create-board'
import { containerName } from './describe-item'
import type { Dialogs, Opened } from './dialogs'
import { LinkDialog } from './link-dialog'
import { MergeDialog } from './merge-dialog'
import { MoveDialog } from './move-dialog'

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
