import { screen as page } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { describe, expect, test, vi } from 'vitest'
import { deleteNotes } from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { readCanvas } from '../../shared/document/projection'
import { setSingleKeys } from '../workshop/single-keys'
import { outlineOf } from '../workshop/testing/canvas-in-memory'
import { amina, fay, jon, person } from '../workshop/testing/workshop-of'
import { aroundEveryTest, openSorting, type Sitting, said, showRegions } from './testing/open-sorting'

aroundEveryTest()

const onlyAmina = { people: [amina] }
const focused = () => document.activeElement

describe('one person', () => {
  test('[L10] goes through the notes by number keys; focus is on the next one and it is said how many are left', async () => {
    const user = userEvent.setup()
    const { note, cluster, sit, document: canvas } = openSorting(onlyAmina)
    cluster('Four returns')
    cluster('Nobody reports back')
    note('first')
    note('second')
    showRegions()
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    expect(person.screen.getByText('0 of 2 sorted')).toBeTruthy()
    await user.keyboard('2')
    await said('Note moved to Nobody reports back. 1 left')
    await vi.waitFor(() => expect(focused()?.textContent).toBe('second'))
    expect(person.screen.getByText('1 of 2 sorted')).toBeTruthy()
    await user.keyboard('1')
    expect(outlineOf(canvas)[0]).toEqual(['barrier Four returns: second', 'barrier Nobody reports back: first'])
    await vi.waitFor(() => expect(focused()?.textContent).toBe('All notes are sorted'))
    expect(person.screen.getByRole('link', { name: 'Open the list' }).getAttribute('href')).toBe('/w/workshop1/list')
    expect(person.screen.getByRole('link', { name: 'Open the board' })).toBeTruthy()
  })

  test('[L13] with single keys switched off a number does nothing, and the buttons say no key', async () => {
    const user = userEvent.setup()
    const { note, cluster, sit, document: canvas } = openSorting(onlyAmina)
    cluster('Four returns')
    note('first')
    setSingleKeys(false)
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    await user.keyboard('1')
    expect(outlineOf(canvas)[0]).toEqual(['first', 'barrier Four returns: '])
    const button = person.screen.getByRole('button', { name: /^Four returns/ })
    expect(button.getAttribute('aria-keyshortcuts')).toBeNull()
    await user.click(person.screen.getByRole('checkbox', { name: /^Keys: 1 to 9/ }))
    expect(button.getAttribute('aria-keyshortcuts')).toBe('1')
    await user.click(button)
    expect(outlineOf(canvas)[0]).toEqual(['barrier Four returns: first'])
  })

  test('[L14] skipped notes come again; Back returns to them, Undo takes the last answer back and no other', async () => {
    const user = userEvent.setup()
    const { note, cluster, sit, document: canvas } = openSorting(onlyAmina)
    cluster('Four returns')
    for (const text of ['first', 'second', 'third']) note(text)
    showRegions()
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    await user.keyboard('s')
    expect(person.before()).toBe('second')
    await user.keyboard('b')
    expect(person.before()).toBe('first')
    await user.keyboard('s1')
    expect(person.before()).toBe('third')
    await user.click(person.screen.getByRole('button', { name: 'Undo' }))
    expect(person.before()).toBe('second')
    await said('3 left')
    expect(outlineOf(canvas)[0]?.at(-1)).toBe('barrier Four returns: ')
    await user.keyboard('11')
    expect(person.before()).toBe('first')
    await said('This is a note that you skipped.')
    await user.keyboard('s')
    await said('This is the only note left.')
    await user.keyboard('1{Control>}z{/Control}')
    expect(person.before()).toBe('first')
  })

  test('[L15] a new cluster is named in place; Escape gives the note back', async () => {
    const user = userEvent.setup()
    const { note, sit, document: canvas } = openSorting(onlyAmina)
    note('first')
    note('second')
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    await user.keyboard('n')
    const field = () => person.screen.getByRole('textbox', { name: 'Title of the new barrier' })
    await vi.waitFor(() => expect(focused()).toBe(field()))
    await user.keyboard('{Escape}')
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    await user.keyboard('n')
    await vi.waitFor(() => expect(focused()).toBe(field()))
    await user.keyboard('{Enter}')
    expect(person.screen.getByText('Write a title first.')).toBeTruthy()
    await user.keyboard('Money comes late{Enter}')
    expect(outlineOf(canvas)[0]).toEqual(['second', 'barrier Money comes late: first'])
    await vi.waitFor(() => expect(focused()?.textContent).toBe('second'))
    await user.keyboard('b')
    expect(outlineOf(canvas)[0]?.sort()).toEqual(['first', 'second'])
  })

  test('[L13] more than nine are found by their words; Enter takes the first', async () => {
    const user = userEvent.setup()
    const { note, cluster, sit, document: canvas } = openSorting(onlyAmina)
    for (let number = 1; number <= 12; number += 1) cluster(`Heading ${number}`)
    cluster('Café money')
    note('first')
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    expect(person.container.querySelectorAll('[aria-keyshortcuts="9"]')).toHaveLength(1)
    await user.keyboard('/')
    await user.keyboard('cafe{Enter}')
    expect(outlineOf(canvas)[0]).toContain('barrier Café money: first')
  })

  test('[L16] locked notes are not offered, locked clusters not chosen; parked notes are set aside', async () => {
    const user = userEvent.setup()
    const { note, cluster, sit, parked, proposals, document: canvas } = openSorting(onlyAmina)
    cluster('Four returns', [], proposals)
    note('first')
    note('kept', proposals)
    note('not now', parked)
    lockItems(canvas, [{ is: 'section', id: proposals }], true)
    showRegions()
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    expect(person.screen.getByRole('button', { name: /^Four returns Locked/ }).getAttribute('aria-disabled')).toBe(
      'true',
    )
    await user.keyboard('1')
    await said('A facilitator has locked this one. Choose another.')
    expect(person.before()).toBe('first')
    await user.keyboard('n')
    await vi.waitFor(() => expect(focused()?.tagName).toBe('INPUT'))
    await user.keyboard('Money{Enter}')
    await vi.waitFor(() => expect(focused()?.textContent).toBe('All notes are sorted'))
  })

  test('[L16] where the step does not let one sort, it says why', () => {
    const { note, sit } = openSorting({ ...onlyAmina, rights: ['add-notes'] })
    note('first')
    const person = sit()
    person.show()
    expect(person.screen.getByText('In this step notes are not sorted. You can read them in the list.')).toBeTruthy()
    expect(person.before()).toBe('')
    expect(person.room.awareness().getLocalState()).toEqual({})
  })

  test('[L17] a facilitator sorts one section, the clusters of it first', async () => {
    const user = userEvent.setup()
    const { note, cluster, sit, proposals } = openSorting({ people: [fay], me: fay })
    cluster('Four returns')
    cluster('One report', [], proposals)
    note('first')
    note('idea', proposals)
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(person.before()).toBe('first'))
    const headings = () => person.screen.getAllByRole('heading', { level: 4 }).map((one) => one.textContent)
    expect(headings()).toEqual(['What gets in the way?', 'What could we do?'])
    await user.selectOptions(person.screen.getByRole('combobox', { name: 'Notes from' }), 'What could we do?')
    expect(person.before()).toBe('idea')
    expect(headings()).toEqual(['What could we do?', 'What gets in the way?'])
    expect(person.screen.getByText('0 of 1 sorted')).toBeTruthy()
  })

  test('[L18] what comes in after the end waits to be asked for', async () => {
    const user = userEvent.setup()
    const { note, cluster, sit } = openSorting(onlyAmina)
    cluster('Four returns')
    note('first')
    const person = sit()
    person.show()
    await vi.waitFor(() => expect(focused()?.textContent).toBe('first'))
    await user.keyboard('1')
    note('late')
    expect(person.before()).toBe('Another note has come in')
    await user.click(person.screen.getByRole('button', { name: 'Go on sorting' }))
    expect(person.before()).toBe('late')
  })
})

