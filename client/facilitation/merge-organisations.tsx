import { Key } from '@solid-primitives/keyed'
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { likelyTheSame, type Spelling, spellingsOf } from '../../shared/domain/organisations'
import { sideName } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import { peopleText } from '../text/people'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/choice'
import { Dialog } from '../ui/dialog'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { FieldGroup } from '../ui/field'
import { Stack } from '../ui/layout'
import { SideMark } from '../ui/mark'
import { SuggestField } from '../ui/suggest-field'
import { TextField } from '../ui/text-field'
import { showToast } from '../ui/toast'
import { createCommand } from '../workshop/shell/create-command'
import { useWorkshop } from '../workshop/workshop-context'
import styles from './merge-organisations.module.css'

const words = peopleText.merge
const MANY = 12

/** Spellings that mean the same organisation are written alike, for everybody who used one of them. */
export function MergeOrganisations() {
  const [open, setOpen] = createSignal(false)
  const formId = `merge-${createUniqueId()}`
  const [busy, setBusy] = createSignal(false)
  return (
    <>
      <Button small onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      <Dialog
        open={open()}
        startsAtTitle
        title={words.title}
        description={words.lead}
        onClose={() => setOpen(false)}
        actions={
          <Button kind="main" type="submit" form={formId} busy={busy()}>
            {words.confirm}
          </Button>
        }
      >
        <MergeForm id={formId} onBusy={setBusy} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function MergeForm(props: { id: string; onBusy: (busy: boolean) => void; onDone: () => void }) {
  const workshop = useWorkshop()
  const command = createCommand()
  const spellings = createMemo(() => spellingsOf(workshop.stage.people, workshop.stage.workshop?.expected ?? []))
  const [chosenKeys, setChosenKeys] = createSignal<ReadonlySet<string>>(new Set())
  const [typed, setTyped] = createSignal<string>()
  const [errors, setErrors] = createSignal<FormError[]>([])
  const chosen = () => spellings().filter((one) => chosenKeys().has(one.key))
  /** Until something is typed: what was expected, else what most people wrote. */
  const keep = () => typed() ?? chosen().toSorted((a, b) => rank(b) - rank(a))[0]?.name ?? ''
  const choose = (keys: readonly string[], on: boolean) =>
    setChosenKeys((before) => {
      const next = new Set(before)
      for (const key of keys) on ? next.add(key) : next.delete(key)
      return next
    })
  const whichId = `${props.id}-which`
  const keepId = `${props.id}-keep`

  const wrong = (): FormError[] => {
    const all = chosen()
    const written = keep().trim()
    if (all.length === 0) return [{ message: words.chooseFirst, fieldId: whichId }]
    if (written === '') return [{ message: words.keepNeeded, fieldId: keepId }]
    if (written.length > LIMITS.organisation)
      return [{ message: peopleText.renaming.tooLong(LIMITS.organisation), fieldId: keepId }]
    const [only, second] = all
    const alike = !second && only?.others.length === 0 && only.name === written
    return alike ? [{ message: words.chooseFirst, fieldId: whichId }] : []
  }
  const merge = async () => {
    const found = wrong()
    setErrors(found)
    if (found.length > 0) return
    const written = keep().trim()
    props.onBusy(true)
    const called = await command.run<{ members: unknown[] }>('organisations/merge', {
      body: { spellings: chosen().map((one) => one.name), keep: written },
    })
    props.onBusy(false)
    if (!called.ok) return
    props.onDone()
    showToast({ text: words.done(called.body.members.length, written) })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!command.busy()) void merge()
  }
  return (
    <form id={props.id} onSubmit={submit} noValidate>
      <Show when={spellings().length > 0} fallback={<p>{words.none}</p>}>
        <Stack>
          <Show when={errors().length > 0}>
            <ErrorSummary title={words.errorsTitle} errors={errors()} />
          </Show>
          <Suggestions spellings={spellings()} onChoose={(keys) => choose(keys, true)} />
          <Choices
            id={whichId}
            spellings={spellings()}
            chosen={chosenKeys()}
            onChosen={(key, on) => choose([key], on)}
            error={errors().find((one) => one.fieldId === whichId)?.message}
          />
          <SuggestField
            id={keepId}
            label={words.keep}
            hint={words.keepHint}
            value={keep()}
            onValue={setTyped}
            suggestions={chosen().flatMap((one) => [one.name, ...one.others].map((value) => ({ value })))}
            limit={LIMITS.organisation}
            error={errors().find((one) => one.fieldId === keepId)?.message}
          />
        </Stack>
      </Show>
    </form>
  )
}

const rank = (one: Spelling) => (one.expected ? 10_000 : 0) + one.people

/** What may be the same, and what is written in several ways already. */
function Suggestions(props: { spellings: readonly Spelling[]; onChoose: (keys: readonly string[]) => void }) {
  const found = createMemo(() => [
    ...props.spellings
      .filter((one) => one.others.length > 0)
      .map((one) => ({ text: words.variants(one.name, one.others), keys: [one.key] })),
    ...likelyTheSame(props.spellings).map(([a, b]) => ({
      text: words.likelyPair(a.name, b.name),
      keys: [a.key, b.key],
    })),
  ])
  return (
    <Show when={found().length > 0}>
      <section class={styles.likely}>
        <h3>{words.likely}</h3>
        <ul class="plain-list">
          <Key each={found()} by={(one) => one.keys.join('/')}>
            {(one) => (
              <li class={styles.pair}>
                <span>{one().text}</span>
                <Button small aria-label={words.chooseNamed(one().text)} onClick={() => props.onChoose(one().keys)}>
                  {words.choose}
                </Button>
              </li>
            )}
          </Key>
        </ul>
      </section>
    </Show>
  )
}

function Choices(props: {
  id: string
  spellings: readonly Spelling[]
  chosen: ReadonlySet<string>
  onChosen: (key: string, on: boolean) => void
  error: string | undefined
}) {
  const workshop = useWorkshop()
  const [wanted, setWanted] = createSignal('')
  const shown = () =>
    props.spellings.filter((one) => one.key.includes(wanted().trim().toLowerCase()) || props.chosen.has(one.key))
  const nameOf = (side: 'central' | 'local' | 'other') =>
    sideName(side, workshop.stage.workshop?.sides ?? { central: '', local: '' })
  return (
    <FieldGroup id={props.id} label={words.which} error={props.error}>
      <Show when={props.spellings.length > MANY}>
        <TextField type="search" label={words.find} value={wanted()} onValue={setWanted} autocomplete="off" />
      </Show>
      <div class={styles.choices}>
        <Key each={shown()} by="key">
          {(one) => (
            <Checkbox
              label={<bdi>{one().name}</bdi>}
              hint={
                <span class={styles.detail}>
                  <For each={one().sides}>{(side) => <SideMark side={side} label={nameOf(side)} />}</For>
                  {words.detail(one().people, one().expected)}
                </span>
              }
              checked={props.chosen.has(one().key)}
              onChecked={(on) => props.onChosen(one().key, on)}
            />
          )}
        </Key>
      </div>
    </FieldGroup>
  )
}
