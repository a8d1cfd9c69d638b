import { expect, test } from '../fixtures/workshop-test'

const CSV = [
  'text,side,cluster',
  '"Totals come late, in March",central,',
  'Four returns ask the same,Local,Reporting',
  'Nobody reads them,local,reporting',
  'Whose is it?,Treasury,',
  ',local,',
].join('\r\n')

test('a facilitator imports a file, sees first what is left out and why, and takes it back in one step', async ({
  gather,
}) => {
  const { facilitator, jon } = await gather({ facilitator: 'list', jon: 'list' })
  const { page } = facilitator
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) })
  const dialog = page.getByRole('dialog', { name: 'Add 3 notes?' })
  await expect(dialog).toContainText('Nothing open here is called “reporting”: 2 notes go to')
  await expect(dialog).toContainText('Row 5: no side is called “Treasury” here.')
  await expect(dialog).toContainText('Row 6: it has no words.')
  await dialog.getByRole('combobox', { name: 'Notes without a side count for' }).selectOption('Central')
  await dialog.getByRole('button', { name: 'Add 3 notes' }).click()
  await jon.list.seesNote('Totals come late, in March')
  await jon.list.seesNote('Nobody reads them')
  await facilitator.presses('Undo 3 new notes')
  await jon.list.seesNoNote('Nobody reads them')
})