describe('Amina and Jon at once', () => {
  /** Both at the sorting mode, with this many notes. */
  async function together(count: number) {
    const world = openSorting()
    world.cluster('Four returns')
    world.cluster('Money comes late')
    for (let number = 1; number <= count; number += 1) world.note(`note ${number}`)
    showRegions()
    const [a, j] = [world.sit(amina), world.sit(jon)]
    a.show()
    j.show()
    await vi.waitFor(() => expect(a.before()).not.toBe(''))
    return { ...world, amina: a, jon: j }
  }
  const chooses = async (person: Sitting, title: string) =>
    userEvent.setup().click(person.screen.getByRole('button', { name: new RegExp(`^${title}`) }))

  test('[L11] are offered different notes until all are sorted', async () => {
    const { amina: a, jon: j, document: canvas } = await together(8)
    for (let turn = 0; turn < 3; turn += 1) {
      expect(a.before()).not.toBe(j.before())
      await chooses(a, 'Four returns')
      expect(a.before()).not.toBe(j.before())
      await chooses(j, 'Money comes late')
    }
    expect(
      outlineOf(canvas)[0]
        ?.slice(-2)
        .map((line) => line.split(', ').length),
    ).toEqual([3, 3])
  })

  test('[L11] who comes back waits until it is known what the other has, and is offered another; from then on it stays', async () => {
    const { sit, note, cluster } = openSorting()
    cluster('Four returns')
    for (let number = 1; number <= 3; number += 1) note(`note ${number}`)
    const a = sit(amina)
    a.show()
    // by the copy on the device, before the server has answered: each start, by whoever it is, must give way
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const lena = sit(person(`Lena ${number}`, 'local'))
      lena.room.say({ is: 'connecting' })
      lena.show()
      expect(lena.before()).toBe('')
      expect(lena.screen.queryByText('All notes are sorted')).toBeNull()
      lena.room.say({ is: 'live', unsaved: 0 })
      const offered = lena.before()
      expect(offered).toMatch(/^note/)
      expect(offered).not.toBe(a.before())
      lena.room.say({ is: 'connecting' })
      expect(lena.before()).toBe(offered)
    }
  })

  test('[L12] who meet at the last note are both told; the later answer stands, and both are told of that', async () => {
    const { amina: a, jon: j, document: canvas } = await together(1)
    expect([a.before(), j.before()]).toEqual(['note 1', 'note 1'])
    expect(a.screen.getByText('Jon has this note too.')).toBeTruthy()
    expect(j.screen.getByText('Amina has this note too.')).toBeTruthy()
    await said('Jon has this note too.')
    await said('Amina has this note too.')
    await chooses(a, 'Four returns')
    expect(a.before()).toBe('All notes are sorted')
    expect(j.before()).toBe('note 1')
    expect(j.screen.getByText('Amina put this note in “Four returns”.')).toBeTruthy()
    await said('Amina put this note in “Four returns”.')
    await chooses(j, 'Money comes late')
    expect(outlineOf(canvas)[0]).toEqual(['barrier Four returns: ', 'barrier Money comes late: note 1'])
    expect(outlineOf(a.document)).toEqual(outlineOf(j.document))
    await said('Jon also sorted “note 1” and put it in “Money comes late”. The later answer stands.')
    expect(page.getAllByText(/^Jon also sorted/).length).toBeGreaterThan(0)
  })

  test('[L12] one’s own answers are never told as somebody else’s', async () => {
    const { amina: a } = await together(2)
    await chooses(a, 'Four returns')
    await said(/^Note moved to Four returns/)
    expect(document.querySelector('[data-live]')?.textContent).not.toMatch(/Somebody|Amina put/)
  })

  test('[L12] a note that somebody deletes stays before the others until they go on', async () => {
    const { amina: a, jon: j, document: canvas } = await together(3)
    const text = a.before()
    const id = readCanvas(canvas).sections[0]?.notes.find((one) => one.text === text)?.id
    if (id) deleteNotes(j.document, [id], 2)
    expect(a.before()).toBe(text)
    await said('Jon deleted this note.')
    expect(a.screen.getByRole('button', { name: /^Four returns/ }).getAttribute('aria-disabled')).toBe('true')
    await userEvent.setup().click(a.screen.getByRole('button', { name: 'Next note' }))
    expect(a.before()).not.toBe(text)
  })
})
