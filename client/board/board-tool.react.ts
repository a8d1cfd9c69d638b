import { StateNode, type TLClickEventInfo, type TLPointerEventInfo, type TLStateNodeConstructor } from 'tldraw'
import type { BoardSession } from './session.react'
import type { Press } from './surface'

/**
 * What tldraw takes for a tool: hands pointer events to the gesture, or to the pen in hand. tldraw's own tools are not used,
 * as they would turn, resize and re-parent what only the document may change.
 */
export function createBoardTool(session: BoardSession): TLStateNodeConstructor {
  return class BoardTool extends StateNode {
    static override id = 'board'

    override onPointerDown(info: TLPointerEventInfo): void {
      if (info.button !== 0) return
      session.stopEditing()
      this.editor.focus()
      const press = this.#press(info)
      if (!session.pens.gesture.down(press.at)) session.gesture.down(press)
    }

    override onPointerMove(info: TLPointerEventInfo): void {
      const press = this.#press(info)
      session.pens.gesture.move(press.at)
      session.gesture.move(press, this.editor.inputs.isDragging)
      if (!press.touch) session.events.cursor(press.at)
    }

    override onPointerUp(info: TLPointerEventInfo): void {
      const press = this.#press(info)
      if (session.pens.gesture.busy) session.pens.gesture.up(press.at)
      else session.gesture.up(press)
      session.pens.lifted()
    }

    override onDoubleClick(info: TLClickEventInfo): void {
      if (info.phase !== 'up' || session.pens.pen.get().tool !== 'select') return
      session.gesture.doubleClick(this.editor.inputs.currentPagePoint.toJson())
    }

    override onTick(info: { elapsed: number }): void {
      if (session.gesture.busy) this.editor.edgeScrollManager.updateEdgeScrolling(info.elapsed)
    }

    override onCancel(): void {
      session.pens.gesture.cancel()
      session.gesture.cancel()
    }

    override onInterrupt(): void {
      session.pens.gesture.cancel()
      session.gesture.cancel()
    }

    #press(info: TLPointerEventInfo): Press {
      const { currentPagePoint, currentScreenPoint } = this.editor.inputs
      return {
        at: { x: currentPagePoint.x, y: currentPagePoint.y },
        screen: { x: currentScreenPoint.x, y: currentScreenPoint.y },
        add: info.shiftKey || info.accelKey,
        touch: !info.isPen && this.editor.getInstanceState().isCoarsePointer,
      }
    }
  }
}
