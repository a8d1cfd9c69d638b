import { cleanup, render, screen, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { addNote, deleteNotes, moveNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { CanvasId, ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { LiveRegion } from '../ui/live-region'
import { Toasts } from '../ui/toast'
import { createCanvas } from '../workshop/canvas'
import { buildersFor, canvasInMemory, endOf, outlineOf } from '../workshop/testing/canvas-in-memory'
import { amina, fay, jon, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { OutlineView } from './outline-view'

const canvasId = 'canvas1' as CanvasId

beforeEach(() => {
  sessionStorage.clear()
  // jsdom draws nothing, so it has nowhere to scroll to
  Element.prototype.scrollIntoView = () => {}
  window.scrollTo = () => {}
})
afterEach(() => {
  vi.useRealTimers()
  cleanup()
})

/** Amina looks at the list; Jon is at another copy, and `jonDoes` brings what he does to her. */
function openList(options: Parameters<typeof workshopOf>[0] = {}) {
  const world = workshopOf(options)
  const room = world.roomOf({ kind: 'canvas', canvasId })
  const canvas = canvasInMemory()
  room.replace(canvas.document)
  const { barriers } = canvas
  const note = (text: string, section: SectionId = barriers, who = amina) => canvas.note(text, section, who)
  const cluster = (title: string, kind: 'barrier' | 'proposal', notes: NoteId[] = [], section: SectionId = barriers) =>
    canvas.cluster(title, kind, { in: section, notes })
  const List = () => <OutlineView canvas={createCanvas(canvasId)} />
  const show = () =>
    render(() => (
      <WorkshopInsideProvider inside={world.inside}>
        <List />
        <LiveRegion />
        <Toasts />
      </WorkshopInsideProvider>
    ))
  return { ...world, ...canvas, jonDoes: canvas.elsewhere, room, note, cluster, show }
}

const by = (who: typeof jon) => ({ member: who.id, side: who.side, now: 1 })
const addField = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Add a note to/ })
const said = async (words: string) =>
  expect((await screen.findAllByText(words, { selector: '[data-live] p' }))[0]).toBeTruthy()

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
    expect(card?.textContent).toContain('1 note: 1 note, Local')
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
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: /^New/ })).toBeNull()
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
    expect(screen.getByRole('alertdialog', { name: 'Add 3 notes?' })).toBeTruthy()
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
    await user.click(await screen.findByRole('button', { name: 'Put back, gone' }))
    expect(outlineOf(document)[0]).toEqual(['gone'])
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
