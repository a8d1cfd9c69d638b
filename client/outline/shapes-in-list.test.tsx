import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { deleteNotes } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { readCanvas } from '../../shared/document/projection'
import { allClusters } from '../../shared/domain/canvas-view'
import { outlineOf } from '../workshop/testing/canvas-in-memory'
import { crash } from '../workshop/testing/crash'
import { fay } from '../workshop/testing/workshop-of'
import { aroundEveryTest, openList, said } from './testing/open-list'

aroundEveryTest()

const more = (title: string) => screen.getByRole('button', { name: `More, ${title}` })
const choose = async (user: ReturnType<typeof userEvent.setup>, title: string, item: string | RegExp) => {
  await user.click(more(title))
  await user.click(await screen.findByRole('menuitem', { name: item }))
}

describe('[B20] [B24] clusters in the list', () => {
  test('one is folded on the board from here; the list goes on showing its notes, and says so', async () => {
    const user = userEvent.setup()
    const { note, cluster, document, show } = openList()
    cluster('Bids', 'barrier', [note('one'), note('two')])
    show()
    await choose(user, 'Bids', 'Fold on the board')
    expect(allClusters(readCanvas(document))[0]?.folded).toBe(true)
    expect(screen.getByText('Folded on the board')).toBeTruthy()
    expect(screen.getByText('one')).toBeTruthy()
    await said('Cluster folded on everybody’s board.')
    await choose(user, 'Bids', 'Open on the board')
    expect(allClusters(readCanvas(document))[0]?.folded).toBeFalsy()
  })

  test('chosen notes are split off, with a title; at least one has to stay', async () => {
    const user = userEvent.setup()
    const { note, cluster, document, show } = openList()
    cluster('Bids', 'barrier', [note('one'), note('two')])
    show()
    await choose(user, 'Bids', 'Split…')
    const dialog = await screen.findByRole('dialog', { name: 'Split “Bids”' })
    for (const name of ['one', 'two']) await user.click(within(dialog).getByRole('checkbox', { name }))
    await user.click(within(dialog).getByRole('button', { name: 'Split off 2 notes' }))
    expect(within(dialog).getByRole('alert').textContent).toBe('At least one note has to stay.')
    await user.click(within(dialog).getByRole('checkbox', { name: 'one' }))
    await user.type(within(dialog).getByRole('textbox', { name: 'Title of the new one' }), 'Late')
    await user.click(within(dialog).getByRole('button', { name: 'Split off 1 note' }))
    expect(outlineOf(document)[0]).toEqual(['barrier Bids: one', 'barrier Late: two'])
    expect(await screen.findByText('Undo splitting a cluster')).toBeTruthy()
  })
})

