import { cleanup, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { draftKey } from '../workshop/kept-texts'
import { buildersFor, outlineOf } from '../workshop/testing/canvas-in-memory'
import { amina, jon } from '../workshop/testing/workshop-of'
import { addField, aroundEveryTest, canvasId, openList, said } from './testing/open-list'

aroundEveryTest()

describe('reading', () => {
  test('sections, what is not sorted, and clusters are headings, with counts by side in words', () => {
    const { note, cluster, show } = openList()
    const one = note('Four forms', undefined, jon)
    cluster('Four returns ask the same', 'barrier', [one])
    note('Annual bids')
    show()
    const headings = screen.getAllByRole('heading').map((heading) => [heading.tagName, heading.textContent])
    expect(headings).toEqual([
      ['H2', 'What gets in the way?'],
      ['H3', 'Not sorted'],
      ['H3', 'Barrier: Four returns ask the same'],
      ['H2', 'What could we do?'],
      ['H2', 'Parked'],
    ])
    const card = screen.getByRole('heading', { name: /Four returns/ }).closest('[data-cluster]')
    expect(card?.textContent).toContain('1 note, 1 Local')
    expect(card?.textContent).toContain('No proposal yet')
  })

  test('a note is heard text first, then its side, then buttons named after it', () => {
    const { note, show } = openList()
    note('Annual bids mean we hire in March and lay off in April')
    show()
    const row = screen.getByRole('listitem')
    expect(row.textContent).toMatch(/^Annual bids .* AprilCentralMove to…/)
    expect(within(row).getByRole('button', { name: /^Move to…, Annual bids mean we hire/ })).toBeTruthy()
    expect(
      within(row)
        .getByRole('button', { name: /^More, Annual bids/ })
        .getAttribute('aria-expanded'),
    ).toBe('false')
  })

  test('an empty canvas says what to do first', () => {
    openList().show()
    expect(screen.getAllByText('No notes yet. Write the first one.')).toHaveLength(3)
  })

  test('an observer reads and is offered nothing', () => {
    const { note, show } = openList({ mayEdit: 'observer' })
    note('Annual bids')
    show()
    expect(screen.getByText(/You are here as an observer/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Move to/ })).toBeNull()
    expect(screen.getAllByRole('textbox')).toEqual([screen.getByRole('textbox', { name: /^Search/ })])
    expect(screen.queryByRole('button', { name: /^New/ })).toBeNull()
  })

  test('who may only add writes, changes and deletes what is their own, and moves nothing', async () => {
    const user = userEvent.setup()
    const { note, show, document } = openList({ rights: ['add-notes'] })
    note('From somebody else', undefined, jon)
    note('Mine')
    show()
    expect(screen.queryByRole('button', { name: /Move to|^New barrier/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'More, From somebody else' }))
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'More, Mine' }))
    expect(screen.getByRole('textbox', { name: 'Note' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await user.type(addField(), 'Another{Enter}')
    expect(outlineOf(document)[0]).toEqual(['From somebody else', 'Another'])
  })

  test('in a step for reading nothing is offered, and it says why', () => {
    const { note, show } = openList({ rights: ['read'], mayEdit: 'step' })
    note('Annual bids')
    show()
    expect(screen.getByText(/In this step the canvas is for reading/)).toBeTruthy()
    expect(screen.getAllByRole('textbox')).toEqual([screen.getByRole('textbox', { name: /^Search/ })])
  })

  test('HTML and formulas in a note are shown as the text they are', () => {
    const { note, show } = openList()
    note('<img src=x onerror=alert(1)> =cmd() **bold**')
    show()
    expect(screen.getByText('<img src=x onerror=alert(1)> =cmd() **bold**')).toBeTruthy()
    expect(document.querySelector('img')).toBeNull()
  })
})

