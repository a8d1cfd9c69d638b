import { onCleanup } from 'solid-js'

/** Words came from this person so lately that they are in the middle of a sentence. */
const TYPING_MS = 8_000
/** They have moved, scrolled, pointed or pressed a key so lately that they are in the middle of something. */
const MOVING_MS = 3_000

export type Activity = {
  /** A field has focus and was written in just now. */
  typing(): boolean
  /** Typing, or moving about, or something is open over the page: not a moment in which to move what they look at. */
  busy(): boolean
}

/** What the person does on this page, as far as it matters to what may move under their eyes. */
export function createActivity(now: () => number = () => performance.now()): Activity {
  let wroteAt = Number.NEGATIVE_INFINITY
  let movedAt = Number.NEGATIVE_INFINITY
  const write = () => {
    wroteAt = now()
  }
  const move = (event: Event) => {
    // a mouse that only passes over moves nothing
    if (event.type === 'pointermove' && event instanceof MouseEvent && event.buttons === 0) return
    movedAt = now()
  }
  document.addEventListener('input', write, { capture: true, passive: true })
  for (const kind of MOVES) document.addEventListener(kind, move, { capture: true, passive: true })
  onCleanup(() => {
    document.removeEventListener('input', write, { capture: true })
    for (const kind of MOVES) document.removeEventListener(kind, move, { capture: true })
  })
  const typing = () => isField(document.activeElement) && now() - wroteAt < TYPING_MS
  return {
    typing,
    busy: () => typing() || now() - movedAt < MOVING_MS || document.querySelector(OVER_THE_PAGE) !== null,
  }
}

const MOVES = ['pointerdown', 'pointermove', 'wheel', 'touchmove', 'keydown'] as const
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]'

function isField(element: Element | null): boolean {
  return element?.matches('input, textarea, select, [contenteditable="true"]') ?? false
}
