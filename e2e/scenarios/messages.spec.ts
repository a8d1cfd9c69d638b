import type { Person } from '../actors/person'
import { expect, test } from '../fixtures/workshop-test'

const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  { width: 360, height: 640 },
] as const

/** Something with a message, on every page and in every window. */
async function closesOrOpensDoor(person: Person): Promise<void> {
  await person.bar.getByRole('button', { name: /^(More|Menu)$/ }).click()
  await person.page.getByRole('menuitem', { name: /^(Close|Open) the door/ }).click()
  await expect(message(person)).toBeVisible()
}

const message = (person: Person) =>
  person.page
    .getByRole('region', { name: 'Messages' })
    .getByRole('listitem')
    .filter({ hasText: /The door is/ })

/** Controls of which the messages hide a part, and the mark of tldraw, which its licence wants seen. */
function covered({ page }: Person, within: string): Promise<string[]> {
  return page.evaluate((selector) => {
    const toasts = [...document.querySelectorAll('[aria-label="Messages"] li')].map((one) =>
      one.getBoundingClientRect(),
    )
    const isUnder = ({ left, right, top, bottom }: DOMRect) =>
      toasts.some(
        (toast) => left < toast.right - 1 && right > toast.left + 1 && top < toast.bottom - 1 && bottom > toast.top + 1,
      )
    const controls = 'button, a[href], input, select, textarea, [class*="watermark"]'
    return [...document.querySelectorAll(selector)]
      .flatMap((part) => [...part.querySelectorAll(controls)])
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[aria-label="Messages"]'))
      .filter((one) => isUnder(one.getBoundingClientRect()))
      .map((one) => one.outerHTML.slice(0, 140))
  }, within)
}

test('messages on the board cover no control and not the mark, in no window, with a panel and without', async ({
  gather,
}) => {
  const { facilitator } = await gather({ facilitator: 'board' })
  const { page, board } = facilitator
  await board.isReady()
  await board.addsNotes('Bids in March')
  for (const size of WINDOWS) {
    await page.setViewportSize(size)
    await closesOrOpensDoor(facilitator)
    await expect.poll(() => covered(facilitator, 'body'), `${size.width} wide`).toEqual([])
    await board.finds('Bids in March')
    await expect.poll(() => covered(facilitator, 'body'), `${size.width} wide, with a panel`).toEqual([])
    await board.letsGo()
    await message(facilitator).getByRole('button', { name: 'Dismiss' }).click()
    await expect(message(facilitator)).toHaveCount(0)
  }
})

test('messages in the list cover neither the bars nor the field for one’s own note', async ({ gather }) => {
  const { facilitator } = await gather({ facilitator: 'list' })
  const { page, list } = facilitator
  await list.isReady()
  for (const size of WINDOWS) {
    await page.setViewportSize(size)
    await closesOrOpensDoor(facilitator)
    await expect.poll(() => covered(facilitator, 'header, [data-bottom-bar]'), `${size.width} wide`).toEqual([])
    await message(facilitator).getByRole('button', { name: 'Dismiss' }).press('Escape')
    await expect(message(facilitator)).toHaveCount(0)
  }
})
