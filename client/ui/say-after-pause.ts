import { createEffect, on, onCleanup } from 'solid-js'
import { announce } from './live-region'

/** Long enough for a letter to follow a letter, and a box another. */
const PAUSE_MS = 700

/**
 * Says what has come of it once the person has paused: not at each letter or box. `changed` is what they change; what
 * others do makes it speak no more often. Nothing is said of what has no words.
 */
export function sayAfterPause(changed: () => unknown, words: () => string): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = () => {
    const text = words()
    if (text !== '') announce(text)
  }
  createEffect(
    on(
      changed,
      () => {
        clearTimeout(timer)
        timer = setTimeout(say, PAUSE_MS)
      },
      { defer: true },
    ),
  )
  onCleanup(() => clearTimeout(timer))
}
