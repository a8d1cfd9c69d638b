import type * as Y from 'yjs'
import type { BinnedView } from '../domain/canvas-view'
import type { DrawingRecord, DrawingView } from '../domain/drawing'
import { type DrawingId, newId } from '../domain/ids'
import { isBinned } from '../domain/place'
import type { FreePlace } from '../domain/spot'
import { type Edit, edit, type Recorder } from './change'
import type { Author } from './edits'
import { resolveDrawingPlace } from './place'
import { type DrawingItem, readDrawingPlace } from './read-drawing'
import { itemOf, newText, textOf } from './roots'

/** One stroke, arrow, rectangle or text; at the end of a stroke and never on the way [B40]. */
export function addDrawing(
  document: Y.Doc,
  drawing: { record: DrawingRecord; place: FreePlace; author: Author; sketch?: string; description?: string },
): { id: DrawingId; edit: Edit } {
  const id = newId<'drawing'>()
  const { record: kept, place, author, sketch, description = '' } = drawing
  const done = edit(document, 'add-drawing', (record) => {
    const words = kept.kind === 'text' ? { text: newText('') } : {}
    const signed = author.member ? { author: author.member } : {}
    const together = sketch === undefined ? {} : { sketch }
    const fields = { record: kept, place, description, createdAt: author.now, ...words, ...signed, ...together }
    record.create('drawings', id, fields, author.now)
  })
  return { id, edit: done }
}

/** Into *Recently deleted*, by eraser, key or panel. */
export function deleteDrawings(document: Y.Doc, ids: readonly DrawingId[], now: number): Edit {
  return edit(document, 'delete-drawings', (record) => binDrawings(record, ids, now))
}

export function binDrawings(record: Recorder, ids: readonly DrawingId[], now: number): void {
  for (const id of ids) {
    const from = readDrawingPlace(itemOf(record.document, 'drawings', id)?.get('place'))
    if (from && !isBinned(from)) record.set('drawings', id, 'place', { in: 'bin', from, at: now })
  }
}

export type DrawingMove = { id: DrawingId; place: FreePlace }

export function moveDrawings(document: Y.Doc, moves: readonly DrawingMove[]): Edit {
  return edit(document, 'move-drawings', (record) => setPlaces(record, moves))
}

/** One that was deleted meanwhile stays so. */
export function setPlaces(record: Recorder, moves: readonly DrawingMove[]): void {
  for (const { id, place } of moves) {
    const now = readDrawingPlace(itemOf(record.document, 'drawings', id)?.get('place'))
    if (now && !isBinned(now)) record.set('drawings', id, 'place', place)
  }
}

/** Says what they show, of all that were drawn in one go at once. */
export function describeDrawings(document: Y.Doc, ids: readonly DrawingId[], description: string): Edit {
  return edit(document, 'describe-drawing', (record) => {
    for (const id of ids) record.set('drawings', id, 'description', description)
  })
}

/** The words of a drawn text, to be bound to a field. */
export function drawingText(document: Y.Doc, id: DrawingId): Y.Text | undefined {
  return textOf(itemOf(document, 'drawings', id), 'text')
}

/** Drawings where they are now; the list is the same one, and each drawing in it, until something about it changed. */
export class Drawn {
  #views = new Map<string, { item: DrawingItem; view: DrawingView }>()
  #list: DrawingView[] = []
  #sections: readonly string[] = []
  #isSorted = true

  /** Answers with those in the bin. */
  place(items: Iterable<DrawingItem>, sections: ReadonlySet<string>): BinnedView[] {
    const binned: BinnedView[] = []
    const before = this.#views
    this.#views = new Map()
    for (const item of items) {
      const where = resolveDrawingPlace(item.place, { sections })
      const { id, record, text, description, author } = item
      if (where.is === 'binned') {
        binned.push({ is: 'drawing', id, kind: record.kind, text: text || description, author, at: where.at })
        continue
      }
      const old = before.get(id)
      const same = old?.item === item && old.view.section === where.section
      this.#views.set(id, { item, view: same ? old.view : drawingView(item, where) })
    }
    this.#isSorted = false
    return binned
  }

  /** In reading order: section by section, then what lies outside, top to bottom, left to right. */
  inOrder(sections: readonly { id: string }[]): DrawingView[] {
    const ids = sections.map(({ id }) => id)
    if (this.#isSorted && ids.join() === this.#sections.join()) return this.#list
    this.#isSorted = true
    this.#sections = ids
    const rank = new Map<string | null, number>(ids.map((id, index) => [id, index]))
    const rankOf = ({ section }: DrawingView) => rank.get(section) ?? ids.length
    const list = [...this.#views.values()].map(({ view }) => view)
    list.sort((a, b) => rankOf(a) - rankOf(b) || a.at.y - b.at.y || a.at.x - b.at.x || (a.id < b.id ? -1 : 1))
    const same = list.length === this.#list.length && list.every((view, index) => view === this.#list[index])
    if (!same) this.#list = list
    return this.#list
  }
}

function drawingView({ place: _, ...item }: DrawingItem, where: Pick<DrawingView, 'section' | 'at'>): DrawingView {
  return { ...item, section: where.section, at: where.at }
}
