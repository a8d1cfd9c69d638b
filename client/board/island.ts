import { createEffect, createSignal, onCleanup, untrack } from 'solid-js'
import type { Board } from './create-board'
import type { BoardEvents } from './crossing'

/** Loads the React side once the canvas has arrived, and takes it out again with this owner. */
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
  createEffect(() => {
    const element = host()
    const mountBoard = mounting()
    if (!element || !mountBoard || !board.canvas.ready()) return
    const control = untrack(() => mountBoard(element, board.feed, events))
    board.attach(control)
    setState('ready')
    onCleanup(() => {
      board.attach(undefined)
      // not within a render of React's, in which unmounting would be refused
      queueMicrotask(() => control.close())
    })
  })
  return { host: setHost, state, load }
}
