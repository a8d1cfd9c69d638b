import type { Editor } from 'tldraw'
import type { BoardCamera } from './camera.react'
import type { BoardControl } from './crossing'
import type { Gesture } from './gesture'
import type { Pens } from './pens.react'

/** Of a session. */
type Controlled = {
  select(ids: readonly string[]): void
  edit(id: string): void
  stopEditing(): void
  gesture: Gesture
  pens: Pens
}
type Parts = { editor(): Editor | undefined; camera(): BoardCamera | undefined; arrive(): void; close(): void }

/** What the Solid side may ask of a board, also before there is an editor. */
export function controlOf(session: Controlled, { editor, camera, arrive, close }: Parts): BoardControl {
  return {
    arrive,
    select: (ids) => session.select(ids),
    carry: (ids, by, target) => {
      session.gesture.carry(ids, by, target)
      camera()?.showMoved(ids[0], by)
    },
    putDown: () => session.gesture.cancel(),
    edit: (id) => session.edit(id),
    stopEditing: () => session.stopEditing(),
    use: (pen) => session.pens.use(pen),
    zoomIn: () => camera()?.zoomIn(),
    zoomOut: () => camera()?.zoomOut(),
    zoomToFull: () => camera()?.zoomToFull(),
    fit: () => camera()?.fit(true),
    show: (id) => camera()?.show(id),
    reveal: (id) => camera()?.showForReading(id),
    frame: (id) => camera()?.frame(id),
    focus: () => editor()?.getContainer().focus(),
    centre: () => editor()?.getViewportPageBounds().center.toJson() ?? { x: 0, y: 0 },
    close,
  }
}
