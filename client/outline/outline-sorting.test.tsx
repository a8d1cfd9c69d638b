import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { addNote, deleteNotes, moveNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { ClusterId } from '../../shared/domain/ids'
import { endOf, outlineOf } from '../workshop/testing/canvas-in-memory'
import { fay, jon } from '../workshop/testing/workshop-of'
import { addField, aroundEveryTest, by, openList, said } from './testing/open-list'

aroundEveryTest()

describe('sorting', () => {
  test('a note is moved by search and Enter; focus goes to the next note and it is said how many are left', async () => {
    const user = userEvent.setup()
    const { note, cluster, document, show } = openList()
    cluster('Nobody reports back', 'barrier')
    note('first')
    note('second')
    show()
    await user.click(screen.getByRole('button', { name: 'Move to…, first' }))
    const search = await screen.findByRole('textbox', { name: 'Find a heading' })
    await user.type(search, 'nobody{Enter}')
    expect(outlineOf(document)[0]).toEqual(['second', 'barrier Nobody reports back: first'])
    await vi.waitFor(() =>
      expect(globalThis.document.activeElement?.getAttribute('aria-label')).toBe('Move to…, second'),
    )
    await said('Note moved to Nobody reports back. 1 left')
  })

  test('the place one is about to press stays under the finger while others write and sort', async () => {
    const user = userEvent.setup()
    const { note, cluster, document, barriers, jonDoes, show } = openList()
    const nobody = cluster('Nobody reports back', 'barrier')
    note('first')
    show()
    await user.click(screen.getByRole('button', { name: 'Move to…, first' }))
    const place = await screen.findByRole('button', { name: /^Nobody reports back/ })
    await user.pointer({ keys: '[MouseLeft>]', target: place })
    jonDoes((his) => addNote(his, { text: 'by Jon', spot: endOf(barriers), author: by(jon) }))
    jonDoes((his) =>
      addNote(his, { text: 'also by Jon', spot: { in: nobody, after: null, before: null }, author: by(jon) }),
    )
    expect(place.textContent).toContain('1 note')
    await user.pointer({ keys: '[/MouseLeft]', target: place })
    expect(outlineOf(document)[0]).toEqual(['by Jon', 'barrier Nobody reports back: also by Jon, first'])
  })

  test('into a new cluster named as searched for, of the section’s kind', async () => {
    const user = userEvent.setup()
    const { note, document, show } = openList()
    note('first')
    show()
    await user.click(screen.getByRole('button', { name: 'Move to…, first' }))
    await user.type(await screen.findByRole('textbox', { name: 'Find a heading' }), 'Money comes late')
    await user.click(screen.getByRole('button', { name: 'New barrier “Money comes late”' }))
    expect(outlineOf(document)[0]).toEqual(['barrier Money comes late: first'])
  })

  test('a note becomes a proposal in one step', async () => {
    const user = userEvent.setup()
    const { note, document, proposals, show } = openList()
    note('One report for all', proposals)
    show()
    await user.click(screen.getByRole('button', { name: 'More, One report for all' }))
    await user.click(screen.getByRole('button', { name: 'Make it a proposal' }))
    expect(outlineOf(document)[1]).toEqual(['proposal One report for all: One report for all'])
  })

  test('up and down, the pressed button keeping focus', async () => {
    const user = userEvent.setup()
    const { note, document, show } = openList()
    for (const text of ['one', 'two', 'three']) note(text)
    const inOrder = outlineOf(document)[0] ?? []
    show()
    await user.click(screen.getByRole('button', { name: `More, ${inOrder[2]}` }))
    const up = screen.getByRole('button', { name: 'Move up' })
    await user.click(up)
    expect(outlineOf(document)[0]).toEqual([inOrder[0], inOrder[2], inOrder[1]])
    expect(globalThis.document.activeElement).toBe(screen.getByRole('button', { name: 'Move up' }))
    await said('Now 2 of 3')
  })

  test('a new cluster is named at once; one that gets no name goes again', async () => {
    const user = userEvent.setup()
    const { document, show } = openList()
    show()
    await user.click(screen.getByRole('button', { name: 'New barrier in “What gets in the way?”' }))
    await user.type(await screen.findByRole('textbox', { name: 'Title of the barrier' }), 'Money comes late{Enter}')
    expect(outlineOf(document)[0]).toEqual(['barrier Money comes late: '])
    await user.click(screen.getByRole('button', { name: 'New barrier in “What gets in the way?”' }))
    await screen.findByRole('textbox', { name: 'Title of the barrier' })
    await user.keyboard('{Escape}')
    expect(outlineOf(document)[0]).toEqual(['barrier Money comes late: '])
  })

  test('a proposal is linked to barriers, and both say so', async () => {
    const user = userEvent.setup()
    const { cluster, proposals, show } = openList()
    cluster('Four returns', 'barrier')
    cluster('One report', 'proposal', [], proposals)
    show()
    await user.click(screen.getByRole('button', { name: 'Link barriers' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Four returns' }))
    await user.click(screen.getByRole('button', { name: 'Save' }))
    const card = async (name: RegExp) =>
      (await screen.findByRole('heading', { name, level: 3 })).closest('[data-cluster]')?.textContent
    expect(await card(/Four returns/)).toContain('Addressed byOne report')
    expect(await card(/One report/)).toContain('AnswersFour returns')
  })

  test('what changes for a resident is written where the proposal stands', async () => {
    const user = userEvent.setup()
    const { cluster, proposals, document, show } = openList()
    cluster('One report', 'proposal', [], proposals)
    show()
    await user.type(screen.getByRole('textbox', { name: 'What changes for a resident: One report' }), 'a day with them')
    expect(readCanvas(document).sections[1]?.clusters[0]?.residentChange).toBe('a day with them')
  })

  test('removing a heading keeps its notes, and Undo brings it back', async () => {
    const user = userEvent.setup()
    const { note, cluster, document, show } = openList()
    cluster('Four returns', 'barrier', [note('one'), note('two')])
    show()
    await user.click(screen.getByRole('button', { name: 'More, Four returns' }))
    await user.click(await screen.findByRole('menuitem', { name: /Remove heading/ }))
    await vi.waitFor(() => expect(outlineOf(document)[0]?.sort()).toEqual(['one', 'two']))
    await said('Heading removed. Its 2 notes are in Not sorted.')
    const undo = within(screen.getByRole('region', { name: 'Messages' })).getByRole('button', { name: 'Undo' })
    await user.click(undo)
    expect(outlineOf(document)[0]).toHaveLength(1)
  })
})

describe('deleting and undoing', () => {
  test('one’s own note, with Undo; somebody else’s is explained', async () => {
    const user = userEvent.setup()
    const { note, document, show } = openList()
    note('mine')
    note('by Jon', undefined, jon)
    show()
    await user.click(screen.getByRole('button', { name: 'More, by Jon' }))
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
    expect(screen.getByText('Only the person who wrote it, or a facilitator, can delete it.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'More, mine' }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    expect(outlineOf(document)[0]).toEqual(['by Jon'])
    await user.click(screen.getByRole('button', { name: 'Undo deleting a note' }))
    expect(outlineOf(document)[0]?.sort()).toEqual(['by Jon', 'mine'])
  })

  test('Ctrl+Z outside a field undoes the last step of one’s own', async () => {
    const user = userEvent.setup()
    const { document, show } = openList()
    show()
    await user.type(addField(), 'one{Enter}')
    screen.getByRole('heading', { name: 'Parked' }).focus()
    await user.keyboard('{Control>}z{/Control}')
    expect(outlineOf(document)[0]).toEqual([])
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}')
    expect(outlineOf(document)[0]).toEqual(['one'])
  })

  test('a facilitator puts a single item back', async () => {
    const user = userEvent.setup()
    const { note, document, show } = openList({ me: fay })
    deleteNotes(document, [note('gone'), note('also gone')], 2)
    show()
    await user.click(screen.getByRole('button', { name: 'Recently deleted (2)' }))
    const back = await screen.findByRole('button', { name: 'Put back, gone' })
    back.focus()
    await user.click(back)
    expect(outlineOf(document)[0]).toEqual(['gone'])
    await said('Put back in “What gets in the way?”.')
    expect(globalThis.document.activeElement?.getAttribute('aria-label')).toBe('Put back, also gone')
    await user.click(screen.getByRole('button', { name: 'Put back, also gone' }))
    expect(globalThis.document.activeElement?.getAttribute('role')).toBe('dialog')
  })
})

describe('others at work', () => {
  test('focus stays on the same button while others add, and rows keep their place', async () => {
    const { note, jonDoes, barriers, show } = openList()
    note('mine')
    show()
    const button = screen.getByRole('button', { name: 'Move to…, mine' })
    button.focus()
    jonDoes((his) => addNote(his, { text: 'by Jon', spot: endOf(barriers), author: by(jon) }))
    expect(globalThis.document.activeElement).toBe(button)
    expect(screen.getByText('by Jon')).toBeTruthy()
  })

  test('a note moved away from under focus: focus goes to the next, and it is said where it went', async () => {
    const { note, cluster, jonDoes, document, show } = openList()
    const target = cluster('Nobody reports back', 'barrier')
    note('one')
    note('two')
    const [first, second] = readCanvas(document).sections[0]?.notes ?? []
    if (!first || !second) throw new Error('two notes')
    show()
    screen.getByRole('button', { name: `Move to…, ${first.text}` }).focus()
    jonDoes((his) => moveNotes(his, [first.id], { in: target as ClusterId, after: null, before: null }))
    expect(globalThis.document.activeElement?.getAttribute('aria-label')).toBe(`Move to…, ${second.text}`)
    await said('The note you were on was moved to Nobody reports back; you are on the next one')
  })

  test('a note that is being typed in keeps its words when the document is replaced', async () => {
    const user = userEvent.setup()
    const { note, document, successor, room, show } = openList()
    note('kept')
    show()
    await user.click(screen.getByText('kept'))
    const next = successor()
    room.replace(next)
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
    expect(globalThis.document.activeElement).toBe(field)
    await user.keyboard(' on')
    expect(outlineOf(next)[0]).toEqual(['kept on'])
    expect(outlineOf(document)[0]).toEqual(['kept'])
  })
})
