import type { CanvasView, ClusterView, NoteView, SectionView } from '../../shared/domain/canvas-view'
import type { ClusterId, SectionId } from '../../shared/domain/ids'
import type { ClusterSpot, NoteSpot } from '../../shared/domain/spot'
import type { CanvasLayout } from '../../shared/layout/boxes'
import { NOTE, SECTION } from '../../shared/layout/sizes'
import { freePlaceAt } from '../../shared/layout/spot-at'
import type { Drawing, Point } from './crossing'
import { findItem } from './describe-item'
import { boxOf } from './items-at'

/** Notes, or one cluster, taken up by a key. */
export type Cargo = { is: 'notes' | 'cluster'; ids: readonly string[] }

/** Where cargo can be let go. `rest`: what lies there in order, without the cargo; a free one is placed by nudges instead. */
export type Holder = { id: SectionId | ClusterId | null; free: boolean; rest: readonly string[] }

/** Where it would be dropped now. */
export type Berth = { holder: string | null } & ({ index: number } | { at: Point })

/** Which way a key carries it: one place on, or to the next holder. */
export type Way = 'up' | 'down' | 'left' | 'right' | 'next-holder' | 'previous-holder' | 'first' | 'last'

/** Canvas units that one key moves something that lies free. */
const NUDGE = 40

/** Everything that could take the cargo, in reading order; `open` leaves out what is locked for this person. */
export function holdersFor(view: CanvasView, cargo: Cargo, open: (id: string) => boolean): Holder[] {
  const rest = (items: readonly { id: string; at: unknown }[]) =>
    items.filter((item) => item.at === null && !cargo.ids.includes(item.id)).map((item) => item.id)
  const ofSection = (section: SectionView): Holder => ({
    id: section.id,
    free: section.layout === 'free',
    rest: rest(cargo.is === 'notes' ? section.notes : section.clusters),
  })
  const ofCluster = ({ id, notes }: ClusterView): Holder => ({ id, free: false, rest: rest(notes) })
  const within = (clusters: readonly ClusterView[]) => (cargo.is === 'notes' ? clusters.map(ofCluster) : [])
  const holders = view.sections.flatMap((section) => [ofSection(section), ...within(section.clusters)])
  const bare: Holder = { id: null, free: true, rest: [] }
  return [...holders, ...within(view.loose.clusters), bare].filter(({ id }) => id === null || open(id))
}

/** Where the cargo lies before it is carried anywhere. */
export function berthOf({ view, layout }: Drawing, cargo: Cargo): Berth | undefined {
  const [first = ''] = cargo.ids
  const item = findItem(view, first)
  if (!item || item.is === 'section' || item.is === 'drawing') return undefined
  const holder = item.is === 'note' ? (item.cluster ?? item.section) : item.section
  const box = boxOf(layout, first)
  const own = item.is === 'note' ? item.note : item.cluster
  if (!holder || own.at) return box && { holder: holder?.id ?? null, at: { x: box.x, y: box.y } }
  const siblings: readonly (NoteView | ClusterView)[] =
    item.is === 'note' ? holder.notes : (item.section?.clusters ?? [])
  const before = siblings.slice(
    0,
    siblings.findIndex(({ id }) => id === first),
  )
  return { holder: holder.id, index: before.filter(({ id, at }) => at === null && !cargo.ids.includes(id)).length }
}

/** One key further. Stays where it is at the ends. */
export function carried(holders: readonly Holder[], layout: CanvasLayout, berth: Berth, way: Way): Berth {
  const here = holders.findIndex(({ id }) => id === berth.holder)
  const holder = holders[here]
  if (!holder) return arriveIn(holders[0], layout, 'start') ?? berth
  const [on, back] = [arriveIn(holders[here + 1], layout, 'start'), arriveIn(holders[here - 1], layout, 'end')]
  if (way === 'next-holder') return on ?? berth
  if (way === 'previous-holder') return arriveIn(holders[here - 1], layout, 'start') ?? berth
  if ('at' in berth) return NUDGES[way] ? { holder: berth.holder, at: added(berth.at, NUDGES[way]) } : berth
  if (way === 'right') return on ?? berth
  if (way === 'left') return arriveIn(holders[here - 1], layout, 'start') ?? berth
  const index = { up: berth.index - 1, down: berth.index + 1, first: 0, last: holder.rest.length }[way]
  if (index < 0) return back ?? berth
  if (index > holder.rest.length) return on ?? berth
  return { holder: berth.holder, index }
}

export const NUDGES: Partial<Record<Way, Point>> = {
  up: { x: 0, y: -NUDGE },
  down: { x: 0, y: NUDGE },
  left: { x: -NUDGE, y: 0 },
  right: { x: NUDGE, y: 0 },
}

function arriveIn(holder: Holder | undefined, layout: CanvasLayout, end: 'start' | 'end'): Berth | undefined {
  if (!holder) return undefined
  if (!holder.free) return { holder: holder.id, index: end === 'end' ? holder.rest.length : 0 }
  const box = holder.id && layout.sections.get(holder.id as SectionId)
  if (box) return { holder: holder.id, at: { x: box.x + SECTION.padding, y: box.y + box.head } }
  // beside everything that is there, where nothing is in the way
  return { holder: null, at: { x: layout.bounds.x, y: layout.bounds.y + layout.bounds.h + NOTE.gap * 3 } }
}

/** What an edit is told. */
export function spotAt(layout: CanvasLayout, holders: readonly Holder[], berth: Berth): NoteSpot & ClusterSpot {
  if ('at' in berth) {
    return freePlaceAt(layout, berth.holder as SectionId | null, berth.at)
  }
  const rest = holders.find(({ id }) => id === berth.holder)?.rest ?? []
  const [after, before] = [rest[berth.index - 1] ?? null, rest[berth.index] ?? null]
  return { in: berth.holder as SectionId, after: after as never, before: before as never }
}

/** Where the corner of the cargo is drawn: over the gap that it would drop into. */
export function cornerAt(layout: CanvasLayout, holders: readonly Holder[], berth: Berth): Point {
  if ('at' in berth) return berth.at
  const rest = holders.find(({ id }) => id === berth.holder)?.rest ?? []
  const next = boxOf(layout, rest[berth.index] ?? '')
  if (next) return { x: next.x - OVER, y: next.y - OVER }
  const last = boxOf(layout, rest.at(-1) ?? '')
  if (last) return { x: last.x + OVER, y: last.y + Math.min(last.h, NOTE.leastHeight) - OVER }
  const box = layout.clusters.get(berth.holder as ClusterId) ?? layout.sections.get(berth.holder as SectionId)
  return { x: (box?.x ?? 0) + SECTION.padding, y: (box?.y ?? 0) + (box?.head ?? 0) }
}

/** So far over what lies there that both are seen. */
const OVER = 14

function added(a: Point, b: Point): Point {
  return { x: a.x + b.x, y: a.y + b.y }
}
