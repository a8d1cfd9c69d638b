import { readingOrder } from '../../shared/layout/canvas-layout'
import { boardText as text } from '../text/board'
import { announce } from '../ui/live-region'
import type { BoardActs } from './board-acts'
import type { BoardCommand } from './board-keys'
import type { Board } from './create-board'
import { describeItem } from './describe-item'

export type BoardDialogs = { move(): void; keys(): void }

/** Carries out what a key asked for. True when the key was the board's, so that nothing else should happen with it. */
export function runCommand(command: BoardCommand, board: Board, acts: BoardActs, dialogs: BoardDialogs): boolean {
  const control = board.control()
  switch (command.do) {
    case 'go':
      go(command, board)
      return true
    case 'edit':
      return edit(board, acts)
    case 'add-note':
      acts.addNote()
      return true
    case 'add-cluster':
      acts.addCluster()
      return true
    case 'move':
      dialogs.move()
      return true
    case 'delete':
      acts.deleteSelected()
      return true
    case 'duplicate':
      acts.duplicate()
      return true
    case 'select-all':
      acts.selectAll()
      return true
    case 'escape':
      return letGo(board)
    case 'leave':
      return false
    case 'undo':
      board.canvas.edits.undo.undo()
      return true
    case 'redo':
      board.canvas.edits.undo.redo()
      return true
    case 'zoom-in':
      control?.zoomIn()
      return true
    case 'zoom-out':
      control?.zoomOut()
      return true
    case 'fit':
      control?.fit()
      return true
    case 'keys':
      dialogs.keys()
      return true
  }
}

/** From item to item in reading order; the one arrived at is brought into view and said. */
function go(command: Extract<BoardCommand, { do: 'go' }>, board: Board): void {
  const { view } = board.drawing()
  const order: string[] = readingOrder(view)
  const here = order.indexOf(board.selected().at(-1) ?? '')
  const last = order.length - 1
  const index = {
    first: 0,
    last,
    next: Math.min(last, here + 1),
    previous: here < 0 ? last : Math.max(0, here - 1),
  }[command.to]
  const id = order[index]
  if (id === undefined) {
    announce(text.empty)
    return
  }
  board.control()?.select(command.extend ? [...board.selected().filter((other) => other !== id), id] : [id])
  board.control()?.show(id)
  announce(`${describeItem(view, id, board.sides())} ${text.said.position(index + 1, order.length)}`)
}

function edit(board: Board, acts: BoardActs): boolean {
  const id = board.selected().at(-1)
  const item = id === undefined ? undefined : acts.found(id)
  if (!id || !item) return false
  if (item.is === 'section') acts.addNote()
  else if (acts.open([id], board.writing(id))) board.control()?.edit(id)
  return true
}

/** First selects nothing, then says how to leave. While something is dragged the key is tldraw's: it cancels the drag. */
function letGo(board: Board): boolean {
  if (board.dragging()) return false
  if (board.selected().length > 0) board.control()?.select([])
  else announce(text.said.left)
  return true
}
