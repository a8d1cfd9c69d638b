import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { amina, copies, draftIn, openAgreement, writeDraft } from './testing/open-agreement'

afterEach(cleanup)

const OVER = { now: [], finishing: [] }
const FINISHING = { now: [], finishing: ['word-actions'] } as const

test('the step ends while Amina chooses a new action: the dialog closes, says so, and writes nothing', async () => {
  const { mine } = copies()
  const { setAllowed } = openAgreement({ me: amina, document: mine })
  await userEvent.click((await screen.findAllByRole('button', { name: 'New action' }))[0] ?? document.body)
  await screen.findByRole('dialog', { name: 'New action' })
  setAllowed(OVER)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getAllByText('That may not be changed just now, so it stays as it is.')[0]).toBeTruthy()
})

test('Undo of a removed commitment, pressed after the step has ended, brings nothing back', async () => {
  const { mine } = copies()
  writeDraft(mine)
  const { setAllowed } = openAgreement({ me: amina, document: mine })
  await userEvent.click(screen.getAllByRole('button', { name: /^Remove/ })[0] ?? document.body)
  expect(draftIn(mine).commitments).toHaveLength(1)
  const undo = await screen.findByRole('button', { name: 'Undo' })
  setAllowed(OVER)
  await userEvent.click(undo)
  expect(draftIn(mine).commitments).toHaveLength(1)
})

test('in the time to finish only the words shared letter by letter are still written', () => {
  const { mine } = copies()
  writeDraft(mine)
  const { setAllowed } = openAgreement({ me: amina, document: mine })
  setAllowed(FINISHING)
  const central = within(screen.getByRole('group', { name: 'Central commits' }))
  expect(central.getByLabelText<HTMLTextAreaElement>('Commits to').readOnly).toBe(false)
  expect(central.getByRole<HTMLInputElement>('combobox', { name: /^Organisation/ }).readOnly).toBe(true)
  expect(central.queryByRole('button', { name: /^(Remove|Waits on|Add)/ })).toBeNull()
  expect(screen.queryByRole('button', { name: /^More/ })).toBeNull()
})
