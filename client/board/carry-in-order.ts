import type { CanvasView } from '../../shared/domain/canvas-view'
import type { NoteId, SectionId } from '../../shared/domain/ids'
import { staysPut } from '../../shared/layout/spot-at'
import { boardText as text } from '../text/board'
import type { BoardActs } from './board-acts'
import type { Load } from './carry-load'
import { type Berth, berthOf, type Cargo, carried, cornerAt, type Holder, holdersFor, spotAt } from './carry-places'
import type { Board } from './create-board'
import type { Point } from './crossing'
import { containerName, findItem } from './describe-item'
import { asTheyLay } from './in-rows'
import { boxOf } from './items-at'

/** Notes, or one cluster, carried from place to place in the order of what holds them. */
export function loadInOrder(board: Board, acts: BoardActs, cargo: Cargo): Load | undefined {
  const drawing = () => board.drawing()
  const start = berthOf(drawing(), cargo)
  if (!start) return undefined
  let berth: Berth = start
  const holders = () => holdersFor(drawing().view, cargo, (id) => board.mayChange([id]))

  const placeIn = (all: readonly Holder[]) => {
    const { view, layout } = drawing()
    const name = holderInWords(view, cargo, berth.holder)
    if ('at' in berth) {
      const { x, y } = spotAt(layout, all, berth) as { x: number; y: number }
      return text.carry.free(name, x, y)
    }
    const rest = all.find(({ id }) => id === berth.holder)?.rest.length ?? 0
    return text.carry.place(name, berth.index + 1, rest + cargo.ids.length)
  }
  const asCarried = (at: Point) => {
    const { view, layout } = drawing()
    const box = boxOf(layout, cargo.ids[0] ?? '') ?? at
    const by = { x: at.x - box.x, y: at.y - box.y }
    return asTheyLay(view, layout, { ids: cargo.ids as NoteId[], by, section: berth.holder as SectionId | null })
  }
  return {
    ids: cargo.ids,
    how: text.carry.how,
    show() {
      const { layout } = drawing()
      const box = boxOf(layout, cargo.ids[0] ?? '')
      const corner = cornerAt(layout, holders(), berth)
      if (box) board.control()?.carry(cargo.ids, { x: corner.x - box.x, y: corner.y - box.y }, berth.holder)
    },
    place: () => placeIn(holders()),
    move(way) {
      berth = carried(holders(), drawing().layout, berth, way)
    },
    drop() {
      const all = holders()
      if (!all.some(({ id }) => id === berth.holder)) return text.carry.placeGone
      if (isWhereItWas(board, cargo, berth, all)) return text.carry.putBack
      if (!acts.open([...cargo.ids, berth.holder])) return text.carry.putBack
      const where = placeIn(all)
      const spot = spotAt(drawing().layout, all, berth)
      const { edits } = board.canvas
      const made =
        cargo.is === 'cluster'
          ? edits.moveCluster(cargo.ids[0] as never, spot)
          : 'at' in berth && cargo.ids.length > 1
            ? edits.placeNotes(asCarried(berth.at))
            : edits.moveNotes(cargo.ids as never[], spot)
      return made ? text.carry.dropped(where) : text.carry.putBack
    },
  }
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
