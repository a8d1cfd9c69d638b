import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { addDrawing } from '../../shared/document/drawings'
import { addCluster, addNotes, deleteCluster, mergeClusters } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { readCanvas } from '../../shared/document/projection'
import type { ClusterId } from '../../shared/domain/ids'
import { endOf, outlineOf } from '../workshop/testing/canvas-in-memory'
import { amina, fay } from '../workshop/testing/workshop-of'
import { aroundEveryTest, by, openList, said } from './testing/open-list'

aroundEveryTest()

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: `Select${name}` })
const bar = () => within(screen.getByRole('region', { name: 'What is selected' }))
/** A dialog that closes keeps the page behind it out of reach until it is gone. */
const selected = (words: string) => vi.waitFor(() => expect(bar().getByRole('heading', { name: words })).toBeTruthy())
const messages = () => within(screen.getByRole('region', { name: 'Messages' }))
const LINE = { v: 1, kind: 'pen', points: [0, 0, 90, 40], colour: 'ink', size: 'medium' } as const

/** Amina has two notes that are not sorted, three barriers and a drawing of two lines before her, and boxes to choose by. */
async function selecting(options: Parameters<typeof openList>[0] = {}) {
  const user = userEvent.setup()
  const list = openList(options)
  const { document, barriers } = list
  const written = (...texts: string[]) => addNotes(document, { texts, spot: endOf(barriers), author: by(amina) }).ids
  let last: ClusterId | null = null
  const cluster = (title: string, ...texts: string[]): ClusterId => {
    const spot = { in: barriers, after: last, before: null }
    last = addCluster(document, { title, kind: 'barrier', spot, notes: written(...texts), now: 1 }).id
    return last
  }
  const bids = cluster('Bids', 'bids in March')
  const forms = cluster('Forms', 'four returns', 'five forms')
  const silence = cluster('Silence', 'nobody writes back')
  written('one', 'two')
  const draw = () =>
    addDrawing(document, { record: LINE, author: by(amina), place: { in: barriers, x: 9, y: 9 }, sketch: 'round' }).id
  const lines = [draw(), draw()]
  list.show()
  await user.click(screen.getByRole('button', { name: 'Select' }))
  let updates = 0
  document.on('update', () => updates++)
  const choose = async (...names: string[]) => {
    for (const name of names) await user.click(box(name))
  }
  const press = (name: string) => user.click(bar().getByRole('button', { name }))
  const goesTo = async (section: string) => {
    await press('Move to…')
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: new RegExp(`^${section}`) }))
  }
  const undoLabel = () => screen.getAllByRole('button', { name: /^Undo \w/, hidden: true })[0]?.textContent
  const ordered = outlineOf(document)
  return {
    ...list,
    user,
    bids,
    forms,
    silence,
    lines,
    ordered,
    choose,
    press,
    goesTo,
    undoLabel,
    updates: () => updates,
  }
}

