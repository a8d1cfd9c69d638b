import { Show, untrack } from 'solid-js'
import type { ClusterId } from '../../shared/domain/ids'
import { intakeText } from '../text/intake'
import { findCluster } from '../workshop/canvas-spots'
import type { Intake } from '../workshop/intake/intake'
import { IntakeDialog } from '../workshop/intake/intake-dialog'
import { SectionDialog } from '../workshop/shapes/section-dialog'
import { SplitDialog } from '../workshop/shapes/split-dialog'
import { BinDialog } from './bin-dialog'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import { clusterTitle, containerName } from './describe-item'
import type { Dialogs, Opened } from './dialogs'
import { ImageDialog } from './image/image-dialog'
import { KeysDialog } from './keys-dialog'
import { LinkDialog } from './link-dialog'
import { MergeDialog } from './merge-dialog'
import { MergeOnDialog } from './merge-on-dialog'
import { MoveDialog } from './move-dialog'
import { spotForNew } from './spots-for-new'

type Props = { board: Board; acts: BoardActs; dialogs: Dialogs }

export function BoardDialogs(props: Props) {
  const as = <Is extends Opened['is']>(is: Is) => {
    const now = props.dialogs.opened()
    return now?.is === is ? (now as Extract<Opened, { is: Is }>) : undefined
  }
  return (
    <>
      <MoveDialog {...props} moving={as('move')?.moving} />
      <MergeDialog {...props} clusters={as('merge')?.clusters} />
      <MergeOnDialog {...props} from={as('merge-on')?.from} into={as('merge-on')?.into} />
      <Splitting {...props} id={as('split')?.cluster} />
      <SectionDialog canvas={props.board.canvas} section={as('section')?.section} onClose={props.dialogs.close} />
      <LinkDialog {...props} proposal={as('link')?.proposal} />
      <BinDialog {...props} open={as('bin') !== undefined} />
      <Show when={as('intake')?.intake}>{(intake) => <Intaking {...props} intake={intake()} />}</Show>
      <ImageDialog {...props} open={as('picture') !== undefined} />
      <KeysDialog open={as('keys') !== undefined} onClose={props.dialogs.close} />
    </>
  )
}

function Splitting(props: Props & { id: ClusterId | undefined }) {
  const found = () => props.id && findCluster(props.board.canvas.view, props.id)?.cluster
  return (
    <Show when={found()}>
      {(cluster) => (
        <SplitDialog
          cluster={cluster()}
          title={clusterTitle(cluster())}
          onClose={props.dialogs.close}
          onSplit={(notes, title) => {
            const { id } = cluster()
            props.dialogs.close()
            // the dialog gives focus back first
            setTimeout(() => props.acts.split(id, notes, title))
          }}
        />
      )}
    </Show>
  )
}

/** Where notes go is found as the dialog opens: what is selected then, or the section in view. */
function Intaking(props: Props & { intake: Intake }) {
  const spot = untrack(() => spotForNew(props.board))
  const privately = untrack(props.board.isPrivate) ? props.board.addPrivately : undefined
  return (
    <IntakeDialog
      intake={props.intake}
      canvas={props.board.canvas}
      spot={spot}
      words={privately ? props.board.privatePlace() : containerName(props.acts.view(), spot.in)}
      stay={intakeText.stayInClipboard}
      privately={privately}
      added={props.acts.addedMany}
      onClose={props.dialogs.close}
    />
  )
}
