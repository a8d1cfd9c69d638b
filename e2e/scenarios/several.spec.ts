import { byKeyboard } from '../actors/hands'
import { expect, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'

test('[L68] by keys Amina moves two notes and a heading at once and takes it back in one step; Jon sees both', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  const { page, list } = amina
  const hands = await byKeyboard(page)
  for (const words of ['Bids in March', 'Four returns', 'Silence since May', 'Nobody reports back'])
    await list.addsNote(words)
  await hands.presses(page.getByRole('button', { name: 'Move to…, Silence since May' }))
  await page.keyboard.type('No reports')
  const ways = page.getByRole('dialog').getByRole('region', { name: BARRIERS })
  await hands.presses(ways.getByRole('button', { name: /^New barrier/ }))
  await expect(list.heading('Barrier', 'No reports')).toBeVisible()
  const unsorted = jon.list.wordsIn(`Not sorted, ${BARRIERS}`)
  const parked = jon.page.getByRole('region', { name: 'Parked', exact: true })
  const parkedHeading = parked.getByRole('heading', { level: 3, name: 'Barrier: No reports', exact: true })
  await expect(unsorted).toHaveText(['Bids in March', 'Four returns', 'Nobody reports back'])

  await hands.presses(page.getByRole('button', { name: 'Select', exact: true }))
  await hands.ticks(page.getByRole('checkbox', { name: 'Select, Bids in March' }))
  await hands.ticks(page.getByRole('checkbox', { name: 'Select, Four returns' }))
  await hands.ticks(page.getByRole('checkbox', { name: 'Select heading, No reports' }))
  const bar = page.getByRole('region', { name: 'What is selected' })
  await expect(bar.getByRole('heading')).toHaveText('2 notes and 1 cluster selected')
  await hands.presses(bar.getByRole('button', { name: 'Move to…', exact: true }))
  const dialog = page.getByRole('dialog', { name: 'Move 2 notes and 1 cluster to…' })
  await hands.presses(dialog.getByRole('button', { name: /^Parked/ }))
  await expect(dialog).toBeHidden()
  await amina.hears('2 notes and 1 cluster moved to Parked.')
  await expect(page.getByRole('checkbox', { name: 'Select, Nobody reports back' })).toBeFocused()

  await expect(parkedHeading).toBeVisible()
  await expect(jon.list.wordsIn('Not sorted, Parked')).toHaveText(['Bids in March', 'Four returns'])
  await expect(jon.list.wordsIn('No reports')).toHaveText(['Silence since May'])
  await expect(unsorted).toHaveText(['Nobody reports back'])

  await hands.presses(page.getByRole('button', { name: 'Undo move of 2 notes and 1 cluster' }))
  await expect(unsorted).toHaveText(['Bids in March', 'Four returns', 'Nobody reports back'])
  await expect(parkedHeading).toHaveCount(0)
  await expect(jon.list.wordsIn('No reports')).toHaveText(['Silence since May'])
  await amina.seesSaved()
  expect(hands.foul).toEqual([])
})

test('[L69] Amina merges three headings and removes two at once, each one step back; Jon on the board sees it', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'board' })
  const { page, list } = amina
  await jon.board.isReady()
  const titles = ['Forms', 'Money', 'Silence']
  for (const title of titles) {
    await list.addsNote(`Note of ${title}`)
    await list.movesNoteIntoNew(`Note of ${title}`, title, BARRIERS)
  }
  const hands = await byKeyboard(page)
  const box = (title: string) => page.getByRole('checkbox', { name: `Select heading, ${title}` })
  const bar = page.getByRole('region', { name: 'What is selected' })
  await hands.presses(page.getByRole('button', { name: 'Select', exact: true }))
  for (const title of titles) await hands.ticks(box(title))
  await hands.presses(bar.getByRole('button', { name: 'Merge headings…' }))
  const dialog = page.getByRole('dialog', { name: 'Merge 3 headings: which one stays?' })
  await hands.presses(dialog.getByRole('button', { name: /^Money/ }))
  await expect(list.wordsIn('Money')).toHaveText(['Note of Money', 'Note of Forms', 'Note of Silence'])
  await jon.board.showsAll()
  await jon.board.seesNote('Note of Silence')
  await expect(page.getByRole('button', { name: 'Undo merging 3 clusters' })).toBeVisible()
  const messages = page.getByRole('region', { name: 'Messages' })
  await hands.presses(messages.getByRole('button', { name: 'Undo', exact: true }))
  for (const title of titles) await expect(list.wordsIn(title)).toHaveText([`Note of ${title}`])

  await hands.ticks(box('Forms'))
  await hands.ticks(box('Silence'))
  await hands.presses(bar.getByRole('button', { name: 'Delete', exact: true }))
  await amina.hears('2 headings removed. Their 2 notes are in Not sorted.')
  await expect(list.wordsIn(`Not sorted, ${BARRIERS}`)).toHaveText(['Note of Forms', 'Note of Silence'])
  await expect(page.getByRole('button', { name: 'Undo delete of 2 clusters' })).toBeVisible()
  await hands.presses(messages.getByRole('button', { name: 'Undo', exact: true }))
  for (const title of titles) await expect(list.wordsIn(title)).toHaveText([`Note of ${title}`])
  await amina.seesSaved()
  await jon.goesTo('List')
  for (const title of titles) await expect(jon.list.wordsIn(title)).toHaveText([`Note of ${title}`])
  expect(hands.foul).toEqual([])
})
