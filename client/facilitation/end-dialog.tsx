import { Show } from 'solid-js'
import { facilitationText } from '../text/facilitation'
import { ConfirmDialog } from '../ui/dialog'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'

const words = facilitationText.end

/** Says what ending does before it is done. Waits until what this page wrote is on the server's disk. */
export function EndDialog(props: { open: boolean; onClose: () => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const waiting = () => workshop.stage.actions.filter((action) => action.status === 'put').length
  const voting = () => workshop.stage.ballots.some((ballot) => ballot.is === 'open')
  const end = async () => {
    await workshop.saved()
    const called = await command.run('end')
    if (called.ok) props.onClose()
  }
  return (
    <ConfirmDialog
      open={props.open}
      danger
      title={words.title}
      description={words.text}
      confirmLabel={words.confirm}
      busy={command.busy()}
      onCancel={props.onClose}
      onConfirm={() => void end()}
    >
      <Show when={voting()}>
        <p>{words.ballotOpen}</p>
      </Show>
      <Show when={command.waits() ?? (waiting() > 0 ? words.notSigned(waiting()) : undefined)}>
        {(note) => <p>{note()}</p>}
      </Show>
    </ConfirmDialog>
  )
}
