import { StateNode, type TLClickEventInfo, type TLPointerEventInfo, type TLStateNodeConstructor } from 'tldraw'
import type { Press } from './gesture'
import type { BoardSession } from './session.react'

/**
 * The board's only tool for now: hands pointer events to the gesture. tldraw's own select tool is not used, as it would
 * turn, resize and re-parent what only the document may change.
 */
export function createBoardTool(session: BoardSession): TLStateNodeConstructor {
  return class BoardTool extends StateNode {
    static override id = 'board'

    override onPointerDown(info: TLPointerEventInfo): void {
      if (info.button !== 0) return
      session.stopEditing()
      this.editor.focus()
      session.gesture.down(this.#press(info))
    }

    override onPointerMove(info: TLPointerEventInfo): void {
      const press = this.#press(info)
      session.gesture.move(press, this.editor.inputs.isDragging)
      if (!press.touch) session.events.cursor(press.at)
    }

    override onPointerUp(info: TLPointerEventInfo): void {
      session.gesture.up(this.#press(info))
    }

    override onDoubleClick(info: TLClickEventInfo): void {
      if (info.phase !== 'up') return
      session.gesture.doubleClick(this.editor.inputs.currentPagePoint.toJson())
    }

    override onTick(info: { elapsed: number }): void {
      if (session.gesture.busy) this.editor.edgeScrollManager.updateEdgeScrolling(info.elapsed)
    }

    override onCancel(): void {
      session.gesture.cancel()
    }

    override onInterrupt(): void {
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
