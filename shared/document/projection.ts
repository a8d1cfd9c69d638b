import type * as Y from 'yjs'
import type { BinnedView, CanvasView, ClusterView, NoteView, SectionView } from '../domain/canvas-view'
import type { ClusterId, SectionId } from '../domain/ids'
import { isBinned } from '../domain/place'
import { byOrder } from './order'
import { type Containers, type Resolved, resolveClusterPlace, resolveNotePlace, survivorsOf } from './place'
import { type ClusterItem, type NoteItem, readCluster, readNote, readSection, type SectionItem } from './read-items'
import { type CanvasRoot, type ItemMap, rootOf } from './roots'

/** Items as last read, kept so that one edit reads one item again and not the document. */
export type CanvasItems = {
  sections: Map<string, SectionItem>
  clusters: Map<string, ClusterItem>
  notes: Map<string, NoteItem>
  leftOut: Set<string>
}

const READERS = { sections: readSection, clusters: readCluster, notes: readNote } as const
const READ_ROOTS = ['sections', 'clusters', 'notes'] as const satisfies readonly CanvasRoot[]

/** Follows a canvas document. `view()` is the reading now, the same object until something changed. */
export interface CanvasReader {
  view(): CanvasView
  /** Called once after each transaction that changed what is read. */
  subscribe(listener: (view: CanvasView) => void): () => void
  close(): void
}

export function readCanvas(document: Y.Doc): CanvasView {
  return assemble(readAll(document))
}

export function openCanvasReader(document: Y.Doc): CanvasReader {
  const items = readAll(document)
  const listeners = new Set<(view: CanvasView) => void>()
  let current: CanvasView | undefined
  let untold = false
  const view = () => {
    current ??= assemble(items)
    return current
  }
  const closers = READ_ROOTS.map((root) => {
    const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
      for (const event of events)
        for (const id of idsIn(event)) readOne(items, root, id, rootOf(document, root).get(id))
      current = undefined
      untold = true
    }
    rootOf(document, root).observeDeep(observe)
    return () => rootOf(document, root).unobserveDeep(observe)
  })
  const announce = () => {
    if (!untold) return
    untold = false
    for (const listener of listeners) listener(view())
  }
  document.on('afterTransaction', announce)
  view()
  return {
    view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const close of closers) close()
      document.off('afterTransaction', announce)
      listeners.clear()
    },
  }
}

/** The ids of the items that an event is about: keys of the root map, or the first step of the path below it. */
function idsIn(event: Y.YEvent<Y.AbstractType<unknown>>): Iterable<string> {
  const [id] = event.path
  return typeof id === 'string' ? [id] : event.changes.keys.keys()
}

function readAll(document: Y.Doc): CanvasItems {
  const items: CanvasItems = { sections: new Map(), clusters: new Map(), notes: new Map(), leftOut: new Set() }
  for (const root of READ_ROOTS) for (const [id, value] of rootOf(document, root)) readOne(items, root, id, value)
  return items
}

function readOne(items: CanvasItems, root: (typeof READ_ROOTS)[number], id: string, value: ItemMap | undefined): void {
  const kept: Map<string, unknown> = items[root]
  const item = READERS[root](id, value)
  if (item) kept.set(id, item)
  else kept.delete(id)
  if (!item && value !== undefined) items.leftOut.add(`${root}/${id}`)
  else items.leftOut.delete(`${root}/${id}`)
}

/** Puts the items in their containers and in reading order. Pure, total, linear but for the sorting. */
export function assemble(items: CanvasItems): CanvasView {
  const sections = [...items.sections.values()].sort(byFrame)
  const containers: Containers = {
    sections: new Set(items.sections.keys()),
    firstSection: sections[0]?.id,
    clusters: items.clusters,
    survivors: survivorsOf(items.clusters),
  }
  const clusters = placeClusters(items, containers)
  const bin = [...clusters.binned]
  const notesOf = placeNotes(items, containers, bin)
  const clusterViews = (home: string) =>
    (clusters.homes.get(home) ?? [])
      .sort(inReadingOrder)
      .map(({ item, where }) => clusterView({ item, where }, notesOf, liveBarriers(item, items, containers)))
  return {
    sections: sections.map((section) => ({
      ...section,
      clusters: clusterViews(section.id),
      notes: noteViews(notesOf, section.id),
    })) satisfies SectionView[],
    loose: { clusters: clusterViews(LOOSE), notes: noteViews(notesOf, LOOSE) },
    bin: bin.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)),
    leftOut: items.leftOut.size,
  }
}

