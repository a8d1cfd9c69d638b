import { type Accessor, createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import type * as Y from 'yjs'
import { LIMITS } from '../../shared/protocol/limits'
import { growToContent } from '../ui/text-field'
import { bindText, type TextBindingOptions, type TextFieldElement } from './text-binding'

/**
 * Binds a field to a text for as long as the Solid owner lives, and to its successor when the document is replaced.
 * `text` is tracked: read it through the canvas (`() => canvas.noteText(id)`).
 */
export function followText(
  field: () => TextFieldElement,
  text: () => Y.Text | undefined,
  options: TextBindingOptions = {},
): void {
  createEffect(() => {
    const now = text()
    if (now) onCleanup(bindText(field(), now, options))
  })
}

/** The same for the words of a note: the field grows with them. Tells while somebody tried to write more than fits. */
export function followNote(area: () => HTMLTextAreaElement, text: () => Y.Text | undefined): Accessor<boolean> {
  const [tooLong, setTooLong] = createSignal(false)
  followText(area, text, {
    maxLength: LIMITS.note,
    onTooLong: () => setTooLong(true),
    onTyping: () => setTooLong(false),
    onShown: () => growToContent(area()),
  })
  onMount(() => growToContent(area()))
  return tooLong
}
