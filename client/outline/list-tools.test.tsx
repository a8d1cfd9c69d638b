import { screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { COMPACT } from '../workshop/shell/media'
import { fay } from '../workshop/testing/workshop-of'
import { aroundEveryTest, openList } from './testing/open-list'

aroundEveryTest()

beforeEach(() => {
  const phone = (query: string) => ({ matches: query === COMPACT, addEventListener() {}, removeEventListener() {} })
  vi.stubGlobal('matchMedia', phone)
})
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
})

const button = (name: string | RegExp) => screen.getByRole('button', { name })
const opener = () => button(/^Search and filter/)
const undoTools = () => within(screen.getByRole('region', { name: 'Undo and deleted items' }))
const names = (within: { getAllByRole: (role: 'button') => HTMLElement[] }) =>
  within.getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? one.textContent)

test('[L70] over the notes of a facilitator with a phone are search, undo and redo; the rest is one press away', async () => {
  const user = userEvent.setup()
  const { note, show } = openList({ me: fay })
  note('Trains')
  show()
  expect(names(undoTools())).toEqual(['Undo', 'Redo', 'More tools'])
  expect(opener().getAttribute('aria-expanded')).toBe('false')
  expect(screen.queryByRole('search')).toBeNull()
  await user.click(button('More tools'))
  expect(button('More tools').getAttribute('aria-expanded')).toBe('true')
  const more = within(screen.getByRole('region', { name: 'More tools' }))
  expect(names(more)).toEqual(['Import notes', 'Select', 'New section', 'Recently deleted'])
  await user.click(button('Select'))
  await user.click(button('Done'))
  expect(document.activeElement).toBe(button('Select'))
  await user.click(button('More tools'))
  expect(screen.queryByRole('button', { name: 'Select' })).toBeNull()
})

test('[L70] [L1] a filter that is folded away is told, and one press shows everything', async () => {
  const user = userEvent.setup()
  const { note, show } = openList()
  note('Trains')
  note('Buses')
  show()
  await user.click(opener())
  await user.type(screen.getByRole('textbox', { name: 'Search notes and headings' }), 'trains')
  expect(button('Search and filter on')).toBeTruthy()
  await user.click(opener())
  expect(screen.queryByRole('textbox', { name: 'Search notes and headings' })).toBeNull()
  expect(screen.getByText('Showing 1 of 2 notes')).toBeTruthy()
  await user.click(button('Show everything'))
  expect(screen.queryByText('Showing 1 of 2 notes')).toBeNull()
  expect(document.activeElement).toBe(button('Search and filter'))
  expect(screen.queryByRole('search')).toBeNull()
})
