import { type Browser, expect, type Page } from '@playwright/test'
import { Person } from '../actors/person'
import { test } from '../fixtures/workshop-test'

/*
 * A server in a local network is reached by a name or a number over plain http. Browsers then give a page no clipboard, no
 * `crypto.subtle` and no `crypto.randomUUID`; Chromium takes every host but localhost for such a one.
 */
const HOST = 'concordat.test'

const inNetwork = test.extend<{ comesBy: (name: string) => Promise<Person> }>({
  comesBy: async ({ playwright, launchOptions, product }, use) => {
    const rules = `--host-resolver-rules=MAP ${HOST} 127.0.0.1`
    const browser: Browser = await playwright.chromium.launch({
      ...launchOptions,
      args: [...(launchOptions.args ?? []), rules],
    })
    const people: Person[] = []
    const origin = product.url.replace('localhost', HOST)
    await use(async (name) => {
      const person = new Person(name, await (await browser.newContext()).newPage(), origin)
      people.push(person)
      return person
    })
    await browser.close()
    expect(people.flatMap((person) => person.troubles)).toEqual([])
  },
})

inNetwork('two people make an agreement where the browser gives no secure context', async ({ comesBy }) => {
  const [priya, jon] = [await comesBy('Priya'), await comesBy('Jon')]
  await priya.opens('/')
  expect(await whatIsMissing(priya.page)).toEqual(['clipboard', 'randomUUID', 'subtle'])

  await priya.page.getByRole('link', { name: 'New workshop' }).click()
  await priya.page.getByRole('textbox', { name: 'Title', exact: true }).fill('One settlement')
  await priya.page.getByRole('textbox', { name: 'Your name' }).fill('Priya')
  await priya.presses('Create workshop')
  const share = priya.leads.sharePanel
  const address = (
    await share
      .getByText(/^http:/)
      .first()
      .innerText()
  ).trim()
  expect(new URL(address).origin).toBe(priya.origin)
  await share.getByRole('button', { name: 'Copy link', exact: true }).click()
  await expect(share.getByRole('button', { name: 'Copied' })).toBeVisible()
  await priya.page.keyboard.press('Escape')
  await expect(share).toBeHidden()

  await jon.joins({ link: address }, { side: 'Local', organisation: 'Westshire Council' })
  await jon.startsReading()
  for (const step of ['Write what gets in the way', 'Sort the notes into barriers'])
    await priya.presses(`Next: ${step}`)
  await jon.seesStep('Sort the notes into barriers')
  await jon.goesTo('Board')
  await jon.board.isReady()
  await jon.board.addsNotes('Annual bids mean we hire and lay off')
  await priya.goesTo('List')
  await priya.list.seesNote('Annual bids mean we hire and lay off')
  await priya.list.addField.focus()
  await priya.pastes()
  await expect(priya.list.addField).toHaveValue(address)
  await priya.list.addField.fill('')

  await jon.comesBack()
  await jon.board.seesNote('Annual bids mean we hire and lay off')
  for (const step of ['Propose', 'Choose what to take forward', 'Agree']) await priya.presses(`Next: ${step}`)
  await jon.goesTo('Agreement')
  await jon.page.getByRole('button', { name: 'New action', exact: true }).first().click()
  await jon.presses('Start from scratch')
  await jon.agreement.action('No title yet').getByRole('textbox', { name: 'Title of the action' }).fill('One report')
  await jon.agreement.commits('One report', 'Local', { what: 'report monthly', organisation: 'Westshire Council' })
  await jon.seesSaved()

  await priya.goesTo('Agreement')
  await expect(priya.agreement.wordsOf('One report', 'Local')).toHaveValue('report monthly')
  const put = await priya.agreement.opensPutting('One report')
  await put.getByRole('button', { name: 'Lock the wording and ask' }).click()
  await jon.agreement.answers('One report', { organisation: 'Westshire Council', jobTitle: 'Head', answer: 'Agree' })
  await expect(priya.agreement.answerOf('One report', 'Westshire Council')).toContainText('Agree')

  await priya.goesTo('Record')
  await priya.presses('Copy the Markdown')
  await expect(priya.page.getByRole('button', { name: 'Copied' })).toBeVisible()
  await priya.goesTo('List')
  await priya.list.addField.focus()
  await priya.pastes()
  await expect(priya.page.getByRole('dialog', { name: /^Add \d+ notes\?$/ })).toContainText('One settlement')
})

/** What a secure context has and this page has not. */
function whatIsMissing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const given = {
      clipboard: navigator.clipboard,
      randomUUID: crypto.randomUUID,
      subtle: crypto.subtle,
    } as Record<string, unknown>
    return Object.keys(given).filter((name) => given[name] === undefined)
  })
}
