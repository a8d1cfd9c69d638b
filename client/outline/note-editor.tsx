import { createEffect, onCleanup, onMount } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { LIMITS } from '../../shared/protocol/limits'
import { outlineText } from '../text/outline'
import { followNote } from '../workshop/follow-text'
import { WritingField } from '../workshop/writing-field'
import styles from './outline.module.css'
import { moreButtonId, useOutline } from './outline-context'

/** A note's text where it stands. Enter ends it, Shift and Enter makes a line; both people's words stay when two type. */
export function NoteEditor(props: { note: NoteView }) {
  const { canvas, opened, setOpened, workshop } = useOutline()
  // Read once: the row may be taken away before this is.
  const { id, author } = props.note
  let area!: HTMLTextAreaElement
  const tooLong = followNote(
    () => area,
    () => canvas.noteText(id),
  )
  onMount(() => canvas.showPresence({ typing: id }))
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
  const end = () => {
    setOpened(undefined)
    document.getElementById(moreButtonId(id))?.focus()
  }
  return (
    <WritingField
      ref={area}
      class={styles.text}
      aria-label={outlineText.row.text}
      error={tooLong() ? outlineText.row.tooLong(LIMITS.note) : undefined}
      errorClass={styles.error}
      onEnter={end}
      onFocus={() => setOpened((open) => (open?.typing === false ? { ...open, typing: true } : open))}
    />
  )
}
