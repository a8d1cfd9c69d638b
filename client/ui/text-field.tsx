import ChevronDown from 'lucide-solid/icons/chevron-down'
import { children, createEffect, createSignal, type JSX, Show, splitProps } from 'solid-js'
import { callHandler } from './call-handler'
import { classes } from './classes'
import { FIELD_LOOK, Field, type FieldLook } from './field'
import styles from './field.module.css'
import { useUiWords } from './words'

type Said = {
  /** Called with the text on every change. */
  onValue?: (value: string) => void
}
type Limited = {
  /** Characters allowed. Shows how many are left once four fifths are used; never cuts what was typed. */
  limit?: number
}

export type TextFieldProps = Omit<JSX.InputHTMLAttributes<HTMLInputElement>, keyof FieldLook> &
  FieldLook &
  Said &
  Limited

/** One line of text. Every attribute of an input passes through. */
export function TextField(props: TextFieldProps) {
  const [look, own, rest] = splitProps(props, FIELD_LOOK, ['onValue', 'onInput', 'limit'])
  const [typed, setTyped] = createSignal<string>()
  const input: JSX.InputEventHandler<HTMLInputElement, InputEvent> = (event) => {
    setTyped(event.currentTarget.value)
    own.onValue?.(event.currentTarget.value)
    callHandler(own.onInput, event)
  }
  return (
    <Field {...look} after={<CharactersLeft limit={own.limit} text={String(rest.value ?? typed() ?? '')} />}>
      {(wiring) => <input type="text" {...rest} {...wiring} class={styles.input} onInput={input} />}
    </Field>
  )
}

export type TextAreaProps = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, keyof FieldLook> &
  FieldLook &
  Said &
  Limited

/** Several lines of text; grows with what is written, up to 60 % of the window. */
export function TextArea(props: TextAreaProps) {
  const [look, own, rest] = splitProps(props, FIELD_LOOK, ['onValue', 'onInput', 'limit', 'ref'])
  const [typed, setTyped] = createSignal<string>()
  let area!: HTMLTextAreaElement
  const input: JSX.InputEventHandler<HTMLTextAreaElement, InputEvent> = (event) => {
    setTyped(event.currentTarget.value)
    own.onValue?.(event.currentTarget.value)
    callHandler(own.onInput, event)
  }
  createEffect(() => {
    rest.value
    typed()
    growToContent(area)
  })
  const setRef = (element: HTMLTextAreaElement) => {
    area = element
    if (typeof own.ref === 'function') own.ref(element)
  }
  return (
    <Field {...look} after={<CharactersLeft limit={own.limit} text={String(rest.value ?? typed() ?? '')} />}>
      {(wiring) => (
        <textarea
          rows={3}
          {...rest}
          {...wiring}
          ref={setRef}
          class={classes(styles.input, styles.area)}
          onInput={input}
        />
      )}
    </Field>
  )
}

/** For browsers without `field-sizing: content`: as high as the text. Also for text areas that a page binds itself. */
export function growToContent(area: HTMLTextAreaElement): void {
  if (globalThis.CSS?.supports?.('field-sizing', 'content')) return
  area.style.blockSize = 'auto'
  area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`
}

export type SelectProps = Omit<JSX.SelectHTMLAttributes<HTMLSelectElement>, keyof FieldLook> & FieldLook & Said

/**
 * A native select; its options are the children. Its value is set once they are there, and again when others are: given
 * before, a browser would show the first of them instead.
 */
export function Select(props: SelectProps) {
  const [look, own, rest] = splitProps(props, FIELD_LOOK, ['onValue', 'onChange', 'children', 'value'])
  const options = children(() => own.children)
  let element!: HTMLSelectElement
  createEffect(() => {
    options()
    if (own.value !== undefined) element.value = String(own.value)
  })
  const change: JSX.ChangeEventHandler<HTMLSelectElement, Event> = (event) => {
    own.onValue?.(event.currentTarget.value)
    callHandler(own.onChange, event)
  }
  return (
    <Field {...look}>
      {(wiring) => (
        <span class={styles.picker}>
          <select {...rest} {...wiring} ref={element} class={styles.input} onChange={change}>
            {options()}
          </select>
          <ChevronDown aria-hidden="true" />
        </span>
      )}
    </Field>
  )
}

/** How many characters are left, once it matters, or too many. */
export function CharactersLeft(props: { limit: number | undefined; text: string }) {
  const words = useUiWords()
  const left = () => (props.limit ?? Number.POSITIVE_INFINITY) - props.text.length
  return (
    <Show when={props.limit !== undefined && left() <= props.limit / 5}>
      <p class={classes(styles.count, left() < 0 && styles.over)}>
        {left() < 0 ? words.charactersTooMany(-left()) : words.charactersLeft(left())}
      </p>
    </Show>
  )
}
