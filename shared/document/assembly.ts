import type { BinnedView, CanvasView, ClusterView, NoteView, SectionView } from '../domain/canvas-view'
import type { ClusterId, SectionId } from '../domain/ids'
import { isBinned } from '../domain/place'
import { Drawn } from './drawings'
import { Homes, type Placed } from './homes'
import { byOrder } from './order'
import { type Containers, type Resolved, resolveClusterPlace, resolveNotePlace, survivorsOf } from './place'
import type { DrawingItem } from './read-drawing'
import type { ClusterItem, NoteItem, SectionItem } from './read-items'

/** Items as last read, kept so that one edit reads one item again and not the document. */
export type CanvasItems = {
  sections: Map<string, SectionItem>
  clusters: Map<string, ClusterItem>
  notes: Map<string, NoteItem>
  drawings: Map<string, DrawingItem>
  leftOut: Set<string>
}

/** Which items differ from what they were at the last assembling. */
export type ChangedItems = Record<'sections' | 'clusters' | 'notes' | 'drawings', Set<string>>

type Where = Exclude<Resolved, { is: 'binned' }>
type BinnedItem = { id: string; at: number }

/** Homes that are no container's. Ids are never empty and have no spaces. */
const LOOSE = ''
const BIN = ' bin'

/**
 * Puts items in their containers and in reading order, and keeps what did not change: a view of the canvas shares every
 * note, cluster, section and list with the one before but those on the way to a change [B11]. So an edit costs what it touches,
 * and whoever reads the view finds by identity what is new. The result depends on the items alone.
 */
export class Assembly {
  readonly #notes = new Homes<NoteItem, Where, NoteView>(inReadingOrder)
  readonly #binned = new Homes<BinnedItem, null, BinnedView>(latestFirst)
  /** Notes by what their place names, whether there is such a container or not. */
  readonly #namedBy = new Map<string, Set<string>>()
  readonly #nameOf = new Map<string, string>()
  #clusterViews = new Map<string, ClusterView>()
  #sectionViews = new Map<string, SectionView>()
  #containers: Containers = { sections: new Set(), firstSection: undefined, clusters: new Map(), survivors: new Map() }
  #leadsTo = new Map<string, string>()
  #clustersIn = new Map<string, Placed<ClusterItem, Where, null>[]>()
  #sections: SectionItem[] = []
  #lists = new Map<string, ClusterView[]>()
  #loose: CanvasView['loose'] | undefined
  readonly #drawn = new Drawn()

  constructor(private readonly items: CanvasItems) {}

  /** The reading now, after these have changed. */
  view(changed: ChangedItems): CanvasView {
    const again = new Set(changed.notes)
    if (changed.sections.size > 0) this.#readSections(again)
    if (changed.clusters.size > 0 || changed.sections.size > 0) this.#readClusters(changed.clusters, again)
    for (const id of again) this.#placeNote(id)
    if (changed.drawings.size > 0 || changed.sections.size > 0) this.#placeDrawings(changed.drawings)
    return this.#put()
  }

  #readSections(again: Set<string>): void {
    this.#sections = [...this.items.sections.values()].filter(({ removed }) => !removed).sort(byFrame)
    const sections = new Set<string>(this.#sections.map(({ id }) => id))
    const firstSection = this.#sections[0]?.id
    const before = this.#containers
    this.#containers = { ...before, sections, firstSection }
    // what lies in a section that came or went, or fell into the first, is placed anew
    if (firstSection !== before.firstSection || !sameMembers(sections, before.sections))
      for (const id of this.items.notes.keys()) again.add(id)
  }

