import { onCleanup, onMount } from 'solid-js'

/** Tells the page how high what is stuck to its top is, so that what has focus is never covered. */
export function createStuckTop(element: () => HTMLElement | undefined): void {
  onMount(() => {
    const bar = element()
    if (!bar || typeof ResizeObserver === 'undefined') return
    const root = document.documentElement
    const observer = new ResizeObserver(() => {
      const stuck = getComputedStyle(bar).position === 'sticky'
      root.style.setProperty('--stuck-top', stuck ? `${bar.offsetHeight}px` : '0px')
    })
    observer.observe(bar)
    onCleanup(() => {
      observer.disconnect()
      root.style.removeProperty('--stuck-top')
    })
  })
}
