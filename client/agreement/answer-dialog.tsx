import { createSignal, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { ANSWERS, type AskedOrganisation, actionName, type PutAction } from '../../shared/domain/action'
import { ANSWER_LABELS, agreementText } from '../text/agreement'
import { Button } from '../ui/button'
import { RadioCards } from '../ui/choice'
import { Dialog } from '../ui/dialog'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { fieldsIn } from '../ui/kept'
import { InlineNotice } from '../ui/notice'
import { TextArea, TextField } from '../ui/text-field'
import { createKeptText, formKey } from '../workshop/kept-texts'
import styles from './agreement.module.css'
import { useAgreementPage } from './agreement-page'
import {
  type AnswerErrors,
  type AnswerField,
  type AnswerForm,
  begunAnswer,
  errorsOf,
  lastSignature,
  startAnswer,
} from './answer-form'
import { actionCommands, refusalWords } from './commands'

const text = agreementText.answerDialog
const FORM_ID = 'answer-form'
const fieldId = (field: AnswerField) => `answer-${field}`

/** A member answers for their organisation. What was typed is kept when the dialog is closed, or the action moved on. */
export function AnswerDialog(props: {
  action: PutAction
  asked: AskedOrganisation
  /** The revision whose words the person read before they began. */
  revision: number
  onClose: () => void
}) {
  const page = useAgreementPage()
  const me = page.workshop.me()
  const kept = createKeptText(formKey(me.id, `answer/${props.action.id}`))
  const begun = page.begun.get(props.action.id) ?? begunAnswer(fieldsIn(kept.read()))
  const before = page.signedAs.now ?? lastSignature(me, page.workshop.stage.actions)
  const [form, setForm] = createStore<AnswerForm>({ ...(begun ?? startAnswer(me, props.action, before)) })
  const [tried, setTried] = createSignal<FormError[]>([])
  const [errors, setErrors] = createSignal<AnswerErrors>({})
  const [busy, setBusy] = createSignal(false)
  const movedOn = () => props.action.status !== 'put' || props.action.revision !== props.revision

  const keep = <F extends AnswerField>(field: F, value: AnswerForm[F]) => {
    setForm(field, () => value)
    page.begun.set(props.action.id, { ...form })
    kept.keep(JSON.stringify(form))
    setErrors((now) => ({ ...now, [field]: undefined }))
  }
  const fail = (found: AnswerErrors, other = '') => {
    setErrors(found)
    const list = (Object.entries(found) as [AnswerField, string][]).map(([field, message]) => ({
      message,
      fieldId: fieldId(field),
    }))
    setTried(other ? [{ message: other }, ...list] : list)
  }
  const send = async () => {
    const found = errorsOf(form)
    fail(found)
    if (Object.keys(found).length > 0 || form.answer === undefined || busy()) return
    setBusy(true)
    const { name, jobTitle, answer, reason, byDate } = form
    const called = await actionCommands(page.workshop.id, props.action.id).signOff({
      revision: props.revision,
      organisation: props.asked.name,
      name,
      jobTitle,
      answer,
      reason,
      byDate: answer === 'ask-first' ? byDate : '',
    })
    setBusy(false)
    if (!called.ok) return fail({}, movedOn() ? '' : refusalWords(called.refusal))
    page.begun.delete(props.action.id)
    kept.keep('')
    page.signedAs.now = { name, jobTitle }
    props.onClose()
  }
  return (
    <Dialog
      open
      title={text.title(props.asked.name)}
      description={text.lead(props.asked.name)}
      onClose={props.onClose}
      actions={
        <Show when={!movedOn()} fallback={<Button onClick={props.onClose}>{text.close}</Button>}>
          <Button onClick={props.onClose}>{text.cancel}</Button>
          <Button kind="main" type="submit" form={FORM_ID} busy={busy()}>
            {text.send}
          </Button>
        </Show>
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
        <p>{text.about(`${actionName(props.action.number)}. ${props.action.wording.title}`)}</p>
        <Show when={movedOn()}>
          <InlineNotice tone="warn" live="alert">
            {props.action.status === 'record' ? text.record : text.movedOn}
          </InlineNotice>
        </Show>
        <ErrorSummary title={text.errors} errors={tried()} />
        <AnswerFields form={form} errors={errors()} onField={keep} today={today(page.workshop.now())} />
        <p class={styles.quiet}>{text.until}</p>
      </form>
    </Dialog>
  )
}

function AnswerFields(props: {
  form: AnswerForm
  errors: AnswerErrors
  onField: <F extends AnswerField>(field: F, value: AnswerForm[F]) => void
  today: string
}) {
  const needsReason = () => props.form.answer === 'agree-with-reservation' || props.form.answer === 'do-not-agree'
  return (
    <>
      <div class={styles.pair}>
        <TextField
          id={fieldId('name')}
          label={text.name}
          autocomplete="name"
          value={props.form.name}
          error={props.errors.name}
          onValue={(name) => props.onField('name', name)}
        />
        <TextField
          id={fieldId('jobTitle')}
          label={text.jobTitle}
          autocomplete="organization-title"
          value={props.form.jobTitle}
          error={props.errors.jobTitle}
          onValue={(jobTitle) => props.onField('jobTitle', jobTitle)}
        />
      </div>
      <RadioCards
        id={fieldId('answer')}
        label={text.answer}
        name="answer"
        options={ANSWERS.map((value) => ({ value, label: ANSWER_LABELS[value], detail: text.options[value] }))}
        value={props.form.answer}
        error={props.errors.answer}
        onValue={(answer) => props.onField('answer', answer)}
      />
      <Show when={props.form.answer === 'ask-first'}>
        <TextField
          id={fieldId('byDate')}
          type="date"
          label={text.byDate}
          min={props.today}
          value={props.form.byDate}
          error={props.errors.byDate}
          onValue={(byDate) => props.onField('byDate', byDate)}
        />
      </Show>
      <Show when={props.form.answer}>
        {(answer) => (
          <TextArea
            id={fieldId('reason')}
            label={text.reason[answer()]}
            hint={text.reasonHint}
            optional={!needsReason()}
            value={props.form.reason}
            error={props.errors.reason}
            onValue={(reason) => props.onField('reason', reason)}
          />
        )}
      </Show>
    </>
  )
}

function today(now: number): string {
  return new Date(now).toISOString().slice(0, 10)
}
