import type { Side, SideNames } from '../../../shared/domain/side'
import { LIMITS } from '../../../shared/protocol/limits'

/** One note that is about to be added. `side` undefined: whichever is chosen for all. Titles are as they were written. */
export type IntakeNote = { row: number; text: string; side: Side | undefined; section: string; cluster: string }

export type WhyLeftOut = 'no-words' | 'too-long' | 'too-many' | 'unknown-side' | 'not-your-side'
/** `row`: counted from 1 as it was given, the heads of a table included. `detail`: the words at fault. */
export type LeftOut = { row: number; text: string; why: WhyLeftOut; detail: string }

/** What a paste or a file becomes, to be looked at before it is added. */
export type Intake = { is: 'lines' | 'table'; notes: IntakeNote[]; leftOut: LeftOut[] }

/** Who brings the notes: a facilitator may add for every side, everybody else for their own. */
export type Bringer = { side: Side | null; isFacilitator: boolean; sides: SideNames }

/** More text than anybody writes on cards; a larger file is another kind of file. In characters. */
export const LARGEST_INTAKE = 2_000_000

export const HEADS = {
  text: ['text', 'note', 'notes'],
  side: ['side'],
  section: ['section'],
  cluster: ['cluster', 'barrier', 'proposal', 'theme'],
} as const

export function headOf(cell: string): string {
  return folded(cell.replace(/^["'\s]+|["'\s]+$/g, ''))
}

/** For comparing names: case, accents and spaces at the ends make no difference. */
export function folded(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** At most so many notes come in at once; the others are left out, to come with the next. */
export const MOST_AT_ONCE = LIMITS.pastedLines
