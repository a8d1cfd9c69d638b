import { createEffect, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
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
