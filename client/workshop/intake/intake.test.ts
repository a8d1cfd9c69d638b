import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../../shared/protocol/limits'
import type { Bringer } from './intake'
import { readTextFile } from './read-file'
import { readIntake } from './read-intake'

const sides = { central: 'Whitehall', local: 'Councils' }
const priya: Bringer = { side: null, isFacilitator: true, sides }
const jon: Bringer = { side: 'local', isFacilitator: false, sides }
const texts = (intake: Awaited<ReturnType<typeof readIntake>>) => intake.notes.map((note) => note.text)

describe('what a paste becomes', () => {
  test('[B50] lines are notes, also when a comma stands in the first', async () => {
    const intake = await readIntake('Late, and then not at all\nFour returns ask the same', priya)
    expect(intake).toMatchObject({ is: 'lines', leftOut: [] })
    expect(texts(intake)).toEqual(['Late, and then not at all', 'Four returns ask the same'])
  })

  test('[B50] lines that do not fit are left out, whole and in order', async () => {
    const long = 'x'.repeat(LIMITS.note + 1)
    const many = Array.from({ length: LIMITS.pastedLines + 2 }, (_, index) => `note ${index}`)
    const { notes, leftOut } = await readIntake([long, ...many].join('\n'), priya)
    expect(notes).toHaveLength(LIMITS.pastedLines)
    expect(leftOut.map(({ why, text }) => [why, text])).toEqual([
      ['too-long', long],
      ['too-many', 'note 500'],
      ['too-many', 'note 501'],
    ])
  })
})

describe('what a table becomes', () => {
  test('[B51] columns are found by their heads, whatever their order, case and company', async () => {
    const csv = '\uFEFFNumber;Cluster;TEXT;Side\r\n1;Late money;"Totals; in March";central\r\n2;;No lead;Councils\r\n'
    const intake = await readIntake(csv, priya)
    expect(intake).toMatchObject({ is: 'table', leftOut: [] })
    expect(intake.notes).toEqual([
      { row: 2, text: 'Totals; in March', side: 'central', section: '', cluster: 'Late money' },
      { row: 3, text: 'No lead', side: 'local', section: '', cluster: '' },
    ])
  })

  test('[B51] what a spreadsheet copies is a table, and a cell may have lines', async () => {
    const intake = await readIntake('text\tsection\n"Two\nlines"\tBarriers\n', priya)
    expect(intake.notes).toMatchObject([{ text: 'Two\nlines', section: 'Barriers' }])
  })

  test('[B51] what cannot be added says its row and why', async () => {
    const long = 'y'.repeat(LIMITS.note + 1)
    const csv = ['text,side', 'Fine,', ',local', `${long},local`, 'Whose?,Treasury', ',', 'Last,other'].join('\n')
    const { notes, leftOut } = await readIntake(csv, priya)
    expect(notes.map(({ row, side }) => [row, side])).toEqual([
      [2, undefined],
      [7, 'other'],
    ])
    expect(leftOut.map(({ row, why, detail }) => [row, why, detail])).toEqual([
      [3, 'no-words', ''],
      [4, 'too-long', ''],
      [5, 'unknown-side', 'Treasury'],
    ])
  })

  test('[B53] a participant brings notes of their own side only', async () => {
    const { notes, leftOut } = await readIntake('text,side\nOurs,local\nTheirs,central\nUnsaid,\n', jon)
    expect(notes.map((note) => note.text)).toEqual(['Ours', 'Unsaid'])
    expect(leftOut).toEqual([{ row: 3, text: 'Theirs', why: 'not-your-side', detail: 'central' }])
  })

  test('formulas stay the text they are', async () => {
    expect(texts(await readIntake('text,side\n"=HYPERLINK(""http://x"")",\n', priya))).toEqual([
      '=HYPERLINK("http://x")',
    ])
  })

  test('[B51] a file with nothing but a head for words is a table too; pasted, that head is a note', async () => {
    expect(texts(await readIntake('Text\nNo lead', priya, true))).toEqual(['No lead'])
    expect(texts(await readIntake('Text\nNo lead', priya))).toEqual(['Text', 'No lead'])
  })
})

describe('files', () => {
  test('[B51] a CSV as spreadsheets on Windows save it keeps its pounds', async () => {
    const bytes = Uint8Array.from([...'text,side\n'].map((letter) => letter.charCodeAt(0)))
    const pound = Uint8Array.from([0xa3, 0x33, 0x6d])
    const read = await readTextFile(new File([bytes, pound], 'notes.CSV', { type: 'application/vnd.ms-excel' }))
    expect(read).toEqual({ text: 'text,side\n£3m' })
  })

  test('[B52] pictures, documents and floods are not read', async () => {
    expect(await readTextFile(new File(['x'], 'plan.docx'))).toEqual({ refused: 'not-text' })
    expect(await readTextFile(new File(['x'.repeat(2_000_001)], 'log.txt'))).toEqual({ refused: 'too-large' })
  })
})
