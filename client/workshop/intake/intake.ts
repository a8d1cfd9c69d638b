import type { Side, SideNames } from '../../../shared/domain/side'
import { LIMITS } from '../../../shared/protocol/limits'
import { splitPastedLines } from '../paste-lines'

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

/** Each line is a note, or, under heads that say so, each row of a table. Reads tables with a parser that is loaded then. */
export async function readIntake(given: string, bringer: Bringer, isFile = false): Promise<Intake> {
  const text = given.replace(/^\uFEFF/, '')
  if (!hasHeads(text, isFile)) return intakeOfLines(text)
  const { readTable } = await import('./read-table')
  return readTable(text, bringer)
}

export function intakeOfLines(text: string): Intake {
  const { notes, rest, tooLong } = splitPastedLines(text)
  const left = rest === '' ? [] : rest.split('\n')
  return {
    is: 'lines',
    notes: notes.map((line) => ({ row: 0, text: line, side: undefined, section: '', cluster: '' })),
    leftOut: left.map((line, index) => {
      return { row: 0, text: line, why: index < tooLong ? 'too-long' : 'too-many', detail: '' }
    }),
  }
}

export const HEADS = {
  text: ['text', 'note', 'notes'],
  side: ['side'],
  section: ['section'],
  cluster: ['cluster', 'barrier', 'proposal', 'theme'],
} as const

/** A table has a head for its words and one more; in a file, the one for its words is enough. */
function hasHeads(text: string, isFile: boolean): boolean {
  const [first = ''] = text.split(/[\r\n]/, 1)
  const heads = first.split(/[,;\t]/).map(headOf)
  const known = (head: string) => Object.values(HEADS).some((names) => names.some((name) => name === head))
  const others = heads.filter((head) => known(head)).length - 1
  return (
    heads.some((head) => HEADS.text.some((name) => name === head)) && (others > 0 || (isFile && heads.length === 1))
  )
}

export function headOf(cell: string): string {
  return folded(cell.replace(/^["'\s]+|["'\s]+$/g, ''))
}

/** For comparing names: case, accents and spaces at the ends make no difference. */
export function folded(words: string): string {
  return words.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()
}

/** At most so many notes come in at once; the others are left out, to come with the next. */
export const MOST_AT_ONCE = LIMITS.pastedLines
