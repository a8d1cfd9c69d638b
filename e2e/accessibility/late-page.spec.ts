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

test('a page whose code did not come is loaded again by itself; should it stay away, it says so', async ({
  arrives,
}) => {
  const anybody = await arrives('Anybody')
  const { page } = anybody
  let loads = 0
  let fails = 1
  await page.route(/\/help$/, (route) => {
    loads += 1
    return route.continue()
  })
  await page.route(/\/assets\/help-.*\.js$/, (route) => (loads <= fails ? route.abort() : route.continue()))
  await anybody.opens('/help')
  await expect(page.getByRole('heading', { level: 1, name: /Help/ })).toBeVisible()
  expect(loads).toBe(2)
  loads = 0
  fails = 2
  await page.evaluate(() => sessionStorage.clear())
  await anybody.opens('/help')
  await expect(page.getByRole('heading', { level: 1, name: 'Something went wrong on this page' })).toBeVisible()
  expect(loads).toBe(2)
})

test('a page of which no code has come says how to load it again', async ({ arrives }) => {
  const anybody = await arrives('Anybody')
  const { page } = anybody
  await page.route(/\/assets\/index-.*\.js$/, (route) => route.abort())
  await anybody.opens('/help')
  await expect(page.getByText('please load it again')).toBeVisible({ timeout: 20_000 })
  await page.unroute(/\/assets\/index-.*\.js$/)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: /Help/ })).toBeVisible()
  await expect(page.getByText('please load it again')).toHaveCount(0)
})
