import { givesSample, SAMPLE } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

test.setTimeout(120_000)

const CSV = ['text,side,cluster', 'Totals come late,central,', 'Whose is it?,Treasury,', ',local,'].join('\r\n')

test('what changes the shape of a canvas, notes one by one, and a line that is lost', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, list } = priya
  const closes = async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await priya.opens(`/w/${created.workshop.id}/list`)
  await list.seesNote(SAMPLE.note)

  await list.choosesFor(SAMPLE.barrier, 'Split…')
  const split = page.getByRole('dialog', { name: `Split “${SAMPLE.barrier}”` })
  await split.getByRole('button', { name: 'Split', exact: true }).click()
  await expect(split.getByRole('checkbox').first()).toBeVisible()
  await passesInEveryForm(page, 'splitting, nothing chosen')
  await closes()

  await page
    .getByRole('button', { name: /^More, section / })
    .first()
    .click()
  await page.getByRole('menuitem', { name: 'Change section…' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await passesInEveryForm(page, 'changing a section')
  await closes()

  const file = { name: 'notes.csv', mimeType: 'text/csv', buffer: Buffer.from(CSV) }
  await page.locator('input[type="file"]').setInputFiles(file)
  await expect(page.getByRole('dialog', { name: /^Add \d notes?\?/ })).toBeVisible()
  await passesInEveryForm(page, 'importing, some left out')
  await closes()

  await page.context().setOffline(true)
  await list.addsNote('Written in a tunnel')
  await priya.sees(/kept on this device/)
  await passesInEveryForm(page, 'offline')
  await page.context().setOffline(false)
  await priya.seesSaved()

  await priya.opens(`/w/${created.workshop.id}/sort`)
  await expect(page.getByRole('article').getByRole('heading', { level: 3 })).toBeVisible()
  await passesInEveryForm(page, 'one by one')
})
