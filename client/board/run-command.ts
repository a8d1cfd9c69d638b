import { readingOrder } from '../../shared/layout/canvas-layout'
import { boardText as text } from '../text/board'
import { announce } from '../ui/live-region'
import type { BoardActs } from './board-acts'
import type { BoardCommand } from './board-keys'
import type { Carry } from './carry'
import type { Board } from './create-board'
import { SHOWS_FIELD } from './pen'

/** What a key can reach. */
export type Reach = {
  board: Board
  acts: BoardActs
  carry: Carry
  dialogs: { move(): void; keys(): void }
  search: { open(): void }
}

/** Carries out what a key asked for. True when the key was the board's, so that nothing else should happen with it. */
export function runCommand(command: BoardCommand, reach: Reach): boolean {
  const { board, acts, carry } = reach
  switch (command.do) {
    case 'go':
      go(command, board)
      return true
    case 'edit':
      return acts.drawInMiddle() || edit(board, acts)
    case 'add-note':
      acts.addNote()
      return true
    case 'add-cluster':
      acts.addCluster()
      return true
    case 'tool':
      acts.takeUp(command.tool)
      return true
    case 'move':
      reach.dialogs.move()
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
      return letGo(board, acts)
    case 'leave':
      carry.putBack()
      return false
    case 'pick-up':
      carry.pickUp()
      return true
    case 'carry':
      carry.move(command.way)
      return true
    case 'drop':
      carry.drop()
      return true
    case 'put-back':
      carry.putBack()
      return true
    case 'undo':
      board.canvas.edits.undo.undo()
      return true
    case 'redo':
      board.canvas.edits.undo.redo()
      return true
    case 'search':
      reach.search.open()
      return true
    case 'keys':
      reach.dialogs.keys()
      return true
    default:
      look(command.do, board)
      return true
  }
}

/** From where one sees. */
function look(how: 'zoom-in' | 'zoom-out' | 'fit' | 'fit-selection', board: Board): void {
  const control = board.control()
  if (how === 'zoom-in') control?.zoomIn()
  if (how === 'zoom-out') control?.zoomOut()
  if (how === 'fit') control?.fit()
  if (how === 'fit-selection') showSelection(board)
}

/** What is selected as large as it goes; the whole canvas when nothing is. */
export function showSelection(board: Board): void {
  const selected = board.selected()
  board.control()?.frame(selected.length > 0 ? selected : null)
}

/** From item to item in reading order; the one arrived at is brought into view, and is what the focus points at [B31]. */
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
  const stepping = command.to === 'next' || command.to === 'previous'
  const id = (here < 0 && stepping ? board.lastVisited() : undefined) ?? order[index]
  if (id === undefined) {
    announce(text.empty)
    return
  }
  board.control()?.select(command.extend ? [...board.selected().filter((other) => other !== id), id] : [id])
  board.control()?.show(id)
}

function edit(board: Board, acts: BoardActs): boolean {
  const id = board.selected().at(-1)
  const item = id === undefined ? undefined : acts.found(id)
  if (!id || !item) return false
  if (item.is === 'section') acts.addNote()
  else if (item.is === 'drawing' && item.drawing.record.kind !== 'text') document.getElementById(SHOWS_FIELD)?.focus()
  else if (acts.open([id], board.writing(id))) board.control()?.edit(id)
  return true
}

/** First puts the pen down, then selects nothing, then says how to leave. While something is dragged the key is tldraw's: it cancels the drag. */
function letGo(board: Board, acts: BoardActs): boolean {
  if (board.dragging()) return false
  if (board.pens.pen().tool !== 'select') {
    acts.takeUp('select')
    return true
  }
  if (board.selected().length > 0) board.control()?.select([])
  else announce(text.said.left)
  return true
}
