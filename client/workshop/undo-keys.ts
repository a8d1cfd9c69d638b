import { onCleanup } from 'solid-js'
import type { UndoHistory } from './contract'
import { historyKey } from './text-binding'

/**
 * Ctrl+Z and the keys to do it again, wherever on the page the focus is: what one has just done by a button or a menu is
 * taken back like what one has drawn. In a field of text they are the field's. Call inside a Solid owner.
 */
export function followUndoKeys(undo: UndoHistory, options: { closed: () => boolean }): void {
  const pressed = (event: KeyboardEvent) => {
    const key = event.defaultPrevented ? undefined : historyKey(event)
    if (!key || (isTextField(event.target) && !isBox(event.target)) || options.closed()) return
    event.preventDefault()
    if (key === 'historyUndo') undo.undo()
    else undo.redo()
  }
  document.addEventListener('keydown', pressed)
  onCleanup(() => document.removeEventListener('keydown', pressed))
}

/** A box has no history of its own. */
function isBox(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'checkbox'
}

export function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]')
}
