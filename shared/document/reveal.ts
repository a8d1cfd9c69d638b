import * as Y from 'yjs'
import type { ClusterId, MemberId, NoteId, SectionId } from '../domain/ids'
import { isBinned } from '../domain/place'
import type { Side } from '../domain/side'
import { keysBetween } from './order'
import { readPlace } from './place'
import { readNote } from './read-items'
import { itemOf, newText, rootOf, textOf } from './roots'

/** A private note on its way to everybody. */
export type ShownNote = {
  id: NoteId
  text: string
  in: SectionId | ClusterId
  side: Side | null
  author: MemberId
}

/** `instead`: it was shown before, with other words; where those still stand, they are replaced. */
export type LateNote = ShownNote & { instead: { id: NoteId; reads: string } | null }

type When = { at: number; random?: () => number }

/** A note with its place on the canvas. */
export type PlacedNote = ShownNote & { order: string }

/**
 * Where notes that were private come to lie on a canvas: after what lies there, in the order in which they are given. Those
 * that are there already are left out. Reads the document.
 */
export function placesOf(document: Y.Doc, notes: readonly ShownNote[], random?: () => number): PlacedNote[] {
  const missing = notes.filter(({ id }) => !itemOf(document, 'notes', id))
  const keys = keysFor(document, missing, random)
  return missing.map((note, index) => ({ ...note, order: keys[index] ?? '' }))
}

/** Notes built in one turn of the event loop. */
const SLICE = 50

/**
 * The one change that puts them all there. Their order, the one instant `at` for all, and the one Yjs client id of the whole
 * change say nothing of who wrote when. Built piece by piece, since a thousand notes are more than a turn's work; `breathe`
 * lets others have a turn.
 */
export async function changeOf(
  notes: readonly PlacedNote[],
  { at, breathe }: { at: number; breathe: () => Promise<void> },
): Promise<Uint8Array> {
  const document = new Y.Doc()
  for (let from = 0; from < notes.length; from += SLICE) {
    document.transact(() => putNotes(document, notes.slice(from, from + SLICE), at))
    await breathe()
  }
  const change = Y.encodeStateAsUpdate(document)
  document.destroy()
  return change
}

/** Puts onto a canvas what `changeOf` has built. */
export function showChange(document: Y.Doc, change: Uint8Array): void {
  Y.applyUpdate(document, change)
}

function putNotes(document: Y.Doc, notes: readonly PlacedNote[], at: number): void {
  for (const { id, text, in: holder, order, side, author } of notes) {
    const fields = { text: newText(text), place: { in: holder, order }, side, createdAt: at, author }
    rootOf(document, 'notes').set(id, new Y.Map<unknown>(Object.entries(fields)))
  }
}

/** One member's notes that were not shown with the others; answers as which notes they are there now. */
export function showLate(document: Y.Doc, notes: readonly LateNote[], when: When): Map<NoteId, NoteId> {
  const shown = new Map<NoteId, NoteId>()
  document.transact(() => {
    for (const { id, text, instead } of notes) {
      if (instead && replaceWords(document, instead.id, { from: instead.reads, to: text })) shown.set(id, instead.id)
    }
    const others = notes.filter(({ id }) => !shown.has(id))
    putNotes(document, placesOf(document, others, when.random), when.at)
  })
  for (const { id } of notes) if (!shown.has(id)) shown.set(id, id)
  return shown
}

/** The words of those of these notes that are on the canvas, deleted ones too. */
export function wordsOf(document: Y.Doc, ids: readonly NoteId[]): Map<NoteId, string> {
  return new Map(
    ids.flatMap((id) => [[id, textOf(itemOf(document, 'notes', id), 'text')?.toString()] as const]).filter(isThere),
  )
}

function isThere(entry: readonly [NoteId, string | undefined]): entry is [NoteId, string] {
  return entry[1] !== undefined
}

/** True when the note reads as wanted afterwards. Only what differs is written, for whoever types in it. */
function replaceWords(document: Y.Doc, id: NoteId, { from, to }: { from: string; to: string }): boolean {
  const note = readNote(id, itemOf(document, 'notes', id))
  const words = textOf(itemOf(document, 'notes', id), 'text')
  if (!note || !words || isBinned(note.place)) return false
  if (note.text === to) return true
  if (note.text !== from) return false
  let start = 0
  while (start < from.length && start < to.length && from[start] === to[start]) start += 1
  let end = 0
  const most = Math.min(from.length, to.length) - start
  while (end < most && from[from.length - 1 - end] === to[to.length - 1 - end]) end += 1
  words.delete(start, from.length - start - end)
  words.insert(start, to.slice(start, to.length - end))
  return true
}

/** Keys after everything that lies in the notes' containers, rising in the order given. */
function keysFor(document: Y.Doc, notes: readonly ShownNote[], random: (() => number) | undefined): string[] {
  const counts = new Map<string, number>()
  for (const note of notes) counts.set(note.in, (counts.get(note.in) ?? 0) + 1)
  const last = lastKeys(document, counts)
  const keys = new Map(
    [...counts].map(([holder, count]) => [holder, keysBetween(last.get(holder) ?? null, null, count, random)]),
  )
  return notes.map((note) => keys.get(note.in)?.shift() ?? '')
}

function lastKeys(document: Y.Doc, wanted: ReadonlyMap<string, number>): Map<string, string> {
  const last = new Map<string, string>()
  if (wanted.size === 0) return last
  for (const id of rootOf(document, 'notes').keys()) {
    const place = readPlace(itemOf(document, 'notes', id)?.get('place'))
    if (!place || !('order' in place) || !wanted.has(place.in)) continue
    if (place.order > (last.get(place.in) ?? '')) last.set(place.in, place.order)
  }
  return last
}
