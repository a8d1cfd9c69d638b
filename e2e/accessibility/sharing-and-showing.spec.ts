import { linkOf } from '../actors/device'
import { Sharing } from '../actors/sharing'
import { givesSample } from '../fixtures/sample'
import { reachesStep } from '../fixtures/steps'
import { expect, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

test.use({ steps: 'as-planned' })

test.describe.configure({ timeout: 120_000 })

test('a device that is shared', async ({ gather, arrives }) => {
  const { created } = await gather({})
  const amina = await arrives('Amina')
  const { page } = amina
  const shared = new Sharing(page)
  await amina.joins({ link: linkOf(created, 'central').url }, { organisation: 'Department' })
  await amina.startsReading()
  await amina.opens(`/w/${created.workshop.id}/list`)
  await shared.opens()
  await shared.dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await amina.sees('Enter their name')
  await passesInEveryForm(page, 'share this device, with an error')
  await shared.dialog.getByRole('textbox', { name: 'Name' }).fill('Amina')
  await shared.dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await amina.sees('Amina of Department is in the workshop already. Is this somebody else?')
  await passesInEveryForm(page, 'share this device, the same name')
  await page.keyboard.press('Escape')
  await shared.adds('Sam', 'Kim')
  await passesInEveryForm(page, 'the list on a shared device')
  await shared.opens()
  await passesInEveryForm(page, 'share this device, three people')
  await shared.dialog.getByRole('button', { name: 'Pass to Sam' }).click()
  await amina.seesHeading('Pass the device to Sam')
  await passesInEveryForm(page, 'between two people')
})

test('the show screen, and earlier copies', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created, device } = await givesSample(priya)
  const { page } = priya
  await priya.opens(`/w/${created.workshop.id}/show`)
  for (const [step, shown] of [
    ['sort', /^Canvas: /],
    ['agree', /^QR code/],
    ['close', /^QR code/],
  ] as const) {
    await reachesStep(device, created.workshop.id, step)
    await expect(page.getByRole('img', { name: shown })).toBeVisible()
    await passesInEveryForm(page, `show screen, ${step}`)
  }

  await priya.opens(`/w/${created.workshop.id}/copies`)
  const copies = page.getByRole('link', { name: /, as after / })
  // two steps back and four on
  await expect(copies).toHaveCount(6)
  await passesInEveryForm(page, 'earlier copies')
  await copies.first().click()
  await expect(page.getByText('No note was deleted or changed since')).toBeVisible()
  await passesInEveryForm(page, 'an earlier copy in words')
  await page.getByRole('link', { name: 'Picture', exact: true }).click()
  await expect(page.getByRole('img', { name: /, as after .*notes$/ })).toBeVisible()
  await passesInEveryForm(page, 'an earlier copy as a picture')
  await priya.presses('Open as a new canvas')
  await expect(page.getByRole('dialog', { name: 'Open as a new canvas?' })).toBeVisible()
  await passesInEveryForm(page, 'opening a copy')
  await priya.presses('Open new canvas')
  await expect(page.getByRole('navigation', { name: 'Canvases' })).toBeVisible()
})
