import { screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test } from 'vitest'
import { addNote, deleteCluster, deleteNotes, mergeClusters, moveCluster, moveNotes } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { removeSection } from '../../shared/document/section-edits'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { hush } from '../ui/live-region'
import { endOf, outlineOf } from '../workshop/testing/canvas-in-memory'
import { jon } from '../workshop/testing/workshop-of'
import { aroundEveryTest, by, openList, said } from './testing/open-list'

aroundEveryTest()

const name = () => {
  const { activeElement } = document
  return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent
}
const moveButton = (words: string) => screen.getByRole('button', { name: `Move to…, ${words}` })
const headingButton = (title: string) => screen.getByRole('button', { name: `Barrier: ${title}` })

/** Two barriers with notes, one note that is not sorted; Amina looks at the list. */
function open() {
  const list = openList()
  const [a, b, c] = ['Bids in March', 'Bids in June', 'Not sorted yet'].map((text) =>
    list.note(text, list.barriers, jon),
  ) as [NoteId, NoteId, NoteId]
  const bids: ClusterId = list.cluster('Annual bids', 'barrier', [a, b])
  const silence: ClusterId = list.cluster('Nobody reports back', 'barrier')
  list.show()
  return { ...list, a, b, c, bids, silence }
}

describe('[L24] only what one pressed goes away', () => {
  test('the first note of a section by somebody else: on its heading, and nothing is called removed', () => {
    const { jonDoes, proposals } = open()
    const [write] = screen.getAllByRole('button', { name: 'Write a note here' })
    write?.focus()
    jonDoes((his) => void addNote(his, { text: 'by Jon', spot: endOf(proposals), author: by(jon) }))
    expect(name()).toBe('What could we do?')
    expect(screen.queryByText(/was removed/, { selector: '[data-live] p' })).toBeNull()
  })

  test('a heading is locked: on itself, and it is said', async () => {
    const { bids, jonDoes } = open()
    screen.getByRole('button', { name: 'More, Annual bids' }).focus()
    jonDoes((his) => void lockItems(his, [{ is: 'cluster', id: bids }], true))
    expect(document.activeElement?.id).toBe(`cluster-${bids}`)
    await said('“Annual bids” is locked. Ask a facilitator to unlock it.')
  })

  test('a note is locked: on its More, and it is said', async () => {
    const { c, jonDoes } = open()
    moveButton('Not sorted yet').focus()
    jonDoes((his) => void lockItems(his, [{ is: 'note', id: c }], true))
    expect(name()).toBe('More, Not sorted yet')
    await said('A facilitator has locked this. Ask them to unlock it.')
  })
})

