import type { Page } from '@playwright/test'
import type { Person } from '../actors/person'
import { expect, test } from '../fixtures/workshop-test'

/*
 * Every window of every test is watched for requests that leave the server's origin and for errors of the page (person.ts).
 * Here somebody opens all pages one after the other, so that none is missed, and the browser is asked to report what the
 * content security policy stopped.
 */
const VIOLATIONS = 'violations of the policy'

test('no page asks anybody but the server, breaks the policy, or logs an error', async ({ arrives, product }) => {
  const asked = new Set<string>()
  const priya = await arrives('Priya')
  priya.page.context().on('request', (request) => asked.add(new URL(request.url()).origin))
  await listenForViolations(priya.page)

  for (const address of ['/', '/new', '/join', '/join?code=amber-otter-42', '/join/nothing', '/privacy', '/help'])
    await settles(priya, address)
  for (const address of ['/accessibility', '/nowhere', '/w/nothing']) await settles(priya, address)

  await priya.opens('/')
  await priya.presses('Try a sample workshop')
  await priya.startsReading()
  await priya.board.isReady()
  await priya.board.addsNotes('A note on the board')
  await priya.leads.opensShare()
  await expect(priya.leads.sharePanel.getByRole('img')).toBeVisible()
  await priya.page.keyboard.press('Escape')
  for (const place of ['List', 'Agreement', 'Record'] as const) {
    await priya.goesTo(place)
    await expect(priya.page.getByRole('main').getByRole('heading').first()).toBeVisible()
  }
  expect(await violations(priya.page)).toEqual([])
  expect(priya.troubles).toEqual([])
  asked.delete('null') // pages made of data: and blob: addresses have no origin
  expect([...asked]).toEqual([product.url])
})

test('the policy itself lets nothing of others in', async ({ arrives, product }) => {
  const priya = await arrives('Priya')
  const answer = await priya.page.goto(product.url)
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toMatch(/https?:|\*/)
  expect(policy).not.toMatch(/script-src[^;]*'unsafe/)
})

async function settles(person: Person, address: string): Promise<void> {
  await person.opens(address)
  await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await violations(person.page)).toEqual([])
}

async function listenForViolations(page: Page): Promise<void> {
  await page.addInitScript((key) => {
    const seen: string[] = []
    Object.assign(window, { [key]: seen })
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.effectiveDirective}: ${event.blockedURI}`),
    )
  }, VIOLATIONS)
}

function violations(page: Page): Promise<unknown> {
  return page.evaluate((key) => Reflect.get(window, key), VIOLATIONS)
}
