import type { Browser } from '@playwright/test'
import { givesSample } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'
import { passes, passesInDark } from './audit'

const LOOKS: { name: string; options: Parameters<Browser['newContext']>[0] }[] = [
  { name: 'wide', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'phone', options: { viewport: { width: 390, height: 780 }, hasTouch: true } },
]

test.use({ steps: 'as-planned' })

test.describe.configure({ timeout: 120_000 })

for (const { name, options } of LOOKS) {
  test(`the plan, ${name}`, async ({ arrives }) => {
    const priya = await arrives('Priya', options)
    const { page, plan } = priya
    const { created } = await givesSample(priya)
    await priya.opens(`/w/${created.workshop.id}/plan`)
    await plan.isReady()
    await plan.chooses('Close', /^Leave out/)
    await expect(plan.step('Close')).toContainText('Left out')
    await passes(page, 'plan')
    if (name === 'wide') await passesInDark(page, 'plan')
    await page.getByRole('button', { name: 'More, Agree' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await passes(page, 'plan, menu of a step')
    await page.keyboard.press('Escape')

    await priya.presses('Add a step')
    await expect(plan.form).toBeVisible()
    await plan.form.getByRole('button', { name: 'Add step', exact: true }).click()
    await priya.seesHeading('The step was not saved yet')
    await passes(page, 'a new step, with errors')
    await page.keyboard.press('Escape')
    await priya.presses('Change the planned end')
    await expect(page.getByRole('dialog', { name: 'Planned end' })).toBeVisible()
    await passes(page, 'planned end')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: /^Step \d of/ }).click()
    await expect(page.getByRole('dialog', { name: 'Agenda' })).toBeVisible()
    await passes(page, 'agenda')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'More for this step' }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await passes(page, 'more for a step')
    await page.keyboard.press('Escape')

    await priya.opens(`/w/${created.workshop.id}/plan?preview=participant`)
    await plan.isReady('Agenda')
    await passes(page, 'the agenda of a participant')
  })
}
