import type { SectionId } from '../../shared/domain/ids'
import { middleOf } from '../../shared/layout/layout-drawings'
import { NOTE, SECTION } from '../../shared/layout/sizes'
import { dropTarget, freePlaceAt, holds } from '../../shared/layout/spot-at'
import { boardText as text } from '../text/board'
import type { Load } from './carry-load'
import { NUDGES, type Way } from './carry-places'
import type { Board } from './create-board'
import type { Point } from './crossing'
import { containerName, findItem } from './describe-item'
import { boxOf } from './items-at'
import type { MixedActs } from './mixed-acts'
import { headOf, isItem, ledDrop, type MixedDrop } from './mixed-drop'

/** Drawings, or items of several kinds, carried over everything as by a pointer: by steps, or from section to section. */
export function loadFreely(board: Board, mixed: MixedActs, ids: readonly string[]): Load {
  let by: Point = { x: 0, y: 0 }
  const layout = () => board.drawing().layout
  // a note or a cluster leads, if there is one: it is what goes into something
  const [first = ''] = ids
  const leading = ids.find((id) => isItem(layout(), id)) ?? first
  const lead = () => boxOf(layout(), leading) ?? { x: 0, y: 0, w: 0, h: 0 }
  const corner = () => ({ x: lead().x + by.x, y: lead().y + by.y })
  const point = () => (isItem(layout(), leading) ? headOf : middleOf)({ ...lead(), ...corner() })
  const drop = (): MixedDrop => ({ point: point(), corner: corner(), moving: new Set([leading, ...ids]), by })
  /** What would hold its notes and clusters; drawings lie over things, not in them. */
  const target = () => {
    const led = ledDrop(layout(), drop())
    return led ? dropTarget(layout(), led) : null
  }
  const sectionUnder = () =>
    [...layout().sections.values()].findLast((box) => !ids.includes(box.id) && holds(box, point()))
  const place = () => {
    const holder = target()?.id ?? sectionUnder()?.id ?? null
    const { x, y } = freePlaceAt(layout(), sectionUnder()?.id ?? null, corner())
    return text.carry.free(holderInWords(board, holder), x, y)
  }
  return {
    ids,
    how: text.carry.howFreely,
    show: () => board.control()?.carry(ids, by, target()?.id ?? null),
    place,
    move(way) {
      const nudge = NUDGES[way]
      const to = nudge
        ? { x: corner().x + nudge.x, y: corner().y + nudge.y }
        : inNextSection(board, way, sectionUnder()?.id)
      if (to) by = { x: to.x - lead().x, y: to.y - lead().y }
    },
    drop() {
      if (by.x === 0 && by.y === 0) return text.carry.putBack
      const where = place()
      return mixed.drop(drop()) ? text.carry.dropped(where) : text.carry.putBack
    },
  }
}

/** The start of the section after or before this one; past the last of them the bare canvas, below everything. */
function inNextSection(board: Board, way: Way, here: SectionId | undefined): Point | undefined {
  const { layout } = board.drawing()
  const sections = [...layout.sections.values()]
  const now = here === undefined ? sections.length : sections.findIndex(({ id }) => id === here)
  const next = now + (way === 'next-holder' ? 1 : way === 'previous-holder' ? -1 : 0)
  if (next === now || next < 0 || next > sections.length) return undefined
  const box = sections[next]
  if (box) return { x: box.x + SECTION.padding, y: box.y + box.head }
  return { x: layout.bounds.x, y: layout.bounds.y + layout.bounds.h + NOTE.gap * 3 }
}

function holderInWords(board: Board, id: string | null): string {
  const { view } = board.drawing()
  const item = id === null ? undefined : findItem(view, id)
  if (item?.is === 'cluster') return text.said.inCluster(text.kindInText(item.cluster.kind), containerName(view, id))
  return item ? text.said.clusterIn(containerName(view, id)) : text.said.onCanvas
}
