import { authorOfDrawing, authorOfNote, type CanvasDocument } from '../../shared/document/authorship'
import { isBin, sameValue } from '../../shared/document/change'
import { isLocked } from '../../shared/document/locks'
import { readPlace } from '../../shared/document/place'
import { itemOf } from '../../shared/document/roots'
import { standsAt } from '../../shared/document/standing'
import type { Touch } from '../../shared/document/touches'
import { isCalendarDay } from '../../shared/domain/calendar-day'
import { CLUSTER_KINDS } from '../../shared/domain/cluster'
import type { Deed } from '../../shared/domain/deeds'
import { type ActionId, type DrawingId, isItemId, type MemberId, type NoteId } from '../../shared/domain/ids'
import { isBinned } from '../../shared/domain/place'
import type { Side } from '../../shared/domain/side'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { misfitOfDrawing } from './judging-drawings'

/** `update`: everything that the update touches, since what a new note lacks is seen in the whole alone. */
export type Judge = (touch: Touch, document: CanvasDocument, update: readonly Touch[]) => RefusalCode | undefined

/** Who writes on a canvas. `sides`: every side they had, since a note may have been written just before they were moved. */
export type Writer = {
  id: MemberId
  sides: ReadonlySet<Side | null>
  /** Why they may not do this now; asked for each update, since rights end while connections are open [A17]. */
  deny: (deed: Deed) => RefusalCode | undefined
}

type Root = 'notes' | 'clusters' | 'drawings' | 'actions'
type Writing = Omit<Touch, 'root'> & { root: Root }

/**
 * What a participant may not do on a canvas of a named workshop [A9 to A11, A17, A18]: what the step does not allow, what a
 * lock is on, delete a note or a drawing of somebody else, write or draw in another's name or in no name or for another
 * side, change what somebody drew, change the sections, and anything that no view does.
 */
export function judgeOfCanvas(writer: Writer): Judge {
  const isSigned = createSignatures()
  return ({ root, ...touch }, document, update) => {
    if (root === 'sections') return 'role-may-not-edit'
    if (root !== 'notes' && root !== 'clusters' && root !== 'drawings') return 'update-not-valid'
    const writing: Writing = { root, ...touch }
    const [id = '', key] = touch.path
    const isNewDrawing = root === 'drawings' && authorOfDrawing(document, id as DrawingId) === 'new'
    const misfit = root === 'drawings' ? misfitOfDrawing(writing, isNewDrawing, writer) : misfitOf(writing)
    const harm = harmOf(writing, document) ?? misfit
    if (harm) return harm
    const lie =
      root === 'notes' && touch.change !== 'text' ? lieOf(writer, { id, key, value: touch.value }, document) : undefined
    if (lie) return lie
    const denied = writer.deny(deedOf(writing, document, writer))
    if (denied) return denied
    if (root !== 'clusters' && key === undefined && !isSigned(root, id, update)) return 'not-as-joined'
    return isLocked(document, root, id, key === 'place' ? touch.value : undefined) ? 'item-locked' : undefined
  }
}

/** What a touch on a canvas comes to, in the words of the table. */
function deedOf({ root, path, change, value }: Writing, document: CanvasDocument, writer: Writer): Deed {
  const [id = '', key] = path
  if (key === 'locked') return 'lock-items'
  if (root === 'drawings')
    return deedOfDrawing({ id, change, isBinning: key === 'place' && isBin(value) }, document, writer)
  if (root !== 'notes') return change === 'text' ? 'write-cluster' : 'arrange'
  const author = authorOfNote(document, id as NoteId)
  if (author === 'new') return 'add-note'
  const own = author === writer.id
  if (change === 'text') return own ? 'write-own-note' : 'write-note'
  const isDeleting = key === 'place' && (isBin(value) || isPuttingBack(document, id, value))
  return own && isDeleting ? 'delete-own-note' : 'move-note'
}

function deedOfDrawing(
  { id, change, isBinning }: { id: string; change: Touch['change']; isBinning: boolean },
  document: CanvasDocument,
  writer: Writer,
): Deed {
  const author = authorOfDrawing(document, id as DrawingId)
  if (change === 'text') return author === 'new' ? 'draw' : 'write-drawing'
  return isBinning && author !== writer.id ? 'delete-drawing' : 'draw'
}

