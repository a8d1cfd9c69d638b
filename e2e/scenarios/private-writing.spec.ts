import { PrivateWriting } from '../actors/private-writing'
import { expect, test } from '../fixtures/workshop-test'

test.use({ steps: 'as-planned' })

test('people write privately, in the list and beside the board, and all is shown together', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'board' })
  await jon.board.isReady()
  await facilitator.presses('Next: Write what gets in the way')
  const [fays, aminas, jons] = [facilitator, amina, jon].map(({ page }) => new PrivateWriting(page))
  if (!fays || !aminas || !jons) throw new Error('three are in')

  await aminas.sees('Only you can see your notes. Others see how many there are, not what they say.')
  await aminas.adds('Annual bids mean we hire in March', 'No slack to try things')
  await jons.adds('Four returns ask the same', 'Deadlines fall in August')
  for (const one of [fays, aminas, jons]) await one.sees('2 of 2 have written')
  await expect(facilitator.page.getByText('Four returns ask the same')).toHaveCount(0)
  await expect(amina.page.getByText('Four returns ask the same')).toHaveCount(0)

  // the board's own tools lead to the private field
  await jon.board.tool('Note').click()
  await expect(jons.field).toBeFocused()

  // edited in place, deleted, put back, and still there after a reload
  await aminas.note('No slack to try things').getByText('No slack to try things').click()
  await aminas.openField.press('End')
  await aminas.openField.pressSequentially(' out')
  await aminas.openField.press('Enter')
  await expect(aminas.note('No slack to try things out')).toBeVisible()
  await jons
    .note('Deadlines')
    .getByRole('button', { name: /^Delete/ })
    .click()
  await jon.page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await amina.seesSaved()
  await amina.comesBack()
  await expect(aminas.note('Annual bids mean we hire in March')).toBeVisible()

  // Next asks first
  await facilitator.presses(/^Next: Sort/)
  await facilitator.page
    .getByRole('dialog', { name: 'Reveal 4 notes first?' })
    .getByRole('button', { name: 'Close' })
    .click()
  await facilitator.presses('Reveal 4 notes')
  for (const one of [fays, aminas, jons]) await one.sees(/^Notes will be shown in \d+ seconds?. Finish your sentence.$/)
  await facilitator.presses('Call off')
  await expect(facilitator.page.getByRole('button', { name: 'Reveal 4 notes' })).toBeVisible()

  // Jon is typing when all is shown: his caret stays, and what he types then is his own
  await facilitator.presses('Reveal 4 notes')
  await jons.note('Deadlines fall in August').getByText('Deadlines fall in August').click()
  await jons.openField.press('End')
  await aminas.sees('4 notes are here, in mixed order. Yours are among them.')
  await amina.list.seesNote('Four returns ask the same')
  await expect(jons.openField).toBeFocused()
  await jons.openField.pressSequentially(' every year')
  await jons.openField.press('Enter')
  await expect(jon.page.getByText('1 note is yours alone')).toBeVisible()
  await amina.list.seesNote('Deadlines fall in August')
  await jon.presses('Add 1 note now')
  await amina.list.seesNote('Deadlines fall in August every year')
  await amina.list.seesNoNote('Deadlines fall in August')
  await jon.board.seesNote('Deadlines fall in August every year')

  // from now on people write openly
  await amina.list.addsNote('Openly now')
  await facilitator.list.seesNote('Openly now')
})

test('what is written while one is away comes back as one’s own, to add or to keep', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'list' })
  await facilitator.presses('Next: Write what gets in the way')
  const [aminas, jons] = [amina, jon].map(({ page }) => new PrivateWriting(page))
  if (!aminas || !jons) throw new Error('two are in')
  await jons.adds('In time')
  await aminas.adds('Before')
  await amina.seesSaved()
  await amina.page.context().setOffline(true)
  await aminas.adds('Written away')
  await amina.seesStatus(/^Offline: 1 change kept on this device/)
  const jonsField = jon.page.getByRole('textbox', { name: /^Add a private note to/ })
  await jonsField.fill('Half said')
  await facilitator.presses(/^Reveal \d notes?$/)
  await jons.sees('2 notes are here, in mixed order. Yours are among them.')
  // what was begun privately stays so over a reload, though everybody else writes openly now
  await jon.comesBack()
  await expect(jonsField).toHaveValue('Half said')
  await jonsField.press('Enter')
  await expect(jon.page.getByText('1 note is yours alone')).toBeVisible()
  await facilitator.list.seesNoNote('Half said')
  await amina.page.context().setOffline(false)
  await expect(amina.page.getByText('1 note is yours alone')).toBeVisible({ timeout: 30_000 })
  await jon.list.seesNoNote('Written away')
  await amina.presses('Keep for now')
  await amina.presses('Show')
  await amina.presses('Add 1 note now')
  await jon.list.seesNote('Written away')
  await expect(amina.page.getByText('1 note is yours alone')).toBeHidden()
})
