import type { CanvasView, ClusterView, NoteView, SectionView } from '../../../shared/domain/canvas-view'
import type { ClusterKind } from '../../../shared/domain/cluster'
import type { MemberId } from '../../../shared/domain/ids'

/** An item as it stands, without what is no news: its place among its neighbours, its size. `in`: what holds it, '' for the bare canvas. */
export type Item =
  | { is: 'note'; in: string; words: number; author?: MemberId | null; createdAt?: number; section?: string }
  | { is: 'cluster'; in: string; title: string; kind: ClusterKind; answers: string }
  | { is: 'section'; title: string }
  | { is: 'drawing'; author?: MemberId | null }

/** One that came has no `before`, one that went no `after`. */
export type ChangedItem = { before?: Item; after?: Item }
export type ChangedItems = Map<string, ChangedItem>

export const EMPTY: CanvasView = { sections: [], loose: { clusters: [], notes: [] }, drawings: [], bin: [], leftOut: 0 }

/**
 * What differs between two readings [L21]. Readings share what did not change, so what is the same object in both is not
 * looked into: it costs what changed and a comparison of pointers in the lists round it, not the canvas.
 */
export function changedBetween(before: CanvasView, after: CanvasView): ChangedItems {
  const changed = new Changed()
  changed.sections(before.sections, after.sections)
  changed.holder(before.loose, after.loose)
  changed.rows(before.drawings, after.drawings, ({ id, author }) => [id, { is: 'drawing', author }])
  return changed.items
}

type Holder = { id: string; title: string; clusters: ClusterView[]; notes: NoteView[] }
const NO_HOLDER: Holder = { id: '', title: '', clusters: [], notes: [] }

class Changed {
  readonly items: ChangedItems = new Map()

  sections(before: readonly SectionView[], after: readonly SectionView[]): void {
    for (const [was, is] of pairs(before, after)) {
      this.#item(
        was?.id ?? is?.id,
        was && { is: 'section', title: was.title },
        is && { is: 'section', title: is.title },
      )
      this.holder(was, is)
    }
  }

  holder(before: Partial<Holder> | undefined, after: Partial<Holder> | undefined): void {
    const [was, is] = [
      { ...NO_HOLDER, ...before },
      { ...NO_HOLDER, ...after },
    ]
    for (const [old, now] of pairs(was.clusters, is.clusters)) {
      this.#item(old?.id ?? now?.id, old && clusterItem(old, was.id), now && clusterItem(now, is.id))
      this.#notes(old?.notes ?? [], now?.notes ?? [], old?.id ?? now?.id ?? '', is.title)
    }
    this.#notes(was.notes, is.notes, was.id || is.id, is.title)
  }

  rows<Row extends { id: string }>(
    before: readonly Row[],
    after: readonly Row[],
    item: (row: Row) => [string, Item],
  ): void {
    for (const [was, is] of pairs(before, after)) this.#item(was?.id ?? is?.id, was && item(was)[1], is && item(is)[1])
  }

  #notes(before: readonly NoteView[], after: readonly NoteView[], holder: string, section: string): void {
    this.rows(before, after, (note) => [note.id, noteItem(note, holder, section)])
  }

  /** What went from one list and came in another is one change. */
  #item(id: string | undefined, before: Item | undefined, after: Item | undefined): void {
    if (id === undefined) return
    const known = this.items.get(id)
    this.items.set(id, { before: known?.before ?? before, after: known?.after ?? after })
  }
}

function noteItem({ text, author, createdAt }: NoteView, holder: string, section: string): Item {
  return { is: 'note', in: holder, words: hashOf(text), author, createdAt, section }
}

function clusterItem({ title, kind, addresses }: ClusterView, section: string): Item {
  return { is: 'cluster', in: section, title, kind, answers: [...addresses].sort().join(' ') }
}

/** Rows of the same id, those that are the same object left out. What lists have in common at both ends is not looked up. */
function* pairs<Row extends { id: string }>(
  before: readonly Row[],
  after: readonly Row[],
): Generator<[Row | undefined, Row | undefined]> {
  if (before === after) return
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const were = new Map(before.slice(start, before.length - end).map((row) => [row.id, row]))
  for (const row of after.slice(start, after.length - end)) {
    const was = were.get(row.id)
    were.delete(row.id)
    if (was !== row) yield [was, row]
  }
  for (const row of were.values()) yield [row, undefined]
}

/** 32 bits (FNV-1a): tells whether words differ, and nothing of what they were. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** Whether somebody who saw one of them would find the other changed. */
export function differs(a: Item | undefined, b: Item | undefined): boolean {
  if (!a || !b) return a !== b
  if (a.is === 'note' && b.is === 'note') return a.in !== b.in || a.words !== b.words
  if (a.is === 'section' && b.is === 'section') return a.title !== b.title
  if (a.is === 'cluster' && b.is === 'cluster')
    return a.in !== b.in || a.title !== b.title || a.kind !== b.kind || a.answers !== b.answers
  return a.is !== b.is
}