const LOOSE = ''
type Placed<Item> = { item: Item; where: Exclude<Resolved, { is: 'binned' }> }
type Homes<Item> = Map<string, Placed<Item>[]>

function placeClusters(
  items: CanvasItems,
  containers: Containers,
): { homes: Homes<ClusterItem>; binned: BinnedView[] } {
  const homes: Homes<ClusterItem> = new Map()
  const binned: BinnedView[] = []
  for (const item of items.clusters.values()) {
    if (containers.survivors.get(item.id) !== item.id) continue
    const where = resolveClusterPlace(item.place, containers)
    if (where.is === 'binned')
      binned.push({ is: 'cluster', id: item.id, text: item.title, kind: item.kind, at: where.at })
    else put(homes, where.is === 'in-section' ? where.section : LOOSE, { item, where })
  }
  return { homes, binned }
}

function placeNotes(items: CanvasItems, containers: Containers, bin: BinnedView[]): Homes<NoteItem> {
  const homes: Homes<NoteItem> = new Map()
  for (const item of items.notes.values()) {
    const where = resolveNotePlace(item.place, containers)
    if (where.is === 'binned') {
      const { id, text, side, author } = item
      bin.push({ is: 'note', id, text, side, author, at: where.at })
    } else if (where.is === 'in-cluster') put(homes, where.cluster, { item, where })
    else put(homes, where.is === 'in-section' ? where.section : LOOSE, { item, where })
  }
  return homes
}

function put<Item>(homes: Homes<Item>, home: string, placed: Placed<Item>): void {
  const there = homes.get(home)
  if (there) there.push(placed)
  else homes.set(home, [placed])
}

function noteViews(homes: Homes<NoteItem>, home: string): NoteView[] {
  return (homes.get(home) ?? []).sort(inReadingOrder).map(({ item, where }) => {
    const { id, text, side, author, createdAt } = item
    return { id, text, side, author, createdAt, at: where.at }
  })
}

function clusterView(
  { item, where }: Placed<ClusterItem>,
  notes: Homes<NoteItem>,
  addresses: ClusterId[],
): ClusterView {
  const { id, title, kind, residentChange } = item
  return { id, title, kind, addresses, residentChange, notes: noteViews(notes, id), at: where.at }
}

function liveBarriers(proposal: ClusterItem, items: CanvasItems, { survivors }: Containers): ClusterId[] {
  if (proposal.kind !== 'proposal') return []
  const live = proposal.addresses.map((id) => survivors.get(id) ?? id)
  return [...new Set(live)].filter((id) => {
    const barrier = items.clusters.get(id)
    return barrier?.kind === 'barrier' && !isBinned(barrier.place)
  })
}

/** What flows comes by its key before what is placed freely, which comes top to bottom, left to right. */
function inReadingOrder(a: Placed<{ id: string }>, b: Placed<{ id: string }>): number {
  const { at: p } = a.where
  const { at: q } = b.where
  if (!p && !q) return byOrder({ order: a.where.order, id: a.item.id }, { order: b.where.order, id: b.item.id })
  if (!p || !q) return p ? 1 : -1
  return p.y - q.y || p.x - q.x || (a.item.id < b.item.id ? -1 : 1)
}

function byFrame(a: { id: SectionId; frame: { x: number; y: number } }, b: typeof a): number {
  return a.frame.y - b.frame.y || a.frame.x - b.frame.x || (a.id < b.id ? -1 : 1)
}
