import type * as Y from 'yjs'
import { CLUSTER_TITLE, type ClusterKind } from '../domain/cluster'
import {
  type CanvasId,
  type ClusterId,
  type DrawingId,
  type MemberId,
  type NoteId,
  newId,
  type SectionId,
} from '../domain/ids'
import { type ClusterPlace, isBinned, type NotePlace } from '../domain/place'
import type { Side } from '../domain/side'
import type { ClusterSpot, NoteSpot } from '../domain/spot'
import { type Edit, edit, type Recorder } from './change'
import { keysBetween } from './order'
import { readPlace } from './place'
import { itemOf, newText, textOf } from './roots'
import { rekeyed } from './siblings'

/** Who writes and when: goes onto new notes. `member` is null where nothing may tie a note to its author. */
export type Author = { member: MemberId | null; side: Side | null; now: number }

export type { ClusterSpot, NoteSpot } from '../domain/spot'

/** `canvas`: only on a note in somebody's own drafts, the canvas that it is for. */
type NewNotes = { spot: NoteSpot; author: Author; canvas?: CanvasId }

export function addNote(document: Y.Doc, note: NewNotes & { text: string; id?: NoteId }): { id: NoteId; edit: Edit } {
  const id = note.id ?? newId<'note'>()
  const done = edit(document, 'add-note', (record) => createNotes(record, [{ id, text: note.text }], note))
  return { id, edit: done }
}

/** Many lines pasted at once become many notes in one step. */
export function addNotes(document: Y.Doc, notes: NewNotes & { texts: string[] }): { ids: NoteId[]; edit: Edit } {
  const created = notes.texts.map((text) => ({ id: newId<'note'>(), text }))
  const done = edit(document, 'add-notes', (record) => createNotes(record, created, notes))
  return { ids: created.map((note) => note.id), edit: done }
}

/** A note counts for its author's side, unless it says another. */
export function createNotes(
  record: Recorder,
  notes: readonly { id: NoteId; text: string; side?: Side | null }[],
  where: NewNotes,
): void {
  const { spot, author, canvas } = where
  const places = placesFor(record, 'notes', notes.length, spot)
  notes.forEach(({ id, text, side = author.side }, index) => {
    const fields = { text: newText(text), place: places[index], side, createdAt: author.now }
    const signed = author.member ? { ...fields, author: author.member } : fields
    record.create('notes', id, canvas ? { ...signed, canvas } : signed, author.now)
  })
}

/** One value says where a note is, so two people moving it cannot tear it in half. Notes keep the order they are given in. */
export function moveNotes(document: Y.Doc, ids: readonly NoteId[], spot: NoteSpot): Edit {
  return edit(document, 'move-notes', (record) => {
    const places = placesFor(record, 'notes', ids.length, spot)
    ids.forEach((id, index) => {
      record.set('notes', id, 'place', places[index])
    })
  })
}

/** Into *Recently deleted*; whoever types in it keeps typing, and it can be put back where it was. */
export function deleteNotes(document: Y.Doc, ids: readonly NoteId[], now: number): Edit {
  return edit(document, 'delete-notes', (record) => {
    for (const id of ids) bin(record, 'notes', id, now)
  })
}

export function addCluster(
  document: Y.Doc,
  cluster: {
    title: string
    kind: ClusterKind
    spot: ClusterSpot
    notes?: readonly NoteId[]
    /** The barriers that a new proposal answers from the start. */
    addresses?: readonly ClusterId[]
    now: number
    id?: ClusterId
  },
): { id: ClusterId; edit: Edit } {
  const id = cluster.id ?? newId<'cluster'>()
  const done = edit(document, 'add-cluster', (record) => {
    createCluster(record, id, cluster)
    if (cluster.addresses?.length) record.set('clusters', id, 'addresses', [...cluster.addresses])
    gather(record, id, cluster.notes ?? [])
  })
  return { id, edit: done }
}

/**
 * One note becomes a barrier or a proposal in one step: its words are the title, as far as a title goes, and it stays
 * inside whole as the first note.
 */
export function noteToCluster(
  document: Y.Doc,
  note: { id: NoteId; kind: ClusterKind; spot: ClusterSpot; now: number },
): { id: ClusterId; edit: Edit } {
  const id = newId<'cluster'>()
  const title = titleFrom(textOf(itemOf(document, 'notes', note.id), 'text')?.toString() ?? '')
  const done = edit(document, 'note-to-cluster', (record) => {
    createCluster(record, id, { title, kind: note.kind, spot: note.spot, now: note.now })
    gather(record, id, [note.id])
  })
  return { id, edit: done }
}

/** Cut after a word, or within one that is longer than a title itself. */
function titleFrom(words: string): string {
  const title = words.replace(/\s+/g, ' ').trim()
  if (title.length <= CLUSTER_TITLE) return title
  const most = title.slice(0, CLUSTER_TITLE - 1)
  const [whole = ''] = /^.*(?= )/s.exec(`${most}${title.charAt(CLUSTER_TITLE - 1) === ' ' ? ' ' : ''}`) ?? []
  return `${whole.length > CLUSTER_TITLE / 2 ? whole : most.replace(/[\ud800-\udbff]$/, '')}…`
}

