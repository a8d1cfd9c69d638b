import { createEffect, createSignal, For, on, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import { STEP_KINDS, STEP_RIGHTS, type StepKind, type StepRight } from '../../shared/domain/agenda'
import type { CanvasId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import { planText } from '../text/plan'
import { stepsText } from '../text/steps'
import { Checkbox, RadioCards } from '../ui/choice'
import { ErrorSummary, type FormError } from '../ui/error-summary'
import { FieldGroup } from '../ui/field'
import { Stack } from '../ui/layout'
import { InlineNotice } from '../ui/notice'
import { Select, TextArea, TextField } from '../ui/text-field'
import { createKeptField, formKey } from '../workshop/kept-texts'
import { useWorkshop } from '../workshop/workshop-context'
import type { StepFields } from './agenda-edits'
import styles from './plan.module.css'
import { defaultsOf } from './step-defaults'
import { begunIn, changedFields, checkStep, keptOf, type StepDraft } from './step-draft'

const words = planText.form
/** Reading is everybody's at all times, so it is no choice. */
const OFFERED = STEP_RIGHTS.filter((right) => right !== 'read')

export type StepFormProps = {
  id: string
  isNew: boolean
  isNow: boolean
  /** Under what its words are kept on this device until it is closed. */
  keptAs: string
  before: StepFields
  /** `changed`: what differs from before, so that what somebody else changed meanwhile stays. */
  onSave: (fields: StepFields, changed: Partial<StepFields>) => void
}

export function StepForm(props: StepFormProps) {
  const { before } = props
  const first: StepDraft = { ...before, minutes: String(before.minutes) }
  const [kept, keep] = createKeptField(formKey(useWorkshop().me().id, `step/${props.keptAs}`), '')
  const begun = begunIn(kept())
  const [draft, setDraft] = createStore<StepDraft>(first)
  const [errors, setErrors] = createSignal<FormError[]>([])
  const idOf = (field: keyof StepDraft) => `${props.id}-${field}`
  const errorOf = (field: keyof StepDraft) => errors().find((error) => error.fieldId === idOf(field))?.message

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { fields, wrong } = checkStep(unwrap(draft))
    setErrors(wrong.map(({ field, message }) => ({ message, fieldId: idOf(field) })))
    if (fields) props.onSave(fields, changedFields(before, fields))
  }
  /** What a person has not touched yet follows the kind. */
  const chooseKind = (kind: StepKind) => {
    if (!props.isNew) return setDraft('kind', kind)
    const old = defaultsOf(draft.kind, before.canvasId)
    const { minutes, ...next } = defaultsOf(kind, before.canvasId)
    const kept = {
      ...(draft.title === old.title ? {} : { title: draft.title }),
      ...(draft.prompt === old.prompt ? {} : { prompt: draft.prompt }),
      minutes: draft.minutes === String(old.minutes) ? String(minutes) : draft.minutes,
    }
    setDraft({ ...next, ...kept })
  }
  if (begun.kind && begun.kind !== first.kind) chooseKind(begun.kind)
  setDraft(begun)
  createEffect(on(() => keptOf(draft), keep, { defer: true }))
  return (
    <form id={props.id} onSubmit={submit} noValidate>
      <Stack gap={5}>
        <Show when={errors().length > 0}>
          <ErrorSummary title={words.errorsTitle} errors={errors()} />
        </Show>
        <Select label={words.kind} value={draft.kind} onValue={(kind) => chooseKind(kind as StepKind)}>
          <For each={STEP_KINDS}>
            {(kind) => (
              <option value={kind} selected={kind === draft.kind}>
                {stepsText.kind(kind)}
              </option>
            )}
          </For>
        </Select>
        <TextField
          id={idOf('title')}
          label={words.title}
          hint={words.titleHint}
          limit={LIMITS.stepTitle}
          value={draft.title}
          error={errorOf('title')}
          onValue={(title) => setDraft({ title })}
        />
        <TextArea
          id={idOf('prompt')}
          label={words.prompt}
          hint={words.promptHint}
          optional
          rows={2}
          limit={LIMITS.stepPrompt}
          value={draft.prompt}
          error={errorOf('prompt')}
          onValue={(prompt) => setDraft({ prompt })}
        />
        <TextField
          id={idOf('minutes')}
          class={styles.short}
          label={words.minutes}
          inputmode="numeric"
          autocomplete="off"
          value={draft.minutes}
          error={errorOf('minutes')}
          onValue={(minutes) => setDraft({ minutes })}
        />
        <CanvasField value={draft.canvasId} onValue={(canvasId) => setDraft({ canvasId })} />
        <RightsFields rights={draft.rights} isNow={props.isNow} onRights={(rights) => setDraft({ rights })} />
        <Show when={draft.rights.includes('add-notes')}>
          <RadioCards
            label={words.writing}
            options={[
              { value: 'open', label: words.open, detail: words.openDetail },
              { value: 'private', label: words.private, detail: words.privateDetail },
            ]}
            value={draft.writing}
            onValue={(writing) => setDraft({ writing })}
          />
        </Show>
        <Checkbox
          label={words.closesAtZero}
          hint={words.closesAtZeroHint}
          checked={draft.closesAtZero}
          onChecked={(closesAtZero) => setDraft({ closesAtZero })}
        />
      </Stack>
    </form>
  )
}

function CanvasField(props: { value: CanvasId | null; onValue: (id: CanvasId | null) => void }) {
  const workshop = useWorkshop()
  const canvases = () => workshop.stage.workshop?.canvases ?? []
  return (
    <Select
      label={words.canvas}
      value={props.value ?? ''}
      onValue={(value) => props.onValue(canvases().find((canvas) => canvas.id === value)?.id ?? null)}
    >
      <For each={canvases()}>
        {(canvas) => (
          <option value={canvas.id} selected={canvas.id === props.value}>
            {canvas.title}
          </option>
        )}
      </For>
      <option value="" selected={props.value === null}>
        {words.noCanvas}
      </option>
    </Select>
  )
}

function RightsFields(props: { rights: StepRight[]; isNow: boolean; onRights: (rights: StepRight[]) => void }) {
  const turn = (right: StepRight, on: boolean) => {
    const chosen = OFFERED.filter((one) => (one === right ? on : props.rights.includes(one)))
    props.onRights(chosen.length > 0 ? chosen : ['read'])
  }
  return (
    <FieldGroup label={words.rights} hint={words.rightsHint}>
      <Show when={props.isNow}>
        <InlineNotice>{words.rightsNow}</InlineNotice>
      </Show>
      <For each={OFFERED}>
        {(right) => (
          <Checkbox
            label={sentence(stepsText.right(right))}
            hint={words.rightDetail[right]}
            checked={props.rights.includes(right)}
            onChecked={(on) => turn(right, on)}
          />
        )}
      </For>
    </FieldGroup>
  )
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
