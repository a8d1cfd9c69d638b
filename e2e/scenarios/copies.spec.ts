import { expect, test } from '../fixtures/workshop-test'

test('what was lost after a step is found in its copy, opened as a new canvas, and everybody is there', async ({
  gather,
}) => {
  const { facilitator, amina } = await gather({ facilitator: 'list', amina: 'list' })
  const { page } = facilitator
  await amina.list.addsNote('The lift is out of order on Fridays')
  await amina.list.addsNote('Four returns ask the same questions')
  await facilitator.list.seesNote('Four returns ask the same questions')
  const left = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await facilitator.presses(/^Next: /)
  await facilitator.list.deletesNote('The lift is out of order on Fridays')
  await expect(amina.list.note('The lift is out of order on Fridays')).toHaveCount(0)

  await facilitator.leads.chooses(/^Earlier copies/)
  await facilitator.seesHeading('Earlier copies')
  await page.getByRole('link', { name: /, as after .*, 2 notes/ }).click()
  await facilitator.seesHeading(new RegExp(`, as after ${left}$`))
  await facilitator.sees('1 note deleted since')
  await page.getByRole('checkbox', { name: 'Show only these' }).check()
  const lost = page.getByRole('listitem').filter({ hasText: 'Deleted since' })
  await expect(lost).toContainText('The lift is out of order on Fridays')
  await expect(page.getByText('Four returns ask the same questions')).toHaveCount(0)
  await page.getByRole('link', { name: 'Picture', exact: true }).click()
  await expect(page.getByRole('img', { name: /, as after .*, 2 notes$/ })).toBeVisible()
  await expect(page.getByText('Four returns ask the same questions')).toBeVisible()

  await facilitator.presses('Open as a new canvas')
  const dialog = page.getByRole('dialog', { name: 'Open as a new canvas?' })
  await dialog.getByRole('textbox', { name: 'Name of the new canvas' }).fill('Before the lift went')
  await dialog.getByRole('button', { name: 'Open new canvas', exact: true }).click()
  await expect(dialog).toBeHidden()

  const switchOf = (person: typeof amina) => person.page.getByRole('navigation', { name: 'Canvases' })
  await switchOf(amina).getByRole('link', { name: 'Before the lift went' }).click()
  await amina.list.seesNote('The lift is out of order on Fridays')
  await amina.list.addsNote('It was out of order before, too')
  await amina.goesTo('Board')
  await amina.sees('It was out of order before, too')
  await expect(facilitator.page).toHaveURL(/canvas=/)
  await facilitator.sees('It was out of order before, too')
  await switchOf(amina).getByRole('link').first().click()
  await amina.sees('Four returns ask the same questions')
  await expect(amina.page.getByText('It was out of order before, too')).toHaveCount(0)
})
