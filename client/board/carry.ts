import { boardText as text } from '../text/board'
import { announce } from '../ui/live-region'
import type { BoardActs } from './board-acts'
import { loadFreely } from './carry-freely'
import { loadInOrder } from './carry-in-order'
import type { Load } from './carry-load'
import type { Cargo, Way } from './carry-places'
import type { Board } from './create-board'
import { findItem, nameOf } from './describe-item'
import { boxOf } from './items-at'
import { createMixedActs } from './mixed-acts'
import { countsOf } from './moved-together'

export type Carry = ReturnType<typeof createCarry>

/**
 * Picking up, moving and dropping by keys: what a drag does, place by place, each place said in words [B30]. Like a drag it
 * reaches the document once, when it is dropped.
 */
export function createCarry(board: Board, acts: BoardActs) {
  let held: { load: Load; stays: readonly string[] } | undefined
  const mixed = createMixedActs(board, acts)

  /** A press on the canvas ends it as well, on the React side. */
  const now = () => {
    if (!board.dragging()) held = undefined
    return held
  }
  const putDown = (words: string) => {
    held = undefined
    board.control()?.putDown()
    announce(words)
  }
  const gone = ({ ids }: Load) => ids.some((id) => !boxOf(board.drawing().layout, id))

  return {
    carrying: () => now() !== undefined,
    pickUp(): void {
      const last = board.selected().at(-1)
      if (last === undefined || !findItem(board.drawing().view, last)) return void announce(text.selectFirst)
      const { ids, stays } = mixed.taken(last)
      if (ids.length === 0) return void acts.explain(stays)
      const cargo = cargoOf(board, ids)
      const load = cargo ? loadInOrder(board, acts, cargo) : loadFreely(board, mixed, ids)
      if (!load) return
      held = { load, stays }
      load.show()
      const names = nameOf(board.drawing().view, load.ids) ?? mixed.inWords(load.ids)
      announce(`${text.carry.pickedUp(names)} ${load.place()}. ${load.how}`)
    },
    move(way: Way): void {
      const { load } = now() ?? {}
      if (!load) return
      if (gone(load)) return void putDown(text.carry.gone)
      load.move(way)
      load.show()
      announce(load.place())
    },
    drop(): void {
      const { load, stays } = now() ?? {}
      if (!load || !stays) return
      if (gone(load)) return void putDown(text.carry.gone)
      putDown(load.drop())
      mixed.tellStays(stays)
    },
    putBack(): void {
      if (now()) putDown(text.carry.putBack)
    },
  }
}

/** Notes alone, in reading order whichever was selected first, or one cluster alone, have places in an order. */
function cargoOf(board: Board, ids: readonly string[]): Cargo | undefined {
  const { layout } = board.drawing()
  const { notes, clusters } = countsOf(layout, ids)
  if (notes === ids.length) return { is: 'notes', ids: [...layout.notes.keys()].filter((id) => ids.includes(id)) }
  return clusters === 1 && ids.length === 1 ? { is: 'cluster', ids } : undefined
}
