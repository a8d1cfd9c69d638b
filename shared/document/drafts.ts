import type * as Y from 'yjs'
import type { CanvasId, NoteId } from '../domain/ids'
import { isBinned } from '../domain/place'
import { byOrder } from './order'
import { type NoteItem, readNote } from './read-items'
import { itemOf, rootOf } from './roots'

/** Written by the server into a draft once it was shown: as which note, with which words, and how often that has been. */
export type Revealed = { id: NoteId; text: string; times: number }

/** A note that only its author can see. `canvas`: the one that it was written for; `revealed`: it lies there since. */
export type Draft = NoteItem & { canvas: CanvasId; revealed: Revealed | null }

/**
 * `waiting`: nobody else has seen it. `changed`: it was shown, and other words were typed into it since. `shown`: all of
 * it lies on the canvas. `nothing`: deleted, or without words.
 */
export type DraftState = 'waiting' | 'changed' | 'shown' | 'nothing'

export type DraftsDocument = Y.Doc

/**
 * The document `drafts/<workshop>/<member>`: `notes`, each as on a canvas and with `canvas`, and `revealed` from the server.
 * What does not fit the schema is left out. In the order in which they lie in their sections.
 */
export function readDrafts(document: DraftsDocument): Draft[] {
  const drafts: Draft[] = []
  for (const id of rootOf(document, 'notes').keys()) {
    const item = itemOf(document, 'notes', id)
    const note = readNote(id, item)
    const canvas = item?.get('canvas')
    if (note && typeof canvas === 'string') {
      drafts.push({ ...note, canvas: canvas as CanvasId, revealed: readRevealed(item?.get('revealed')) })
    }
  }
  return drafts.sort((a, b) => byOrder({ order: orderOf(a), id: a.id }, { order: orderOf(b), id: b.id }))
}

/** How many there are, deleted ones too. */
export function countOf(document: DraftsDocument): number {
  return rootOf(document, 'notes').size
}

export function stateOfDraft({ text, place, revealed }: Draft): DraftState {
  if (isBinned(place) || text.trim() === '') return 'nothing'
  if (!revealed) return 'waiting'
  return text.trim() === revealed.text.trim() ? 'shown' : 'changed'
}

/** Notes down in drafts that they were shown. Only the server does this. */
export function markRevealed(document: DraftsDocument, marks: ReadonlyMap<NoteId, Revealed>): void {
  document.transact(() => {
    for (const [id, mark] of marks) itemOf(document, 'notes', id)?.set('revealed', { ...mark })
  })
}

function readRevealed(value: unknown): Revealed | null {
  if (typeof value !== 'object' || value === null) return null
  const { id, text, times } = value as Record<string, unknown>
  if (typeof id !== 'string' || typeof text !== 'string' || typeof times !== 'number') return null
  return { id: id as NoteId, text, times }
}

function orderOf({ place }: Draft): string {
  return 'order' in place ? place.order : ''
}
