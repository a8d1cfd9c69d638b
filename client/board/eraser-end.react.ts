import { StateNode, type TLStateNodeConstructor } from 'tldraw'
import type { BoardSession } from './session.react'

/**
 * Some pens have an eraser at their other end. tldraw then asks for a tool of this name, and fails without one: it rubs out
 * as the eraser in the toolbar does, whatever is in hand.
 */
export function createEraserEnd(session: BoardSession): TLStateNodeConstructor {
  const { gesture } = session.pens
  return class EraserEnd extends StateNode {
    static override id = 'eraser'

    override onEnter(): void {
      session.stopEditing()
      gesture.use('eraser')
    }

    override onPointerDown(): void {
      gesture.down(this.#at())
    }

    override onPointerMove(): void {
      gesture.move(this.#at())
    }

    /** The pen is lifted: tldraw ends this before it gives back the other tool. */
    override onComplete(): void {
      if (gesture.busy) gesture.up(this.#at())
    }

    override onInterrupt(): void {
      gesture.cancel()
    }

    override onExit(): void {
      gesture.use(session.pens.pen.get().tool)
    }

    #at() {
      return this.editor.inputs.currentPagePoint.toJson()
    }
  }
}
