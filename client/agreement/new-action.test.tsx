import { cleanup, screen, waitFor, within } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test } from 'vitest'
import { amina, copies, draftIn, openAgreement } from './testing/open-agreement'

afterEach(cleanup)

test('a proposal becomes an action with its title and what changes, and is then offered no more', async () => {
  const { mine } = copies()
  const { canvasOf } = openAgreement({ me: amina, document: mine, canvases: ['Main', 'Table 2'] })
  const second = canvasOf('Table 2')
  const barrier = second.add({ kind: 'barrier', title: 'Four returns ask the same' })
  const proposal = second.add({ kind: 'proposal', title: 'One outcomes report', residentChange: 'A day with them' })
  second.link(proposal, barrier)

  const person = userEvent.setup()
  const open = async () => {
    await person.click((await screen.findAllByRole('button', { name: 'New action' }))[0] ?? document.body)
    return within(await screen.findByRole('dialog', { name: 'New action' }))
  }
  const dialog = await open()
  expect(dialog.queryByText('Four returns ask the same')).toBeNull()
  expect(dialog.getByText('Answers “Four returns ask the same”')).toBeTruthy()
  await person.click(dialog.getByRole('button', { name: 'Start from this: One outcomes report' }))

  expect(draftIn(mine)).toMatchObject({
    title: 'One outcomes report',
    residentChange: 'A day with them',
    from: { canvasId: second.id, clusterId: proposal },
  })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Title of the action')))
  expect((await open()).queryByRole('button', { name: /^Start from this/ })).toBeNull()
})
