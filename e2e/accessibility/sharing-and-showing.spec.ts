import type { Browser } from '@playwright/test'
import { linkOf } from '../actors/device'
import { Sharing } from '../actors/sharing'
import { givesSample } from '../fixtures/sample'
import { reachesStep } from '../fixtures/steps'
import { expect, test } from '../fixtures/workshop-test'
import { beyondTheEdge, passes, passesInDark } from './audit'

type Look = { name: string; options: Parameters<Browser['newContext']>[0]; rules?: string[] }

const LOOKS: Look[] = [
  { name: 'wide', options: { viewport: { width: 1280, height: 800 } } },
  { name: 'phone', options: { viewport: { width: 390, height: 844 }, hasTouch: true } },
]

test.use({ steps: 'as-planned' })

test.describe.configure({ timeout: 120_000 })

for (const { name, options, rules } of LOOKS) {
  test(`a device that is shared, ${name}`, async ({ gather, arrives }) => {
    const { created } = await gather({})
    const amina = await arrives('Amina', options)
    const { page } = amina
    const shared = new Sharing(page)
    await amina.joins({ link: linkOf(created, 'central').url }, { organisation: 'Department' })
    await amina.startsReading()
    await amina.opens(`/w/${created.workshop.id}/list`)
    await shared.opens()
    await shared.dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await amina.sees('Enter their name')
    await passes(page, 'share this device, with an error', rules)
    await shared.dialog.getByRole('textbox', { name: 'Name' }).fill('Amina')
    await shared.dialog.getByRole('button', { name: 'Add', exact: true }).click()
    await amina.sees('Amina of Department is in the workshop already. Is this somebody else?')
    await passes(page, 'share this device, the same name', rules)
    await page.keyboard.press('Escape')
    await shared.adds('Sam', 'Kim')
    await passes(page, 'the list on a shared device', rules)
    await shared.opens()
    await passes(page, 'share this device, three people', rules)
    if (name === 'wide') await passesInDark(page, 'share this device, three people')
    expect(await beyondTheEdge(page)).toEqual([])
    await shared.dialog.getByRole('button', { name: 'Pass to Sam' }).click()
    await amina.seesHeading('Pass the device to Sam')
    await passes(page, 'between two people', rules)
    expect(await beyondTheEdge(page)).toEqual([])
  })

  test(`the show screen, and earlier copies, ${name}`, async ({ arrives }) => {
    const priya = await arrives('Priya', options)
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
      await passes(page, `show screen, ${step}`, rules)
      if (name === 'wide') await passesInDark(page, `show screen, ${step}`)
      expect(await beyondTheEdge(page)).toEqual([])
    }

    await priya.opens(`/w/${created.workshop.id}/copies`)
    const copies = page.getByRole('link', { name: /, as after / })
    // two steps back and four on
    await expect(copies).toHaveCount(6)
    const isSound = async (state: string) => {
      await passes(page, state, rules)
      expect(await beyondTheEdge(page)).toEqual([])
      if (name === 'wide') await passesInDark(page, state)
    }
    await isSound('earlier copies')
    await copies.first().click()
    await expect(page.getByText('No note was deleted or changed since')).toBeVisible()
    await isSound('an earlier copy in words')
    await page.getByRole('link', { name: 'Picture', exact: true }).click()
    await expect(page.getByRole('img', { name: /, as after .*notes$/ })).toBeVisible()
    await isSound('an earlier copy as a picture')
    await priya.presses('Open as a new canvas')
    await expect(page.getByRole('dialog', { name: 'Open as a new canvas?' })).toBeVisible()
    await isSound('opening a copy')
    await priya.presses('Open new canvas')
    await expect(page.getByRole('navigation', { name: 'Canvases' })).toBeVisible()
    expect(await beyondTheEdge(page)).toEqual([])
  })
}
