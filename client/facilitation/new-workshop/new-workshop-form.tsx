import { createSignal, createUniqueId, Show } from 'solid-js'
import type { CreatedBody } from '../../connection/bodies'
import { call } from '../../connection/call'
import { newWorkshopText } from '../../text/new-workshop'
import { refusalText } from '../../text/refusals'
import { Button, ButtonLink } from '../../ui/button'
import { ErrorSummary, type FormError } from '../../ui/error-summary'
import { TextField } from '../../ui/text-field'
import { FormPart } from './form-part'
import type { DraftForm } from './form-parts'
import { AboutPart, HandlingPart, RoomPart, RunsPart, SidesPart, TemplatePart, YouPart } from './form-parts'
import styles from './new-workshop-form.module.css'
import { createWorkshopDraft, type DraftField, draftErrors, fieldOfRefusal, requestOf } from './workshop-draft'

/** Everything about a new workshop on one page, in groups; only title and name are needed. */
export function NewWorkshopForm(props: { keyNeeded: boolean; onCreated: (created: CreatedBody) => void }) {
  const [draft, setDraft, forgetDraft] = createWorkshopDraft()
  const [errors, setErrors] = createSignal<FormError[]>([])
  const [sending, setSending] = createSignal(false)
  const [keyAsked, setKeyAsked] = createSignal(false)
  const made = createUniqueId()
  const idOf = (field: DraftField) => `new-${made}-${field}`
  const keyNeeded = () => props.keyNeeded || keyAsked()

  const form: DraftForm = {
    draft,
    setDraft,
    wired: (field) => ({
      get id() {
        return idOf(field)
      },
      get value() {
        return draft[field]
      },
      get error() {
        return errors().find((error) => error.fieldId === idOf(field))?.message
      },
      onValue: (value) => setDraft(field, value),
    }),
  }

  const send = async () => {
    const found = draftErrors(draft, keyNeeded())
    setErrors(found.map(({ field, message }) => ({ message, fieldId: idOf(field) })))
    if (found.length > 0) return
    setSending(true)
    const called = await call<CreatedBody>('POST', '/api/workshops', { body: requestOf(draft) })
    setSending(false)
    if (called.ok) {
      forgetDraft()
      props.onCreated(called.body)
      return
    }
    if (called.refusal === 'creation-key-wrong') setKeyAsked(true)
    const field = called.refusal === 'creation-key-wrong' ? 'creationKey' : fieldOfRefusal(called.field)
    setErrors([{ message: refusalText(called.refusal), fieldId: field && idOf(field) }])
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!sending()) void send()
  }

  return (
    <form class={styles.form} onSubmit={submit} noValidate>
      <ErrorSummary title={newWorkshopText.errorsTitle} errors={errors()} />
      <AboutPart form={form} />
      <RoomPart form={form} />
      <RunsPart form={form} />
      <YouPart form={form} />
      <TemplatePart form={form} />
      <SidesPart form={form} />
      <HandlingPart form={form} />
      <Show when={keyNeeded()}>
        <FormPart heading={newWorkshopText.key.heading} lead={newWorkshopText.key.lead}>
          <TextField
            {...form.wired('creationKey')}
            type="password"
            autocomplete="off"
            label={newWorkshopText.key.label}
            hint={newWorkshopText.key.hint}
          />
        </FormPart>
      </Show>
      <div class={styles.send}>
        <Button type="submit" kind="main" tall busy={sending()}>
          {newWorkshopText.create}
        </Button>
        <ButtonLink href="/" kind="quiet" tall>
          {newWorkshopText.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}
