import { createSignal, createUniqueId, Show } from 'solid-js'
import { LIMITS } from '../../shared/protocol/limits'
import { attentionText } from '../text/attention'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { announce } from '../ui/live-region'
import { TextArea } from '../ui/text-field'
import { createKeptField, formKey } from '../workshop/kept-texts'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'

const words = attentionText.announcement

/** Writes the sentence on everybody's screen, or takes it down. */
export function AnnouncementDialog(props: { open: boolean; onClose: () => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const formId = `announce-${createUniqueId()}`
  const stands = () => workshop.stage.announcement !== null
  const takeDown = async () => {
    const called = await command.run('announcement', { body: { text: '' } })
    if (!called.ok) return
    props.onClose()
    announce(words.takenDown)
  }
  const show = async (text: string) => {
    const called = await command.run('announcement', { body: { text } })
    // that it stands is seen and said like everybody sees and hears it
    if (called.ok) props.onClose()
  }
  return (
    <Dialog
      open={props.open}
      size="small"
      title={words.title}
      description={words.lead}
      onClose={props.onClose}
      actions={
        <>
          <Show when={stands()}>
            <Button onClick={() => void takeDown()}>{words.takeDown}</Button>
          </Show>
          <Button kind="main" type="submit" form={formId} busy={command.busy()}>
            {words.show}
          </Button>
        </>
      }
    >
      <AnnouncementForm id={formId} onSend={(text) => !command.busy() && void show(text)} />
    </Dialog>
  )
}

function AnnouncementForm(props: { id: string; onSend: (text: string) => void }) {
  const workshop = useWorkshop()
  const [text, setText] = createKeptField(
    formKey(workshop.me().id, 'announcement'),
    workshop.stage.announcement?.text ?? '',
  )
  const [error, setError] = createSignal<string>()
  let field: HTMLTextAreaElement | undefined
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const written = text().trim()
    const over = written.length - LIMITS.announcement
    setError(written === '' ? words.needed : over > 0 ? words.tooLong(over) : undefined)
    if (error()) field?.focus()
    else props.onSend(written)
  }
  return (
    <form id={props.id} onSubmit={submit} noValidate>
      <TextArea
        ref={(element: HTMLTextAreaElement) => {
          field = element
        }}
        label={words.text}
        rows={3}
        value={text()}
        onValue={setText}
        limit={LIMITS.announcement}
        error={error()}
      />
    </form>
  )
}
