import { givesSample } from '../fixtures/sample'
import { expect, test } from '../fixtures/workshop-test'

/** 1280 px at 400 % zoom: the narrowest that WCAG 1.4.10 asks for. */
test.use({ viewport: { width: 320, height: 640 } })

test('what one is about to press in a menu stays where it is when the page scrolls beneath', async ({ arrives }) => {
  const priya = await arrives('Priya')
  const { page } = priya
  const { created } = await givesSample(priya)
  await priya.opens(`/w/${created.workshop.id}/list`)
  await priya.bar.getByRole('button', { name: 'Menu' }).click()
  const item = page.getByRole('menuitem', { name: 'Share', exact: true })
  await expect(item).toBeVisible()
  // before the next frame: what puts a menu back in its place afterwards is too late for a finger
  const [before, after] = await item.evaluate((element) => {
    const at = element.getBoundingClientRect().top
    window.scrollBy(0, 200)
    return [at, element.getBoundingClientRect().top]
  })
  expect(after).toBe(before)
})
