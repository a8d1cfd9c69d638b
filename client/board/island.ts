import { createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import type { Board } from './create-board'
import type { BoardControl, BoardEvents } from './crossing'

/**
 * Loads the React side, and takes it out again with this owner. It is made while the canvas is still on its way, so that
 * all there is to do once that is there is to draw it; until then nobody can ask anything of it.
 */
export function createIsland(board: Board, events: BoardEvents) {
  const [host, setHost] = createSignal<HTMLElement>()
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading')
  const [mounting, setMounting] = createSignal<typeof import('./board.react')['mountBoard']>()
  const load = () => {
    setState('loading')
    import('./board.react').then(
      ({ mountBoard }) => setMounting(() => mountBoard),
      () => setState('failed'),
    )
  }
  load()
  const [mounted, setMounted] = createSignal<BoardControl>()
  createEffect(() => {
    const element = host()
    const mountBoard = mounting()
    if (!element || !mountBoard) return
    const control = untrack(() => mountBoard(element, board.feed, events))
    setMounted(control)
    // not within a render of React's, in which unmounting would be refused
    onCleanup(() => queueMicrotask(() => control.close()))
  })
  createEffect(() => {
    const control = mounted()
    if (!control || !board.canvas.ready()) return
    untrack(() => control.arrive())
    board.attach(control)
    setState('ready')
    onCleanup(() => board.attach(undefined))
  })
  return { host: setHost, state, load }
}
