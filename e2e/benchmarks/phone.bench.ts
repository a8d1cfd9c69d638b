import { loadavg } from 'node:os'
import { devices, type Page } from '@playwright/test'
import type { MemberId } from '../../shared/domain/ids'
import { createWorkshop, Device, linkOf } from '../actors/device'
import { openProduct } from '../fixtures/product'
import { openSlowLine, SLOW_LINE } from '../fixtures/slow-line'
import { opensAllSteps } from '../fixtures/steps'
import { machine, openChromium, print, spread } from './chromium'
import { seedNotes } from './seed-notes'

/**
 * A phone (4 times slower than this machine) on a slow line, nothing cached, for each round a fresh browser: how long until
 * the join page can be filled in (goal ≤ 3 s) and until the list of 300 notes can be worked with (goal ≤ 5 s).
 * `--rounds=3` measures less often, `--requests` prints what was asked for and when.
 */
const rounds = Number(process.argv.find((one) => one.startsWith('--rounds='))?.slice(9) ?? 5)
const showsRequests = process.argv.includes('--requests')
const SLOWER = 4
/** So long somebody writes their name and where they are from, ms; the page fetches what comes next meanwhile. */
const WRITES_MS = 8_000

const product = await openProduct()
const browser = await openChromium()
const { roundTripMs, kilobitsPerSecond, loss } = SLOW_LINE
print(
  `A phone: ${SLOWER}× slower, ${roundTripMs} ms there and back, ${kilobitsPerSecond} kbit/s, ${loss * 100} % loss.`,
)
print(machine())
try {
  const facilitator = new Device(product.url)
  const created = await createWorkshop(facilitator)
  await opensAllSteps(facilitator, created.workshop.id)
  const room = await facilitator.open(`canvas/${created.canvases[0]?.id}`)
  await seedNotes(room, 300, { member: created.member.id as MemberId, side: 'central' })
  room.close()
  const writer = new Device(product.url)
  await writer.post('/api/join', { token: linkOf(created, 'local').token, name: 'Jon', organisation: 'Westshire' })
  await measured({
    name: 'join page can be filled in',
    path: `/join/${linkOf(created, 'everyone').token}`,
    done: async (page) => {
      await isSeen(page, 'input[name="name"]')
      await page.getByLabel('Your name').fill('Amina')
    },
  })
  await measured({
    name: 'list of 300 notes can be worked with, from the press of Join',
    path: `/join/${linkOf(created, 'local').token}`,
    before: fillsIn,
    done: briefAndListAreThere,
  })
  await measured({
    name: 'list of 300 notes can be worked with, from its address',
    path: `/w/${created.workshop.id}/list`,
    as: writer,
    done: listIsThere,
  })
} finally {
  await browser.close()
  await product.close()
}

/** The way most people come: a link, and the form. */
async function fillsIn(page: Page, round: number): Promise<void> {
  await page.getByLabel('Your name').pressSequentially(`Amina ${round}`)
  await page.getByLabel(/^(Your o|O)rganisation/).fill('Westshire')
  await page.waitForTimeout(WRITES_MS)
  await page.getByRole('button', { name: 'Join the workshop' }).click()
}

/** The brief is shown once over it, and is put aside without being read. */
async function briefAndListAreThere(page: Page): Promise<void> {
  await isSeen(page, '[role="dialog"] button')
  await page.getByRole('dialog').getByRole('button', { name: 'Start', exact: true }).click()
  await listIsThere(page)
}

async function listIsThere(page: Page): Promise<void> {
  await isSeen(page, '[data-cluster] [data-note]')
  await isSeen(page, '#add-note-text')
  await page.getByText('Cluster 1: the same question twice').first().waitFor()
  await page.locator('#add-note-text').fill('Buses')
}

/** In the frame in which it is: a locator that has waited for a second looks again only every half a second. */
async function isSeen(page: Page, selector: string): Promise<void> {
  const isThere = (wanted: string) => document.querySelector(wanted)?.checkVisibility() === true
  await page.waitForFunction(isThere, selector, { polling: 'raf' })
}

type Measured = {
  name: string
  path: string
  as?: Device
  /** What the time is not taken of; it runs from the end of it, else from the start of the navigation. */
  before?: (page: Page, round: number) => Promise<void>
  done: (page: Page) => Promise<void>
}

/** Until what is `done` with the page has had its frame. */
async function measured({ name, path, as, before, done }: Measured): Promise<void> {
  const times: number[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    const line = await openSlowLine(product.url, { ...SLOW_LINE, seed: round + 1 })
    const context = await browser.newContext(devices['Pixel 5'])
    if (as) {
      const at = as.cookie.indexOf('=')
      await context.addCookies([{ name: as.cookie.slice(0, at), value: as.cookie.slice(at + 1), url: line.url }])
    }
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(line.url + path, { waitUntil: 'commit' })
    await before?.(page, round)
    const from = before ? await page.evaluate(() => performance.now()) : 0
    await done(page)
    const until = page.evaluate(
      () => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))),
    )
    times.push((await until) - from)
    bytes = line.down()
    if (showsRequests && round === 0) await printRequests(page)
    await context.close()
    await line.close()
  }
  const { median, most } = spread(times)
  const sent = `${(bytes / 1000).toFixed(0)} kB came down`
  const load = loadavg()[0]?.toFixed(1)
  print(`${name}: median ${seconds(median)}, slowest of ${times.length} ${seconds(most)}, ${sent}, load ${load}`)
}

async function printRequests(page: Page): Promise<void> {
  const entries = await page.evaluate(() =>
    (
      [
        ...performance.getEntriesByType('navigation'),
        ...performance.getEntriesByType('resource'),
      ] as PerformanceResourceTiming[]
    ).map((one) => ({
      path: new URL(one.name).pathname,
      from: Math.round(one.startTime),
      first: Math.round(one.responseStart),
      until: Math.round(one.responseEnd),
      bytes: one.transferSize,
    })),
  )
  for (const { path, from, first, until, bytes } of entries)
    print(
      `  ${String(from).padStart(6)} ${String(first).padStart(6)} ${String(until).padStart(6)} ${String(bytes).padStart(7)} ${path}`,
    )
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}
