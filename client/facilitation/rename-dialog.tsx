import { createSignal, createUniqueId, Show } from 'solid-js'
import type { Member } from '../../shared/domain/member'
import { spellingsOf } from '../../shared/domain/organisations'
import { LIMITS } from '../../shared/protocol/limits'
import { peopleText } from '../text/people'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { Stack } from '../ui/layout'
import { SuggestField } from '../ui/suggest-field'
import { TextField } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { personButtonId } from '../workshop/shell/people-panel'
import { useWorkshop } from '../workshop/workshop-context'

const words = peopleText.renaming

/** How somebody is written: a facilitator corrects name and organisation, anybody their own name. */
export function RenameDialog(props: {
  member: Member
  own?: boolean
  onClose: () => void
  returnFocusTo?: () => HTMLElement | null
}) {
  const formId = `rename-${createUniqueId()}`
  const [busy, setBusy] = createSignal(false)
  return (
    <Dialog
      open
      size="small"
      title={props.own ? words.ownTitle : words.title(props.member.name)}
      description={words.lead}
      onClose={props.onClose}
      returnFocusTo={props.returnFocusTo}
      actions={
        <Button kind="main" type="submit" form={formId} busy={busy()}>
          {words.save}
        </Button>
      }
    >
      <RenameForm id={formId} member={props.member} own={props.own} onBusy={setBusy} onDone={props.onClose} />
    </Dialog>
  )
}

function RenameForm(props: {
  id: string
  member: Member
  own?: boolean
  onBusy: (busy: boolean) => void
  onDone: () => void
}) {
  const workshop = useWorkshop()
  const command = createCommand()
  const { id, name: nameBefore, organisation: organisationBefore } = props.member
  const [name, setName] = createSignal(nameBefore)
  const [organisation, setOrganisation] = createSignal(organisationBefore)
  const [errors, setErrors] = createSignal<FormError[]>([])
  const idOf = (field: 'name' | 'organisation') => `${props.id}-${field}`
  const errorOf = (field: 'name' | 'organisation') => errors().find((one) => one.fieldId === idOf(field))?.message
  const suggestions = () =>
    spellingsOf(workshop.stage.people, workshop.stage.workshop?.expected ?? []).map((one) => ({ value: one.name }))

  const wrong = () => {
    const found: FormError[] = []
    if (name().trim() === '') found.push({ message: words.nameNeeded, fieldId: idOf('name') })
    if (name().trim().length > LIMITS.name) found.push({ message: words.tooLong(LIMITS.name), fieldId: idOf('name') })
    if (organisation().trim().length > LIMITS.organisation)
      found.push({ message: words.tooLong(LIMITS.organisation), fieldId: idOf('organisation') })
    return found
  }
  const save = async () => {
    const found = wrong()
    setErrors(found)
    if (found.length > 0) return
    // only what was changed here: the rest may have been corrected meanwhile
    const changed = {
      ...(name().trim() !== nameBefore && { name: name().trim() }),
      ...(!props.own && organisation().trim() !== organisationBefore && { organisation: organisation().trim() }),
    }
    if (Object.keys(changed).length === 0) return props.onDone()
    props.onBusy(true)
    const path = props.own ? 'me' : `members/${id}`
    const called = await command.run(path, { method: 'PATCH', body: changed })
    props.onBusy(false)
    if (!called.ok) return
    props.onDone()
    showToast({ text: words.done(name().trim()) })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!command.busy()) void save()
  }
  return (
    <form id={props.id} onSubmit={submit} noValidate>
      <Stack>
        <Show when={errors().length > 0}>
          <ErrorSummary title={words.errorsTitle} errors={errors()} />
        </Show>
        <TextField
          id={idOf('name')}
          label={words.name}
          value={name()}
          onValue={setName}
          limit={LIMITS.name}
          error={errorOf('name')}
          autocomplete="off"
        />
        <Show when={!props.own}>
          <SuggestField
            id={idOf('organisation')}
            label={words.organisation}
            hint={words.organisationHint}
            value={organisation()}
            onValue={setOrganisation}
            suggestions={suggestions()}
            limit={LIMITS.organisation}
            error={errorOf('organisation')}
          />
        </Show>
      </Stack>
    </form>
  )
}

/** For one's own row: nobody has to ask a facilitator to mend a slip in their own name. */
export function OwnName(props: { member: Member }) {
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button small kind="quiet" id={personButtonId(props.member.id)} onClick={() => setOpen(true)}>
        {words.own}
      </Button>
      <Show when={open()}>
        <RenameDialog
          own
          member={{ ...props.member }}
          onClose={() => setOpen(false)}
          returnFocusTo={() => document.getElementById(personButtonId(props.member.id))}
        />
      </Show>
    </>
  )
}
