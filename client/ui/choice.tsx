import { createUniqueId, For, type JSX, Show, splitProps } from 'solid-js'
import { callHandler } from './call-handler'
import styles from './choice.module.css'
import { classes } from './classes'
import { createWiring, FieldError, FieldGroup, type FieldLook, Hint } from './field'

export type RadioOption<T extends string> = {
  value: T
  label: JSX.Element
  /** A line of explanation, read after the label. */
  detail?: JSX.Element
  /** A drawing under the text, such as the preview of a template. */
  picture?: JSX.Element
  disabled?: boolean
}

/** One of several, as cards with native radios: side, template, role. The label of the group is its question. */
export function RadioCards<T extends string>(
  props: FieldLook & {
    options: readonly RadioOption<T>[]
    value: T | undefined
    onValue: (value: T) => void
    /** Side by side where there is room; "pairs": at most two. */
    columns?: boolean | 'pairs'
    name?: string
    required?: boolean
  },
) {
  const made = createUniqueId()
  return (
    <FieldGroup {...props}>
      <div class={classes(styles.cards, props.columns && styles[props.columns === 'pairs' ? 'pairs' : 'columns'])}>
        <For each={props.options}>
          {(option, index) => (
            <label class={styles.card}>
              <input
                class={styles.dot}
                type="radio"
                id={index() === 0 ? `radio-${made}` : undefined}
                name={props.name ?? `radio-${made}`}
                value={option.value}
                checked={props.value === option.value}
                disabled={option.disabled}
                required={props.required}
                aria-labelledby={`name-${made}-${index()}`}
                aria-describedby={option.detail ? `detail-${made}-${index()}` : undefined}
                onChange={() => props.onValue(option.value)}
              />
              <span class={styles.name} dir="auto" id={`name-${made}-${index()}`}>
                {option.label}
              </span>
              <Show when={option.detail}>
                {(detail) => (
                  <span class={styles.detail} dir="auto" id={`detail-${made}-${index()}`}>
                    {detail()}
                  </span>
                )}
              </Show>
              <Show when={option.picture}>
                {(picture) => (
                  <span class={styles.picture} aria-hidden="true">
                    {picture()}
                  </span>
                )}
              </Show>
            </label>
          )}
        </For>
      </div>
    </FieldGroup>
  )
}

export type CheckboxProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'type' | 'class' | 'id'> & {
  label: JSX.Element
  hint?: JSX.Element
  error?: string
  id?: string
  class?: string
  onChecked?: (checked: boolean) => void
}

/** One yes or no. Several together go into a `FieldGroup`. */
export function Checkbox(props: CheckboxProps) {
  const [own, rest] = splitProps(props, ['label', 'hint', 'error', 'id', 'class', 'onChecked', 'onChange'])
  const { wiring, hintId, errorId } = createWiring(own)
  const change: JSX.ChangeEventHandler<HTMLInputElement, Event> = (event) => {
    own.onChecked?.(event.currentTarget.checked)
    callHandler(own.onChange, event)
  }
  return (
    <div class={classes(styles.check, own.class)}>
      <input
        {...rest}
        type="checkbox"
        class={styles.box}
        id={wiring.id}
        aria-describedby={wiring['aria-describedby']}
        aria-invalid={wiring['aria-invalid']}
        onChange={change}
      />
      <label for={wiring.id} dir="auto">
        {own.label}
      </label>
      <div class={styles.checkHint}>
        <Hint id={hintId} text={own.hint} />
      </div>
      <div class={styles.checkError}>
        <FieldError id={errorId} text={own.error} />
      </div>
    </div>
  )
}
