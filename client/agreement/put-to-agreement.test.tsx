import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { commitmentText } from '../../shared/document/agreement'
import { wordingHash, wordingOf } from '../../shared/domain/wording-hash'
import {
  copies,
  draftIn,
  fay,
  jon,
  openAgreement,
  putOf,
  serverSays,
  WESTSHIRE,
  wes,
  writeDraft,
} from './testing/open-agreement'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openPutDialog(person: ReturnType<typeof userEvent.setup>) {
  await person.click(screen.getByRole('button', { name: 'Put to agreement' }))
  return within(await screen.findByRole('dialog', { name: 'Put to agreement' }))
}

test('ticks the organisations named in a commitment, lists the others, and asks those that are ticked', async () => {
  const { mine } = copies()
  writeDraft(mine)
  openAgreement({ me: fay, people: [fay, jon, wes], document: mine })
  const sent = serverSays({ status: 200, body: { action: putOf(draftIn(mine)) } })
  const person = userEvent.setup()
  const dialog = await openPutDialog(person)
  const ticked = () =>
    dialog
      .getAllByRole<HTMLInputElement>('checkbox')
      .flatMap((box) => (box.checked ? box.labels?.[0]?.textContent : []))
  expect(ticked()).toEqual(['Department Central', 'Northshire Council Local'])
  // nobody of the department has joined: said before it is too late
  expect(dialog.getByRole('checkbox', { name: /Department/ }).getAttribute('aria-describedby')).not.toBeNull()
  expect(dialog.getByRole('checkbox', { name: /Westshire/ }).getAttribute('aria-describedby')).toBeNull()

  await person.click(dialog.getByRole('checkbox', { name: /Westshire/ }))
  await person.type(dialog.getByLabelText('Another organisation'), 'Shelter')
  await person.selectOptions(dialog.getByLabelText('Its side'), 'Other')
  await person.click(dialog.getByRole('button', { name: 'Add' }))
  await person.click(dialog.getByRole('button', { name: 'Lock the wording and ask' }))

  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(sent).toEqual([
    {
      path: `/api/workshops/workshop1/actions/${draftIn(mine).id}/put`,
      body: {
        hash: wordingHash(wordingOf(draftIn(mine))),
        asked: [
          { name: 'Department', side: 'central' },
          { name: 'Northshire Council', side: 'local' },
          { name: WESTSHIRE, side: 'local' },
          { name: 'Shelter', side: 'other' },
        ],
      },
    },
  ])
})

test('says which side is missing, and asks for at least one', async () => {
  const { mine } = copies()
  writeDraft(mine)
  openAgreement({ me: fay, document: mine })
  const sent = serverSays()
  const person = userEvent.setup()
  const dialog = await openPutDialog(person)
  await person.click(dialog.getByRole('checkbox', { name: /Department/ }))
  expect(dialog.getByText(/Nobody from Central is asked/)).toBeTruthy()
  await person.click(dialog.getByRole('checkbox', { name: /Northshire/ }))
  await person.click(dialog.getByRole('button', { name: 'Lock the wording and ask' }))
  expect(dialog.getByRole('group', { name: 'Who is asked to answer?' }).textContent).toContain(
    'Tick at least one organisation',
  )
  expect(sent).toEqual([])
})

test('freezes nothing that was not read: the dialog stays, shows the new words and what changed', async () => {
  const { mine, theirs, settle } = copies()
  const { action, commitments } = writeDraft(mine)
  settle()
  const { setStage } = openAgreement({ me: fay, document: mine })
  const sent = serverSays({ status: 409, body: { refusal: 'wording-changed' } }, { status: 200, body: {} })
  const person = userEvent.setup()
  const dialog = await openPutDialog(person)
  const seen = wordingHash(wordingOf(draftIn(mine)))
  await person.click(dialog.getByRole('checkbox', { name: /Department/ }))

  // the refusal is here before the words that caused it
  await person.click(dialog.getByRole('button', { name: 'Lock the wording and ask' }))
  expect(dialog.getByText(/so nothing was locked/)).toBeTruthy()
  const id = commitments[1]
  if (id) commitmentText(theirs, action, id)?.insert(0, 'always ')
  settle()

  const wording = within(dialog.getByRole('region', { name: 'The wording, as it will be locked' }))
  expect(wording.getByText('always report monthly')).toBeTruthy()
  expect(wording.getAllByText('Changed')).toHaveLength(1)
  expect(dialog.getByRole<HTMLInputElement>('checkbox', { name: /Department/ }).checked).toBe(false)

  await person.click(dialog.getByRole('button', { name: 'Lock the wording and ask' }))
  expect(sent.map(({ body }) => body.hash)).toEqual([seen, wordingHash(wordingOf(draftIn(mine)))])
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

  // focus follows the action to its new card
  setStage('actions', [putOf(draftIn(mine))])
  await waitFor(() => expect(document.activeElement?.textContent).toBe('One report replaces four'))
})

test('words that change while they are read wait until they are asked for', async () => {
  const { mine, theirs, settle } = copies()
  const { action, commitments } = writeDraft(mine)
  settle()
  openAgreement({ me: fay, document: mine })
  const person = userEvent.setup()
  const dialog = await openPutDialog(person)
  const id = commitments[0]
  if (id) commitmentText(theirs, action, id)?.insert(0, 'never ')
  settle()
  expect(dialog.queryByText('never withdraw three returns')).toBeNull()
  await person.click(dialog.getByRole('button', { name: 'Show the new words' }))
  expect(dialog.getByText('never withdraw three returns')).toBeTruthy()
})

test('a name that is too long is kept as it was pasted, and said before anybody is asked', async () => {
  const { mine } = copies()
  writeDraft(mine)
  openAgreement({ me: fay, people: [fay, jon], document: mine })
  const person = userEvent.setup()
  const long = 'Department for Homes and Communities '.repeat(4).trim()
  const [organisation] = screen.getAllByRole('combobox', { name: /Organisation/ })
  if (!organisation) throw new Error('no field')
  await person.clear(organisation)
  await person.click(organisation)
  await person.paste(long)
  expect(draftIn(mine).commitments[0]?.organisation).toBe(long)
  await person.click(screen.getByRole('button', { name: 'Put to agreement' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(await screen.findByRole('link', { name: /Shorten the name in Central, commitment 1 to 120/ })).toBeDefined()
})