export function createCluster(
  record: Recorder,
  id: ClusterId,
  cluster: { title: string; kind: ClusterKind; spot: ClusterSpot; now: number },
): void {
  const [place] = placesFor(record, 'clusters', 1, cluster.spot)
  record.create(
    'clusters',
    id,
    { title: newText(cluster.title), kind: cluster.kind, place, addresses: [], residentChange: newText('') },
    cluster.now,
  )
}

export function gather(record: Recorder, cluster: ClusterId, notes: readonly NoteId[]): void {
  const keys = keysBetween(null, null, notes.length)
  notes.forEach((id, index) => {
    record.set('notes', id, 'place', { in: cluster, order: keys[index] })
  })
}

export function moveCluster(document: Y.Doc, id: ClusterId, spot: ClusterSpot): Edit {
  return edit(document, 'move-cluster', (record) => {
    const [place] = placesFor(record, 'clusters', 1, spot)
    record.set('clusters', id, 'place', place)
  })
}

/** Removes only the heading: its notes, as the person saw them, go to `to` (*Not sorted* of its section) in their order. */
export function deleteCluster(
  document: Y.Doc,
  cluster: { id: ClusterId; notes: readonly NoteId[]; to: NoteSpot; now: number },
): Edit {
  return edit(document, 'delete-cluster', (record) => {
    const places = placesFor(record, 'notes', cluster.notes.length, cluster.to)
    cluster.notes.forEach((id, index) => {
      record.set('notes', id, 'place', places[index])
    })
    bin(record, 'clusters', cluster.id, cluster.now)
  })
}

/** The notes of all of `from` go to the end of `into`; each remembers where it went, so a note dropped on it meanwhile follows. */
export function mergeClusters(
  document: Y.Doc,
  merge: { from: readonly ClusterId[]; into: ClusterId; notes: readonly NoteId[]; lastOfInto: NoteId | null },
): Edit {
  return edit(document, 'merge-clusters', (record) => {
    const places = placesFor(record, 'notes', merge.notes.length, {
      in: merge.into,
      after: merge.lastOfInto,
      before: null,
    })
    merge.notes.forEach((id, index) => {
      record.set('notes', id, 'place', places[index])
    })
    for (const id of merge.from) record.set('clusters', id, 'goneTo', merge.into)
  })
}

export function changeKind(document: Y.Doc, id: ClusterId, kind: ClusterKind): Edit {
  return edit(document, 'change-kind', (record) => record.set('clusters', id, 'kind', kind))
}

/** A proposal answers these barriers, in this order. */
export function linkBarriers(document: Y.Doc, proposal: ClusterId, barriers: readonly ClusterId[]): Edit {
  return edit(document, 'link-barriers', (record) =>
    record.set('clusters', proposal, 'addresses', [...new Set(barriers)]),
  )
}

export type PutBack = { is: 'note'; id: NoteId } | { is: 'cluster'; id: ClusterId } | { is: 'drawing'; id: DrawingId }

/** Out of *Recently deleted*, to where it was. */
export function putBack(document: Y.Doc, item: PutBack): Edit {
  return edit(document, 'put-back', (record) => {
    const root = ({ note: 'notes', cluster: 'clusters', drawing: 'drawings' } as const)[item.is]
    const place = readPlace(itemOf(document, root, item.id)?.get('place'))
    if (place && isBinned(place)) record.set(root, item.id, 'place', place.from)
  })
}

export function bin(record: Recorder, root: 'notes' | 'clusters', id: string, now: number): void {
  const from = readPlace(itemOf(record.document, root, id)?.get('place'))
  if (from && !isBinned(from)) record.set(root, id, 'place', { in: 'bin', from, at: now })
}

/** Places for `count` items at a spot. Where neighbours share a key, those after the gap get new keys first. */
export function placesFor(
  record: Recorder,
  root: 'notes' | 'clusters',
  count: number,
  spot: NoteSpot,
): (NotePlace & ClusterPlace)[] {
  if ('x' in spot) {
    const { x, y } = spot
    return Array.from({ length: count }, (_, i) => ({ in: spot.in, x: x + i * 16, y: y + i * 16 }))
  }
  const before = orderOf(record, root, spot.in, spot.after)
  const after = orderOf(record, root, spot.in, spot.before)
  const tied = before !== null && after !== null && before >= after
  const gap = tied ? rekeyed(record, root, spot.in, before) : { before, after }
  return keysBetween(gap.before, gap.after, count).map((order) => ({ in: spot.in as SectionId, order }))
}

/** The key of a neighbour, if it still lies in that container: it may have moved while the person was choosing. */
function orderOf(record: Recorder, root: 'notes' | 'clusters', container: string, id: string | null): string | null {
  if (id === null) return null
  const place = readPlace(itemOf(record.document, root, id)?.get('place'))
  return place && 'order' in place && place.in === container ? place.order : null
}

/** The words of an item, to be bound to a text field. */
export function noteText(document: Y.Doc, id: NoteId): Y.Text | undefined {
  return textOf(itemOf(document, 'notes', id), 'text')
}

export function clusterText(document: Y.Doc, id: ClusterId, key: 'title' | 'residentChange'): Y.Text | undefined {
  return textOf(itemOf(document, 'clusters', id), key)
}

export function sectionTitle(document: Y.Doc, id: SectionId): Y.Text | undefined {
  return textOf(itemOf(document, 'sections', id), 'title')
}
