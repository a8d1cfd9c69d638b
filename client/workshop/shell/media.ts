import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether a media query holds now; follows the window. */
export function createMediaQuery(query: string): Accessor<boolean> {
  const list = globalThis.matchMedia?.(query)
  const [holds, setHolds] = createSignal(list?.matches ?? false)
  if (list) {
    const change = () => setHolds(list.matches)
    list.addEventListener('change', change)
    onCleanup(() => list.removeEventListener('change', change))
  }
  return holds
}

/** A finger is what one points with. */
export const COARSE = '(pointer: coarse)'

/** Where the header of the board would take a second line for a word or two. Narrower, it has two lines anyway. */
export const NARROW = '(min-width: 880px) and (max-width: 1200px)'

/** A phone, or a window as narrow as one: one slim bar and a menu in place of the header. */
export const COMPACT = '(max-width: 719px)'
