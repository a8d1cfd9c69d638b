import type { BrowserContext, Page } from '@playwright/test'
import { linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { Sharing } from '../actors/sharing'
import { reachesStep } from '../fixtures/steps'
import { expect, type Gathered, test } from '../fixtures/workshop-test'

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

/** Everything that somebody could read on the page, or find in what the browser keeps for it. */
const readable = (page: Page) => page.evaluate(() => document.documentElement.outerHTML + document.title)

/** The names of what this browser keeps of workshops. */
const copiesIn = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).flatMap(({ name }) => (name?.includes('/') ? [name] : [])))

/** Makes the browser list copies that went a moment ago, as happens when another window throws them away. */
const listsCopiesThatWent = (context: BrowserContext) =>
  context.addInitScript(() => {
    const listed = IDBFactory.prototype.databases
    IDBFactory.prototype.databases = async function (this: IDBFactory) {
      const all = await listed.call(this)
      return [...all, ...all.map((one) => ({ ...one, name: `${one.name}-went` }))]
    }
  })

/** Amina has joined on her phone, and Sam sits beside her. */
async function atOnePhone(
  arrives: (name: string, options?: object) => Promise<Person>,
  { created, device }: Pick<Gathered<object>, 'created' | 'device'>,
) {
  await reachesStep(device, created.workshop.id, 'sort')
  const amina = await arrives('Amina', PHONE)
  await amina.joins({ link: linkOf(created, 'central').url }, { organisation: 'Department' })
  await amina.startsReading()
  await amina.opens(`/w/${created.workshop.id}/list`)
  return { amina, phone: new Sharing(amina.page) }
}

test.use({ steps: 'as-planned' })

test('Amina and Sam write at one phone, each under their own name, and neither sees what the other typed', async ({
  gather,
  arrives,
}) => {
  const { facilitator, created, device } = await gather({ facilitator: 'list' })
  const { amina, phone } = await atOnePhone(arrives, { created, device })
  const { page } = amina
  await phone.adds('Sam')
  await expect(phone.bar).toContainText('Amina’s turn')
  await amina.list.addsNote('Annual bids make us hire in March')
  await amina.list.addField.fill('Half a thought of Amina')

  await phone.passesTo('Sam')
  await expect(page).toHaveTitle('Pass the device to Sam, Concordat')
  expect(await readable(page)).not.toContain('Annual bids')
  expect(await readable(page)).not.toContain('Half a thought')
  await expect.poll(() => copiesIn(page)).toEqual([])

  await phone.isNow('Sam')
  await expect(amina.list.addField).toHaveValue('')
  expect(await readable(page)).not.toContain('Half a thought')
  await amina.list.addsNote('Four returns ask the same questions')

  await phone.passesTo('Amina')
  expect(await readable(page)).not.toContain('Four returns')
  await phone.isNow('Amina')
  await expect(amina.list.addField).toHaveValue('Half a thought of Amina')

  await facilitator.list.seesNote('Annual bids make us hire in March')
  await facilitator.list.seesNote('Four returns ask the same questions')
  for (const [note, author] of [
    ['Annual bids make us hire in March', 'Amina'],
    ['Four returns ask the same questions', 'Sam'],
  ] as const) {
    await facilitator.list
      .note(note)
      .getByRole('button', { name: /^More, / })
      .click()
    await facilitator.sees(`Written by ${author}, Department · Central`)
    await facilitator.page.keyboard.press('Escape')
  }
  await expect(await facilitator.leads.opensPeople()).toContainText('3 here now, 3 have joined')
})

test('Back does not lead to the person before', async ({ gather, arrives }) => {
  const { created, device } = await gather({})
  const { amina, phone } = await atOnePhone(arrives, { created, device })
  const { page } = amina
  await phone.adds('Sam')
  await amina.list.addField.fill('Half a thought of Amina')
  await amina.opens(`/w/${created.workshop.id}/agreement`)
  await expect(phone.bar).toBeVisible()
  await amina.opens(`/w/${created.workshop.id}/list`)
  await phone.passesTo('Sam')

  await page.goBack()
  await expect(page.getByText('Sam’s turn')).toBeVisible()
  await page.goForward()
  await expect(page.getByText('Sam’s turn')).toBeVisible()
  for (let back = 0; back < 3; back += 1) {
    await page.goBack()
    await expect(page.locator('body')).not.toContainText('Amina’s turn')
    expect(await readable(page)).not.toContain('Half a thought')
  }
})

test('another window of the same browser follows', async ({ gather, arrives }) => {
  const { created, device } = await gather({})
  const { amina, phone } = await atOnePhone(arrives, { created, device })
  await phone.adds('Sam')
  await listsCopiesThatWent(amina.page.context())
  await amina.comesBack()
  const other = await amina.page.context().newPage()
  await other.goto(amina.page.url())
  await expect(new Sharing(other).bar).toContainText('Amina’s turn')
  await amina.page.bringToFront()
  await phone.passesTo('Sam')
  await expect(other.getByRole('heading', { name: 'Pass the device to Sam' })).toBeVisible()
  await phone.isNow('Sam')
  // Looking for one that went does not make it: then it would itself be listed with one that went.
  expect((await copiesIn(amina.page)).filter((name) => name.endsWith('-went-went'))).toEqual([])
  await other.bringToFront()
  await new Sharing(other).isNow('Sam')
})

test('offline the device is not passed, and says why; what was written is there afterwards', async ({
  gather,
  arrives,
}) => {
  const { facilitator, created, device } = await gather({ facilitator: 'list' })
  const { amina, phone } = await atOnePhone(arrives, { created, device })
  await phone.adds('Sam')
  await amina.page.context().setOffline(true)
  await expect(phone.bar).toContainText('Offline: the device can be passed once everything is saved.')
  await expect(phone.bar.getByRole('button', { name: 'Pass to Sam' })).toHaveAttribute('aria-disabled', 'true')
  await amina.list.addsNote('Written on the train')
  await amina.page.context().setOffline(false)
  await expect(phone.bar).not.toContainText('Offline')
  await phone.passesTo('Sam')
  await facilitator.list.seesNote('Written on the train')
})

test('when the one whose turn it is gets removed, the others go on', async ({ gather, arrives }) => {
  const { created, device } = await gather({})
  const { amina, phone } = await atOnePhone(arrives, { created, device })
  await phone.adds('Sam', 'Kim')
  await phone.bar.getByRole('button', { name: 'Pass to…' }).click()
  await expect(amina.page.getByRole('menuitem').first()).toHaveText('Pass to Sam')
  await amina.page.keyboard.press('Escape')
  const own = await amina.page.request.get(`${amina.origin}/api/workshops/${created.workshop.id}`)
  const { member } = (await own.json()) as { member: { id: string } }
  await device.post(`/api/workshops/${created.workshop.id}/members/${member.id}/remove`)
  await amina.seesHeading('Pass the device to Sam')
  await amina.sees('The person before is no longer in this workshop. What they wrote stays in it.')
  await expect(amina.page.getByRole('button', { name: 'I am Amina' })).toBeHidden()
  await phone.isNow('Kim')
})
