import { givesSample, SAMPLE } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'
import { passesInEveryForm } from './audit'

/** A test looks at many states of its pages, and axe takes a second or two for each. */
test.describe.configure({ timeout: 180_000 })

test('what one does on the board', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, board } = priya
  const dialogOf = (name: string) => page.getByRole('dialog', { name })
  const closes = async (name: string) => {
    await page.keyboard.press('Escape')
    await expect(dialogOf(name)).toBeHidden()
  }
  await priya.opens(`/w/${created.workshop.id}`)
  await board.isReady()
  await board.showsAll()
  await board.seesNote(SAMPLE.note)

  await board.showsAll()
  await board.selects(SAMPLE.note)
  await passesInEveryForm(page, 'board, a note selected')
  await board.choosesInPanel('Move to…')
  await expect(dialogOf('Move this note to…')).toBeVisible()
  await passesInEveryForm(page, 'board, move a note')
  await closes('Move this note to…')
  await board.letsGo()

  await board.showsAll()
  await board.selects(SAMPLE.barrier)
  await board.choosesInPanel('Merge with…')
  await expect(dialogOf(`Merge “${SAMPLE.barrier}” with…`)).toBeVisible()
  await passesInEveryForm(page, 'board, merge')
  await closes(`Merge “${SAMPLE.barrier}” with…`)
  await board.choosesInPanel('Move notes to…')
  await passesInEveryForm(page, 'board, moving notes')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await board.letsGo()

  await board.showsAll()
  await board.selects(SAMPLE.proposal)
  await passesInEveryForm(page, 'board, a proposal selected')
  await board.choosesInPanel('Link barriers…')
  await expect(dialogOf('Which barriers does it answer?')).toBeVisible()
  await passesInEveryForm(page, 'board, link barriers')
  await closes('Which barriers does it answer?')
  await board.letsGo()

  await board.tool('Deleted').click()
  await expect(dialogOf('Recently deleted')).toBeVisible()
  await passesInEveryForm(page, 'board, recently deleted')
  await closes('Recently deleted')
  await priya.presses('Keys on the board')
  await expect(dialogOf('Keys on the board')).toBeVisible()
  await passesInEveryForm(page, 'board, keys')
  await closes('Keys on the board')

  await board.canvas.focus()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(board.panel.getByRole('heading', { name: /^\d+ notes selected$/ })).toBeVisible()
  await passesInEveryForm(page, 'board, many selected')
  await priya.copies('One line\nAnother line')
  await priya.pastes()
  await expect(page.getByRole('dialog', { name: 'Add 2 notes?' })).toBeVisible()
  await passesInEveryForm(page, 'board, many lines pasted')
  await closes('Add 2 notes?')

  await board.showsAll()
  await board.opensNote(SAMPLE.note)
  await passesInEveryForm(page, 'board, a note being written')
})

test('what one does in the list', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, list } = priya
  await priya.opens(`/w/${created.workshop.id}/list`)
  await list.seesNote(SAMPLE.note)

  await list.looksInto(SAMPLE.otherNote)
  await priya.sees(/^Written by Cerys Vaughan/)
  await passesInEveryForm(page, 'list, a note opened')
  await priya.presses('Delete')
  await priya.sees('Note deleted.')
  await passesInEveryForm(page, 'list, with a message')
  await page.getByRole('button', { name: `More, ${SAMPLE.barrier}`, exact: true }).click()
  await expect(page.getByRole('menuitem', { name: 'Rename' })).toBeVisible()
  await passesInEveryForm(page, 'list, menu of a barrier')
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await expect(page.getByRole('textbox', { name: 'Title of the barrier' })).toBeFocused()
  await passesInEveryForm(page, 'list, a barrier being renamed')
})

test('what opens over the list', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { created } = await givesSample(priya)
  const { page, list } = priya
  await priya.opens(`/w/${created.workshop.id}/list`)
  await list.seesNote(SAMPLE.note)
  await list.looksInto(SAMPLE.otherNote)
  await priya.presses('Delete')
  await priya.sees('Note deleted.')
  for (const [cluster, item, title] of [
    [SAMPLE.barrier, 'Move to another section…', 'Move it to which section?'],
    [SAMPLE.barrier, 'Merge into…', 'Merge into which one?'],
    [SAMPLE.proposal, 'Link barriers…', 'Which barriers does it answer?'],
  ] as const) {
    await list.choosesFor(cluster, item)
    await expect(page.getByRole('dialog', { name: title })).toBeVisible()
    await passesInEveryForm(page, `list, ${item}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await priya.presses('Select')
  await page.getByRole('checkbox', { name: `Select heading, ${SAMPLE.barrier}` }).check()
  await page.getByRole('checkbox', { name: `Select heading, ${SAMPLE.proposal}` }).check()
  await passesInEveryForm(page, 'list, headings selected')
  await priya.presses('Merge headings…')
  await expect(page.getByRole('dialog', { name: 'Merge 2 headings: which one stays?' })).toBeVisible()
  await passesInEveryForm(page, 'list, headings to be merged')
  await page.keyboard.press('Escape')
  await priya.presses('Move to…')
  await expect(page.getByRole('dialog', { name: 'Move 2 clusters to…' })).toBeVisible()
  await passesInEveryForm(page, 'list, headings to be moved')
  await page.keyboard.press('Escape')
  await priya.presses('Done')
  await priya.presses('Recently deleted (1)')
  await expect(page.getByRole('dialog', { name: 'Recently deleted' })).toBeVisible()
  await passesInEveryForm(page, 'list, recently deleted')
  await page.keyboard.press('Escape')
  await priya.presses('Change where the note goes')
  await expect(page.getByRole('menuitemradio', { name: SAMPLE.barrier })).toBeVisible()
  await passesInEveryForm(page, 'list, where notes go')
  await page.keyboard.press('Escape')

  await list.addField.fill('x'.repeat(3_100))
  await list.addField.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'too long' })).toBeVisible()
  await passesInEveryForm(page, 'list, a note too long')
})

test('a canvas for those who may not write on it', async ({ gather }) => {
  const { oscar, facilitator, created } = await gather({ oscar: 'list', facilitator: 'list' })
  await oscar.sees('You are here as an observer. You can read everything and change nothing.')
  await passesInEveryForm(oscar.page, 'list of an observer, empty')
  await oscar.goesTo('Board')
  await oscar.board.isReady()
  await passesInEveryForm(oscar.page, 'board of an observer, empty')
  await oscar.goesTo('Agreement')
  await oscar.seesHeading('Nothing to agree on yet')
  await passesInEveryForm(oscar.page, 'agreement of an observer, empty')
  await facilitator.opens(`/w/${created.workshop.id}/list?preview=participant`)
  await facilitator.sees('You see what a participant sees. Nothing can be changed here.')
  await passesInEveryForm(facilitator.page, 'preview')
})
