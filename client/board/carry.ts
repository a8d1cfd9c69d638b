import type { CanvasView } from '../../shared/domain/canvas-view'
import type { NoteId, SectionId } from '../../shared/domain/ids'
import { staysPut } from '../../shared/layout/spot-at'
import { boardText as text } from '../text/board'
import { drawingText } from '../text/drawings'
import { announce } from '../ui/live-region'
import type { BoardActs } from './board-acts'
import {
  type Berth,
  berthOf,
  type Cargo,
  carried,
  cornerAt,
  type Holder,
  holdersFor,
  spotAt,
  type Way,
} from './carry-places'
import type { Board } from './create-board'
import type { Point } from './crossing'
import { containerName, findItem, nameOf } from './describe-item'
import { asTheyLay } from './in-rows'
import { boxOf } from './items-at'

export type Carry = ReturnType<typeof createCarry>

/**
 * Picking up, moving and dropping by keys: what a drag does, place by place, each place said in words [B30]. Like a drag it
 * reaches the document once, when it is dropped, and everything is read afresh at each key, as others go on meanwhile.
 */
export function createCarry(board: Board, acts: BoardActs) {
  let held: { cargo: Cargo; berth: Berth } | undefined
  const drawing = () => board.drawing()
  const holders = (cargo: Cargo) => holdersFor(drawing().view, cargo, (id) => board.mayChange([id]))

  /** A press on the canvas ends it as well, on the React side. */
  const now = () => {
    if (!board.dragging()) held = undefined
    return held
  }
  const show = (cargo: Cargo, berth: Berth, all: readonly Holder[]) => {
    const { layout } = drawing()
    const box = boxOf(layout, cargo.ids[0] ?? '')
    const corner = cornerAt(layout, all, berth)
    if (box) board.control()?.carry(cargo.ids, { x: corner.x - box.x, y: corner.y - box.y }, berth.holder)
  }
  const placeWords = (cargo: Cargo, berth: Berth, all: readonly Holder[]) => {
    const { view, layout } = drawing()
    const name = holderInWords(view, cargo, berth.holder)
    if ('at' in berth) {
      const { x, y } = spotAt(layout, all, berth) as { x: number; y: number }
      return text.carry.free(name, x, y)
    }
    const rest = all.find(({ id }) => id === berth.holder)?.rest.length ?? 0
    return text.carry.place(name, berth.index + 1, rest + cargo.ids.length)
  }
  const putDown = (words: string) => {
    held = undefined
    board.control()?.putDown()
    announce(words)
  }
  const gone = (cargo: Cargo) => cargo.ids.some((id) => !boxOf(drawing().layout, id))

  const asCarried = (cargo: Cargo, berth: Berth & { at: Point }) => {
    const { view, layout } = drawing()
    const box = boxOf(layout, cargo.ids[0] ?? '') ?? berth.at
    const by = { x: berth.at.x - box.x, y: berth.at.y - box.y }
    return asTheyLay(view, layout, { ids: cargo.ids as NoteId[], by, section: berth.holder as SectionId | null })
  }
  /** The one edit of it all; what came of it, in words. */
  const moved = (cargo: Cargo, berth: Berth): string => {
    const all = holders(cargo)
    if (!all.some(({ id }) => id === berth.holder)) return text.carry.placeGone
    if (isWhereItWas(board, cargo, berth, all)) return text.carry.putBack
    if (!acts.open([...cargo.ids, berth.holder])) return text.carry.putBack
    const where = placeWords(cargo, berth, all)
    const spot = spotAt(drawing().layout, all, berth)
    if (cargo.is === 'cluster') board.canvas.edits.moveCluster(cargo.ids[0] as never, spot)
    else if ('at' in berth && cargo.ids.length > 1) board.canvas.edits.placeNotes(asCarried(cargo, berth))
    else board.canvas.edits.moveNotes(cargo.ids as never[], spot)
    return text.carry.dropped(where)
  }

  return {
    carrying: () => now() !== undefined,
    pickUp(): void {
      const cargo = cargoOf(board)
      if (cargo === 'section') announce(text.carry.notSection)
      if (cargo === 'drawing') announce(drawingText.notCarried)
      if (cargo === undefined) announce(text.selectFirst)
      if (typeof cargo !== 'object' || !acts.open(cargo.ids)) return
      const berth = berthOf(drawing(), cargo)
      if (!berth) return
      held = { cargo, berth }
      const all = holders(cargo)
      show(cargo, berth, all)
      const names = nameOf(drawing().view, cargo.ids)
      announce(`${text.carry.pickedUp(names)} ${placeWords(cargo, berth, all)}. ${text.carry.how}`)
    },
    move(way: Way): void {
      const { cargo, berth } = now() ?? {}
      if (!cargo || !berth) return
      const all = holders(cargo)
      const next = carried(all, drawing().layout, berth, way)
      if (gone(cargo)) {
        putDown(text.carry.gone)
        return
      }
      held = { cargo, berth: next }
      show(cargo, next, all)
      announce(placeWords(cargo, next, all))
    },
    drop(): void {
      const { cargo, berth } = now() ?? {}
      if (cargo && berth) putDown(gone(cargo) ? text.carry.gone : moved(cargo, berth))
    },
    putBack(): void {
      if (now()) putDown(text.carry.putBack)
    },
  }
}

function cargoOf(board: Board): Cargo | 'section' | 'drawing' | undefined {
  const selected = board.selected()
  const { view, layout } = board.drawing()
  const item = findItem(view, selected.at(-1) ?? '')
  if (!item) return undefined
  if (item.is === 'cluster') return { is: 'cluster', ids: [item.cluster.id] }
  // in reading order, whichever was selected first
  if (item.is === 'note') return { is: 'notes', ids: [...layout.notes.keys()].filter((id) => selected.includes(id)) }
  return item.is
}

/** Nothing is written then: the log keeps no move that moved nothing. */
function isWhereItWas(board: Board, cargo: Cargo, berth: Berth, all: readonly Holder[]): boolean {
  const { view, layout } = board.drawing()
  const spot = spotAt(layout, all, berth)
  if (!('x' in spot)) return staysPut(view, cargo.ids, spot)
  const start = berthOf(board.drawing(), cargo)
  if (!start || !('at' in start) || start.holder !== berth.holder) return false
  const was = spotAt(layout, all, start)
  return 'x' in was && was.x === spot.x && was.y === spot.y
}

function holderInWords(view: CanvasView, cargo: Cargo, id: string | null): string {
  if (id === null) return text.said.onCanvas
  const item = findItem(view, id)
  if (item?.is === 'cluster') return text.said.inCluster(text.kindInText(item.cluster.kind), containerName(view, id))
  const name = containerName(view, id)
  return cargo.is === 'notes' ? text.said.inSection(name) : text.said.clusterIn(name)
}
