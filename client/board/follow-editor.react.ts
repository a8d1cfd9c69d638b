import { type Atom, type Editor, react, unsafe__withoutCapture as untracked } from 'tldraw'
import type { BoardCamera } from './camera.react'
import type { BoardEvents } from './crossing'
import { showMoving } from './layers.react'
import { FAR_ZOOM } from './near'
import type { ShapesNear } from './shapes-near.react'

/** Of a session. */
type Followed = {
  selected(): readonly string[]
  gesture: { busy: boolean }
  events: BoardEvents
  far: Atom<boolean>
  isEditing: Atom<boolean>
  near: ShapesNear
}

/** What the board does by itself when something about its editor changes; returns how to stop each. */
export function followEditor(session: Followed, editor: Editor, camera: BoardCamera): (() => void)[] {
  return [
    react('selection', () => {
      const ids = session.selected()
      if (!session.gesture.busy) untracked(() => session.events.selected(ids))
    }),
    react('far', () => {
      const picture = session.far.get() && !session.isEditing.get()
      editor.getContainer().toggleAttribute('data-far', picture)
    }),
    react('edges', () => {
      if (editor.getCameraState() === 'idle')
        editor.getContainer().style.setProperty('--board-scale', String(1 / editor.getZoomLevel()))
    }),
    react('moving', () => {
      showMoving(editor)
      // what one would see next is made ready while nothing moves
      if (editor.getCameraState() === 'idle') untracked(() => session.near.refreshSoon())
    }),
    react('zoom', () => session.events.zoomed(editor.getZoomLevel())),
    react('window', () => {
      editor.getViewportPageBounds()
      session.far.set(editor.getZoomLevel() < FAR_ZOOM)
      untracked(() => session.near.refreshSoon())
    }),
    react('size', () => {
      const size = editor.getViewportScreenBounds()
      untracked(() => camera.resized(size, session.selected()))
    }),
  ]
}