  /** There are far fewer clusters than notes: what holds for all of them is worked out again, their notes are not. */
  #readClusters(changed: ReadonlySet<string>, again: Set<string>): void {
    const { clusters } = this.items
    const survivors = survivorsOf(clusters)
    this.#containers = { ...this.#containers, clusters, survivors }
    const leadsTo = new Map(
      [...survivors].map(([id, survivor]) => [id, `${survivor} ${binnedFrom(clusters, survivor)}`]),
    )
    for (const id of new Set([...leadsTo.keys(), ...this.#leadsTo.keys()]))
      if (leadsTo.get(id) !== this.#leadsTo.get(id)) for (const note of this.#namedBy.get(id) ?? []) again.add(note)
    this.#leadsTo = leadsTo
    this.#clustersIn = new Map()
    for (const id of changed) this.#binned.remove(id)
    for (const item of clusters.values()) if (survivors.get(item.id) === item.id) this.#placeCluster(item)
    for (const list of this.#clustersIn.values()) list.sort(inReadingOrder)
  }

  #placeCluster(item: ClusterItem): void {
    const where = resolveClusterPlace(item.place, this.#containers)
    if (where.is === 'binned') {
      const { id, title, kind } = item
      const view: BinnedView = { is: 'cluster', id, text: title, kind, at: where.at }
      this.#binned.put(BIN, { item: view, where: null, view })
      return
    }
    this.#binned.remove(item.id)
    const home = where.is === 'in-section' ? where.section : LOOSE
    const there = this.#clustersIn.get(home)
    const placed = { item, where, view: null }
    if (there) there.push(placed)
    else this.#clustersIn.set(home, [placed])
  }

  #placeNote(id: string): void {
    const item = this.items.notes.get(id)
    this.#name(id, item && nameIn(item))
    const where = item && resolveNotePlace(item.place, this.#containers)
    if (!item || !where || where.is === 'binned') this.#notes.remove(id)
    else this.#putNote(item, where)
    if (item && where?.is === 'binned') {
      const { text, side, author } = item
      const view: BinnedView = { is: 'note', id: item.id, text, side, author, at: where.at }
      this.#binned.put(BIN, { item: view, where: null, view })
    } else this.#binned.remove(id)
  }

  #placeDrawings(changed: ReadonlySet<string>): void {
    for (const id of changed) this.#binned.remove(id)
    const binned = this.#drawn.place(this.items.drawings.values(), this.#containers.sections)
    for (const view of binned) if (changed.has(view.id)) this.#binned.put(BIN, { item: view, where: null, view })
  }

  #putNote(item: NoteItem, where: Where): void {
    const home = homeOf(where)
    const before = this.#notes.get(item.id)
    const made = noteView(item, where)
    const view = before && sameFields(before.placed.view, made) ? before.placed.view : made
    const stays = view !== made && before?.home === home && before.placed.where.order === where.order
    if (!stays) this.#notes.put(home, { item, where, view })
  }

  #name(id: string, name: string | undefined): void {
    const before = this.#nameOf.get(id)
    if (before === name) return
    if (before !== undefined) this.#namedBy.get(before)?.delete(id)
    if (name === undefined) this.#nameOf.delete(id)
    else {
      this.#nameOf.set(id, name)
      const named = this.#namedBy.get(name)
      if (named) named.add(id)
      else this.#namedBy.set(name, new Set([id]))
    }
  }

  #put(): CanvasView {
    const [clusterViews, sectionViews] = [this.#clusterViews, this.#sectionViews]
    this.#clusterViews = new Map()
    this.#sectionViews = new Map()
    const sections = this.#sections.map((item) => this.#sectionView(item, sectionViews, clusterViews))
    const loose = { clusters: this.#clusterList(LOOSE, clusterViews), notes: this.#notes.viewsIn(LOOSE) }
    const same = this.#loose?.clusters === loose.clusters && this.#loose.notes === loose.notes
    this.#loose = same && this.#loose ? this.#loose : loose
    const bin = this.#binned.viewsIn(BIN)
    return {
      sections,
      loose: this.#loose,
      drawings: this.#drawn.inOrder(sections),
      bin,
      leftOut: this.items.leftOut.size,
    }
  }

  #sectionView(
    item: SectionItem,
    before: ReadonlyMap<string, SectionView>,
    clustersBefore: ReadonlyMap<string, ClusterView>,
  ): SectionView {
    const clusters = this.#clusterList(item.id, clustersBefore)
    const view: SectionView = { ...item, clusters, notes: this.#notes.viewsIn(item.id) }
    return kept(this.#sectionViews, before, view)
  }

  #clusterList(home: string, before: ReadonlyMap<string, ClusterView>): ClusterView[] {
    const views = (this.#clustersIn.get(home) ?? []).map(({ item, where }) => {
      const addresses = liveBarriers(item, this.items, this.#containers)
      const old = before.get(item.id)?.addresses
      const same = old && sameList(old, addresses) ? old : addresses
      return kept(this.#clusterViews, before, clusterView(item, where, this.#notes.viewsIn(item.id), same))
    })
    const list = this.#lists.get(home)
    if (list && sameList(list, views)) return list
    this.#lists.set(home, views)
    return views
  }
}

function noteView(item: NoteItem, where: Where): NoteView {
  const { id, text, side, author, createdAt, locked } = item
  const view: NoteView = { id, text, side, author, createdAt, at: where.at }
  if (locked) view.locked = true
  return view
}

function clusterView(item: ClusterItem, where: Where, notes: NoteView[], addresses: ClusterId[]): ClusterView {
  const { id, title, kind, residentChange, folded, locked } = item
  const view: ClusterView = { id, title, kind, addresses, residentChange, notes, at: where.at }
  if (folded) view.folded = true
  if (locked) view.locked = true
  return view
}

/** The view before where it says the same, so that it can be known by identity. Kept in `now` for the next time. */
function kept<View extends { id: string }>(
  now: Map<string, View>,
  before: ReadonlyMap<string, View>,
  view: View,
): View {
  const old = before.get(view.id)
  const same = old && sameFields(old, view) ? old : view
  now.set(view.id, same)
  return same
}

/** Lists are the same when they are one; points and frames, when they say the same. */
function sameFields(a: object, b: object): boolean {
  const [before, now] = [new Map<string, unknown>(Object.entries(a)), Object.entries(b)]
  return before.size === now.length && now.every(([key, value]) => sameValue(before.get(key), value))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  const plain = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  return plain(a) && plain(b) && sameFields(a as object, b as object)
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index])
}

function sameMembers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one))
}

