import { onCleanup, onMount } from 'solid-js'

/**
 * Tells the page how high what is stuck to its top is, so that what has focus is never covered: all of the bars, or on a phone
 * only the first of them.
 */
export function createStuckTop(element: () => HTMLElement | undefined): void {
  onMount(() => {
    const bar = element()
    if (!bar || typeof ResizeObserver === 'undefined') return
    const root = document.documentElement
    const observer = new ResizeObserver(() => {
      const header = bar.querySelector<HTMLElement>(':scope > header')
      // what has no box of its own keeps the style of one that sticks
      const stuck = [bar, header].find(
        (one) => one && one.offsetHeight > 0 && getComputedStyle(one).position === 'sticky',
      )
      root.style.setProperty('--stuck-top', `${stuck?.offsetHeight ?? 0}px`)
    })
    observer.observe(bar)
    onCleanup(() => {
      observer.disconnect()
      root.style.removeProperty('--stuck-top')
    })
  })
}