describe('[L4] [L68] notes, whole headings and drawings are chosen together', () => {
  test('and moved to a section as one edit, which one undo takes back', async () => {
    const { choose, goesTo, document, ordered, updates, undoLabel, user } = await selecting()
    await choose(', one', ', two', ' heading, Forms')
    await selected('2 notes and 1 cluster selected')
    await goesTo('Parked')
    expect(updates()).toBe(1)
    const [barriers, , parked] = outlineOf(document)
    expect(parked).toEqual(['one', 'two', 'barrier Forms: four returns, five forms'])
    expect(barriers).toHaveLength(2)
    await said('2 notes and 1 cluster moved to Parked.')
    await selected('Nothing selected')
    expect(undoLabel()).toBe('Undo move of 2 notes and 1 cluster')
    await user.keyboard('{Control>}z{/Control}')
    expect(outlineOf(document)).toEqual(ordered)
    expect(updates()).toBe(2)
  })

  test('a note whose heading goes too stays in it, and only sections are offered', async () => {
    const { choose, press, document, undoLabel, user } = await selecting()
    await choose(', four returns', ' heading, Forms', ' heading, Bids')
    await press('Move to…')
    const dialog = await screen.findByRole('dialog', { name: 'Move 2 clusters to…' })
    const here = within(dialog).getByRole('button', { name: /^What gets in the way\?/ })
    expect(here.getAttribute('aria-disabled')).toBe('true')
    expect(within(dialog).queryByRole('button', { name: /Silence/ })).toBeNull()
    await user.click(within(dialog).getByRole('button', { name: /^Parked/ }))
    expect(outlineOf(document)[2]).toEqual(['barrier Bids: bids in March', 'barrier Forms: four returns, five forms'])
    expect(undoLabel()).toBe('Undo move of 2 clusters')
  })

  test('what was drawn in one go is one of them', async () => {
    const { choose, goesTo, document, parked, updates, lines } = await selecting()
    await choose(', one', ' drawing, Pen drawing, not described yet')
    await selected('1 note and 1 drawing selected')
    await goesTo('Parked')
    expect(updates()).toBe(1)
    const { drawings } = readCanvas(document)
    expect(drawings.map(({ section }) => section)).toEqual(lines.map(() => parked))
    expect(outlineOf(document)[2]).toEqual(['one'])
  })

  test('a heading that a facilitator has locked stays, and it is said; the rest goes', async () => {
    const { choose, goesTo, document, jonDoes, forms } = await selecting()
    await choose(', one', ' heading, Forms')
    jonDoes((his) => lockItems(his, [{ is: 'cluster', id: forms }], true))
    await goesTo('Parked')
    expect(outlineOf(document)[2]).toEqual(['one'])
    await said('1 cluster stays where it is. “Forms” is locked. Ask a facilitator to unlock it.')
  })

  test('[L5] a heading that somebody removes meanwhile does not count, and is not brought back', async () => {
    const { choose, goesTo, document, jonDoes, forms, barriers } = await selecting()
    await choose(', one', ' heading, Forms', ' heading, Bids')
    jonDoes((his) => deleteCluster(his, { id: forms, notes: [], to: endOf(barriers), now: 5 }))
    await selected('1 note and 1 cluster selected')
    await goesTo('Parked')
    expect(outlineOf(document)[2]).toEqual(['one', 'barrier Bids: bids in March'])
    expect(readCanvas(document).bin).toMatchObject([{ is: 'cluster', id: forms }])
  })

  test('[L5] a heading that a filter hides does not count; one that is shown takes along the notes that are not', async () => {
    const { choose, goesTo, document, user } = await selecting()
    await choose(' heading, Forms', ' heading, Bids')
    await user.type(screen.getByRole('textbox', { name: 'Search notes and headings' }), 'four')
    await selected('1 cluster selected')
    await goesTo('Parked')
    expect(outlineOf(document)[2]).toEqual(['barrier Forms: four returns, five forms'])
  })

  test('Shift chooses all of one kind between two: headings leave notes alone', async () => {
    const { choose, user } = await selecting()
    await choose(' heading, Bids')
    await user.keyboard('{Shift>}')
    await choose(' heading, Silence')
    await user.keyboard('{/Shift}')
    await selected('3 clusters selected')
  })

  test('“Select all shown” chooses the notes: a heading takes its notes along, and is chosen by itself', async () => {
    const { press } = await selecting()
    await press('Select all shown')
    await selected('6 selected')
    expect(box(' heading, Forms').checked).toBe(false)
  })

  test('focus goes to the next that stays: past the notes that went in their heading', async () => {
    const { choose, goesTo } = await selecting()
    await choose(', one', ' heading, Forms')
    await goesTo('Parked')
    await vi.waitFor(() => expect(document.activeElement).toBe(box(' heading, Silence')))
  })

  test('where a step lets nobody move, it is not offered', async () => {
    const user = userEvent.setup()
    const { note, cluster, show } = openList({ rights: ['add-notes'] })
    cluster('Forms', 'barrier', [note('five forms')])
    show()
    await user.click(screen.getByRole('button', { name: 'Select' }))
    await user.click(box(' heading, Forms'))
    for (const name of ['Move to…', 'Delete', 'Lock']) expect(bar().queryByRole('button', { name })).toBeNull()
  })
})