function homeOf(where: Where): string {
  if (where.is === 'in-cluster') return where.cluster
  return where.is === 'in-section' ? where.section : LOOSE
}

/** What a note's place names: the container on whose fate it depends. */
function nameIn({ place }: NoteItem): string | undefined {
  return isBinned(place) || place.in === null ? undefined : place.in
}

/** What the fate of a cluster means for its notes: nothing, or where they fall to. */
function binnedFrom(clusters: ReadonlyMap<string, ClusterItem>, id: string): string {
  const place = clusters.get(id)?.place
  return place && isBinned(place) ? `fell to ${place.from.in}` : ''
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
function inReadingOrder(a: { item: { id: string }; where: Where }, b: { item: { id: string }; where: Where }): number {
  const { at: p } = a.where
  const { at: q } = b.where
  if (!p && !q) return byOrder({ order: a.where.order, id: a.item.id }, { order: b.where.order, id: b.item.id })
  if (!p || !q) return p ? 1 : -1
  return p.y - q.y || p.x - q.x || (a.item.id < b.item.id ? -1 : 1)
}

function latestFirst(a: { item: BinnedItem }, b: { item: BinnedItem }): number {
  return b.item.at - a.item.at || (a.item.id < b.item.id ? -1 : 1)
}

function byFrame(a: { id: SectionId; frame: { x: number; y: number } }, b: typeof a): number {
  return a.frame.y - b.frame.y || a.frame.x - b.frame.x || (a.id < b.id ? -1 : 1)
}
