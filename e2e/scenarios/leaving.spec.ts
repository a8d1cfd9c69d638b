import type { Page } from '@playwright/test'
import { linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { expect, test } from '../fixtures/workshop-test'

const asks = (person: Person) => person.page.getByRole('alertdialog', { name: 'Leave on this device?' })

/** The names of what this browser keeps of workshops. */
const copiesIn = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).flatMap(({ name }) => (name?.includes('/') ? [name] : [])).sort(),
  )

/** Goes straight home: on the way nobody is told that they are not in a workshop that they have just left. */
async function leaves(person: Person): Promise<void> {
  await person.leads.chooses(/^Leave on this device/)
  const seen = await headingsFrom(person.page)
  await asks(person).getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(person.page).toHaveURL(/\/$/)
  expect(await seen()).not.toContain('This device is not in this workshop')
}

/** Every page heading that was there from now on, if only for a moment. */
async function headingsFrom(page: Page): Promise<() => Promise<string[]>> {
  const noted = await page.evaluateHandle(() => {
    const headings: string[] = []
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll('h1')) headings.push(textContent ?? '')
    }).observe(document.body, { childList: true, subtree: true })
    return headings
  })
  return () => noted.jsonValue()
}

test('Amina leaves on a shared computer: nothing of hers stays there, and everything stays in the workshop', async ({
  gather,
}) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'list' })
  await amina.list.addsNote('Four returns ask the same questions')
  await amina.seesSaved()
  await expect.poll(() => copiesIn(amina.page)).toHaveLength(1)
  const other = await amina.page.context().newPage()
  await other.goto(amina.page.url())
  await expect(other.getByText('Four returns ask the same questions')).toBeVisible()
  await amina.page.bringToFront()

  await leaves(amina)
  await amina.sees('You have left Homelessness funding on this device. Nothing of it is kept here.')
  await expect.poll(() => copiesIn(amina.page)).toEqual([])
  await expect(other.getByRole('heading', { name: 'This device is not in this workshop' })).toBeVisible()
  await other.close()
  await amina.sees('Workshops you make or join on this device are listed here.')

  await amina.opens(`/w/${created.workshop.id}`)
  await amina.seesHeading('This device is not in this workshop')
  expect(await copiesIn(amina.page)).toEqual([])
  await facilitator.list.seesNote('Four returns ask the same questions')
  await expect(await facilitator.leads.opensPeople()).toContainText('1 here now, 2 have joined')

  await amina.joins({ link: linkOf(created, 'central').url }, { organisation: 'Ministry' })
  await amina.startsReading()
  await amina.goesTo('List')
  await amina.list.seesNote('Four returns ask the same questions')
})

test('who is asked whether to leave hears what would be lost, and can stay', async ({ gather }) => {
  const { amina } = await gather({ amina: 'list' })
  const { page } = amina
  await amina.goesTo('Agreement')
  await amina.seesHeading('What we agree')
  await amina.goesTo('List')
  await amina.list.addsNote('Annual bids')
  await amina.seesSaved()

  await page.context().setOffline(true)
  await amina.seesStatus('Offline')
  await amina.list.addsNote('Written on the train')
  await amina.seesStatus('Offline: 1 change kept on this device')
  await amina.leads.chooses(/^Leave on this device/)
  await expect(asks(amina)).toContainText('Offline: leaving waits for the connection.')
  await expect(asks(amina)).toContainText('1 change of yours stays here.')
  await expect(asks(amina).getByRole('button', { name: 'Leave', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  await expect(asks(amina)).toBeHidden()
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused()

  // on another page of the workshop the canvas is closed, and what it could not send waits in its copy
  await amina.goesTo('Agreement')
  await amina.seesStatus('Offline')
  await page.context().setOffline(false)
  await amina.seesSaved()
  await amina.leads.chooses(/^Leave on this device/)
  await expect(asks(amina)).toContainText('1 change of yours is not saved.')
  await expect(asks(amina).getByRole('button', { name: 'Leave and lose it' })).toBeVisible()
  await asks(amina).getByRole('button', { name: 'Stay' }).click()
  await amina.goesTo('List')
  await amina.seesSaved()

  await leaves(amina)
  await expect.poll(() => copiesIn(page)).toEqual([])
})

test('the only facilitator takes the private link along and comes back with it', async ({ gather }) => {
  const { facilitator } = await gather({ facilitator: 'list' })
  const { page } = facilitator
  await facilitator.leads.chooses(/^Leave on this device/)
  await expect(asks(facilitator)).toContainText('You are the only facilitator')
  await asks(facilitator).getByRole('button', { name: 'Copy my private link' }).click()
  await expect(asks(facilitator).getByRole('button', { name: 'Copied' })).toBeVisible()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  await asks(facilitator).getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(page).toHaveURL(/\/$/)

  await facilitator.opens(link)
  await facilitator.presses('Go on on this device')
  await expect(facilitator.bar.getByRole('button', { name: 'Share' })).toBeVisible()
})

test('on a phone it is the last thing in the menu', async ({ gather }) => {
  const { amina } = await gather({ amina: 'list' })
  await amina.page.setViewportSize({ width: 360, height: 640 })
  await amina.bar.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(amina.page.getByRole('menuitem').last()).toHaveText(/^Leave on this device/)
  await amina.page.getByRole('menuitem').last().click()
  await asks(amina).getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(amina.page).toHaveURL(/\/$/)
})
