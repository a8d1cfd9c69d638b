import { PrivateWriting } from '../actors/private-writing'
import { expect, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

/** A test looks at many states of its pages, and axe takes a second or two for each. */
test.describe.configure({ timeout: 240_000 })

test.use({ steps: 'as-planned' })

test('a private step, its notice, and what came after the reveal', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'board' })
  await jon.board.isReady()
  await facilitator.presses('Next: Write what gets in the way')
  const [aminas, jons] = [amina, jon].map(({ page }) => new PrivateWriting(page))
  if (!aminas || !jons) throw new Error('two are in')
  await aminas.adds('Annual bids mean we hire in March and lay off in April', 'No slack to try things')
  await jons.adds('Four returns ask the same questions in four ways', 'Deadlines fall in August')
  const look = async (state: string) => {
    for (const [name, { page }] of Object.entries({ amina, jon })) await passesInEveryForm(page, `${state}, ${name}`)
  }
  await look('private step')
  await aminas.note('No slack').getByText('No slack to try things').click()
  await expect(aminas.openField).toBeFocused()
  await passesInEveryForm(amina.page, 'a private note that is written in')
  await aminas.openField.press('Enter')

  await facilitator.presses(/^Next: Sort/)
  await expect(facilitator.page.getByRole('dialog', { name: 'Reveal 4 notes first?' })).toBeVisible()
  await passesInEveryForm(facilitator.page, 'asked before Next')
  await amina.page.context().setOffline(true)
  await aminas.adds('Written while I was away')
  await facilitator.page.getByRole('button', { name: 'Reveal and stay' }).click()
  await jons.sees(/^Notes will be shown in/)
  await passesInEveryForm(jon.page, 'notice')
  await jons.sees('4 notes are here, in mixed order. Yours are among them.')
  await amina.page.context().setOffline(false)
  await expect(amina.page.getByText('1 note is yours alone')).toBeVisible({ timeout: 30_000 })
  await look('after the reveal')
})
