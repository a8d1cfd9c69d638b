import type { Page } from '@playwright/test'
import { expect, test } from '../fixtures/workshop-test'

const BARRIERS = 'What gets in the way?'

test('Amina works on the board by keys alone, and Jon in the list sees each move once', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'list' })
  const { page, board } = amina
  await board.isReady()
  await jon.list.isReady()
  await board.canvas.focus()
  await page.keyboard.press('n')
  for (const words of ['Annual bids', 'Four returns', 'Nobody reports back']) {
    await expect(board.openField).toHaveValue('')
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Escape')
  await expect(board.openField).toBeHidden()

  // the first link of the canvas leads to the other view
  await expect(page.getByRole('main').getByRole('link').first()).toHaveText('This canvas as a list')

  // [B31] one stop for Tab; the focus points at the item, which has its words and its number
  await expect(board.canvas).toBeFocused()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  const item = board.canvas.getByRole('option', { selected: true })
  await expect(item).toHaveAccessibleName(`Annual bids. Central. Not sorted, in ${BARRIERS}`)
  await expect(item).toHaveAttribute('aria-posinset', '2')
  await expect(board.canvas).toHaveAttribute('aria-activedescendant', (await item.getAttribute('id')) ?? '')

  // [B30] picked up, moved, put back; then dropped for good
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await amina.hears(`Not sorted, in ${BARRIERS}, 2 of 3`)
  await page.keyboard.press('Escape')
  await amina.hears('Put back where it was.')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await amina.hears(`Dropped. Not sorted, in ${BARRIERS}, 3 of 3.`)
  const words = jon.list.wordsIn(`Not sorted, ${BARRIERS}`)
  await expect(words).toHaveText(['Four returns', 'Nobody reports back', 'Annual bids'])

  // [B35] undo in words, from wherever the focus is
  await expect(board.tool('Undo')).toHaveAttribute('title', 'Undo move of a note')
  await board.tool('Note').focus()
  await page.keyboard.press('Control+z')
  await expect(words).toHaveText(['Annual bids', 'Four returns', 'Nobody reports back'])

  // [B32] search, and back to the canvas with what was found
  await board.canvas.focus()
  await page.keyboard.press('/')
  await page.keyboard.type('RÉTURNS')
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(board.canvas).toBeFocused()
  await expect(item).toHaveAccessibleName(/^Four returns/)
  await page.keyboard.press('Escape')
  await expect(board.panel).toBeHidden()
  await page.keyboard.press('0')

  // [B34] from far and near one comes back to the whole; Space held with a drag moves around and picks nothing up
  const parked = async () => Object.values(await board.middleOf('Parked')).map(Math.round)
  const whole = await parked()
  const zoom = page.getByRole('button', { name: /^Zoom: / })
  const percent = await zoom.innerText()
  for (const way of [-1, 1]) {
    await page.mouse.move(600, 400)
    await page.keyboard.down('Control')
    for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, way * 200)
    await page.keyboard.up('Control')
    await page.mouse.wheel(4_000, 4_000)
    await expect(zoom).not.toHaveText(percent)
    await page.keyboard.press('0')
    await expect.poll(parked).toEqual(whole)
  }
  // the list of sections leads to each of them
  await page.getByRole('button', { name: 'Go to', exact: true }).click()
  await page.getByRole('menuitem', { name: /^Parked/ }).click()
  await expect(board.panel.getByRole('heading', { name: 'Parked' })).toBeVisible()
  await expect.poll(parked).not.toEqual(whole)
  await board.letsGo()
  await board.canvas.focus()
  await page.keyboard.press('0')
  await expect.poll(parked).toEqual(whole)
  // what the wheel has asked for is not done after the key: not with the frame to come, and not again where the page is busy
  await board.canvas.evaluate(async (canvas) => {
    const beneath = document.elementFromPoint(600, 400) ?? canvas
    beneath.dispatchEvent(new WheelEvent('wheel', { deltaX: 400, deltaY: 400, bubbles: true, cancelable: true }))
    canvas.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true, cancelable: true }))
    const until = performance.now() + 200
    while (performance.now() < until);
    for (let frame = 0; frame < 3; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
  })
  await expect.poll(parked).toEqual(whole)
  await page.keyboard.down('Space')
  await page.mouse.down()
  await page.mouse.move(540, 340, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.up('Space')
  await expect.poll(parked).not.toEqual(whole)
  await page.keyboard.press('0')
  await expect(words).toHaveText(['Annual bids', 'Four returns', 'Nobody reports back'])

  // [B33] the switch for single keys
  await page.keyboard.press('?')
  await page.getByRole('checkbox', { name: 'Letters and signs as shortcuts' }).uncheck()
  await page.keyboard.press('Escape')
  await board.canvas.focus()
  await page.keyboard.press('n')
  await expect(board.openField).toBeHidden()
  await page.keyboard.press('Control+f')
  await expect(page.getByRole('search')).toBeVisible()
})

test('a drag is one update however far it goes; others see it and the pointer, until pointers are hidden', async ({
  gather,
}) => {
  const { facilitator, amina, jon } = await gather({ facilitator: 'list', amina: 'board', jon: 'board' })
  await Promise.all([amina.board.isReady(), jon.board.isReady()])
  await amina.board.addsNotes('Annual bids', 'Four returns')
  await jon.board.seesNote('Four returns')
  await amina.seesSaved()

  const sent = updatesOf(amina.page)
  await amina.comesBack()
  await amina.board.isReady()
  await amina.board.showsAll()
  await amina.seesSaved()
  const before = sent.length
  const { x, y } = await amina.board.middleOf('Annual bids')
  await amina.page.mouse.move(x, y)
  await amina.page.mouse.down()
  for (let round = 0; round < 6; round++) {
    await amina.page.mouse.move(x + 500, y + 260, { steps: 20 })
    await amina.page.mouse.move(x + 20, y + 40, { steps: 20 })
  }
  await amina.page.mouse.move(x + 420, y + 120, { steps: 8 })
  // [B2] Jon sees it carried, by whom and of which side, before anything was written
  await expect(jon.board.canvas.getByText('Amina', { exact: true }).first()).toBeAttached()
  await expect(jon.board.canvas.getByText('Central', { exact: true }).first()).toBeAttached()
  expect(sent.slice(before)).toEqual([])
  await amina.page.mouse.up()
  await expect.poll(() => sent.length - before).toBe(1)
  await amina.seesSaved()
  expect(sent.slice(before).length, 'updates of the document for 250 movements').toBe(1)
  expect(sent.at(-1), 'bytes').toBeLessThan(300)

  await facilitator.leads.chooses('Hide pointers')
  await amina.page.mouse.move(x, y + 200, { steps: 5 })
  await expect(jon.board.canvas.getByText('Central', { exact: true })).toHaveCount(0)
})

/** The sizes of the updates of canvas documents that a page sends from now on, presence left out. */
function updatesOf(page: Page): number[] {
  const sizes: number[] = []
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/sync/canvas')) return
    socket.on('framesent', ({ payload }) => {
      const [kind, step] = Buffer.from(payload)
      if (kind === 0 && step === 2) sizes.push(payload.length)
    })
  })
  return sizes
}
