import { expect, test } from '../fixtures/workshop-test'

test('a page whose code comes late starts at its heading like any other, once it has come', async ({ arrives }) => {
  const anybody = await arrives('Anybody')
  const { page } = anybody
  let arrive: () => void = () => undefined
  const wanted = new Promise<void>((resolve) => (arrive = resolve))
  await page.route(/\/assets\/help-.*\.js$/, async (route) => {
    await wanted
    await route.continue()
  })
  await anybody.opens('/')
  await page.getByRole('link', { name: 'Help' }).first().focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/help$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
  arrive()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('#main')).toBeFocused()
  await expect(page.getByRole('banner')).toBeInViewport({ ratio: 1 })
})