describe('[L24] what one is on goes away by somebody else’s doing', () => {
  test('a note is deleted: focus is on the next one', async () => {
    const { a, jonDoes } = open()
    moveButton('Bids in March').focus()
    jonDoes((his) => void deleteNotes(his, [a], 5))
    expect(name()).toBe('Move to…, Bids in June')
    await said('The note you were on was deleted; you are on the next one')
  })

  test('the last one is deleted: on the one before', async () => {
    const { b, jonDoes } = open()
    moveButton('Bids in June').focus()
    jonDoes((his) => void deleteNotes(his, [b], 5))
    expect(name()).toBe('Move to…, Bids in March')
  })

  test('the only one is moved: on the heading over it', async () => {
    const { c, silence, jonDoes } = open()
    moveButton('Not sorted yet').focus()
    jonDoes((his) => void moveNotes(his, [c], { in: silence, after: null, before: null }))
    expect(name()).toBe('What gets in the way?')
    await said('The note you were on was moved to Nobody reports back')
  })

  test('its heading is merged into another: on the next one, which went along, and it is said where the note is', async () => {
    const { a, b, bids, silence, jonDoes } = open()
    moveButton('Bids in March').focus()
    jonDoes((his) => void mergeClusters(his, { from: [bids], into: silence, notes: [a, b], lastOfInto: null }))
    // the next one went along, and is still the next one
    expect(name()).toBe('Move to…, Bids in June')
    await said('The note you were on was moved to Nobody reports back; you are on the next one')
  })

  test('its heading is moved to another section: one goes along', async () => {
    const { bids, proposals, jonDoes } = open()
    moveButton('Bids in March').focus()
    jonDoes((his) => void moveCluster(his, bids, endOf(proposals)))
    expect(name()).toBe('Move to…, Bids in March')
    await said('“Annual bids” was moved to What could we do?')
  })

  test('a heading is removed: on the next heading', async () => {
    const { a, b, bids, barriers, jonDoes } = open()
    headingButton('Annual bids').focus()
    jonDoes((his) => void deleteCluster(his, { id: bids, notes: [a, b], to: endOf(barriers), now: 5 }))
    expect(name()).toContain('Nobody reports back')
    await said('The heading “Annual bids” was removed; you are on “Nobody reports back”')
  })

  test('a heading is merged: on the heading before it, or the section', async () => {
    const { bids, silence, jonDoes } = open()
    headingButton('Nobody reports back').focus()
    jonDoes((his) => void mergeClusters(his, { from: [silence], into: bids, notes: [], lastOfInto: null }))
    expect(name()).toContain('Annual bids')
    await said('The heading “Nobody reports back” was merged into another; you are on “Annual bids”')
  })

  test('a section is removed: on the next section', async () => {
    const { parked, barriers, jonDoes } = open()
    document.getElementById(`section-${parked}`)?.focus()
    jonDoes((his) => {
      const into = { notes: endOf(barriers), clusters: endOf(barriers) }
      removeSection(his, { id: parked, holds: { notes: [], clusters: [] }, into })
    })
    expect(name()).toBe('What could we do?')
    await said('The section “Parked” was removed; you are on “What could we do?”')
  })

  test('another document in its place: focus stays on the same button', () => {
    const { successor, room } = open()
    const button = moveButton('Bids in June')
    button.focus()
    room.replace(successor())
    expect(document.activeElement).toBe(button)
  })

  test('whoever is elsewhere on the page stays there', () => {
    const { a, jonDoes } = open()
    moveButton('Bids in March').focus()
    const field = screen.getByRole('textbox', { name: /Add a note to/ })
    field.focus()
    jonDoes((his) => void deleteNotes(his, [a], 5))
    expect(document.activeElement).toBe(field)
  })
})

describe('[L24] what one writes in goes away', () => {
  test('the note is moved to another heading: field, focus and words go along', async () => {
    const user = userEvent.setup()
    const { a, silence, jonDoes, document: canvas } = open()
    await user.click(screen.getByText('Bids in March'))
    await user.keyboard(' and')
    jonDoes((his) => void moveNotes(his, [a], { in: silence, after: null, before: null }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }))
    await user.keyboard(' May')
    expect(outlineOf(canvas)[0]).toContain('barrier Nobody reports back: Bids in March and May')
  })

  test('its heading is merged into another: the same', async () => {
    const user = userEvent.setup()
    const { a, b, bids, silence, jonDoes, document: canvas } = open()
    await user.click(screen.getByText('Bids in March'))
    jonDoes((his) => void mergeClusters(his, { from: [bids], into: silence, notes: [a, b], lastOfInto: null }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Note' }))
    await user.keyboard(' too')
    expect(outlineOf(canvas)[0]?.join()).toContain('Bids in March too')
  })

  test('the note is deleted: field and words stay, it is said politely, and it can be put back', async () => {
    const user = userEvent.setup()
    const { a, jonDoes } = open()
    await user.click(screen.getByText('Bids in March'))
    jonDoes((his) => void deleteNotes(his, [a], 5))
    await user.keyboard(' still')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('Bids in March still')
    await said('Somebody else deleted this note. Write on: every word is kept in Recently deleted.')
    expect(document.querySelector('[data-live="alert"]')?.textContent).toBe('')
    await user.click(screen.getByRole('button', { name: 'Put it back' }))
    expect(screen.queryByRole('button', { name: 'Put it back' })).toBeNull()
  })
})

test('[L20] that somebody else also types in the note is said once', async () => {
  const user = userEvent.setup()
  hush()
  const { a, room } = open()
  await user.click(screen.getByText('Bids in March'))
  const awareness = room.awareness()
  const jonIs = (presence: object) => {
    awareness.getStates().set(77, { member: jon.id, ...presence })
    awareness.emit('change', [{ added: [], updated: [77], removed: [] }, 'test'])
  }
  for (const x of [1, 2, 3]) jonIs({ typing: a, cursor: { x, y: 0 } })
  await said('Jon also types in this note')
  expect(screen.getAllByText('Jon also types in this note', { selector: '[data-live] p' })).toHaveLength(1)
})
