import type { Browser } from '@playwright/test'
import { linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { expect, test } from '../fixtures/workshop-test'
import { passes } from './audit'

type Look = { name: string; options: Parameters<Browser['newContext']>[0]; rules?: string[] }

const LOOKS: Look[] = [
  { name: 'wide', options: { viewport: { width: 1280, height: 800 } } },
  // the same page in other colours
  { name: 'dark', options: { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }, rules: ['color-contrast'] },
  { name: 'phone', options: { viewport: { width: 390, height: 780 }, hasTouch: true } },
]

/** Nothing that axe can see is wrong. Without rules: all of them. */
function isSound(person: Person, state: string, rules?: string[]): Promise<void> {
  return passes(person.page, state, rules)
}

test.setTimeout(120_000)

for (const { name, options, rules } of LOOKS) {
  test(`pages before a workshop, ${name}`, async ({ arrives, gather }) => {
    const { created } = await gather({})
    const jon = await arrives('Jon', options)
    for (const address of ['/', '/new', '/join', '/privacy', '/accessibility', '/help', '/nowhere']) {
      await jon.opens(address)
      await expect(jon.page.getByRole('heading', { level: 1 })).toBeVisible()
      await isSound(jon, address, rules)
    }
    await jon.opens('/new')
    await jon.presses('Create workshop')
    await jon.seesHeading('The workshop was not created yet')
    await isSound(jon, 'new, with errors', rules)

    await jon.looksAt({ link: linkOf(created, 'everyone').url })
    await jon.presses('Join the workshop')
    await jon.seesHeading('You are not in yet')
    await isSound(jon, 'join, with errors', rules)
    await jon.page.getByRole('combobox', { name: 'Organisation' }).fill('W')
    await isSound(jon, 'join, with an organisation begun', rules)

    await jon.opens('/join/nothing')
    await jon.seesHeading('This link does not work')
    await isSound(jon, 'a link that does not work', rules)
  })

  test(`the sample workshop, ${name}`, async ({ arrives }) => {
    const priya = await arrives('Priya', options)
    const { page } = priya
    const isPhone = name === 'phone'
    await priya.opens('/')
    await priya.presses('Try a sample workshop')
    await expect(page.getByRole('dialog')).toBeVisible()
    await isSound(priya, 'brief', rules)
    await page.keyboard.press('Escape')
    const address = page.url().replace(/(\/list)?(\?.*)?$/, '')

    await priya.opens(address)
    await priya.board.isReady()
    await isSound(priya, 'board', rules)
    if (!isPhone) {
      await priya.board.selects('Nobody has added up what is spent here')
      await isSound(priya, 'board, a barrier selected', rules)
      await priya.board.choosesInPanel('Move notes to…')
      await isSound(priya, 'board, moving notes', rules)
      await page.keyboard.press('Escape')
    }
    await priya.opens(`${address}/list`)
    await priya.list.isReady()
    await isSound(priya, 'list', rules)
    await page
      .getByRole('button', { name: /^Move to…, / })
      .first()
      .click()
    await isSound(priya, 'list, moving a note', rules)
    await page.keyboard.press('Escape')
    await page
      .getByRole('listitem')
      .getByRole('button', { name: /^More, / })
      .first()
      .click()
    await isSound(priya, 'list, a note opened', rules)
    await page.keyboard.press('Escape')

    if (!isPhone) {
      await priya.leads.opensShare()
      await expect(priya.leads.sharePanel.getByRole('img')).toBeVisible()
      await isSound(priya, 'share', rules)
      await page.keyboard.press('Escape')
      await priya.leads.opensPeople()
      await isSound(priya, 'people', rules)
      await page.keyboard.press('Escape')
    }
    const menu = priya.bar.getByRole('button', { name: isPhone ? 'Menu' : 'More', exact: true })
    await menu.click()
    await expect(page.getByRole('menu')).toBeVisible()
    await isSound(priya, 'menu', rules)
    await page.getByRole('menuitem', { name: 'Rename or edit the brief' }).click()
    await isSound(priya, 'edit brief', rules)
    await page.keyboard.press('Escape')
    await menu.click()
    await page.getByRole('menuitem', { name: 'Use another device' }).click()
    await expect(page.getByRole('dialog').getByRole('img')).toBeVisible()
    await isSound(priya, 'another device', rules)
    await page.keyboard.press('Escape')

    await priya.opens(`${address}/agreement`)
    await expect(page.getByRole('article').first()).toBeVisible()
    await isSound(priya, 'agreement', rules)
    await page.getByRole('button', { name: 'New action', exact: true }).first().click()
    await isSound(priya, 'new action', rules)
    await page.keyboard.press('Escape')
    await priya.opens(`${address}/record`)
    await priya.sees(/is in this file/)
    await isSound(priya, 'record', rules)
  })
}

test('what one sees at the door, and when the canvas is locked', async ({ gather, arrives }) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'list' })
  await facilitator.leads.closesDoor()
  const jon = await arrives('Jon')
  await jon.looksAt({ link: linkOf(created, 'local').url })
  await jon.introduces({ organisation: 'Westshire Council' })
  await isSound(jon, 'join, door closed')
  await jon.presses('Ask to come in')
  await jon.seesHeading('The door is closed for now')
  await isSound(jon, 'waiting')
  await facilitator.presses('1 person waits at the door')
  await expect(facilitator.leads.people).toContainText('Jon')
  await isSound(facilitator, 'people, somebody waits')
  await facilitator.page.keyboard.press('Escape')

  await facilitator.leads.locks()
  await amina.sees(/has locked this canvas/)
  await isSound(amina, 'list, locked')
  await isSound(facilitator, 'list, locked by me')
})

test('an action from its draft to its record', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'agreement', amina: 'agreement', jon: 'agreement' })
  // The page's own code comes a moment after the workshop, and until then there is nothing to look at.
  await expect(amina.page.getByRole('heading', { level: 1 })).toBeVisible()
  await isSound(amina, 'agreement, empty')
  await amina.page.getByRole('button', { name: 'New action', exact: true }).first().click()
  await amina.presses('Start from scratch')
  await amina.page.getByRole('textbox', { name: 'Title of the action' }).fill('One report')
  await amina.agreement.commits('One report', 'Central', { what: 'withdraw four returns', organisation: 'Department' })
  await amina.agreement.commits('One report', 'Local', { what: 'report monthly', organisation: 'Westshire Council' })
  await isSound(amina, 'agreement, a draft')
  const dialog = await facilitator.agreement.opensPutting('One report')
  await isSound(facilitator, 'putting to agreement')
  await dialog.getByRole('button', { name: 'Lock the wording and ask', exact: true }).click()
  await amina.agreement.answers('A1', { organisation: 'Department', jobTitle: 'Director', answer: 'Agree' })
  await isSound(amina, 'agreement, answers')
  await jon.presses('Answer for Westshire Council')
  await jon.presses('Send answer')
  await jon.seesHeading('Your answer was not sent yet')
  await isSound(jon, 'answering, with errors')
  await jon.page.keyboard.press('Escape')
  await jon.agreement.answers('A1', { organisation: 'Westshire Council', jobTitle: 'Director', answer: 'Agree' })
  await expect(facilitator.agreement.action('A1')).toContainText('Signed on')
  await isSound(facilitator, 'agreement, a record')
  await facilitator.leads.ends()
  await facilitator.sees(/This is its record/)
  await isSound(facilitator, 'record, ended')
})
