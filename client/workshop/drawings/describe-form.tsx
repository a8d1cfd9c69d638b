import { createEffect, createSignal, on, Show, untrack } from 'solid-js'
import { drawingText as text } from '../../text/drawings'
import { Button } from '../../ui/button'
import { TextArea } from '../../ui/text-field'
import { createKeptField, formKey } from '../kept-texts'
import { isPlainEnter } from '../text-binding'
import { useWorkshop } from '../workshop-context'
import styles from './describe-form.module.css'

/** What a drawing shows, in words. Saved by Enter or the button, so that nobody is heard typing in it. */
export function DescribeForm(props: {
  id?: string
  /** The drawing: under it the words are kept on this device until they are saved or given up [L33]. */
  keptAs: string
  label: string
  /** As saved. What somebody else saves meanwhile is shown unless one is writing. */
  words: string
  limit: number
  onSave: (words: string) => void
  onCancel?: () => void
  cancelLabel?: string
  placeholder?: string
  hint?: string
  /** There is something to say, else the button stays away. */
  always?: boolean
}) {
  const [begun, keep] = createKeptField(formKey(useWorkshop().me().id, `drawing/${untrack(() => props.keptAs)}`), '')
  const [typed, setTyped] = createSignal(begun() || props.words)
  const type = (words: string) => {
    setTyped(words)
    keep(words)
  }
  createEffect(
    on(
      () => props.words,
      (now, before) => setTyped((mine) => (mine === before ? now : mine)),
    ),
  )
  const changed = () => typed().trim() !== props.words.trim() && typed().length <= props.limit
  const save = (event: Event) => {
    event.preventDefault()
    if (!changed()) return props.onCancel?.()
    keep('')
    props.onSave(typed().trim())
  }
  return (
    <form class={styles.form} onSubmit={save}>
      <TextArea
        {...(props.id === undefined ? {} : { id: props.id })}
        label={props.label}
        hint={props.hint}
        rows={2}
        value={typed()}
        limit={props.limit}
        placeholder={props.placeholder}
        onValue={type}
        onKeyDown={(event: KeyboardEvent) => {
          if (isPlainEnter(event)) save(event)
          else if (event.key === 'Escape' && props.onCancel) {
            event.stopPropagation()
            props.onCancel()
          }
        }}
      />
      <Show when={props.always || changed()}>
        <div class={styles.buttons}>
          <Button small kind="main" type="submit" aria-disabled={changed() ? undefined : 'true'}>
            {text.panel.save}
          </Button>
          <Show when={props.onCancel}>
            {(cancel) => (
              <Button small kind="quiet" onClick={() => cancel()()}>
                {props.cancelLabel ?? text.list.cancel}
              </Button>
            )}
          </Show>
        </div>
      </Show>
    </form>
  )
}
