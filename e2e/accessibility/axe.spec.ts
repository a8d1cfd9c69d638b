import { linkOf } from '../actors/device'
import { expect, test } from '../fixtures/workshop-test'
import { eachForm, passesAs, passesInEveryForm } from './audit'
import { MAIN_SCREENS } from './main-screens'
import { focusIsSeen, suitsReaders } from './readers-own'

test.setTimeout(150_000)

test('pages before a workshop', async ({ arrives, gather }) => {
  const { created } = await gather({})
  const jon = await arrives('Jon')
  const { page } = jon
  // the others are main screens
  for (const address of ['/new', '/join', '/accessibility', '/nowhere', '/join/not-a-link']) {
    await jon.opens(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await passesInEveryForm(page, address)
  }
  await jon.looksAt({ link: linkOf(created, 'everyone').url })
  await jon.presses('Join the workshop')
  await jon.seesHeading('You are not in yet')
  await passesInEveryForm(page, 'join, with errors')
  await page.getByRole('combobox', { name: 'Organisation' }).fill('W')
  await passesInEveryForm(page, 'join, with an organisation begun')
})

for (const [which, screens] of Object.entries(MAIN_SCREENS)) {
  test(`[L50] to [L55] the main screens, also as readers have them: ${which}`, async ({ arrives }) => {
    const titles = new Map<string, string>()
    for await (const { page, state } of screens(await arrives('Priya'))) {
      await passesInEveryForm(page, state, (form) => suitsReaders(form, page, state))
      await focusIsSeen(page, state)
      titles.set(new URL(page.url()).pathname, await page.title())
    }
    // a title says where one is, so no two pages share one
    expect([...new Set(titles.values())]).toHaveLength(titles.size)
  })
}

test('the menu of a workshop', async ({ gather }) => {
  const { facilitator, amina } = await gather({ facilitator: 'list', amina: 'agreement' })
  for (const { bar, page, name } of [facilitator, amina]) {
    await eachForm(page, async (form) => {
      // on a phone it has everything, and another name
      await bar.getByRole('button', { name: form === 'wide' ? 'More' : 'Menu', exact: true }).click()
      await expect(page.getByRole('menu')).toBeVisible()
      await passesAs(form, page, `menu, ${name}`)
      await page.keyboard.press('Escape')
    })
  }
})

test('what one sees at the door, and when the canvas is locked', async ({ gather, arrives }) => {
  const { facilitator, amina, created } = await gather({ facilitator: 'list', amina: 'list' })
  await facilitator.leads.closesDoor()
  const jon = await arrives('Jon')
  await jon.looksAt({ link: linkOf(created, 'local').url })
  await jon.introduces({ organisation: 'Westshire Council' })
  await passesInEveryForm(jon.page, 'join, door closed')
  await jon.presses('Ask to come in')
  await jon.seesHeading('The door is closed for now')
  await passesInEveryForm(jon.page, 'waiting')
  await facilitator.presses('1 person waits at the door')
  await expect(facilitator.leads.people).toContainText('Jon')
  await passesInEveryForm(facilitator.page, 'people, somebody waits')
  await facilitator.page.keyboard.press('Escape')

  await facilitator.leads.locks()
  await amina.sees(/has locked this canvas/)
  await passesInEveryForm(amina.page, 'list, locked')
  await passesInEveryForm(facilitator.page, 'list, locked by me')
})

test('an action from its draft to its record', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'agreement', amina: 'agreement', jon: 'agreement' })
  // The page's own code comes a moment after the workshop, and until then there is nothing to look at.
  await expect(amina.page.getByRole('heading', { level: 1 })).toBeVisible()
  await passesInEveryForm(amina.page, 'agreement, empty')
  await amina.page.getByRole('button', { name: 'New action', exact: true }).first().click()
  await amina.presses('Start from scratch')
  await amina.page.getByRole('textbox', { name: 'Title of the action' }).fill('One report')
  await amina.agreement.commits('One report', 'Central', { what: 'withdraw four returns', organisation: 'Department' })
  await amina.agreement.commits('One report', 'Local', { what: 'report monthly', organisation: 'Westshire Council' })
  await passesInEveryForm(amina.page, 'agreement, a draft')
  await facilitator.agreement.seesCommitment('One report', 'Local', { what: 'report monthly' })
  const dialog = await facilitator.agreement.opensPutting('One report')
  await dialog.getByRole('button', { name: 'Lock the wording and ask', exact: true }).click()
  await amina.agreement.answers('A1', { organisation: 'Department', jobTitle: 'Director', answer: 'Agree' })
  await passesInEveryForm(amina.page, 'agreement, answers')
  await jon.agreement.answers('A1', { organisation: 'Westshire Council', jobTitle: 'Director', answer: 'Agree' })
  await expect(facilitator.agreement.action('A1')).toContainText('Signed on')
  await passesInEveryForm(facilitator.page, 'agreement, a record')
  await facilitator.leads.ends()
  await facilitator.sees(/This is its record/)
  await passesInEveryForm(facilitator.page, 'record, ended')
})
