import { expect, type Page } from '@playwright/test'
import { linkOf } from '../actors/device'
import type { Person } from '../actors/person'
import { givesSample, SAMPLE } from '../fixtures/sample'

type Screens = AsyncGenerator<{ page: Page; state: string }>

/** The screens where people spend their time, one after the other, in two halves that can be played side by side. */
export const MAIN_SCREENS = { 'first pages and the list': firstPagesAndList, 'the board and after': boardAndAfter }

async function* firstPagesAndList(priya: Person): Screens {
  const { page, list } = priya
  const now = (state: string) => ({ page, state })
  await priya.opens('/')
  yield now('home')
  await priya.opens('/new')
  await priya.presses('Create workshop')
  await priya.seesHeading('The workshop was not created yet')
  yield now('new, with errors')

  const guest = await page.context().browser()?.newContext()
  const { created } = await givesSample(priya)
  const address = `/w/${created.workshop.id}`
  if (guest) {
    const joining = await guest.newPage()
    await joining.goto(linkOf(created, 'everyone').url)
    await expect(joining.getByRole('button', { name: 'Join the workshop' })).toBeVisible()
    yield { page: joining, state: 'join' }
    await guest.close()
  }
  for (const address of ['/privacy', '/help']) {
    await priya.opens(address)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    yield now(address)
  }
  for (const [panel, title] of [
    ['brief', 'Who runs this'],
    ['share', 'Code to read aloud'],
  ] as const) {
    await priya.opens(`${address}/list?open=${panel}`)
    await expect(page.getByRole('dialog').getByText(title)).toBeVisible()
    yield now(panel)
  }
  await priya.opens(`${address}/list`)
  await list.opensNote(SAMPLE.note)
  yield now('list, a note being edited')
  await page.keyboard.press('Escape')
  await list
    .note(SAMPLE.note)
    .getByRole('button', { name: /^Move to…, / })
    .click()
  await expect(page.getByRole('dialog', { name: 'Move this note to…' })).toBeVisible()
  yield now('list, move a note')
  await page.keyboard.press('Escape')
  for (const [item, title] of [
    ['Rename or edit the brief', 'Edit the brief'],
    ['Use another device', 'Use another device'],
  ] as const) {
    // on a phone the menu has everything, and another name
    await priya.bar.getByRole('button', { name: /^(More|Menu)$/ }).click()
    await page.getByRole('menuitem', { name: item }).click()
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    yield now(title)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

async function* boardAndAfter(priya: Person): Screens {
  const { page, board, agreement } = priya
  const now = (state: string) => ({ page, state })
  const { created } = await givesSample(priya)
  const address = `/w/${created.workshop.id}`
  await priya.opens(`${address}?view=board`)
  await board.isReady()
  await board.showsAll()
  yield now('board')
  await board.finds(SAMPLE.barrier)
  yield now('board, a barrier selected')
  await board.letsGo()

  await priya.opens(`${address}/agreement`)
  await expect(agreement.action(SAMPLE.action)).toBeVisible()
  yield now('a draft')
  const put = await agreement.opensPutting(SAMPLE.action)
  yield now('put to agreement')
  await put.getByRole('button', { name: 'Lock the wording and ask' }).click()
  await expect(agreement.answerOf(SAMPLE.action, 'Harbour District Council')).toContainText('not yet')
  yield now('an action that waits for answers')
  await priya.opens(`${address}/plan`)
  await priya.plan.isReady()
  await priya.plan.chooses('Close', /^Leave out/)
  await expect(priya.plan.step('Close')).toContainText('Left out')
  // its message lies over the foot of the page while it lasts
  await priya.presses('Dismiss')
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('Close is left out')).toBeHidden()
  yield now('plan')
  await priya.presses('Add a step')
  await expect(priya.plan.form).toBeVisible()
  yield now('a new step')
  await priya.opens(`${address}/record`)
  await priya.sees(/^Everything up to /)
  yield now('record')
}
