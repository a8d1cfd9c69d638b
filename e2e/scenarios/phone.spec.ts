import type { Locator } from '@playwright/test'
import { boxAtRest, middleOf } from '../actors/board'
import { Fingers } from '../actors/fingers'
import type { Person } from '../actors/person'
import { givesSample, SAMPLE } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true }
/** What a keyboard leaves of it. */
const WITH_KEYBOARD = { width: 360, height: 300 }

test('[L42] the keyboard covers neither the field nor its buttons', async ({ arrives }) => {
  const priya = await arrives('Priya', PHONE)
  const { created } = await givesSample(priya)
  const { page, list } = priya
  const keyboardOpens = () => page.setViewportSize(WITH_KEYBOARD)
  const keyboardCloses = () => page.setViewportSize(PHONE.viewport)
  await priya.opens(`/w/${created.workshop.id}/list`)
  await list.addField.tap()
  await keyboardOpens()
  await liesOpen(list.addField)
  await liesOpen(page.getByRole('button', { name: 'Add', exact: true }))
  const before = await page.evaluate(() => scrollY)
  await list.addField.pressSequentially('The page stays where it is')
  expect(await page.evaluate(() => scrollY)).toBe(before)
  await list.addField.press('Enter')
  await liesOpen(list.note('The page stays where it is').getByRole('paragraph'))
  await keyboardCloses()

  await list.note(SAMPLE.note).getByRole('paragraph').tap()
  await expect(list.openField).toBeFocused()
  await keyboardOpens()
  await liesOpen(list.openField)
  await keyboardCloses()
  await priya.bar.tap({ position: { x: 5, y: 5 } })
  await expect(list.openField).toBeHidden()

  await list
    .note(SAMPLE.note)
    .getByRole('button', { name: /^Move to…, / })
    .tap()
  await keyboardOpens()
  await liesOpen(page.getByRole('textbox', { name: 'Find a heading' }))
  await keyboardCloses()
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).tap()

  await priya.opens(`/w/${created.workshop.id}?view=board`)
  await priya.board.isReady()
  await priya.board.tool('Note').tap()
  await expect(priya.board.openField).toBeFocused()
  await keyboardOpens()
  await liesOpen(priya.board.openField)
})

test('[L43] composing loses and doubles no letter while somebody else types in the same note', async ({ gather }) => {
  const { amina, jon } = await gather({ amina: 'board', jon: 'list' })
  await jon.list.addsNote('end')
  await amina.board.isReady()
  await amina.board.showsAll()
  const inList = await jon.list.opensNote('end')
  await amina.board.finds('end')
  await amina.page.keyboard.press('Enter')
  await expect(amina.board.openField).toBeFocused()
  await composesWhile(jon, inList, { types: amina, into: amina.board.openField })
  await composesWhile(amina, amina.board.openField, { types: jon, into: inList })
})

/** One composes at the beginning, the other types at the end; both words are whole in both windows. */
async function composesWhile(composer: Person, field: Locator, { types, into }: { types: Person; into: Locator }) {
  const fingers = await Fingers.of(composer.page)
  const before = await field.inputValue()
  await field.press('ControlOrMeta+Home')
  await into.press('ControlOrMeta+End')
  const typing = into.pressSequentially(` ${types.name}`)
  for (const words of ['に', 'にh', 'にほ', 'にほn', 'にほん']) await fingers.composes(words)
  await typing
  // the other's letters wait until the composition ends
  await expect(into).toHaveValue(new RegExp(` ${types.name}$`))
  await fingers.settles('日本')
  const whole = `日本${before} ${types.name}`
  await expect(field).toHaveValue(whole)
  await expect(into).toHaveValue(whole)
}

test('[L44] the board on a phone: pinch, pan, tap, double tap, and nothing over the canvas', async ({ arrives }) => {
  const priya = await arrives('Priya', PHONE)
  const { created } = await givesSample(priya)
  const { page, board } = priya
  await priya.opens(`/w/${created.workshop.id}?view=board`)
  await board.isReady()
  const fingers = await Fingers.of(page)
  const canvas = await boxAtRest(board.canvas)
  const tools = await boxAtRest(page.getByRole('toolbar', { name: 'Board tools' }))
  const zoom = await boxAtRest(page.getByRole('group', { name: 'Zoom' }))
  expect(Math.min(tools.y, zoom.y)).toBeGreaterThanOrEqual(canvas.y + canvas.height)
  for (const tool of await page.getByRole('toolbar', { name: 'Board tools' }).getByRole('button').all()) {
    const box = await boxAtRest(tool)
    expect(box.x).toBeGreaterThanOrEqual(0)
    expect(box.x + box.width).toBeLessThanOrEqual(PHONE.viewport.width)
  }

  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 }
  for (let times = 0; times < 2; times += 1) await fingers.pinches(middle, 60, 260)
  await expect(board.far).toBeHidden()
  const card = await someCard(board.canvas)
  const { width } = await boxAtRest(card)
  await fingers.pinches(middle, 220, 160)
  await expect.poll(async () => (await boxAtRest(card)).width).toBeLessThan(width)

  const lay = await boxAtRest(card)
  await fingers.drags(middle, { x: middle.x + 30, y: middle.y + 20 })
  await expect.poll(async () => (await boxAtRest(card)).x - lay.x).toBeGreaterThan(10)

  await fingers.tap(await middleOf(await someCard(board.canvas)))
  await expect(board.panel.getByRole('heading', { level: 2 })).toBeVisible()
  await board.panel.getByRole('button', { name: 'Close' }).tap()
  await page.getByRole('button', { name: 'Show the whole canvas' }).tap()
  await expect(board.far).toBeVisible()
  await fingers.doubleTap(middle)
  await expect(board.canvas).toBeVisible()
  // tldraw asks to hold a touch back where it cannot be; browsers say so, and nothing comes of it
  const idle = /inside passive event listener|Ignored attempt to cancel a touchend event/
  const others = priya.troubles.filter((words) => !idle.test(words))
  priya.troubles.splice(0, priya.troubles.length, ...others)
})

/** A card that is drawn large enough to read, with its middle in sight. */
async function someCard(canvas: Locator): Promise<Locator> {
  const drawn = canvas.locator('[data-shape-type="note"]')
  const find = () =>
    drawn.evaluateAll((shapes) => {
      const sight = shapes[0]?.closest('[role="application"]')?.getBoundingClientRect()
      const found = shapes.find((shape) => {
        const { x, y, width, height } = shape.getBoundingClientRect()
        const [left, top] = [x + width / 2, y + height / 2]
        return sight && width > 40 && left > 0 && left < sight.right && top > sight.top && top < sight.bottom
      })
      return found?.getAttribute('data-shape-id')
    })
  let id: string | null | undefined
  await expect.poll(async () => (id = await find())).toBeTruthy()
  return canvas.locator(`[data-shape-id="${id}"]`).first()
}

/** In the window as a whole, and nothing lies over its middle. */
async function liesOpen(target: Locator): Promise<void> {
  const why = () =>
    target.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      if (top < 0 || bottom > innerHeight) return `from ${top} to ${bottom} of ${innerHeight}`
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return element.contains(over) || over?.contains(element) ? 'open' : `under ${over?.outerHTML.slice(0, 100)}`
    })
  await expect.poll(why).toBe('open')
}
