import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Brief } from '../../shared/domain/workshop'
import { LIMITS } from '../../shared/protocol/limits'
import { facilitationText } from '../text/facilitation'
import { newWorkshopText } from '../text/new-workshop'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { fieldsIn } from '../ui/kept'
import { Stack } from '../ui/layout'
import { TextArea, TextField } from '../ui/text-field'
import { createKeptField, formKey } from '../workshop/kept-texts'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'

const words = facilitationText.brief
const FIELDS = ['title', 'purpose', 'fixed', 'open', 'unknown', 'runBy', 'contact'] as const

/** Renames the workshop and edits its brief. What somebody else changed meanwhile stays, unless it was changed here too. */
export function EditBriefDialog(props: { open: boolean; onClose: () => void }) {
  const formId = `brief-${createUniqueId()}`
  const [busy, setBusy] = createSignal(false)
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={words.title}
      description={words.lead}
      actions={
        <Button kind="main" type="submit" form={formId} busy={busy()}>
          {words.save}
        </Button>
      }
    >
      <EditBriefForm id={formId} onBusy={setBusy} onSaved={props.onClose} />
    </Dialog>
  )
}

function EditBriefForm(props: { id: string; onBusy: (busy: boolean) => void; onSaved: () => void }) {
  const workshop = useWorkshop()
  const before = briefOf(workshop.stage.workshop)
  const [kept, keep] = createKeptField(formKey(workshop.me().id, 'brief'), '{}')
  const [draft, setDraft] = createStore<Brief>({ ...before, ...begunIn(kept()) })
  const changes = () =>
    Object.fromEntries(FIELDS.filter((field) => draft[field] !== before[field]).map((field) => [field, draft[field]]))
  const [errors, setErrors] = createSignal<FormError[]>([])
  const command = createCommand()
  const idOf = (field: keyof Brief) => `${props.id}-${field}`
  const wired = (field: keyof Brief) => ({
    id: idOf(field),
    get value() {
      return draft[field]
    },
    get error() {
      return errors().find((error) => error.fieldId === idOf(field))?.message
    },
    onValue: (value: string) => {
      setDraft(field, value)
      keep(JSON.stringify(changes()))
    },
  })

  const save = async () => {
    const missing = draft.title.trim() === ''
    setErrors(missing ? [{ message: newWorkshopText.errors.title, fieldId: idOf('title') }] : [])
    if (missing) return
    const changed = changes()
    if (Object.keys(changed).length === 0) return props.onSaved()
    props.onBusy(true)
    const called = await command.run('', { method: 'PATCH', body: changed })
    props.onBusy(false)
    if (called.ok) props.onSaved()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!command.busy()) void save()
  }
  const { about, room, runs } = newWorkshopText
  const movable = [
    { field: 'fixed', label: room.fixed, hint: room.fixedHint },
    { field: 'open', label: room.open, hint: room.openHint },
    { field: 'unknown', label: room.unknown, hint: room.unknownHint },
  ] as const
  return (
    <form id={props.id} onSubmit={submit} noValidate>
      <Stack>
        <Show when={errors().length > 0}>
          <ErrorSummary title={words.errorsTitle} errors={errors()} />
        </Show>
        <TextField {...wired('title')} label={about.title} limit={LIMITS.title} />
        <TextArea {...wired('purpose')} label={about.purpose} hint={about.purposeHint} limit={LIMITS.brief} />
        <For each={movable}>
          {(one) => <TextArea {...wired(one.field)} label={one.label} hint={one.hint} rows={2} limit={LIMITS.brief} />}
        </For>
        <TextField {...wired('runBy')} label={runs.runBy} limit={LIMITS.organisation} />
        <TextField {...wired('contact')} label={runs.contact} hint={runs.contactHint} limit={LIMITS.organisation} />
      </Stack>
    </form>
  )
}

/** What was changed before a reload; of it only what is a field of the brief. */
function begunIn(kept: string): Partial<Brief> {
  const begun = fieldsIn(kept)
  return Object.fromEntries(
    FIELDS.flatMap((field) => (typeof begun[field] === 'string' ? [[field, begun[field]]] : [])),
  )
}

function briefOf(brief: Brief | undefined): Brief {
  return {
    title: brief?.title ?? '',
    purpose: brief?.purpose ?? '',
    fixed: brief?.fixed ?? '',
    open: brief?.open ?? '',
    unknown: brief?.unknown ?? '',
    runBy: brief?.runBy ?? '',
    contact: brief?.contact ?? '',
  }
}
