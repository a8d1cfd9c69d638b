import CircleAlert from 'lucide-solid/icons/circle-alert'
import { createUniqueId, type JSX, type ParentProps, Show } from 'solid-js'
import { classes } from './classes'
import styles from './field.module.css'
import { visuallyHidden } from './visually-hidden'
import { useUiWords } from './words'

export type FieldLook = {
  label: JSX.Element
  /** One line under the label: what is wanted, how it will be used. */
  hint?: JSX.Element
  /** What is wrong and what to do. Shown, linked to the field, and the field is marked invalid. */
  error?: string
  /** Adds "(optional)" to the label. */
  optional?: boolean
  /** The label is heard, not seen. */
  labelHidden?: boolean
  /** The id of the input, for links of an error summary. Made when absent. */
  id?: string
  class?: string
}

/** What an input spreads to be wired to its label, hint and error. */
export type Wiring = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
}

export const FIELD_LOOK = ['label', 'hint', 'error', 'optional', 'labelHidden', 'id', 'class'] as const

/** The attributes that wire an input to its field. Getters, so that an error that comes later is linked too. */
export function createWiring(look: FieldLook): { wiring: Wiring; hintId: string; errorId: string } {
  const made = createUniqueId()
  const hintId = `hint-${made}`
  const errorId = `error-${made}`
  const wiring = {
    get id() {
      return look.id ?? `field-${made}`
    },
    get 'aria-describedby'() {
      return classes(look.hint != null && hintId, look.error && errorId) || undefined
    },
    get 'aria-invalid'() {
      return look.error ? ('true' as const) : undefined
    },
  }
  return { wiring, hintId, errorId }
}

/** Label, hint and error round any input: `<Field label="Name">{(wiring) => <input {...wiring} />}</Field>`. */
export function Field(props: FieldLook & { children: (wiring: Wiring) => JSX.Element; after?: JSX.Element }) {
  const { wiring, hintId, errorId } = createWiring(props)
  return (
    <div class={classes(styles.field, props.error && styles.failed, props.class)}>
      <label for={wiring.id} class={props.labelHidden ? visuallyHidden : styles.label}>
        <LabelText label={props.label} optional={props.optional} />
      </label>
      <Hint id={hintId} text={props.hint} />
      <FieldError id={errorId} text={props.error} />
      {props.children(wiring)}
      {props.after}
    </div>
  )
}

/** Several inputs under one question: a fieldset with legend, hint and error. */
export function FieldGroup(props: ParentProps<FieldLook>) {
  const { wiring, hintId, errorId } = createWiring(props)
  return (
    <fieldset
      id={props.id}
      tabindex={props.id ? -1 : undefined}
      aria-describedby={wiring['aria-describedby']}
      class={classes(styles.field, props.error && styles.failed, props.class)}
    >
      <legend class={props.labelHidden ? visuallyHidden : classes(styles.label, styles.legend)}>
        <LabelText label={props.label} optional={props.optional} />
      </legend>
      <Hint id={hintId} text={props.hint} />
      <FieldError id={errorId} text={props.error} />
      {props.children}
    </fieldset>
  )
}

function LabelText(props: { label: JSX.Element; optional?: boolean }) {
  const words = useUiWords()
  return (
    <>
      {props.label}
      <Show when={props.optional}>
        <span class={styles.optional}> ({words.optional})</span>
      </Show>
    </>
  )
}

export function Hint(props: { id: string; text: JSX.Element }) {
  return (
    <Show when={props.text}>
      {(text) => (
        <div id={props.id} class={styles.hint}>
          {text()}
        </div>
      )}
    </Show>
  )
}

export function FieldError(props: { id: string; text: string | undefined }) {
  return (
    <Show when={props.text}>
      <p id={props.id} class={styles.error}>
        <CircleAlert aria-hidden="true" />
        <span>{props.text}</span>
      </p>
    </Show>
  )
}
