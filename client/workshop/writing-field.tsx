import { createUniqueId, type JSX, Show, splitProps } from 'solid-js'
import { classes } from '../ui/classes'
import { isPlainEnter } from './text-binding'
import styles from './writing-field.module.css'

/** The look of a field in which one writes where the words stand: of one line, and of as many as there are. */
export const lineLook = styles.input
export const areaLook = classes(styles.input, styles.area)

type Props = Omit<JSX.TextareaHTMLAttributes<HTMLTextAreaElement>, 'onKeyDown'> & {
  /** What is wrong with the words; said at once, and shown below. */
  error?: string | undefined
  errorClass?: string | undefined
  /** Enter ends or adds; Shift and Enter makes a line. */
  onEnter: () => void
  onEscape?: (() => void) | undefined
}

/** Grows with the words in it. Composing with a phone's keyboard or another script is never taken for a key. */
export function WritingField(props: Props) {
  const [own, rest] = splitProps(props, ['class', 'error', 'errorClass', 'onEnter', 'onEscape'])
  const errorId = createUniqueId()
  const keys = (event: KeyboardEvent) => {
    const isEscape = event.key === 'Escape' && !event.isComposing && own.onEscape !== undefined
    if (!isPlainEnter(event) && !isEscape) return
    event.preventDefault()
    if (isEscape) {
      event.stopPropagation()
      own.onEscape?.()
    } else own.onEnter()
  }
  return (
    <>
      <textarea
        rows={1}
        {...rest}
        class={classes(areaLook, own.class)}
        aria-invalid={own.error ? 'true' : undefined}
        aria-describedby={own.error ? errorId : undefined}
        onKeyDown={keys}
      />
      <Show when={own.error}>
        {(error) => (
          <p id={errorId} class={classes(styles.error, own.errorClass)} role="alert">
            {error()}
          </p>
        )}
      </Show>
    </>
  )
}
