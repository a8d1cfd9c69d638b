import { readFile } from 'node:fs/promises'
import { boxAtRest } from '../actors/board'
import { expect, test } from '../fixtures/workshop-test'

test('[B40] [B42] [B45] what one draws others see and read, and only its author or a facilitator takes it away', async ({
  gather,
}) => {
  const { amina, jon, facilitator } = await gather({ amina: 'board', jon: 'board', facilitator: 'list' })
  await Promise.all([amina.board.isReady(), jon.board.isReady()])

  await amina.board.tool('Draw').click()
  await amina.board.draws([500, 300], [620, 360], [740, 300])
  await amina.page.keyboard.press('a')
  await amina.board.draws([800, 300], [980, 380])
  await expect(jon.board.drawnLines).toHaveCount(3)

  // asked in passing: the canvas still has the focus, and the question is about the arrow by now
  const question = amina.page.getByRole('textbox', { name: 'What does this show?' })
  await expect(question).not.toBeFocused()
  await question.fill('Money goes from here to there')
  await question.press('Enter')
  await expect(question).toBeHidden()
  const row = facilitator.page.getByRole('list', { name: 'Drawings' }).getByRole('listitem')
  await expect(row.filter({ hasText: 'Arrow: Money goes from here to there' })).toBeVisible()

  // from so far away that notes are blocks, lines are still lines
  await jon.page.setViewportSize({ width: 390, height: 844 })
  await jon.board.showsAll()
  await expect(jon.board.drawnLines.first()).toBeVisible()
  await jon.page.setViewportSize({ width: 1280, height: 720 })
  await jon.board.showsAll()

  // Jon's eraser leaves what Amina drew
  await boxAtRest(jon.board.drawnLines.first())
  await jon.board.canvas.focus()
  await jon.page.keyboard.press('e')
  await jon.board.draws([620, 280], [620, 400])
  await jon.sees(/^What others drew stays/)
  await expect(jon.board.drawnLines).toHaveCount(3)

  await facilitator.page.getByRole('button', { name: /^Delete, Pen drawing/ }).click()
  await expect(amina.board.drawnLines).toHaveCount(2)
  await facilitator.page.getByRole('button', { name: 'Undo deleting a drawing' }).click()
  await expect(amina.board.drawnLines).toHaveCount(3)

  // her own eraser takes the arrow with one stroke, and one undo brings it back
  await amina.board.canvas.focus()
  await amina.page.keyboard.press('e')
  await amina.board.draws([890, 280], [890, 400])
  await expect(jon.board.drawnLines).toHaveCount(1)
  await amina.page.keyboard.press('Escape')
  await amina.page.keyboard.press('Control+z')
  await expect(jon.board.drawnLines).toHaveCount(3)
  await amina.seesSaved()
})

test('[B46] a canvas is saved as a picture, from the board and from the list', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'list' })
  await amina.board.isReady()
  await jon.list.addsNote('Annual bids mean we hire in March')
  await amina.page.getByRole('button', { name: 'Save as picture' }).click()
  const [fromBoard] = await Promise.all([
    amina.page.waitForEvent('download'),
    amina.page.getByRole('button', { name: 'Save picture' }).click(),
  ])
  const [fromList] = await Promise.all([
    jon.page.waitForEvent('download'),
    jon.page.getByRole('button', { name: 'Save as picture' }).click(),
  ])
  expect(fromBoard.suggestedFilename()).toBe('homelessness-funding-barriers-and-proposals.png')
  const [one, other] = await Promise.all([fromBoard, fromList].map(async (file) => readFile(await file.path())))
  expect(one?.subarray(1, 4).toString()).toBe('PNG')
  expect([one?.readUInt32BE(16), one?.readUInt32BE(20)]).toEqual([3312, 1992])
  expect(one?.equals(other ?? Buffer.alloc(0)), 'the same picture on every screen').toBe(true)
})
