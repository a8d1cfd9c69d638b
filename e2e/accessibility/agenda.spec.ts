import { givesSample } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

test.use({ steps: 'as-planned' })

test.describe.configure({ timeout: 120_000 })

test('the plan', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { page, plan } = priya
  const { created } = await givesSample(priya)
  await priya.opens(`/w/${created.workshop.id}/plan`)
  await plan.isReady()
  await page.getByRole('button', { name: 'More, Agree' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await passesInEveryForm(page, 'plan, menu of a step')
  await page.keyboard.press('Escape')

  await priya.presses('Add a step')
  await expect(plan.form).toBeVisible()
  await plan.form.getByRole('button', { name: 'Add step', exact: true }).click()
  await priya.seesHeading('The step was not saved yet')
  await passesInEveryForm(page, 'a new step, with errors')
  await page.keyboard.press('Escape')
  await priya.presses('Change the planned end')
  await expect(page.getByRole('dialog', { name: 'Planned end' })).toBeVisible()
  await passesInEveryForm(page, 'planned end')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^Step \d of/ }).click()
  await expect(page.getByRole('dialog', { name: 'Agenda' })).toBeVisible()
  await passesInEveryForm(page, 'agenda')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'More for this step' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await passesInEveryForm(page, 'more for a step')
  await page.keyboard.press('Escape')

  await priya.opens(`/w/${created.workshop.id}/plan?preview=participant`)
  await plan.isReady('Agenda')
  await passesInEveryForm(page, 'the agenda of a participant')
})
