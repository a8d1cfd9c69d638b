import type { Person } from '../actors/person'
import { goesOnToTwoCanvases } from '../fixtures/canvases'
import { expect, type Fixtures, test } from '../fixtures/workshop-test'

const SERVICES = 'Services'

const bar = (person: Person) => person.page.getByRole('region', { name: 'Where to look' })
const canvases = (person: Person) => person.page.getByRole('navigation', { name: 'Canvases' })
const seesCanvas = (person: Person, title: string) =>
  expect(canvases(person).getByRole('link', { name: title, exact: true })).toHaveAttribute('aria-current', 'page')

/** Before a step that is on the second canvas; `first`: the title of the one that they are on. */
async function threeInTheList(gather: Fixtures['gather']) {
  const { created, device, ...people } = await gather({ facilitator: 'list', amina: 'list', jon: 'list' })
  const { facilitator, amina, jon } = people
  for (const person of [facilitator, amina, jon]) await person.list.isReady()
  await goesOnToTwoCanvases(device, created, SERVICES)
  return { ...people, first: created.canvases[0]?.title ?? '' }
}

test('[L63] who has begun a note stays with it when the step goes to another canvas, and follows once it is added', async ({
  gather,
}) => {
  const { facilitator, amina, jon, first } = await threeInTheList(gather)
  for (const person of [facilitator, amina, jon]) await seesCanvas(person, first)
  await amina.list.addField.fill('Four returns ask the sa')

  await facilitator.presses(/^Next: /)
  await seesCanvas(jon, SERVICES)
  await seesCanvas(facilitator, SERVICES)
  await expect(bar(jon)).toHaveCount(0)
  await expect(bar(amina)).toContainText('This step is on “Services”.')
  await seesCanvas(amina, first)
  await expect(amina.list.addField).toBeFocused()
  await amina.page.keyboard.type('me questions')
  await expect(amina.list.addField).toHaveValue('Four returns ask the same questions')
  await seesCanvas(amina, first)

  await amina.page.keyboard.press('Enter')
  await seesCanvas(amina, SERVICES)
  await expect(bar(amina)).toHaveCount(0)
  // and writes on there
  await expect(amina.list.addField).toBeFocused()
  await amina.page.keyboard.type('Here too')
  await amina.page.keyboard.press('Enter')
  await jon.list.seesNote('Here too')
  await jon.list.seesNoNote('Four returns ask the same questions')
  await canvases(jon).getByRole('link', { name: first, exact: true }).click()
  await jon.list.seesNote('Four returns ask the same questions')
})

test('[L63] who wants to goes at once and finds the words again; who has chosen a canvas is told of no other', async ({
  gather,
}) => {
  const { facilitator, amina, jon, first } = await threeInTheList(gather)
  await canvases(jon).getByRole('link', { name: first, exact: true }).click()
  await jon.list.addField.fill('I stay he')
  await amina.list.addField.fill('Half a thou')

  await facilitator.presses(/^Next: /)
  await bar(amina).getByRole('button', { name: 'Go there' }).press('Enter')
  await seesCanvas(amina, SERVICES)
  await expect(amina.page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(amina.list.addField).toHaveValue('')
  await canvases(amina).getByRole('link', { name: first, exact: true }).click()
  await expect(amina.list.addField).toHaveValue('Half a thou')

  await expect(bar(jon)).toHaveCount(0)
  await seesCanvas(jon, first)
  await expect(jon.list.addField).toHaveValue('I stay he')
})

test('[L63] on the board too: the page follows once the note is left', async ({ gather }) => {
  const { facilitator, amina, created, device } = await gather({ facilitator: 'list', amina: 'board' })
  const first = created.canvases[0]?.title ?? ''
  await facilitator.list.isReady()
  await amina.board.isReady()
  await goesOnToTwoCanvases(device, created, SERVICES)
  await seesCanvas(amina, first)
  await amina.board.tool('Note').click()
  await amina.board.openField.fill('Four returns')

  await facilitator.presses(/^Next: /)
  await expect(bar(amina)).toContainText('This step is on “Services”.')
  await expect(amina.board.openField).toBeFocused()
  await amina.page.keyboard.press('Escape')
  await seesCanvas(amina, SERVICES)
  await expect(bar(amina)).toHaveCount(0)
  await canvases(amina).getByRole('link', { name: first, exact: true }).click()
  await amina.board.seesNote('Four returns')
})