describe('[L69] what is deleted together is one edit', () => {
  test('three headings: their notes stay, in their order, and one undo puts all back', async () => {
    const { choose, press, document, ordered, updates, undoLabel } = await selecting()
    await choose(' heading, Bids', ' heading, Forms', ' heading, Silence')
    await press('Delete')
    expect(updates()).toBe(1)
    expect(outlineOf(document)[0]).toEqual([
      ...['one', 'two'],
      ...['bids in March', 'four returns', 'five forms', 'nobody writes back'],
    ])
    expect(undoLabel()).toBe('Undo delete of 3 clusters')
    await said('3 headings removed. Their 4 notes are in Not sorted.')
    await userEvent.click(messages().getByRole('button', { name: 'Undo' }))
    expect(outlineOf(document)).toEqual(ordered)
    expect(updates()).toBe(2)
  })

  test('a note, a heading and a drawing', async () => {
    const { choose, press, document, updates, undoLabel, ordered, user } = await selecting()
    await choose(', one', ', four returns', ' heading, Forms', ' drawing, Pen drawing, not described yet')
    await press('Delete')
    expect(updates()).toBe(1)
    await said('2 notes and 1 drawing deleted. Heading removed. Its note is in Not sorted.')
    expect(outlineOf(document)[0]?.slice(0, 2)).toEqual(['two', 'five forms'])
    expect(readCanvas(document).drawings).toEqual([])
    expect(undoLabel()).toMatch(/^Undo delete of 2 notes, 1 cluster and /)
    await user.keyboard('{Control>}z{/Control}')
    expect([outlineOf(document), readCanvas(document).drawings.length]).toEqual([ordered, 2])
  })

  test('one heading alone says what it always did', async () => {
    const { choose, press, undoLabel } = await selecting()
    await choose(' heading, Forms')
    await press('Delete')
    await said('Heading removed. Its 2 notes are in Not sorted.')
    expect(undoLabel()).toBe('Undo removing a heading')
    await vi.waitFor(() => expect(document.activeElement).toBe(box(' heading, Silence')))
  })

  test('a heading with a note that is locked stays: its note could not go', async () => {
    const { choose, press, document, jonDoes } = await selecting()
    await choose(' heading, Bids', ' heading, Forms')
    const [locked] = readCanvas(document).sections[0]?.clusters.find(({ title }) => title === 'Forms')?.notes ?? []
    jonDoes((his) => locked && lockItems(his, [{ is: 'note', id: locked.id }], true))
    await press('Delete')
    expect(outlineOf(document)[0]).toContain('barrier Forms: four returns, five forms')
    expect(outlineOf(document)[0]).toContain('bids in March')
    await said('Heading removed. Its note is in Not sorted.')
    await said('1 cluster stays where it is. A facilitator has locked this. Ask them to unlock it.')
  })
})

describe('[L69] several headings become one', () => {
  test('the one that stays is asked for; then it is one edit, and one undo', async () => {
    const { choose, press, document, ordered, updates, undoLabel, user } = await selecting()
    await choose(' heading, Bids', ' heading, Forms', ' heading, Silence')
    await press('Merge headings…')
    const dialog = await screen.findByRole('dialog', { name: 'Merge 3 headings: which one stays?' })
    expect(within(dialog).getByText(/^The notes of the others go to the end of it/)).toBeTruthy()
    await user.click(within(dialog).getByRole('button', { name: /^Forms/ }))
    expect(updates()).toBe(1)
    expect(outlineOf(document)[0]).toEqual([
      ...['one', 'two'],
      'barrier Forms: four returns, five forms, bids in March, nobody writes back',
    ])
    await said('Merged into “Forms”.')
    expect(undoLabel()).toBe('Undo merging 3 clusters')
    await vi.waitFor(() => expect(globalThis.document.activeElement?.textContent).toContain('Forms'))
    await user.keyboard('{Control>}z{/Control}')
    expect(outlineOf(document)).toEqual(ordered)
  })

  test('Escape merges nothing, and what was selected stays so', async () => {
    const { choose, press, user, updates } = await selecting()
    await choose(' heading, Bids', ' heading, Forms')
    await press('Merge headings…')
    await screen.findByRole('dialog')
    await user.keyboard('{Escape}')
    await selected('2 clusters selected')
    expect(updates()).toBe(0)
  })

  test('it is offered for headings alone, and for more than one', async () => {
    const { choose } = await selecting()
    const offered = () => bar().queryByRole('button', { name: 'Merge headings…' }) !== null
    await choose(' heading, Bids')
    expect(offered()).toBe(false)
    await choose(' heading, Forms')
    expect(offered()).toBe(true)
    await choose(', one')
    expect(offered()).toBe(false)
  })

  test('one that Jon merges away meanwhile is left out; with none left nothing is done, and it is said', async () => {
    const { choose, press, document, jonDoes, bids, forms, silence, user, updates } = await selecting({ me: fay })
    await choose(' heading, Bids', ' heading, Forms')
    await press('Merge headings…')
    const dialog = await screen.findByRole('dialog')
    jonDoes((his) => mergeClusters(his, { from: [bids], into: silence, notes: [], lastOfInto: null }))
    const before = [updates(), outlineOf(document)]
    await user.click(within(dialog).getByRole('button', { name: /^Forms/ }))
    expect([updates(), outlineOf(document)]).toEqual(before)
    expect(readCanvas(document).sections[0]?.clusters.map(({ id }) => id)).toContain(forms)
    await said('Somebody deleted or merged that cluster meanwhile. Nothing was changed.')
  })
})
