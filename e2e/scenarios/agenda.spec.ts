import { expect, test } from '../fixtures/workshop-test'

const STEPS = [
  'Welcome',
  'Write what gets in the way',
  'Sort the notes into barriers',
  'Propose',
  'Choose what to take forward',
  'Agree',
  'Close',
]

/** "09:58 left" as a number. */
function secondsLeft(clock: string): number {
  const [, minutes, seconds] = /^(\d+):(\d\d) left$/.exec(clock) ?? []
  return Number(minutes) * 60 + Number(seconds)
}

test.use({ steps: 'as-planned' })

test('a facilitator plans with the keyboard alone, while others read and see each change', async ({ gather }) => {
  const { facilitator, amina } = await gather({ facilitator: 'list', amina: 'plan' })
  const { page, plan } = facilitator
  await amina.plan.isReady('Agenda')
  await expect(amina.plan.titles).toHaveText(STEPS)
  await expect(amina.page.getByRole('main').getByRole('button')).toHaveCount(0)

  await facilitator.list.isReady()
  await page.getByRole('button', { name: /^Step 1 of 7/ }).press('Enter')
  await page.getByRole('link', { name: 'Change the plan' }).press('Enter')
  await plan.isReady()
  const down = page.getByRole('button', { name: 'Move down, Propose' })
  await down.press('Enter')
  await expect(plan.titles).toHaveText([...STEPS.slice(0, 3), STEPS[4] ?? '', 'Propose', ...STEPS.slice(5)])
  // focus went along, so that the same key moves it on
  await expect(down).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(plan.titles.nth(5)).toHaveText('Propose')
  await expect(amina.plan.titles.nth(5)).toHaveText('Propose')

  await page.getByRole('button', { name: 'Edit Close' }).press('Enter')
  await plan.form.getByRole('textbox', { name: 'Minutes' }).fill('10000')
  await page.keyboard.press('Enter')
  await facilitator.sees('Give whole minutes, from 1 to 600.')
  await plan.form.getByRole('textbox', { name: 'Minutes' }).fill('8')
  await page.keyboard.press('Enter')
  await expect(plan.form).toBeHidden()
  await expect(page.getByRole('button', { name: 'Edit Close' })).toBeFocused()
  await expect(amina.plan.step('Close')).toContainText('8 minutes')

  await page.getByRole('button', { name: 'More, Agree' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Remove' }).press('Enter')
  await expect(amina.plan.titles).toHaveCount(6)
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter')
  await expect(amina.plan.titles).toHaveCount(7)
  await expect(amina.plan.titles.nth(4)).toHaveText('Agree')
})

test('what is left out is passed by, and the way back says where it leads', async ({ gather }) => {
  const { facilitator, amina } = await gather({ facilitator: 'plan', amina: 'list' })
  await facilitator.plan.isReady()
  await facilitator.plan.chooses('Write what gets in the way', /^Leave out/)
  await expect(facilitator.plan.step('Write what gets in the way')).toContainText('Left out')
  await facilitator.presses('Next: Sort the notes into barriers')
  await amina.seesStep('Sort the notes into barriers')
  await expect(amina.page.getByRole('region', { name: 'What to do now' })).toContainText(
    'In this step: add notes, move and edit',
  )
  const back = facilitator.page.getByRole('button', { name: 'Back to Welcome' })
  await expect(back).toHaveText('Back to Welcome')
  await back.click()
  await amina.seesStep('Welcome')

  // straight to a step from the agenda, also to the one that was left out
  await facilitator.page.getByRole('button', { name: /^Step 1 of 7/ }).click()
  await facilitator.presses('Go to Write what gets in the way')
  await amina.seesStep('Write what gets in the way')
  await expect(facilitator.plan.step('Write what gets in the way')).not.toContainText('Left out')
})

test('people say that they are ready, and everybody sees how many', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'agreement' })
  const bar = (person: typeof amina) => person.page.getByRole('region', { name: 'What to do now' })
  await amina.presses('I’m ready')
  await jon.presses('I need more time')
  for (const person of [facilitator, amina, jon]) await expect(bar(person)).toContainText('1 ready · 1 needs more time')
  await amina.comesBack()
  const ready = amina.page.getByRole('button', { name: 'I’m ready' })
  await expect(ready).toHaveAttribute('aria-pressed', 'true')
  await ready.click()
  await expect(bar(facilitator)).toContainText('1 needs more time')
  await expect(bar(facilitator)).not.toContainText('ready')
  await facilitator.presses(/^Next: /)
  await expect(bar(jon)).not.toContainText('more time ·')
  await expect(jon.page.getByRole('button', { name: 'I need more time' })).toHaveAttribute('aria-pressed', 'false')
})

test('who comes back is told how long they were away and what has changed', async ({ gather }) => {
  const { facilitator, amina } = await gather({ facilitator: 'list', amina: 'list' })
  await amina.seesStep('Welcome')
  await facilitator.presses('Start')
  await expect.poll(() => amina.readsClock()).toMatch(/left$/)
  await amina.page.context().setOffline(true)
  await amina.seesStatus('Offline')
  const before = secondsLeft(await amina.readsClock())
  await facilitator.list.addsNote('Written meanwhile')
  await facilitator.presses(/^Next: /)
  const ready = amina.page.getByRole('button', { name: 'I’m ready' })
  await expect(ready).toHaveAttribute('aria-disabled', 'true')
  await expect
    .poll(async () => secondsLeft(await amina.readsClock()), { message: 'the clock goes on offline', timeout: 20_000 })
    .toBeLessThan(before - 6)
  await amina.page.context().setOffline(false)
  const notice = amina.page.getByRole('region', { name: 'While you were away' })
  await expect(notice).toContainText(/^You were away \d+ seconds\./, { timeout: 30_000 })
  await expect(notice).toContainText('We are on step 2 now: Write what gets in the way. 1 note was added here.')
  await notice.getByRole('button', { name: 'Dismiss' }).click()
  await expect(notice).toHaveCount(0)
})