describe('[B25] locks in the list', () => {
  test('Amina is offered nothing on what is locked, and reads why; the rest stays hers', async () => {
    const user = userEvent.setup()
    const { note, cluster, document, show } = openList()
    const kept = note('kept')
    note('free')
    const bids = cluster('Bids', 'barrier', [note('inside')])
    lockItems(
      document,
      [
        { is: 'note', id: kept },
        { is: 'cluster', id: bids },
      ],
      true,
    )
    show()
    expect(screen.queryByRole('button', { name: 'Move to…, kept' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Move to…, inside' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'More, Bids' })).toBeNull()
    expect(screen.getAllByText('Locked')).toHaveLength(2)
    await user.click(more('inside'))
    expect(screen.getByText('A facilitator has locked this. You can read it.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Move to…, free' }))
    const place = await screen.findByRole('button', { name: /^Bids/ })
    expect(place.getAttribute('aria-disabled')).toBe('true')
  })

  test('a facilitator locks and unlocks a note, a cluster and a section', async () => {
    const user = userEvent.setup()
    const { note, cluster, document, show } = openList({ me: fay })
    cluster('Bids', 'barrier', [note('inside')])
    show()
    await choose(user, 'Bids', 'Lock')
    expect(readCanvas(document).sections[0]?.clusters[0]?.locked).toBe(true)
    await choose(user, 'Bids', 'Unlock')
    expect(readCanvas(document).sections[0]?.clusters[0]?.locked).toBeFalsy()
    await user.click(more('inside'))
    await user.click(screen.getByRole('button', { name: 'Lock' }))
    expect(readCanvas(document).sections[0]?.clusters[0]?.notes[0]?.locked).toBe(true)
    await user.click(more('section What gets in the way?'))
    const [lock] = (await screen.findAllByRole('menuitem', { name: 'Lock' })).slice(-1)
    if (lock) await user.click(lock)
    expect(readCanvas(document).sections[0]?.locked).toBe(true)
  })
})

describe('[B22] sections in the list', () => {
  test('a facilitator adds one, names it and gives it a place, without a drag', async () => {
    const user = userEvent.setup()
    const { document, show } = openList({ me: fay })
    show()
    await user.click(screen.getByRole('button', { name: 'New section' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change section' })
    await user.type(within(dialog).getByRole('textbox', { name: 'Title' }), 'Quick wins')
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'New clusters here are' }), 'Proposals')
    const width = within(dialog).getByRole('spinbutton', { name: 'Width' })
    await user.clear(width)
    await user.type(width, '640')
    await user.tab()
    const made = readCanvas(document).sections.find((section) => section.title === 'Quick wins')
    expect(made).toMatchObject({ kind: 'proposal', frame: { w: 640 } })
    await user.click(within(dialog).getByRole('button', { name: 'Change places' }))
    expect(readCanvas(document).sections[0]?.title).toBe('Quick wins')
  })

  test('[L33] a prompt half typed is there again after a crash, and is one edit once it is left', async () => {
    const user = userEvent.setup()
    const { document, show } = openList({ me: fay })
    const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Prompt' })
    const opens = () => choose(user, 'section What gets in the way?', /^Change section/)
    show()
    await opens()
    await user.clear(await screen.findByRole('textbox', { name: 'Prompt' }))
    await user.type(field(), 'Rules, money')
    expect(readCanvas(document).sections[0]?.prompt).not.toBe('Rules, money')
    crash()
    show()
    await opens()
    await vi.waitFor(() => expect(field().value).toBe('Rules, money'))
    expect(readCanvas(document).sections[0]?.prompt).not.toBe('Rules, money')
    await user.type(field(), '{Escape}')
    expect(readCanvas(document).sections[0]?.prompt).toBe('Rules, money')
    expect(Object.keys(localStorage).filter((key) => key.includes('prompt'))).toEqual([])
  })

  test('one is removed, what lay in it is kept, and Undo brings it back', async () => {
    const user = userEvent.setup()
    const { note, document, show } = openList({ me: fay })
    note('one')
    show()
    await choose(user, 'section What gets in the way?', /^Remove section/)
    await vi.waitFor(() => expect(outlineOf(document)).toEqual([['one'], []]))
    await user.click(await screen.findByRole('button', { name: 'Undo removing a section' }))
    expect(outlineOf(document)).toEqual([['one'], [], []])
  })
})

describe('[B26] deleted while one writes in it', () => {
  test('the row stays with its field and every word, until Amina has finished; she can put it back', async () => {
    const user = userEvent.setup()
    const { note, document, jonDoes, show } = openList()
    const mine = note('Annual bids')
    show()
    await user.click(screen.getByText('Annual bids'))
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
    await vi.waitFor(() => expect(globalThis.document.activeElement).toBe(field))
    jonDoes((his) => deleteNotes(his, [mine], 2))
    await said('Somebody else deleted this note. Write on: every word is kept in Recently deleted.')
    expect(globalThis.document.activeElement).toBe(field)
    await user.type(field, ' are late')
    expect(readCanvas(document).bin[0]?.text).toBe('Annual bids are late')
    await user.click(screen.getByRole('button', { name: 'Put it back' }))
    expect(outlineOf(document)[0]).toEqual(['Annual bids are late'])
    jonDoes((his) => deleteNotes(his, [mine], 3))
    await user.type(field, '{Enter}')
    await vi.waitFor(() => expect(screen.queryByText('Annual bids are late')).toBeNull())
  })
})
