import { authorOfNote, type CanvasDocument } from '../../shared/document/authorship'
import type { Touch } from '../../shared/document/touches'
import type { ActionId, MemberId, NoteId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import type { RefusalCode } from '../../shared/protocol/refusals'

export type Judge = (touch: Touch, document: CanvasDocument) => RefusalCode | undefined

/** Who writes on a canvas. `sides`: every side they had, since a note may have been written just before they were moved. */
export type Writer = { id: MemberId; sides: ReadonlySet<Side | null> }

/**
 * What a participant may not do on a canvas of a named workshop [A9 to A11]: delete a note of somebody else, write a note
 * in another's name or for another side, and remove an item from its map, which no view does. Moving, sorting and typing
 * in the notes of others is what people are here for.
 */
export function judgeOfCanvas(writer: Writer): Judge {
  return ({ root, path, change, value }, document) => {
    const [id, key] = path
    if (path.length === 1 && change === 'delete') return 'role-may-not-edit'
    if (root !== 'notes' || id === undefined || change === 'text') return undefined
    const author = authorOfNote(document, id as NoteId)
    if (path.length === 1) return author === 'new' ? undefined : 'not-your-note'
    if (path.length !== 2) return undefined
    const own = author === 'new' || author === writer.id
    if (key === 'place') return isBin(value) && !own ? 'not-your-note' : undefined
    if (key === 'author') return author === 'new' && value === writer.id ? undefined : 'not-as-joined'
    if (key === 'side') return author === 'new' && writer.sides.has(sideOf(value)) ? undefined : 'not-as-joined'
    return undefined
  }
}

/** Wording that was put to agreement is nobody's to change, not even a facilitator's [A12]. */
export function judgeOfAgreement(locked: ReadonlySet<ActionId>): Judge {
  return ({ root, path }) => (root === 'actions' && locked.has(path[0] as ActionId) ? 'wording-locked' : undefined)
}

function isBin(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'in' in value && value.in === 'bin'
}

function sideOf(value: unknown): Side | null {
  return value === undefined ? null : (value as Side | null)
}
