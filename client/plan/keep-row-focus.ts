import { createEffect, on, onCleanup, onMount } from 'solid-js'

/**
 * Keeps focus where it was while rows change places, whoever moved them: an element that is taken out of the page and put
 * in again elsewhere loses it.
 */
export function keepRowFocus(list: () => HTMLElement | undefined, order: () => readonly string[]): void {
  let last: HTMLElement | undefined
  onMount(() => {
    const page = list()?.ownerDocument ?? document
    const remember = (event: FocusEvent) => {
      const { target } = event
      last = target instanceof HTMLElement && list()?.contains(target) ? target : undefined
    }
    page.addEventListener('focusin', remember)
    onCleanup(() => page.removeEventListener('focusin', remember))
  })
  createEffect(
    on(
      () => order().join(' '),
      () => {
        const { activeElement, body } = document
        if (last?.isConnected && (activeElement === null || activeElement === body)) last.focus()
      },
      { defer: true },
    ),
  )
}
