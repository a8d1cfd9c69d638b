import { createEffect, createMemo, createSignal, For, type JSX, on, Show, splitProps } from 'solid-js'
import { FIELD_LOOK, Field, type FieldLook } from './field'
import fieldStyles from './field.module.css'
import { announce } from './live-region'
import styles from './suggest-field.module.css'
import { CharactersLeft } from './text-field'
import { useUiWords } from './words'

export type Suggestion = {
  value: string
  /** A word or mark at the end of the line, such as the side. */
  detail?: JSX.Element
}

export type SuggestFieldProps = FieldLook & {
  value: string
  onValue: (value: string) => void
  /** Offered in this order; those that contain what is typed. Anything else may be typed too. */
  suggestions: readonly Suggestion[]
  /** A suggestion was taken from the list. */
  onChosen?: (suggestion: Suggestion) => void
  name?: string
  required?: boolean
  autocomplete?: JSX.HTMLAutocomplete
  placeholder?: string
  /** Its text is read and not changed; nothing is suggested. */
  readOnly?: boolean
  /** Characters allowed: says how many are left near it, and never cuts. */
  limit?: number
}

const normal = (text: string) => text.trim().toLocaleLowerCase()

/**
 * One line of text with suggestions below it. Arrow keys walk through them, Enter or a press takes one, Escape closes.
 * Pattern: ARIA APG, editable combobox with list autocomplete. Own, not Kobalte's, so that the join page stays small.
 */
export function SuggestField(props: SuggestFieldProps) {
  const words = useUiWords()
  const [look, own] = splitProps(props, FIELD_LOOK)
  const [open, setOpen] = createSignal(false)
  const [active, setActive] = createSignal(-1)
  const [typed, setTyped] = createSignal(false)
  let list: HTMLDivElement | undefined

  // all of them until something is typed, so that whoever comes back to a filled field can choose again
  const matches = createMemo(() => {
    const wanted = typed() ? normal(own.value) : ''
    const found = own.suggestions.filter((one) => normal(one.value).includes(wanted))
    return found.length === 1 && normal(found[0]?.value ?? '') === wanted ? [] : found
  })
  const shown = () => open() && own.readOnly !== true && matches().length > 0

  createEffect(
    on([shown, () => matches().length], ([is, count]) => {
      if (is) announce(words.suggestions(count))
    }),
  )
  createEffect(() => {
    if (active() >= 0) list?.children[active()]?.scrollIntoView({ block: 'nearest' })
  })

  const close = () => {
    setOpen(false)
    setActive(-1)
  }
  const choose = (suggestion: Suggestion) => {
    own.onValue(suggestion.value)
    own.onChosen?.(suggestion)
    setTyped(false)
    close()
  }
  const step = (by: 1 | -1) => {
    setOpen(true)
    const count = matches().length
    if (count === 0) return
    // one place more than there are suggestions: the text field itself
    setActive((now) => ((now + 1 + by + count + 1) % (count + 1)) - 1)
  }
  const keyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const chosen = matches()[active()]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && shown() && chosen) choose(chosen)
    else if (event.key === 'Escape' && shown()) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Field {...look} after={<CharactersLeft limit={own.limit} text={own.value} />}>
      {(wiring) => (
        <div class={styles.place}>
          <input
            {...wiring}
            type="text"
            role="combobox"
            class={fieldStyles.input}
            name={own.name}
            required={own.required}
            readOnly={own.readOnly}
            placeholder={own.placeholder}
            autocomplete={own.autocomplete ?? 'off'}
            aria-autocomplete="list"
            aria-expanded={shown()}
            aria-controls={`${wiring.id}-list`}
            aria-activedescendant={shown() && active() >= 0 ? `${wiring.id}-${active()}` : undefined}
            value={own.value}
            onInput={(event) => {
              setTyped(true)
              setActive(-1)
              setOpen(true)
              own.onValue(event.currentTarget.value)
            }}
            onClick={() => setOpen(true)}
            onKeyDown={keyDown}
            onBlur={close}
          />
          <Show when={shown()}>
            <div
              ref={list}
              id={`${wiring.id}-list`}
              role="listbox"
              aria-label={typeof look.label === 'string' ? look.label : undefined}
              class={styles.list}
              // or the field would lose focus, and the list close, before the press arrives
              onMouseDown={(event) => event.preventDefault()}
            >
              <For each={matches()}>
                {(suggestion, index) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the input, where focus stays
                  <div
                    id={`${wiring.id}-${index()}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={active() === index()}
                    class={styles.option}
                    onClick={() => choose(suggestion)}
                  >
                    <span dir="auto">{suggestion.value}</span>
                    <Show when={suggestion.detail}>
                      {(detail) => (
                        <span class={styles.detail} dir="auto">
                          {detail()}
                        </span>
                      )}
                    </Show>
                  </div>
                )}
              </For>
            </div>
          </Show>
        </div>
      )}
    </Field>
  )
}
