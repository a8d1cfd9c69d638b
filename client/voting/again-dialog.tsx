import { Show } from 'solid-js'
import type { ClosedBallot } from '../../shared/domain/ballot'
import { refusalText } from '../text/refusals'
import { ballotRefusal, votingText } from '../text/voting'
import { ConfirmDialog } from '../ui/dialog'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import { stepWithoutVote } from './step-vote'

const words = votingText.againDialog

/** A new ballot on the same items. In a step without voting it says that it lets people vote there. */
export function AgainDialog(props: { open: boolean; ballot: ClosedBallot; onClose: () => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const step = () => stepWithoutVote(workshop.stage.stage)
  const openAgain = async () => {
    const body = { letVote: step() !== undefined }
    const called = await command.run(`ballots/${props.ballot.id}/again`, { body, quiet: true })
    if (called.ok) props.onClose()
    else showToast({ text: ballotRefusal(called.refusal) ?? refusalText(called.refusal), kind: 'alert' })
  }
  return (
    <ConfirmDialog
      open={props.open}
      title={words.title}
      description={words.text}
      confirmLabel={words.confirm}
      busy={command.busy()}
      onCancel={props.onClose}
      onConfirm={() => void openAgain()}
    >
      <Show when={command.waits() ?? (step() && votingText.dialog.letsVote(step()?.title ?? ''))}>
        {(note) => <p>{note()}</p>}
      </Show>
    </ConfirmDialog>
  )
}
