import type { Page } from '@playwright/test'
import { middleOf } from '../actors/board'
import { createWorkshop, Device, linkOf } from '../actors/device'
import { Person } from '../actors/person'
import { openProduct } from '../fixtures/product'
import { reachesStep } from '../fixtures/steps'
import { expect, signIn, test } from '../fixtures/workshop-test'

const wall = (page: Page) => page.getByRole('img', { name: /^Canvas: / })

/** The window for the beamer, opened as a facilitator would. */
async function opensShowScreen(facilitator: Person): Promise<Page> {
  const opened = facilitator.page.context().waitForEvent('page')
  await facilitator.leads.chooses(/^Show screen/)
  const screen = await opened
  await screen.setViewportSize({ width: 1920, height: 1080 })
  return screen
}

test.use({ steps: 'as-planned' })

test('the wall follows the facilitator: how to come in, the step, its time, its canvas', async ({ gather }) => {
  const { facilitator, jon, created, device } = await gather({ facilitator: 'list', jon: 'list' })
  const screen = await opensShowScreen(facilitator)
  await expect(screen.getByRole('heading', { level: 1, name: 'Welcome' })).toBeVisible()
  const code = linkOf(created, 'everyone').code.replaceAll('-', ' ')
  await expect(screen.getByRole('complementary', { name: 'Join here' })).toContainText(code)
  await expect(screen.getByRole('img', { name: /^QR code/ })).toBeVisible()

  await reachesStep(device, created.workshop.id, 'sort')
  await expect(screen.getByRole('heading', { level: 1, name: 'Sort the notes into barriers' })).toBeVisible()
  await expect(wall(screen)).toBeVisible()
  await expect(screen.getByRole('banner')).toContainText('20:00')
  await expect(screen.getByRole('banner')).toContainText('not started')
  await facilitator.presses('Start')
  await expect(screen.getByRole('banner')).toContainText(/19:5\d/)

  await jon.list.addsNote('Nobody reports back')
  await expect(screen.getByText('Nobody reports back')).toBeVisible()
  await jon.list.addsNote('Annual bids make us hire in March')
  await expect(screen.getByRole('img', { name: /, 2 notes$/ })).toBeVisible()
  await expect(screen.getByText('Annual bids make us hire in March')).toBeInViewport({ ratio: 1 })

  await facilitator.leads.closesDoor()
  await expect(screen.getByText(code)).toBeHidden()
  await facilitator.leads.ends()
  await expect(screen.getByRole('heading', { level: 1, name: 'The workshop has ended' })).toBeVisible()
})

test('nobody is named on it, nothing on it can be pressed, and it changes nothing', async ({ gather }) => {
  const { facilitator, jon, amina, created, device } = await gather({
    facilitator: 'list',
    jon: 'list',
    amina: 'board',
  })
  await reachesStep(device, created.workshop.id, 'sort')
  await jon.list.addsNote('Nobody reports back')
  const screen = await opensShowScreen(facilitator)
  const note = screen.getByText('Nobody reports back')
  await expect(note).toBeVisible()
  await amina.board.selects('Nobody reports back')

  // the mark of the board's maker stays, out of reach like all of the picture
  await expect(
    screen.locator('a, button, input, textarea, [tabindex="0"]').and(screen.locator(':not([inert] *)')),
  ).toHaveCount(0)
  await screen.keyboard.press('Tab')
  await expect(screen.locator('[inert] *:focus')).toHaveCount(0)
  for (const name of ['Priya', 'Jon', 'Amina']) await expect(screen.locator('body')).not.toContainText(name)
  const { x, y } = await middleOf(note)
  await screen.mouse.move(x, y)
  await screen.mouse.down()
  await screen.mouse.move(x + 400, y + 300, { steps: 5 })
  await screen.mouse.up()
  await screen.mouse.dblclick(x, y)
  await screen.keyboard.type('Written on the wall')
  await screen.keyboard.press('Delete')
  await jon.list.addsNote('Four returns ask the same questions')
  await expect(screen.getByText('Four returns ask the same questions')).toBeVisible()
  await jon.list.seesNote('Nobody reports back')
  await expect(screen.locator('body')).not.toContainText('Written on the wall')

  // one person with two windows
  await expect(await facilitator.leads.opensPeople()).toContainText('3 here now, 3 have joined')
})

test('on anybody else’s device it says nothing of how to come in', async ({ gather }) => {
  const { jon, created } = await gather({ jon: 'list' })
  await jon.opens(`/w/${created.workshop.id}/show`)
  await jon.seesHeading('Welcome')
  await expect(jon.page.getByRole('complementary')).toHaveCount(0)
})

test('where the board is switched off the canvas is shown in words', async ({ browser }) => {
  const product = await openProduct({ BOARD: 'off' })
  const device = new Device(product.url)
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  try {
    const created = await createWorkshop(device, { facilitator: { name: 'Priya' } })
    await reachesStep(device, created.workshop.id, 'sort')
    await signIn(context, device)
    const priya = new Person('Priya', await context.newPage(), product.url)
    await priya.opens(`/w/${created.workshop.id}/list`)
    await priya.list.addsNote('Nobody reports back')
    await priya.opens(`/w/${created.workshop.id}/show`)
    await priya.seesHeading('What gets in the way?')
    await priya.sees('Nobody reports back')
    expect(priya.troubles).toEqual([])
  } finally {
    await context.close()
    await product.close()
  }
})
