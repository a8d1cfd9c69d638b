import { expect, test } from '../fixtures/workshop-test'
import { eachForm, passesAs, passesInEveryForm } from './audit'

const EXPECTED = [
  { name: 'Department', side: 'central' },
  { name: 'Westshire Council', side: 'local' },
]

/** A test looks at many states of its pages, and axe takes a second or two for each. */
test.describe.configure({ timeout: 180_000 })

test('what opens from the panel for sharing', async ({ gather }) => {
  const { facilitator } = await gather({ facilitator: 'list' }, { expected: EXPECTED })
  const { page } = facilitator
  const share = await facilitator.leads.opensShare()
  await share.getByRole('button', { name: 'Show my private link' }).click()
  await share.getByRole('button', { name: 'Replace the link for Central' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passesInEveryForm(page, 'share, asking before a link is replaced')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click()
  await share.getByRole('button', { name: 'Big screen' }).click()
  await facilitator.sees('Join this workshop')
  await passesInEveryForm(page, 'big screen')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Join this workshop')).toBeHidden()
})

test('what a facilitator can do with people', async ({ gather }) => {
  const { facilitator } = await gather({ facilitator: 'list', amina: 'list' }, { expected: EXPECTED })
  const { page } = facilitator
  await facilitator.leads.opensPeople()
  const moving = page.getByRole('menuitem', { name: 'Move to Local' })
  await eachForm(page, async (form) => {
    await facilitator.presses('More, Amina')
    await expect(moving).toBeVisible()
    await passesAs(form, page, 'people, a menu open')
    await page.keyboard.press('Escape')
    await expect(moving).toBeHidden()
  })
  await facilitator.presses('More, Amina')
  await page.getByRole('menuitem', { name: 'Remove from the workshop' }).click()
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passesInEveryForm(page, 'people, asking before somebody is removed')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove Amina' }).click()
  await facilitator.sees('Amina was removed')
  await passesInEveryForm(page, 'people, one removed')
})

test('the questions before the end and before leaving', async ({ gather }) => {
  const { facilitator } = await gather({ facilitator: 'list' }, { expected: EXPECTED, purpose: 'Agree' })
  const { page } = facilitator
  await facilitator.leads.chooses('End the workshop')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await passesInEveryForm(page, 'asking before the end')
  await page.keyboard.press('Escape')
  await facilitator.leads.chooses(/^Leave on this device/)
  await expect(page.getByRole('button', { name: 'Copy my private link' })).toBeVisible()
  await passesInEveryForm(page, 'asking before leaving')
})
