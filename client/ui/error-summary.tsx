import { createEffect, For, on, Show } from 'solid-js'
import styles from './error-summary.module.css'
import { focusOn } from './focus'

export type FormError = {
  /** What is wrong and what to do: "Enter your name". The same words as at the field. */
  message: string
  /** The id of the field; without it the message is plain text. */
  fieldId?: string
}

/**
 * What stopped a form, at its top: takes focus each time `errors` is set to a new, non-empty list (so set it on every
 * attempt to send, not while typing). Pattern: GOV.UK error summary.
 */
export function ErrorSummary(props: { title: string; errors: readonly FormError[] }) {
  return (
    <Show when={props.errors.length > 0}>
      <Summary title={props.title} errors={props.errors} />
    </Show>
  )
}

function Summary(props: { title: string; errors: readonly FormError[] }) {
  let box!: HTMLDivElement
  createEffect(
    on(
      () => props.errors,
      () => focusOn(box),
    ),
  )
  return (
    <div ref={box} role="alert" tabindex="-1" class={styles.summary}>
      <h2 class={styles.title}>{props.title}</h2>
      <ul class="plain-list">
        <For each={props.errors}>
          {(error) => (
            <li>
              <Show when={error.fieldId} fallback={error.message}>
                {(fieldId) => (
                  <a
                    href={`#${fieldId()}`}
                    on:click={(event: MouseEvent) => {
                      // focus, not an address change: the router must not take it for a page
                      if (focusOn(fieldId())) event.preventDefault()
                    }}
                  >
                    {error.message}
                  </a>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  )
}
