import { createEffect, createSignal, onCleanup } from 'solid-js'
import { agreementText } from '../text/agreement'
import { classes } from '../ui/classes'
import { Field, type FieldLook } from '../ui/field'
import fieldStyles from '../ui/field.module.css'
import { growToContent } from '../ui/text-field'
import { bindText, isPlainEnter } from '../workshop/text-binding'
import styles from './agreement.module.css'

type YText = Parameters<typeof bindText>[1]

export type SharedTextProps = FieldLook & {
  /** The shared text now; read again whenever the document is replaced. */
  text: () => YText | undefined
  /** Characters that fit. */
  most: number
  placeholder?: string
  /** Wraps but takes no line breaks: a title. */
  oneLine?: boolean
  /** Drawn as the heading of its card. */
  asHeading?: boolean
}

/** A field that several people write in at once: both keep their words. */
export function SharedText(props: SharedTextProps) {
  const [area, setArea] = createSignal<HTMLTextAreaElement>()
  const [tooLong, setTooLong] = createSignal(false)
  createEffect(() => {
    const [field, text] = [area(), props.text()]
    if (!field || !text) return
    const grow = () => growToContent(field)
    const unbind = bindText(field, text, {
      maxLength: props.most,
      onTyping: () => setTooLong(false),
      onShown: grow,
      onTooLong: () => setTooLong(true),
    })
    grow()
    onCleanup(unbind)
  })
  return (
    <Field
      {...props}
      error={tooLong() ? agreementText.editing.tooLong(props.most) : props.error}
      class={classes(styles.shared, props.asHeading && styles.asHeading, props.class)}
    >
      {(wiring) => (
        <textarea
          {...wiring}
          ref={setArea}
          rows={1}
          class={classes(fieldStyles.input, styles.area)}
          // a document with garbage in it: better not to type than to type in vain
          readOnly={props.text() === undefined}
          placeholder={props.placeholder}
          autocomplete="off"
          onKeyDown={(event) => {
            if (props.oneLine && isPlainEnter(event)) event.preventDefault()
          }}
        />
      )}
    </Field>
  )
}
