import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { addDrawing } from '../../shared/document/drawings'
import { readCanvas } from '../../shared/document/projection'
import { removeSection } from '../../shared/document/section-edits'
import type { DrawingRecord } from '../../shared/domain/drawing'
import { endOf } from '../workshop/testing/canvas-in-memory'
import { crash } from '../workshop/testing/crash'
import { amina, jon } from '../workshop/testing/workshop-of'
import { aroundEveryTest, by, openList, said } from './testing/open-list'

aroundEveryTest()

const LINE: DrawingRecord = { v: 1, kind: 'pen', points: [0, 0, 90, 40], colour: 'ink', size: 'medium' }
const TEXT: DrawingRecord = { ...LINE, kind: 'text', points: [] }

function open(options?: Parameters<typeof openList>[0]) {
  const list = openList(options)
  const draw = (who = amina, record = LINE, sketch?: string) =>
    addDrawing(list.document, {
      ...{ record, author: by(who), place: { in: list.barriers, x: 9, y: 9 } },
      ...(sketch === undefined ? {} : { sketch }),
    }).id
  const rows = () => within(screen.getByRole('list', { name: 'Drawings' })).getAllByRole('listitem')
  return { ...list, draw, rows, drawings: () => readCanvas(list.document).drawings }
}

test('with nowhere else to go, moving it is not offered', () => {
  const { draw, show, rows, document, barriers, proposals, parked } = open()
  draw()
  const into = { notes: endOf(barriers), clusters: endOf(barriers) }
  for (const id of [proposals, parked]) removeSection(document, { id, holds: { notes: [], clusters: [] }, into })
  show()
  const [row] = rows()
  expect(within(row as HTMLElement).getByRole('button', { name: /^Describe/ })).toBeTruthy()
  expect(within(row as HTMLElement).queryByRole('button', { name: /^Move/ })).toBeNull()
})

describe('drawings in the list', () => {
  test('[B45] what was drawn in one go is one row, and is described for all of it', async () => {
    const { draw, rows, show, drawings } = open()
    draw(amina, LINE, 'round')
    draw(amina, LINE, 'round')
    show()
    expect(rows().map((row) => row.textContent)).toEqual([expect.stringContaining('Pen drawing, not described yet')])
    await userEvent.click(screen.getByRole('button', { name: /^Describe, Pen drawing/ }))
    const field = screen.getByRole('textbox', { name: 'What does it show?' })
    await userEvent.type(field, 'How a bid goes round{Enter}')
    expect(drawings().map(({ description }) => description)).toEqual(Array(2).fill('How a bid goes round'))
    expect(rows()[0]?.textContent).toContain('Pen drawing: How a bid goes round')
    await said('Saved what it shows.')
    expect(document.activeElement?.textContent).toBe('Describe')
  })

  test('[L33] a description half typed is there again after a crash, and goes when it is given up', async () => {
    const { draw, show, drawings } = open()
    draw(amina, LINE, 'round')
    show()
    const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'What does it show?' })
    const describe = () => userEvent.click(screen.getByRole('button', { name: /^Describe, Pen drawing/ }))
    await describe()
    await userEvent.type(field(), 'How a bid')
    crash()
    show()
    await describe()
    expect(field().value).toBe('How a bid')
    await userEvent.keyboard('{Escape}')
    await describe()
    expect(field().value).toBe('')
    expect(drawings()[0]?.description).toBe('')
  })

  test('it moves to another section, and is deleted with a way back, without the board', async () => {
    const { draw, show, drawings, proposals, barriers } = open()
    draw()
    show()
    await userEvent.click(screen.getByRole('button', { name: /^Move to…, Pen drawing/ }))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Move it to' }), 'What could we do?')
    await userEvent.click(screen.getByRole('button', { name: 'Move' }))
    expect(drawings()[0]?.section).toBe(proposals)
    await userEvent.click(screen.getByRole('button', { name: 'Undo move of a drawing' }))
    expect(drawings()[0]?.section).toBe(barriers)
    await userEvent.click(screen.getByRole('button', { name: /^Delete, Pen drawing/ }))
    expect(drawings()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Undo deleting a drawing' }))
    expect(drawings()).toHaveLength(1)
  })

  test('[B42] what somebody else drew can be described and not deleted', () => {
    const { draw, show } = open()
    draw(jon)
    show()
    expect(screen.getByRole('button', { name: /^Describe,/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Delete,/ })).toBeNull()
  })

  test('a drawn text is read as its words, and typed in where it stands', async () => {
    const { draw, rows, show, drawings } = open()
    draw(jon, TEXT)
    show()
    await userEvent.click(screen.getByRole('button', { name: /^Describe, Text/ }))
    await userEvent.type(screen.getByRole('textbox', { name: 'Text' }), 'Here it goes wrong{Enter}')
    expect(drawings()[0]?.text).toBe('Here it goes wrong')
    expect(rows()[0]?.textContent).toContain('Here it goes wrong')
  })

  test('who may only read reads what was drawn, without buttons', () => {
    const { draw, rows, show } = open({ rights: ['read'] })
    draw()
    show()
    expect(within(rows()[0] as HTMLElement).queryAllByRole('button')).toEqual([])
  })
})
