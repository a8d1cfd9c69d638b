import type { CanvasView } from '../../shared/domain/canvas-view'
import type { NoteId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'
import { announce } from '../ui/live-region'
import { focusTargetOf } from './note-actions'
import { holderTitle, whereIs } from './places'

type Kept = { element: HTMLElement; note: NoteId | undefined; nextNotes: NoteId[] }

/**
 * Keeps focus where the person put it while others move things: an element that only changed its place in the page takes
 * focus again; when the note under it went away, focus goes to the next note and it is said why. `changed` is called
 * after each new reading is on the screen. Returns both ends.
 */
export function keepFocus(
  root: HTMLElement,
  view: () => CanvasView,
): { changed: () => void; forget: () => void; stop: () => void } {
  let kept: Kept | undefined
  const remember = (event: FocusEvent) => {
    if (!(event.target instanceof HTMLElement)) return
    const note = event.target.closest<HTMLElement>('[data-note]')?.dataset.note as NoteId | undefined
    kept = { element: event.target, note, nextNotes: note ? notesAround(view(), note) : [] }
  }
  const forget = () => {
    kept = undefined
  }
  const left = (event: FocusEvent) => {
    // Elsewhere on the page, not into nothing: the person moved on.
    if (event.relatedTarget instanceof Element && !root.contains(event.relatedTarget)) forget()
  }
  const changed = () => {
    const { activeElement, body } = root.ownerDocument
    if (!kept || (activeElement !== null && activeElement !== body)) return
    if (kept.element.isConnected) kept.element.focus({ preventScroll: true })
    else if (kept.note) goOn(kept.note, kept.nextNotes)
  }
  const goOn = (gone: NoteId, next: NoteId[]) => {
    forget()
    const stays = next.find((id) => focusTargetOf(id) && whereIs(view(), id))
    focusTargetOf(stays)?.focus({ preventScroll: true })
    const where = whereIs(view(), gone)
    const place = where?.holder ? holderTitle(view(), where.holder) : where?.words
    if (where) announce((stays ? outlineText.movedAway : outlineText.movedAwayLast)(place ?? where.words))
    else announce(stays ? outlineText.deletedAway : outlineText.deletedAwayLast)
  }
  const pressed = (event: PointerEvent) => {
    if (event.target instanceof Element && !event.target.closest('button, textarea, input, a, [tabindex]')) forget()
  }
  root.addEventListener('focusin', remember)
  root.addEventListener('focusout', left)
  root.ownerDocument.addEventListener('pointerdown', pressed)
  return {
    changed,
    forget,
    stop() {
      root.removeEventListener('focusin', remember)
      root.removeEventListener('focusout', left)
      root.ownerDocument.removeEventListener('pointerdown', pressed)
    },
  }
}

/** The notes after one in its list, then those before it, nearest first. */
function notesAround(view: CanvasView, id: NoteId): NoteId[] {
  const where = whereIs(view, id)
  if (!where) return []
  const after = where.notes.slice(where.index + 1)
  const before = where.notes.slice(0, where.index).reverse()
  return [...after, ...before].map((note) => note.id)
}
