import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { LIMITS } from '../../shared/protocol/limits'
import { outlineText } from '../text/outline'
import { classes } from '../ui/classes'
import { growToContent } from '../ui/text-field'
import { followText } from '../workshop/follow-text'
import { isPlainEnter } from '../workshop/text-binding'
import styles from './outline.module.css'
import { moreButtonId, useOutline } from './outline-context'

/** A note's text where it stands. Enter ends it, Shift and Enter makes a line; both people's words stay when two type. */
export function NoteEditor(props: { note: NoteView }) {
  const { canvas, opened, setOpened, workshop } = useOutline()
  const [tooLong, setTooLong] = createSignal(false)
  // Read once: the row may be taken away before this is.
  const { id, author } = props.note
  let area!: HTMLTextAreaElement
  followText(
    () => area,
    () => canvas.noteText(id),
    {
      maxLength: LIMITS.note,
      onTooLong: () => setTooLong(true),
      onTyping: () => setTooLong(false),
      onShown: () => growToContent(area),
    },
  )
  onMount(() => {
    growToContent(area)
    canvas.showPresence({ typing: id })
  })
  createEffect(() => {
    if (!opened()?.typing || document.activeElement === area) return
    area.focus()
    area.setSelectionRange(area.value.length, area.value.length)
  })
  onCleanup(() => {
    canvas.showPresence({})
    // A note that somebody opened and left empty is nobody's note.
    const isEmpty = canvas.noteText(id)?.toString().trim() === ''
    if (isEmpty && author === workshop.me().id && opened()?.id !== id) canvas.edits.deleteNotes([id])
  })
  const keys = (event: KeyboardEvent) => {
    if (!isPlainEnter(event)) return
    event.preventDefault()
    setOpened(undefined)
    document.getElementById(moreButtonId(id))?.focus()
  }
  return (
    <>
      <textarea
        ref={area}
        rows={1}
        class={classes(styles.text, styles.input, styles.area)}
        aria-label={outlineText.row.text}
        aria-invalid={tooLong() ? 'true' : undefined}
        onKeyDown={keys}
        onFocus={() => setOpened((open) => (open?.typing === false ? { ...open, typing: true } : open))}
      />
      <Show when={tooLong()}>
        <p class={styles.error} role="alert">
          {outlineText.row.tooLong(LIMITS.note)}
        </p>
      </Show>
    </>
  )
}
