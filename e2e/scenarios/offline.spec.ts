import { devices, type Page } from '@playwright/test'
import { linkOf } from '../actors/device'
import { openSlowLine } from '../fixtures/slow-line'
import { expect, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'

/** The browser takes nothing more into its databases, as when the device has no room. */
async function setFull(page: Page, isFull: boolean): Promise<void> {
  await page.evaluate((full) => {
    const store = IDBObjectStore.prototype as IDBObjectStore & { really?: IDBObjectStore['add'] }
    store.really ??= store.add
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    store.add = full ? refuse : store.really
  }, isFull)
}

test('[L31] two people on trains edit one note and move it: both keep every word, and a crash loses no key', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  await amina.list.addsNote('Four returns')
  await jon.list.seesNote('Four returns')
  await amina.seesSaved()
  for (const person of [amina, jon]) {
    await person.page.context().setOffline(true)
    await person.seesStatus('Offline')
  }

  await (await amina.list.opensNote('Four returns')).press('End')
  await amina.list.openField.pressSequentially(' ask the same')
  await amina.list.openField.press('Escape')
  await amina.list.addsNote('Written on the train')
  await amina.list.movesNoteIntoNew('Four returns ask the same', 'Paper', BARRIERS)
  await amina.seesStatus(/^Offline: [34] changes kept on this device$/)
  await (await jon.list.opensNote('Four returns')).press('Home')
  await jon.list.openField.pressSequentially('All ')
  await jon.list.openField.press('Escape')
  await jon.list.movesNoteIntoNew('All Four returns', 'Forms', BARRIERS)
  await amina.list.addField.pressSequentially('Half a thou')

  const files = amina.page.context()
  const crash = amina.page.waitForEvent('crash')
  await Promise.race([amina.page.goto('chrome://crash').catch(() => undefined), crash])
  await amina.page.close()
  await files.setOffline(false)
  await jon.page.context().setOffline(false)
  await jon.seesSaved()
  const again = await files.newPage()
  await again.goto(jon.page.url())
  await expect(again.getByRole('textbox', { name: /^Add a note to/ })).toHaveValue('Half a thou')
  for (const page of [again, jon.page]) {
    await expect(page.getByRole('paragraph').getByText('All Four returns ask the same', { exact: true })).toHaveCount(1)
    await expect(page.getByRole('paragraph').getByText('Written on the train', { exact: true })).toHaveCount(1)
    for (const title of ['Paper', 'Forms'])
      await expect(page.getByRole('heading', { level: 3, name: `Barrier: ${title}`, exact: true })).toBeVisible()
  }
  await again.close()
})

test('[L32] where storage is full, and then blocked, the page says what is not kept and works on', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  const notKept = amina.page.getByRole('region', { name: 'Not kept on this device' })
  await amina.list.addsNote('Before')
  await amina.seesSaved()
  await expect(notKept).toBeHidden()
  await setFull(amina.page, true)
  await amina.list.addsNote('While it is full')
  await jon.list.seesNote('While it is full')
  await expect(notKept).toBeVisible()
  await setFull(amina.page, false)
  await expect(notKept).toBeHidden()

  await amina.page.addInitScript(() => {
    const blocked = () => {
      throw new DOMException('blocked', 'SecurityError')
    }
    IDBFactory.prototype.open = blocked
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get: blocked })
  })
  await amina.comesBack()
  await expect(notKept).toBeVisible()
  await amina.list.addsNote('While it is blocked')
  await jon.list.seesNote('While it is blocked')
  await amina.page.context().setOffline(true)
  await amina.list.addsNote('In this page only')
  await amina.seesStatus('Offline: 1 change not saved. Keep this page open')
  await amina.page.context().setOffline(false)
  await jon.list.seesNote('In this page only')
})

test('a phone on a slow line joins, writes and sorts', async ({ gather, browser, product }) => {
  const { facilitator, created } = await gather({ facilitator: 'list' })
  await facilitator.list.addsCluster('barrier', BARRIERS, 'Paper')
  const line = await openSlowLine(product.url)
  const context = await browser.newContext(devices['Pixel 5'])
  try {
    const page = await context.newPage()
    await page.goto(new URL(linkOf(created, 'local').url).pathname.replace(/^/, line.url))
    await page.getByLabel('Your name').fill('Jon')
    await page.getByRole('combobox', { name: /organisation/i }).fill('Westshire Council')
    await page.getByRole('button', { name: 'Join the workshop' }).click()
    await page.getByRole('button', { name: 'Start' }).click({ timeout: 20_000 })
    await page.getByRole('textbox', { name: /^Add a note to/ }).fill('Buses stop at six')
    await page.getByRole('textbox', { name: /^Add a note to/ }).press('Enter')
    await facilitator.list.seesNote('Buses stop at six')
    await facilitator.list.movesNote('Buses stop at six', 'Paper')
    await expect(page.getByRole('list', { name: 'Notes in Paper' })).toContainText('Buses stop at six')
  } finally {
    await context.close()
    await line.close()
  }
})
