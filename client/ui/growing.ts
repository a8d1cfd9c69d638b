import { createEffect, createSignal, onCleanup } from 'solid-js'

/** More than a window shows; the rest comes in the frames after the one in which the list is there. */
const AT_ONCE = 60

/** How many of a long list are drawn by now: hundreds in one go would keep everybody waiting for those out of sight. */
export function createGrowing(all: () => number): () => number {
  const [most, setMost] = createSignal(AT_ONCE)
  createEffect(() => {
    if (most() >= all()) return
    const timer = setTimeout(() => setMost((now) => now + 2 * AT_ONCE))
    onCleanup(() => clearTimeout(timer))
  })
  return most
}
