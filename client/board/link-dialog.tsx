import { For, Show } from 'solid-js'
import { allClusters } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { Dialog } from '../ui/dialog'
import { FieldGroup } from '../ui/field'
import { createTicked } from '../workshop/ticked'
import type { BoardActs } from './board-acts'
import styles from './board-dialogs.module.css'
import type { Board } from './create-board'
import { clusterTitle } from './describe-item'
import type { Dialogs } from './dialogs'

type Props = { board: Board; acts: BoardActs; dialogs: Dialogs }

/** Which barriers a proposal answers. */
export function LinkDialog(props: Props & { proposal: string | undefined }) {
  return (
    <Show when={props.proposal} keyed>
      {(proposal) => <Choosing {...props} proposal={proposal as ClusterId} />}
    </Show>
  )
}

function Choosing(props: Props & { proposal: ClusterId }) {
  const all = () => allClusters(props.board.canvas.view)
  const barriers = () => all().filter((cluster) => cluster.kind === 'barrier')
  const ticked = createTicked(() => all().find(({ id }) => id === props.proposal)?.addresses ?? [])
  const save = () => {
    const ids = ticked.of(barriers().map(({ id }) => id))
    props.dialogs.close()
    if (props.acts.open([props.proposal])) props.board.canvas.edits.linkBarriers(props.proposal, ids)
  }
  return (
    <Dialog
      open
      onClose={props.dialogs.close}
      title={text.link.title}
      size="medium"
      actions={
        <>
          <Button onClick={props.dialogs.close}>{text.link.cancel}</Button>
          <Button kind="main" onClick={save}>
            {text.link.save}
          </Button>
        </>
      }
    >
      <Show when={barriers().length > 0} fallback={<p class={styles.quiet}>{text.link.none}</p>}>
        <FieldGroup label={text.link.title} labelHidden>
          <For each={barriers()}>
            {(barrier) => (
              <Checkbox
                label={clusterTitle(barrier)}
                checked={ticked.isOn(barrier.id)}
                onChecked={(on) => ticked.press(barrier.id, on)}
              />
            )}
          </For>
        </FieldGroup>
      </Show>
    </Dialog>
  )
}
