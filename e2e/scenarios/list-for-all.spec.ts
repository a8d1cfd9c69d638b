import { expect, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'

test('[L45] [L46] by keys in the list: skip links lead, a dialog from a menu keeps Tab and gives focus back', async ({
  gather,
}) => {
  const { amina } = await gather({ amina: 'list' })
  const { page, list } = amina
  await list.addsNote('Bids in March')
  await list.movesNoteIntoNew('Bids in March', 'Annual bids', BARRIERS)
  // [L50] what to do now heads the page, and is not heard twice
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveCount(1)
  await expect(page.getByText((await heading.textContent()) ?? '', { exact: true })).toHaveCount(1)
  for (const [name, id] of [
    ['Skip to what to do now', 'step'],
    ['Skip to notes', 'notes'],
    ['Skip to add a note', 'add-note-text'],
  ] as const) {
    await page.getByRole('link', { name }).focus()
    await page.keyboard.press('Enter')
    await expect(page.locator(`#${id}`)).toBeFocused()
  }

  const more = page.getByRole('button', { name: 'More, Annual bids' })
  await more.press('Enter')
  await page.getByRole('menuitem', { name: 'Merge into…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Merge into which one?' })
  const holdsFocus = () => dialog.evaluate((element) => element.contains(document.activeElement))
  await expect.poll(holdsFocus).toBe(true)
  for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key)
    expect(await holdsFocus(), key).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(more).toBeFocused()
})

test('[L48] a tab that slept an hour says how long, has what came meanwhile, and lost no word', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  const { page } = amina
  await amina.list.addField.fill('Half a thou')
  await amina.seesSaved()
  await page.context().setOffline(true)
  await amina.seesStatus('Offline')
  const session = await page.context().newCDPSession(page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await jon.list.addsNote('Written while you slept')
  await jon.seesSaved()
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  // an hour on this device, in which nothing of the page ran
  await page.evaluate(() => {
    const really = Date.now
    Date.now = () => really() + 3_600_000
  })
  await page.context().setOffline(false)
  await amina.list.seesNote('Written while you slept')
  const notice = page.getByRole('region', { name: 'While you were away' })
  await expect(notice).toContainText('You were away 1 hour. 1 note was added here.')
  await expect(amina.list.addField).toHaveValue('Half a thou')
  await amina.list.addField.press('Enter')
  await jon.list.seesNote('Half a thou')
})
