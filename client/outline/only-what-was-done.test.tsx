import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { deleteNotes, mergeClusters, noteText } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { removeSection } from '../../shared/document/section-edits'
import { endOf, outlineOf } from '../workshop/testing/canvas-in-memory'
import { fay } from '../workshop/testing/workshop-of'
import { aroundEveryTest, openList, said } from './testing/open-list'

aroundEveryTest()

const messages = () => within(screen.getByRole('region', { name: 'Messages' }))
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const choose = async (menu: string, item: string | RegExp) => {
  await press(menu)
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
}

describe('[L64] only what was done is said, and offered to be taken back', () => {
  test('a merge that a lock refuses offers no Undo, which would take back something else', async () => {
    const { note, cluster, document, jonDoes, show } = openList()
    const four = cluster('Four returns', 'barrier', [note('one')])
    cluster('Money', 'barrier')
    show()
    await choose('More, Four returns', 'Merge into…')
    const dialog = await screen.findByRole('dialog')
    const into = within(dialog).getByRole('button', { name: /^Money/ })
    jonDoes((his) => lockItems(his, [{ is: 'cluster', id: four }], true))
    await userEvent.click(into)
    expect(outlineOf(document)[0]).toContain('barrier Four returns: one')
    expect(messages().queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  test('the step ends while Amina chooses where to: the dialog closes and says so, and nothing is called moved', async () => {
    const { note, cluster, document, setMayEdit, show } = openList()
    cluster('Money', 'barrier')
    note('one')
    show()
    await press('Move to…, one')
    await screen.findByRole('dialog')
    setMayEdit('step')
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(messages().getByText('That may not be changed just now, so it stays as it is.')).toBeTruthy()
    expect(outlineOf(document)[0]).toEqual(['one', 'barrier Money: '])
  })

  test('a note that somebody deletes while Amina chooses where to stays deleted', async () => {
    const { note, cluster, document, jonDoes, show } = openList()
    cluster('Money', 'barrier')
    const one = note('one')
    show()
    await press('Move to…, one')
    const place = await screen.findByRole('button', { name: /^Money/ })
    jonDoes((his) => deleteNotes(his, [one], 2))
    await userEvent.click(place)
    expect(outlineOf(document)[0]).toEqual(['barrier Money: '])
    await said('Somebody deleted that note meanwhile.')
  })
})

describe('[L65] a dialog about something that somebody took away closes', () => {
  test('a cluster merged while it is split: Ctrl+Z works again, and the dialog does not come back', async () => {
    const { note, cluster, document, jonDoes, show } = openList()
    const notes = [note('one'), note('two')]
    const from = cluster('Four returns', 'barrier', notes)
    const into = cluster('Money', 'barrier')
    show()
    await choose('More, Four returns', /^Split/)
    await screen.findByRole('dialog')
    jonDoes((his) => mergeClusters(his, { from: [from], into, notes, lastOfInto: null }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await said('Somebody deleted or merged that cluster meanwhile. Nothing was changed.')
    expect(noteText(document, notes[0] as never)?.toString()).toBe('one')
  })

  test('a section removed while Fay changes it', async () => {
    const { barriers, proposals, jonDoes, show } = openList({ me: fay })
    show()
    await choose('More, section What gets in the way?', /^Change section/)
    await screen.findByRole('dialog')
    const into = { notes: endOf(proposals), clusters: endOf(proposals) }
    jonDoes((his) => removeSection(his, { id: barriers, holds: { notes: [], clusters: [] }, into }))
    await vi.waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await said('Somebody removed that section meanwhile.')
  })
})

describe('[L67] a field closes with the right to write in it', () => {
  test('a heading that somebody locks while Amina names it', async () => {
    const { cluster, jonDoes, show } = openList()
    const money = cluster('Money', 'barrier')
    show()
    await choose('More, Money', 'Rename')
    const field = await screen.findByRole('textbox', { name: 'Title of the barrier' })
    await vi.waitFor(() => expect(globalThis.document.activeElement).toBe(field))
    jonDoes((his) => lockItems(his, [{ is: 'cluster', id: money }], true))
    await vi.waitFor(() => expect(screen.queryByRole('textbox', { name: 'Title of the barrier' })).toBeNull())
    await vi.waitFor(() => expect(globalThis.document.activeElement?.id).toBe(`cluster-${money}`))
    await said('“Money” is locked. Ask a facilitator to unlock it.')
  })
})
