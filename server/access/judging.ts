import { authorOfNote, type CanvasDocument } from '../../shared/document/authorship'
import { readPlace } from '../../shared/document/place'
import { standsAt } from '../../shared/document/standing'
import type { Touch } from '../../shared/document/touches'
import { CLUSTER_KINDS } from '../../shared/domain/cluster'
import { type ActionId, isItemId, type MemberId, type NoteId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import type { RefusalCode } from '../../shared/protocol/refusals'

/** `update`: everything that the update touches, since what a new note lacks is seen in the whole alone. */
export type Judge = (touch: Touch, document: CanvasDocument, update: readonly Touch[]) => RefusalCode | undefined

/** Who writes on a canvas. `sides`: every side they had, since a note may have been written just before they were moved. */
export type Writer = { id: MemberId; sides: ReadonlySet<Side | null> }

type Root = 'notes' | 'clusters' | 'drawings' | 'actions'
type Writing = Omit<Touch, 'root'> & { root: Root }

/**
 * What a participant may not do on a canvas of a named workshop [A9 to A11]: delete a note of somebody else, write a note
 * in another's name or in no name or for another side, change the sections, and anything that no view does. Moving, sorting
 * and typing in the notes of others is what people are here for.
 */
export function judgeOfCanvas(writer: Writer): Judge {
  const isSigned = createSignatures()
  return ({ root, ...touch }, document, update) => {
    if (root === 'sections') return 'role-may-not-edit'
    if (root !== 'notes' && root !== 'clusters' && root !== 'drawings') return 'update-not-valid'
    const writing: Writing = { root, ...touch }
    const harm = harmOf(writing, document) ?? misfitOf(writing)
    if (harm || root !== 'notes' || touch.change === 'text') return harm
    const [id, key] = touch.path
    if (key === undefined) return isSigned(id ?? '', update) ? undefined : 'not-as-joined'
    return lieOf(writer, { id: id as NoteId, key, value: touch.value }, document)
  }
}

/** Wording that was put to agreement is nobody's to change, not even a facilitator's [A12]; of the rest nothing is torn out. */
export function judgeOfAgreement(locked: ReadonlySet<ActionId>): Judge {
  return ({ root, ...touch }, document) => {
    if (root !== 'actions') return 'update-not-valid'
    return locked.has(touch.path[0] as ActionId) ? 'wording-locked' : harmOf({ root, ...touch }, document)
  }
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
  if (path.length !== 2 || change === 'text' || root === 'drawings') return undefined
  const isLost =
    (key === 'place' && readPlace(value) === undefined) ||
    (root === 'clusters' && key === 'kind' && !CLUSTER_KINDS.some((kind) => kind === value))
  return isLost ? 'update-not-valid' : undefined
}

/** [A9] [A10] */
function lieOf(
  writer: Writer,
  { id, key, value }: { id: NoteId; key: string; value: unknown },
  document: CanvasDocument,
): RefusalCode | undefined {
  const author = authorOfNote(document, id)
  const isNew = author === 'new'
  const own = isNew || author === writer.id
  if (key === 'place') return isBin(value) && !own ? 'not-your-note' : undefined
  if (key === 'author') return isNew && value === writer.id ? undefined : 'not-as-joined'
  if (key === 'side') return isNew && writer.sides.has(sideOf(value)) ? undefined : 'not-as-joined'
  return key === 'createdAt' && !isNew ? 'not-as-joined' : undefined
}

/** Whether a note that an update writes says whose it is and for which side. Each update is looked through once. */
function createSignatures(): (id: string, update: readonly Touch[]) => boolean {
  const known = new WeakMap<readonly Touch[], ReadonlySet<string>>()
  return (id, update) => {
    const signed = known.get(update) ?? signaturesIn(update)
    known.set(update, signed)
    return signed.has(`${id}/author`) && signed.has(`${id}/side`)
  }
}

function signaturesIn(update: readonly Touch[]): Set<string> {
  const fields = update.filter(({ root, path, change }) => root === 'notes' && path.length === 2 && change === 'set')
  return new Set(fields.map(({ path }) => path.join('/')))
}

function isBin(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'in' in value && value.in === 'bin'
}

function sideOf(value: unknown): Side | null {
  return value === undefined ? null : (value as Side | null)
}
