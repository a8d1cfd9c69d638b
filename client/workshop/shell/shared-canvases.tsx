import { createContext, createRoot, getOwner, type Owner, onCleanup, type ParentProps, useContext } from 'solid-js'
import type { CanvasId } from '../../../shared/domain/ids'
import { createCanvas } from '../canvas'
import type { Canvas } from '../contract'

/** Long enough for one page to leave and the next to come. */
const KEPT_MS = 5_000

type Shared = { canvas: Canvas; close: () => void; users: number; timer?: ReturnType<typeof setTimeout> }

const Context = createContext<(id: CanvasId) => Canvas>()

/**
 * Keeps one open canvas for all who show it: going from board to list costs no new connection and keeps one's undo, and
 * no two of them hold the same offline copy. A canvas that nobody shows is closed.
 */
export function SharedCanvases(props: ParentProps) {
  const owner = getOwner()
  const shared = new Map<CanvasId, Shared>()
  const close = (id: CanvasId) => {
    const one = shared.get(id)
    clearTimeout(one?.timer)
    shared.delete(id)
    one?.close()
  }
  const open = (id: CanvasId): Canvas => {
    const one = shared.get(id) ?? openShared(id, owner)
    shared.set(id, one)
    clearTimeout(one.timer)
    one.users += 1
    onCleanup(() => {
      one.users -= 1
      if (one.users === 0) one.timer = setTimeout(() => close(id), KEPT_MS)
    })
    return one.canvas
  }
  onCleanup(() => {
    for (const id of [...shared.keys()]) close(id)
  })
  return <Context.Provider value={open}>{props.children}</Context.Provider>
}

function openShared(id: CanvasId, owner: Owner | null): Shared {
  return createRoot((close) => ({ canvas: createCanvas(id), close, users: 0 }), owner)
}

/** The open canvas, for as long as the calling owner lives. */
export function useCanvas(id: CanvasId): Canvas {
  const open = useContext(Context)
  if (!open) throw new Error('useCanvas() outside of SharedCanvases')
  return open(id)
}
