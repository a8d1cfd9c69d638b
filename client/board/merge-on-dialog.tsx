import { Show } from 'solid-js'
import type { ClusterView } from '../../shared/domain/canvas-view'
import type { ClusterId } from '../../shared/domain/ids'
import { boardText as text } from '../text/board'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { findCluster } from '../workshop/canvas-spots'
import { besideCluster } from '../workshop/shape-edits'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import { clusterTitle } from './describe-item'
import type { Dialogs } from './dialogs'

type Props = { board: Board; acts: BoardActs; dialogs: Dialogs }

/**
 * A cluster was let go on another: asked before they become one, since a drop slips easily. Gone by itself when somebody
 * else deletes or merges one of the two meanwhile.
 */
export function MergeOnDialog(props: Props & { from: ClusterId | undefined; into: ClusterId | undefined }) {
  const found = (id: ClusterId | undefined) => id && findCluster(props.board.canvas.view, id)
  const both = () => {
    const [from, into] = [found(props.from), found(props.into)]
    return from && into ? { from: from.cluster, into } : undefined
  }
  return (
    <Show when={both()}>
      {(two) => <Asking {...props} from={two().from} into={two().into.cluster} beside={besideCluster(two().into)} />}
    </Show>
  )
}

function Asking(props: Props & { from: ClusterView; into: ClusterView; beside: ReturnType<typeof besideCluster> }) {
  const { edits } = props.board.canvas
  const title = () => clusterTitle(props.into)
  const isAnswer = () =>
    props.from.kind === 'proposal' && props.into.kind === 'barrier' && !props.from.addresses.includes(props.into.id)
  const merge = () => {
    // read before it closes: with it goes what it is about
    const { from, into } = props
    const words = text.merge.done(title())
    props.dialogs.close()
    const edit = edits.mergeClusters([from.id], into.id)
    if (!edit) return
    props.board.control()?.select([into.id])
    props.acts.undoable(edit, words)
  }
  const putBeside = () => {
    const { from, beside } = props
    props.dialogs.close()
    edits.moveCluster(from.id, beside)
  }
  const link = () => {
    const { from, into } = props
    props.dialogs.close()
    edits.linkBarriers(from.id, [...from.addresses, into.id])
  }
  return (
    <Dialog
      open
      size="small"
      startsAtTitle
      title={text.merge.onTitle(clusterTitle(props.from), title())}
      description={text.merge.onExplain(props.from.notes.length, title())}
      onClose={props.dialogs.close}
      actions={
        <>
          <Button onClick={props.dialogs.close}>{text.merge.cancel}</Button>
          <Button onClick={putBeside}>{text.merge.beside}</Button>
          <Show when={isAnswer()}>
            <Button onClick={link}>{text.merge.link}</Button>
          </Show>
          <Button kind="main" onClick={merge}>
            {text.merge.merge}
          </Button>
        </>
      }
    />
  )
}