describe('writing', () => {
  test('what was begun privately stays private after a reload, until it is gone', async () => {
    const kept = draftKey(amina.id, canvasId)
    localStorage.setItem(kept, 'Nobody reads it')
    localStorage.setItem(`${kept}/private`, 'yes')
    openList().show()
    const field = screen.getByRole('textbox', { name: /Add a private note to/ })
    expect(field).toHaveProperty('value', 'Nobody reads it')
    await userEvent.clear(field)
    expect(addField()).toHaveProperty('value', '')
  })

  test('Enter adds the note and stays for the next; Shift and Enter makes a line', async () => {
    const user = userEvent.setup()
    const { document, show } = openList()
    show()
    await user.type(addField(), 'Annual bids{Enter}Four{Shift>}{Enter}{/Shift}returns{Enter}')
    expect(outlineOf(document)[0]).toEqual(['Annual bids', 'Four\nreturns'])
    expect(globalThis.document.activeElement).toBe(addField())
    expect(addField().value).toBe('')
    await said('Note added to What gets in the way?')
  })

  test('Enter that ends a composition adds nothing', async () => {
    const { document, show } = openList()
    show()
    addField().value = 'に'
    addField().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true }))
    expect(outlineOf(document)[0]).toEqual([])
  })

  test('many pasted lines are asked about, then become notes in their order', async () => {
    const user = userEvent.setup()
    const { document, show } = openList()
    show()
    await user.click(addField())
    await user.paste('- one\n- two\n- three')
    expect(screen.getByRole('dialog', { name: 'Add 3 notes?' })).toBeTruthy()
    expect(outlineOf(document)[0]).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Add 3 notes' }))
    expect(outlineOf(document)[0]).toEqual(['one', 'two', 'three'])
  })

  test('a note of 50,000 characters is not cut and not added: it stays in the field, with what to do', async () => {
    const user = userEvent.setup()
    const { document, show } = openList()
    show()
    await user.click(addField())
    await user.paste('x'.repeat(50_000))
    await user.keyboard('{Enter}')
    expect(outlineOf(document)[0]).toEqual([])
    expect(addField().value).toHaveLength(50_000)
    expect(screen.getByText(/47,000 characters too long/)).toBeTruthy()
  })

  test('a half-written note outlives a reload', async () => {
    const user = userEvent.setup()
    const first = openList()
    first.show()
    await user.type(addField(), 'Half a thou')
    cleanup()
    openList().show()
    expect(addField().value).toBe('Half a thou')
  })

  test('a note is edited where it stands; Escape ends it and focus is on its button', async () => {
    const user = userEvent.setup()
    const { document, note, show } = openList()
    note('Annual bids')
    show()
    await user.click(screen.getByText('Annual bids'))
    const field = screen.getByRole('textbox', { name: 'Note' })
    expect(globalThis.document.activeElement).toBe(field)
    await user.type(field, ' are late')
    expect(outlineOf(document)[0]).toEqual(['Annual bids are late'])
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('textbox', { name: 'Note' })).toBeNull()
    expect(globalThis.document.activeElement?.getAttribute('aria-label')).toBe('More, Annual bids are late')
  })

  test('who wrote it is shown once it is opened', async () => {
    const user = userEvent.setup()
    const { note, show } = openList()
    note('By Jon', undefined, jon)
    show()
    expect(screen.queryByText(/Written by/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'More, By Jon' }))
    expect(screen.getByText(/Written by Jon, Jon’s council/)).toBeTruthy()
  })

  test('two people in one note both keep their words, and the caret stays', async () => {
    const user = userEvent.setup()
    const { note, jonDoes, document, show } = openList()
    const id = note('bids')
    show()
    await user.click(screen.getByText('bids'))
    const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' })
    field.setSelectionRange(4, 4)
    jonDoes((his) => buildersFor(his).typeBefore(id, 'Annual '))
    expect(field.value).toBe('Annual bids')
    expect(field.selectionStart).toBe(11)
    await user.keyboard(' end')
    expect(outlineOf(document)[0]).toEqual(['Annual bids end'])
  })

  test('a note of one’s own that is left empty is taken away', async () => {
    const user = userEvent.setup()
    const { note, document, show } = openList()
    note('x')
    show()
    await user.click(screen.getByText('x'))
    await user.keyboard('{Backspace}{Escape}')
    expect(outlineOf(document)[0]).toEqual([])
  })
})
