import { onCleanup } from 'solid-js'
import { allNotes, type CanvasView, type NoteView } from '../../shared/domain/canvas-view'
import type { CanvasId, NoteId } from '../../shared/domain/ids'

/**
 * When this person last left a canvas, on this device, in the server's time: only a time is kept. What was reworded or
 * moved while the page was away is not known here, what is reworded while it is open is.
 */
export function rememberLook(canvas: CanvasId, now: () => number) {
  const key = `concordat:last-look:${canvas}`
  const since = kept(key) ?? now()
  let before: ReadonlyMap<NoteId, NoteView> | undefined
  const leave = () => {
    try {
      localStorage.setItem(key, String(now()))
    } catch {
      // no storage in this browser mode: the next visit starts afresh
    }
  }
  globalThis.addEventListener('pagehide', leave)
  onCleanup(() => {
    globalThis.removeEventListener('pagehide', leave)
    leave()
  })
  return {
    since,
    /** What later changes are compared with; only the first counts. */
    start(view: CanvasView) {
      before ??= new Map(allNotes(view).map((note) => [note.id, note]))
    },
    changedIds(view: CanvasView): ReadonlySet<NoteId> {
      const changed = allNotes(view).filter(({ id, text }) => (before?.get(id)?.text ?? text) !== text)
      return new Set(changed.map(({ id }) => id))
    },
  }
}

function kept(key: string): number | undefined {
  try {
    return Number(localStorage.getItem(key)) || undefined
  } catch {
    return undefined
  }
}