/** Out of the bin to exactly where it was: what undoing a deletion does. */
function isPuttingBack(document: CanvasDocument, id: string, value: unknown): boolean {
  const place = readPlace(itemOf(document, 'notes', id)?.get('place'))
  return place !== undefined && isBinned(place) && sameValue(place.from, value)
}

/**
 * Wording that was put to agreement is nobody's to change, not even a facilitator's [A12]; of the rest nothing is torn out.
 * `deny`: as for a canvas.
 */
export function judgeOfAgreement(locked: ReadonlySet<ActionId>, deny: Writer['deny'] = () => undefined): Judge {
  return ({ root, ...touch }, document) => {
    if (root !== 'actions') return 'update-not-valid'
    if (locked.has(touch.path[0] as ActionId)) return 'wording-locked'
    const harm = harmOf({ root, ...touch }, document)
    if (harm) return harm
    return isNoDay(touch) ? 'update-not-valid' : deny(isWords(touch, document) ? 'write-action' : 'word-action')
  }
}

/** A commitment by a day that is in no calendar: nobody could read it, and no date field writes it. */
function isNoDay({ path, change, value }: Omit<Touch, 'root'>): boolean {
  const isBy = path.length === 4 && path[1] === 'commitments' && path[3] === 'by'
  return isBy && change === 'set' && value !== '' && !isCalendarDay(value)
}

/** Typing in words that stand there already. */
function isWords({ change, path }: Omit<Touch, 'root'>, document: CanvasDocument): boolean {
  return change === 'text' && standsAt(document, 'actions', path) === 'shared'
}

/**
 * [A11] Taking an item out of its map, or putting something else in the place of an item or of its words: no view does
 * that, nothing could bring it back, and what others are writing there would be gone. Nor is anything an item but a map:
 * it would be in everybody's copy for good, and on nobody's screen.
 */
function harmOf({ root, path, change, isMap }: Writing, document: CanvasDocument): RefusalCode | undefined {
  if (path.length === 0 || !path.every(isItemId)) return 'update-not-valid'
  if (change === 'text') return path.length > 1 ? undefined : 'update-not-valid'
  if (change === 'delete' && path.length === 1) return 'role-may-not-edit'
  if (standsAt(document, root, path) === 'shared') return 'role-may-not-edit'
  return path.length === 1 && !isMap ? 'update-not-valid' : undefined
}

/** [A11] A place or kind that nobody can read would make the item vanish without a way back. */
function misfitOf({ root, path, change, value }: Writing): RefusalCode | undefined {
  const [, key] = path
  if (path.length !== 2 || change === 'text') return undefined
  const isLost =
    (key === 'place' && readPlace(value) === undefined) ||
    (root === 'clusters' && key === 'kind' && !CLUSTER_KINDS.some((kind) => kind === value))
  return isLost ? 'update-not-valid' : undefined
}

/** [A9] [A10] */
function lieOf(
  writer: Writer,
  { id, key, value }: { id: string; key: string | undefined; value: unknown },
  document: CanvasDocument,
): RefusalCode | undefined {
  const author = authorOfNote(document, id as NoteId)
  const isNew = author === 'new'
  const own = isNew || author === writer.id
  if (key === 'place') return isBin(value) && !own ? 'not-your-note' : undefined
  if (key === 'author') return isNew && value === writer.id ? undefined : 'not-as-joined'
  if (key === 'side') return isNew && writer.sides.has(sideOf(value)) ? undefined : 'not-as-joined'
  return key === 'createdAt' && !isNew ? 'not-as-joined' : undefined
}

/** What a new item has to say of itself: whose it is and for which side; of a drawing, what and where it is. */
const SIGNATURES = { notes: ['author', 'side'], drawings: ['author', 'record', 'place'] } as const

/** Whether a note or drawing that an update writes says whose it is. Each update is looked through once. */
function createSignatures(): (root: keyof typeof SIGNATURES, id: string, update: readonly Touch[]) => boolean {
  const known = new WeakMap<readonly Touch[], ReadonlySet<string>>()
  return (root, id, update) => {
    const signed = known.get(update) ?? signaturesIn(update)
    known.set(update, signed)
    return SIGNATURES[root].every((key) => signed.has(`${root}/${id}/${key}`))
  }
}

function signaturesIn(update: readonly Touch[]): Set<string> {
  const fields = update.filter(({ path, change }) => path.length === 2 && change === 'set')
  return new Set(fields.map(({ root, path }) => [root, ...path].join('/')))
}

function sideOf(value: unknown): Side | null {
  return value === undefined ? null : (value as Side | null)
}
