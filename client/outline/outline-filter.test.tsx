import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { addNote } from '../../shared/document/edits'
import { COMPACT } from '../workshop/shell/media'
import { endOf } from '../workshop/testing/canvas-in-memory'
import { jon } from '../workshop/testing/workshop-of'
import { addField, aroundEveryTest, by, openList, said } from './testing/open-list'

aroundEveryTest()

const search = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Search notes and headings' })
const heard = () => screen.getAllByRole('listitem').flatMap((row) => (row.dataset.note ? [row.textContent] : []))
const firstWords = () => heard().map((words) => /^(Trains|Buses|Trams)/.exec(words ?? '')?.[0])
const notes = () => heard().map((words) => words?.split(' ')[0])

describe('search and filter', () => {
  test('[L1] / goes to the field; how many are shown is said; one press shows everything', async () => {
    const user = userEvent.setup()
    const { note, cluster, show } = openList()
    cluster('Money', 'barrier', [note('Łódź grants')])
    note('Trains')
    show()
    await user.keyboard('/lodz')
    expect(document.activeElement).toBe(search())
    expect(search().value).toBe('lodz')
    expect(screen.getAllByRole('listitem').filter((row) => row.dataset.note)).toHaveLength(1)
    expect(screen.queryByRole('heading', { name: 'Not sorted' })).toBeNull()
    await said('Showing 1 of 2 notes')
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(notes()).toHaveLength(2)
    expect(document.activeElement).toBe(search())
  })

  test('[L3] on a phone, after a reload with a filter: showing everything leaves focus in the field', async () => {
    const user = userEvent.setup()
    const phone = (query: string) => ({ matches: query === COMPACT, addEventListener() {}, removeEventListener() {} })
    vi.stubGlobal('matchMedia', phone)
    const { note, show } = openList()
    sessionStorage.setItem('concordat:list-filter:canvas1', JSON.stringify({ side: 'local' }))
    note('Trains')
    show()
    await user.click(screen.getByRole('button', { name: 'Show everything' }))
    expect(notes()).toHaveLength(1)
    expect(document.activeElement).toBe(search())
    vi.unstubAllGlobals()
  })

  test('[L2] a note one writes in stays while it no longer passes', async () => {
    const user = userEvent.setup()
    const { note, show } = openList()
    note('Trains')
    note('Buses')
    show()
    await user.type(search(), 'trains')
    await user.click(screen.getByRole('button', { name: 'More, Trains' }))
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
    await user.clear(field)
    await user.type(field, 'Trams')
    expect(field.value).toBe('Trams')
    expect(document.activeElement).toBe(field)
    // by role: hidden with what is round it, it would not be found
    expect(screen.getByRole('textbox', { name: 'Note' })).toBe(field)
    await user.click(search())
    await expect.poll(() => screen.queryAllByRole('listitem').filter((row) => row.dataset.note)).toHaveLength(0)
    expect(screen.getByText(/Nothing matches/, { selector: 'search p' })).toBeTruthy()
  })

  test('[L3] a reload keeps the filter and forgets the words; what others add is filtered as it comes', async () => {
    const user = userEvent.setup()
    const { note, barriers, jonDoes, show } = openList()
    note('Trains')
    show()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Side' }), 'Local')
    await user.type(search(), 'b')
    cleanup()
    show()
    expect(search().value).toBe('')
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Side' }).value).toBe('local')
    jonDoes((his) => addNote(his, { text: 'Buses', spot: endOf(barriers), author: by(jon) }))
    expect(screen.getByText('Showing 1 of 2 notes')).toBeTruthy()
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('"b"')
  })

  test('[L7] what one adds under a filter that hides it is said, once, and one press shows it', async () => {
    const user = userEvent.setup()
    const { note, show } = openList()
    note('Trains')
    show()
    await user.type(search(), 'trains')
    await user.type(addField(), 'Buses{Enter}')
    await said('Note added to What gets in the way? Your filter hides it.')
    await user.type(addField(), 'Trams{Enter}')
    expect(document.activeElement).toBe(addField())
    expect(firstWords()).toEqual(['Trains'])
    const messages = () => within(screen.getByRole('region', { name: 'Messages' }))
    expect(messages().getAllByRole('listitem')).toHaveLength(1)
    await user.click(messages().getByRole('button', { name: 'Show everything' }))
    expect(firstWords()).toEqual(['Trains', 'Buses', 'Trams'])
    expect(search().value).toBe('')
    expect(document.activeElement).toBe(addField())
  })

  test('[L7] what passes the filter is only said to be added', async () => {
    const user = userEvent.setup()
    const { show } = openList()
    show()
    await user.type(search(), 'bus')
    await user.type(addField(), 'Buses{Enter}')
    await said('Note added to What gets in the way?')
    expect(firstWords()).toEqual(['Buses'])
  })
})
