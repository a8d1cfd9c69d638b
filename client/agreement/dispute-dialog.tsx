import { createSignal, Show } from 'solid-js'
import { type AskedOrganisation, answerOf, type PutAction } from '../../shared/domain/action'
import { LIMITS } from '../../shared/protocol/limits'
import { agreementText } from '../text/agreement'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { TextArea } from '../ui/text-field'
import { createKeptField, formKey } from '../workshop/kept-texts'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'
import { actionCommands, refusalWords } from './commands'

const text = agreementText.disputeDialog
const FORM_ID = 'dispute-form'
const REASON_ID = 'dispute-reason'

/** Another member of the organisation says that an answer is not its answer. */
export function DisputeDialog(props: {
  action: PutAction
  asked: AskedOrganisation
  revision: number
  onClose: () => void
}) {
  const page = useAgreementPage()
  const [reason, setReason] = createKeptField(formKey(page.workshop.me().id, `dispute/${props.action.id}`), '')
  const [error, setError] = createSignal<string>()
  const [tried, setTried] = createSignal<FormError[]>([])
  const [busy, setBusy] = createSignal(false)
  const who = () => answerOf(props.action, props.asked.name)?.name ?? ''

  const wrongWith = (words: string) => {
    if (words === '') return text.reasonMissing
    return words.length > LIMITS.reason ? agreementText.answerDialog.tooLong(LIMITS.reason) : undefined
  }
  const send = async () => {
    const wrong = wrongWith(reason().trim())
    setError(wrong)
    setTried(wrong ? [{ message: wrong, fieldId: REASON_ID }] : [])
    if (wrong || busy()) return
    setBusy(true)
    const called = await actionCommands(page.workshop.id, props.action.id).dispute({
      revision: props.revision,
      organisation: props.asked.name,
      reason: reason(),
    })
    setBusy(false)
    if (called.ok) props.onClose()
    else setTried([{ message: refusalWords(called.refusal) }])
  }
  return (
    <Dialog
      open
      title={text.title(props.asked.name)}
      description={<Show when={who()}>{(name) => text.lead(name())}</Show>}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{agreementText.answerDialog.cancel}</Button>
          <Button kind="main" type="submit" form={FORM_ID} busy={busy()}>
            {text.send}
          </Button>
        </>
      }
    >
      <form
        id={FORM_ID}
        noValidate
        class={styles.dialogBody}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <ErrorSummary title={text.errors} errors={tried()} />
        <TextArea
          id={REASON_ID}
          label={text.reason}
          hint={agreementText.answerDialog.reasonHint}
          value={reason()}
          error={error()}
          onValue={setReason}
        />
      </form>
    </Dialog>
  )
}
