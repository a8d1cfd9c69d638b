import type { Editor, TLShapeId } from 'tldraw'
import { shapeIdOf } from './projection.react'

/**
 * What the browser draws anew in each frame and what it only moves [B16]. Drawing in software is what costs most on a
 * machine without a graphics card, so whatever moves is a layer of its own while it does, and no longer.
 */

const NOTHING: Set<TLShapeId> = new Set()
/** More of them at once would cost more to put together than to draw. */
const MOST_LAYERS = 60

/**
 * tldraw hides what is outside the window and lays it out again once it is inside, in each step of a pan or zoom. Here the
 * store holds nothing that is far outside [B12], so all of it stays laid out.
 */
export function keepAllDrawn(editor: Editor): void {
  editor.getCulledShapes = () => NOTHING
}

/** Call inside a reaction. While the camera moves, shapes move as one picture; they are drawn anew, and crisp, when it rests. */
export function showMoving(editor: Editor): void {
  editor.getContainer().toggleAttribute('data-moving', editor.getCameraState() === 'moving')
}

/** Shapes in hand, each on a layer of its own, so that nothing that lies under them is drawn again. */
export class Layers {
  #raised: HTMLElement[] = []

  raise(editor: Editor, ids: ReadonlySet<string>): void {
    this.lower()
    if (ids.size > MOST_LAYERS) return
    const wanted = new Set<string>([...ids].map(shapeIdOf))
    const shapes = editor.getContainer().querySelectorAll<HTMLElement>('.tl-shape')
    this.#raised = [...shapes].filter((shape) => wanted.has(shape.dataset.shapeId ?? ''))
    for (const shape of this.#raised) shape.style.willChange = 'transform'
  }

  lower(): void {
    for (const shape of this.#raised) shape.style.willChange = ''
    this.#raised = []
  }
}
