import { boxAtRest } from '../actors/board'
import type { Person } from '../actors/person'
import { expect, test } from '../fixtures/workshop-test'

const question = (person: Person) => person.page.getByRole('region', { name: 'Where to look' })
const announcement = (person: Person) => person.page.getByRole('region', { name: 'Announcement' })
const bring = (person: Person, section: string) => person.presses(`Bring everyone to “${section}”`)
const scrolled = (person: Person) => person.page.evaluate(() => window.scrollY)
const focused = (person: Person) => person.page.evaluate(() => document.activeElement?.id)

/** Enough below the first section that going to another is going somewhere. */
async function fills(person: Person): Promise<void> {
  await person.list.addsByPaste(Array.from({ length: 30 }, (_, index) => `Note number ${index}`))
  await person.list.seesNote('Note number 29')
}

test('who reads is taken to a section in list and board, who writes is asked and stays', async ({ gather }) => {
  test.setTimeout(90_000)
  const { facilitator, amina, jon, oscar } = await gather({
    facilitator: 'list',
    amina: 'list',
    jon: 'list',
    oscar: 'board',
  })
  await fills(facilitator)
  await amina.list.seesNote('Note number 29')
  await jon.list.seesNote('Note number 29')
  await oscar.board.isReady()
  const parked = oscar.board.text('Parked')
  const before = await boxAtRest(parked)
  await jon.list.addField.fill('I am in the middle of a sent')
  const jons = { scroll: await scrolled(jon), focus: await focused(jon) }
  const aminasFocus = await focused(amina)

  await bring(facilitator, 'Parked')
  await amina.sees('Priya shows everybody “Parked”')
  await expect(amina.page.getByRole('heading', { level: 2, name: 'Parked' })).toBeInViewport()
  expect(await focused(amina), 'her focus is where it was').toBe(aminasFocus)
  await oscar.sees('Priya shows everybody “Parked”')
  await expect.poll(async () => (await boxAtRest(parked)).height).toBeGreaterThan(before.height * 1.2)
  await expect(question(facilitator)).toContainText('You ask everybody to look at “Parked”.')

  await expect(question(jon)).toContainText('Priya asks everybody to look at “Parked”.')
  expect({ scroll: await scrolled(jon), focus: await focused(jon) }, 'nothing moves under his hands').toEqual(jons)
  await jon.page.keyboard.type('ence')
  await expect(jon.list.addField).toHaveValue('I am in the middle of a sentence')
  await question(jon).getByRole('button', { name: 'Go there' }).click()
  await expect(question(jon)).toHaveCount(0)
  await expect(jon.page.getByRole('heading', { level: 2, name: 'Parked' })).toBeFocused()
  await expect(jon.page.getByRole('heading', { level: 2, name: 'Parked' })).toBeInViewport()
  await expect(jon.list.addField, 'and his words are still there').toHaveValue('I am in the middle of a sentence')

  await question(facilitator).getByRole('button', { name: 'Stop asking' }).click()
  await expect(question(facilitator)).toHaveCount(0)
})

test('who is on another page is asked, goes there, and is where the facilitator pointed', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'agreement', jon: 'record' })
  await fills(facilitator)
  await facilitator.page.getByRole('button', { name: 'New proposal in “What could we do?”' }).click()
  await facilitator.page.keyboard.type('One report')
  await facilitator.page.keyboard.press('Enter')
  await facilitator.page.getByRole('button', { name: 'More, One report', exact: true }).click()
  await facilitator.page.getByRole('menuitem', { name: 'Bring everyone here' }).click()
  await expect(question(amina)).toContainText('Priya asks everybody to look at “One report”.')
  await question(amina).getByRole('button', { name: 'Go there' }).click()
  // a wide screen that nobody has chosen on shows the board, with what was pointed to selected
  await expect(amina.board.panel.getByRole('heading', { name: 'One report' })).toBeVisible({ timeout: 20_000 })

  // a question that nobody answered goes with the step
  await expect(question(jon)).toBeVisible()
  await facilitator.presses('Next: Write what gets in the way')
  await expect(question(jon)).toHaveCount(0)

  await facilitator.goesTo('Agreement')
  await facilitator.leads.chooses(/^Bring everyone here/)
  await expect(question(jon)).toContainText('Priya asks everybody to look at the agreement.')
  await question(jon).getByRole('button', { name: 'Not now' }).click()
  await expect(question(jon)).toHaveCount(0)
  await expect(jon.page).toHaveURL(/\/record$/)
})

test('from the board a facilitator brings everybody to a cluster', async ({ gather }) => {
  const { facilitator, amina } = await gather({ facilitator: 'board', amina: 'list' })
  await facilitator.board.isReady()
  await amina.list.isReady()
  await amina.page.getByRole('button', { name: 'New theme in “Parked”' }).click()
  await amina.page.keyboard.type('Council tax')
  await amina.page.keyboard.press('Enter')
  await amina.page.evaluate(() => window.scrollTo(0, 0))
  await facilitator.board.seesNote('Council tax')
  await facilitator.board.selects('Council tax')
  await facilitator.board.choosesInPanel('Bring everyone here')
  // she may still count as writing; either way she gets there
  const there = amina.page.getByRole('heading', { level: 3, name: 'Theme: Council tax' })
  await expect(question(amina).or(amina.page.getByText('Priya shows everybody “Council tax”')).first()).toBeVisible()
  if (await question(amina).isVisible()) await question(amina).getByRole('button', { name: 'Go there' }).click()
  await expect(there).toBeInViewport()
})

test('an announcement stands on every page until it is taken down, and folds on one’s own device', async ({
  gather,
}) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'agreement', jon: 'board' })
  await facilitator.leads.chooses('Write an announcement…')
  const dialog = facilitator.page.getByRole('dialog', { name: 'Announcement' })
  await dialog.getByRole('button', { name: 'Show to everybody' }).click()
  await expect(dialog.getByText('Write what everybody should know.')).toBeVisible()
  await dialog.getByRole('textbox').fill('Coffee until eleven')
  await dialog.getByRole('button', { name: 'Show to everybody' }).click()
  await expect(dialog).toBeHidden()
  for (const person of [facilitator, amina, jon])
    await expect(announcement(person)).toContainText('Coffee until eleven')
  await expect(amina.page.getByRole('log').getByText('Announcement from Priya: Coffee until eleven')).toHaveCount(1)

  await amina.presses('Fold the announcement')
  await expect(amina.page.getByRole('button', { name: 'Read the announcement' })).toHaveAttribute(
    'aria-expanded',
    'false',
  )
  await amina.comesBack()
  await expect(amina.page.getByRole('button', { name: 'Read the announcement' }), 'also when she is back').toBeVisible()
  await expect(jon.page.getByRole('button', { name: 'Fold the announcement' })).toBeVisible()
  await amina.goesTo('List')
  await expect(announcement(amina)).toBeVisible()

  await announcement(facilitator).getByRole('button', { name: 'Change' }).click()
  await dialog.getByRole('textbox').fill('Coffee until half past')
  await dialog.getByRole('button', { name: 'Show to everybody' }).click()
  await expect(amina.page.getByRole('button', { name: 'Fold the announcement' }), 'a new one is unfolded').toBeVisible()
  await announcement(facilitator).getByRole('button', { name: 'Change' }).click()
  await dialog.getByRole('button', { name: 'Take down' }).click()
  for (const person of [facilitator, amina, jon]) await expect(announcement(person)).toHaveCount(0)
})
