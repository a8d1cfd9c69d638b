import { onCleanup, onMount } from 'solid-js'

type Edge = '--stuck-bottom' | '--stuck-end' | '--dialog-foot'

/**
 * Says on the root element how much of the window's edges is taken, in pixels, for as long as the owner lives: what has focus is
 * kept clear of it, and messages stand beside it. `lengths` is asked again whenever one of the elements changes its size.
 */
export function createEdges(elements: () => readonly Element[], lengths: () => { [E in Edge]?: number }): void {
  onMount(() => {
    if (typeof ResizeObserver === 'undefined') return
    const { style } = document.documentElement
    const set = new Set<string>()
    const observer = new ResizeObserver(() => {
      for (const [edge, length] of Object.entries(lengths())) {
        set.add(edge)
        style.setProperty(edge, `${Math.round(length)}px`)
      }
    })
    for (const element of elements()) observer.observe(element)
    onCleanup(() => {
      observer.disconnect()
      for (const edge of set) style.removeProperty(edge)
    })
  })
}
