import { expect, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'
const PROPOSALS = 'What could we do?'

test('a note written on the board is in the list at once, and the other way round', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'list' })
  await amina.board.isReady()
  await jon.list.isReady()

  await amina.board.addsNotes('Annual bids mean we hire and lay off', 'Nobody told the councils why')
  await jon.list.seesNote('Annual bids mean we hire and lay off')
  await jon.list.seesNote('Nobody told the councils why')

  await jon.list.addsNote('Caseworkers spend Fridays on forms')
  await amina.board.seesNote('Caseworkers spend Fridays on forms')
  await expect(jon.list.wordsIn(`Not sorted, ${BARRIERS}`)).toHaveText([
    'Annual bids mean we hire and lay off',
    'Nobody told the councils why',
    'Caseworkers spend Fridays on forms',
  ])
  await jon.seesSaved()
  await amina.seesSaved()
})

test('two people typing in the same note keep both texts', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  await amina.list.addsNote('The lift is out of order')
  await jon.list.seesNote('The lift is out of order')

  const aminasField = await amina.list.opensNote('The lift is out of order')
  const jonsField = await jon.list.opensNote('The lift is out of order')
  await aminasField.press('End')
  await jonsField.press('Home')
  await Promise.all([aminasField.pressSequentially(' on Fridays'), jonsField.pressSequentially('Again and again: ')])
  for (const field of [aminasField, jonsField])
    await expect(field).toHaveValue('Again and again: The lift is out of order on Fridays')
})

test('one types on the board and one in the list, in the same note, and both texts stay', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'list' })
  await amina.board.isReady()
  await jon.list.addsNote('Four returns')
  await amina.board.seesNote('Four returns')

  const onBoard = await amina.board.opensNote('Four returns')
  const inList = await jon.list.opensNote('Four returns')
  await expect(amina.board.canvas.getByText('Jon is typing')).toBeVisible()
  await onBoard.press('End')
  await inList.press('Home')
  await Promise.all([onBoard.pressSequentially(' ask the same questions'), inList.pressSequentially('Every month: ')])
  for (const field of [onBoard, inList])
    await expect(field).toHaveValue('Every month: Four returns ask the same questions')
})

test('a note dragged into a cluster on the board is seen there in the list', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'list' })
  await jon.list.addsCluster('barrier', BARRIERS, 'Money comes late')
  await jon.list.addsNote('The spending review decides late')
  await amina.board.isReady()
  await amina.board.showsAll()
  await amina.board.seesNote('The spending review decides late')

  await amina.board.drags('The spending review decides late', 'Money comes late')
  await expect(jon.list.wordsIn('Money comes late')).toHaveText(['The spending review decides late'])
  await amina.seesSaved()
})

test('pointers of others are seen on the board with their names', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'board' })
  await amina.board.isReady()
  await jon.board.isReady()
  const canvas = await amina.board.canvas.boundingBox()
  if (!canvas) throw new Error('the board is not drawn')
  await amina.page.mouse.move(canvas.x + 300, canvas.y + 260, { steps: 3 })
  await expect(jon.board.text('Amina')).toBeVisible()
  await amina.page.close()
  await expect(jon.board.text('Amina')).toHaveCount(0)
})

test('undo takes back my own last change and nobody else’s', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  await amina.list.addsNote('Mine')
  await jon.list.addsNote('His')
  await amina.list.seesNote('His')

  await amina.presses('Undo new note')
  await jon.list.seesNoNote('Mine')
  await jon.list.seesNote('His')
  await expect(amina.page.getByRole('button', { name: 'Undo', exact: true })).toHaveAttribute('aria-disabled', 'true')

  await amina.presses('Redo new note')
  await jon.list.seesNote('Mine')
})

test('undo is refused in words when somebody has changed it since', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'list', jon: 'list' })
  await amina.list.addsNote('We hire in March')
  const field = await jon.list.opensNote('We hire in March')
  await field.press('End')
  await field.pressSequentially(' and lay off in April')
  await field.press('Enter')
  await amina.list.seesNote('We hire in March and lay off in April')

  await amina.presses('Undo new note')
  await amina.sees('Jon wrote in it since, so it stays as it is.')
  await jon.list.seesNote('We hire in March and lay off in April')
})

test('removing a heading leaves its notes in Not sorted, and the facilitator puts the heading back', async ({
  gather,
}) => {
  const { facilitator, amina } = await gather({ facilitator: 'list', amina: 'list' })
  await amina.list.addsCluster('barrier', BARRIERS, 'Trust')
  await amina.list.writesInto('Trust')
  await amina.list.addsNote('We heard of it in the papers')
  await amina.list.addsNote('Each side counts alone')

  await amina.list.choosesFor('Trust', /^Remove heading/)
  await amina.sees('Heading removed. Its 2 notes are in Not sorted.')
  await expect(facilitator.list.wordsIn(`Not sorted, ${BARRIERS}`)).toHaveText([
    'We heard of it in the papers',
    'Each side counts alone',
  ])
  await expect(facilitator.list.heading('Barrier', 'Trust')).toHaveCount(0)

  await facilitator.presses('Recently deleted (1)')
  await facilitator.presses('Put back, Trust')
  await expect(amina.list.heading('Barrier', 'Trust')).toBeVisible()
})

test('people delete only what they wrote; the facilitator puts a deleted note back', async ({ gather }) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'list', jon: 'list' })
  await amina.list.addsNote('Bids are due in August')
  await jon.list.looksInto('Bids are due in August')
  await jon.sees('Written by Amina, Department · Central')
  await jon.sees('Only the person who wrote it, or a facilitator, can delete it.')
  await expect(jon.page.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(0)

  await amina.list.deletesNote('Bids are due in August')
  await jon.list.seesNoNote('Bids are due in August')
  await facilitator.presses('Recently deleted (1)')
  await facilitator.presses('Put back, Bids are due in August')
  await amina.list.seesNote('Bids are due in August')
})

test('one note becomes a barrier in one step, and on the board a proposal answers it in one more', async ({
  gather,
}) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'list' })
  await jon.list.addsNote('Nobody has counted the whole spend')
  await jon.list.looksInto('Nobody has counted the whole spend')
  await jon.presses('Make it a barrier')
  await expect(jon.list.heading('Barrier', 'Nobody has counted the whole spend')).toBeVisible()
  await jon.list.renames('Nobody has counted the whole spend', 'barrier', 'No count')

  await amina.board.isReady()
  await amina.board.showsAll()
  await amina.board.selects('No count')
  await amina.board.choosesInPanel('Propose an answer')
  await amina.board.titleField.fill('One count for one place')
  await amina.board.titleField.press('Enter')
  await expect(jon.list.heading('Proposal', 'One count for one place')).toBeVisible()
  await expect(jon.page.getByRole('region', { name: PROPOSALS }).getByRole('link')).toHaveText(['No count'])
})
