import { splitPastedLines } from '../paste-lines'
import { type Bringer, HEADS, headOf, type Intake } from './intake'

/** Each line is a note, or, under heads that say so, each row of a table. Reads tables with a parser that is loaded then. */
export async function readIntake(given: string, bringer: Bringer, isFile = false): Promise<Intake> {
  const text = given.replace(/^\uFEFF/, '')
  if (!hasHeads(text, isFile)) return intakeOfLines(text)
  const { readTable } = await import('./read-table')
  return readTable(text, bringer)
}

function intakeOfLines(text: string): Intake {
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
