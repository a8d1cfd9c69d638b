import Papa from 'papaparse'
import { SIDES, type Side } from '../../../shared/domain/side'
import { LIMITS } from '../../../shared/protocol/limits'
import { type Bringer, folded, HEADS, headOf, type Intake, type IntakeNote, type LeftOut, MOST_AT_ONCE } from './intake'

/**
 * Rows of a CSV with heads: text, side, section, cluster, in any order and with any others beside them. With commas, with
 * semicolons, as spreadsheets save it in much of Europe, or with tabs, as they copy it.
 */
export function readTable(text: string, bringer: Bringer): Intake {
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) })
  const [heads = [], ...rows] = data
  const columns = columnsOf(heads)
  const intake: Intake = { is: 'table', notes: [], leftOut: [] }
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const read = readRow(cells, { columns, row: index + 2, bringer })
    if ('why' in read) intake.leftOut.push(read)
    else if (intake.notes.length < MOST_AT_ONCE) intake.notes.push(read)
    else intake.leftOut.push({ row: read.row, text: read.text, why: 'too-many', detail: '' })
  })
  return intake
}

/** The one that parts the heads: words in the rows may hold any of them. */
function delimiterOf(text: string): string {
  const [heads = ''] = text.split(/[\r\n]/, 1)
  const cells = (delimiter: string) => heads.split(delimiter).length
  return [',', ';', '\t'].reduce((best, one) => (cells(one) > cells(best) ? one : best))
}

type Columns = Record<keyof typeof HEADS, number>

function columnsOf(heads: readonly string[]): Columns {
  const named = heads.map(headOf)
  const find = (names: readonly string[]) => named.findIndex((head) => names.includes(head))
  return { text: find(HEADS.text), side: find(HEADS.side), section: find(HEADS.section), cluster: find(HEADS.cluster) }
}

type Row = { columns: Columns; row: number; bringer: Bringer }

function readRow(cells: readonly string[], { columns, row, bringer }: Row): IntakeNote | LeftOut {
  const cell = (column: keyof Columns) => cells[columns[column]]?.trim() ?? ''
  const text = cell('text')
  const leftOut = (why: LeftOut['why'], detail = ''): LeftOut => ({ row, text, why, detail })
  if (text === '') return leftOut('no-words')
  if (text.length > LIMITS.note) return leftOut('too-long')
  const side = sideNamed(cell('side'), bringer)
  if (side === 'unknown') return leftOut('unknown-side', cell('side'))
  if (side && !bringer.isFacilitator && side !== bringer.side) return leftOut('not-your-side', cell('side'))
  return { row, text, side, section: cell('section'), cluster: cell('cluster') }
}

/** By its own word or by what the workshop calls it. */
function sideNamed(words: string, { sides }: Bringer): Side | undefined | 'unknown' {
  const wanted = folded(words)
  if (wanted === '') return undefined
  const found = SIDES.find((side) => side === wanted || (side !== 'other' && folded(sides[side]) === wanted))
  return found ?? 'unknown'
}
