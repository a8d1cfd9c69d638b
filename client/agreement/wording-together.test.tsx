import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { actionText, commitmentText, setActionBinned } from '../../shared/document/agreement'
import { amina, copies, draftIn, fay, jon, openAgreement, oscar, putOf, writeDraft } from './testing/open-agreement'

afterEach(cleanup)

const what = (side: string) =>
  within(screen.getByRole('group', { name: `${side} commits` })).getByLabelText<HTMLTextAreaElement>('Commits to')

test('two people who word one commitment both keep their words', async () => {
  const { mine, theirs, settle } = copies()
  const { action, commitments } = writeDraft(mine)
  settle()
  openAgreement({ me: amina, document: mine })
  const person = userEvent.setup()

  await person.type(what('Central'), ' by June', { initialSelectionStart: 22 })
  const id = commitments[0]
  if (id) commitmentText(theirs, action, id)?.insert(0, 'The department will ')
  settle()

  expect(what('Central').value).toBe('The department will withdraw three returns by June')
  expect(draftIn(theirs).commitments[0]?.what).toBe('The department will withdraw three returns by June')
})

test('a field goes on in the document that takes the place of the first', async () => {
  const { mine, theirs, settle } = copies()
  const { action } = writeDraft(mine)
  settle()
  const { room } = openAgreement({ me: amina, document: mine })
  room.replace(theirs)
  actionText(theirs, action, 'title')?.insert(0, 'Now: ')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Title of the action').value).toBe('Now: One report replaces four')
})

test('says that only one side has promised something, and asks the other by name', async () => {
  const { mine } = copies()
  writeDraft(mine, { sides: ['local'] })
  openAgreement({ me: amina, document: mine })
  const sentence = 'Only Local has promised something so far. What could Central do to make it possible?'
  const card = screen.getByRole('article', { name: 'One report replaces four' })
  expect(card.textContent).toContain(sentence)

  const person = userEvent.setup()
  await person.click(screen.getByRole('button', { name: 'Add a commitment for Central' }))
  await person.type(what('Central'), 'stop the returns')
  expect(card.textContent).not.toContain(sentence)
  expect(draftIn(mine).commitments.find((c) => c.side === 'central')).toMatchObject({
    organisation: 'Department',
    what: 'stop the returns',
  })
})

test('a commitment waits on another one, named by organisation and words', async () => {
  const { mine } = copies()
  const { commitments } = writeDraft(mine)
  openAgreement({ me: amina, document: mine })
  const person = userEvent.setup()
  await person.click(screen.getByRole('button', { name: 'We can move if… for Central, commitment 1' }))
  await person.click(await screen.findByRole('menuitemcheckbox', { name: 'Northshire Council: report monthly' }))
  expect(draftIn(mine).commitments[0]?.waitsOn).toEqual([commitments[1]])
  await person.click(screen.getByRole('button', { name: 'Stop waiting on Northshire Council: report monthly' }))
  expect(draftIn(mine).commitments[0]?.waitsOn).toEqual([])
})

test('a deleted draft and a removed commitment come back', async () => {
  const { mine } = copies()
  const { action } = writeDraft(mine)
  openAgreement({ me: jon, document: mine })
  const person = userEvent.setup()
  await person.click(screen.getByRole('button', { name: 'Remove Local, commitment 1' }))
  expect(draftIn(mine).commitments).toHaveLength(1)
  await person.click(screen.getByRole('button', { name: 'Undo' }))
  expect(draftIn(mine).commitments).toHaveLength(2)

  setActionBinned(mine, action, 9)
  expect(screen.queryByRole('article', { name: 'One report replaces four' })).toBeNull()
  await person.click(screen.getByRole('button', { name: 'Deleted drafts (1)' }))
  await person.click(screen.getByRole('button', { name: 'Put back One report replaces four' }))
  expect(screen.getByRole('article', { name: 'One report replaces four' })).toBeTruthy()
})

test('an observer reads the words and finds nothing to press', () => {
  const { mine } = copies()
  writeDraft(mine)
  const { setMayEdit } = openAgreement({ me: oscar, document: mine })
  setMayEdit('observer')
  expect(screen.getByText('withdraw three returns')).toBeTruthy()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.queryByRole('button', { name: /New action|Put to agreement|Add a/ })).toBeNull()
})

test('counts the actions and reads out what others bring about', async () => {
  const { mine } = copies()
  writeDraft(mine)
  const { setStage } = openAgreement({ me: jon, document: mine })
  expect(screen.getByText('1 action: 1 draft')).toBeTruthy()
  setStage('actions', [putOf(draftIn(mine))])
  expect(screen.getByText('1 action: 1 waiting for Department and Northshire Council')).toBeTruthy()
  await waitFor(() => expect(screen.getByText('A1 was put to agreement: One report replaces four')).toBeTruthy())
})

test('says what is missing before it can be put to agreement, and leads there', async () => {
  const { mine } = copies()
  writeDraft(mine, { title: '', sides: [] })
  openAgreement({ me: fay, document: mine })
  const person = userEvent.setup()
  await person.click(screen.getByRole('button', { name: 'Put to agreement' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  await person.click(screen.getByRole('link', { name: 'Give the action a title' }))
  const title = screen.getByLabelText('Title of the action')
  expect(document.activeElement).toBe(title)
  expect(title.getAttribute('aria-invalid')).toBe('true')
  await person.type(title, 'One report')
  expect(title.getAttribute('aria-invalid')).toBeNull()
})
