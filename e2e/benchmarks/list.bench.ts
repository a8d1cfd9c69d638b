import type { Page } from '@playwright/test'
import { openProduct } from '../fixtures/product'
import { editFromElsewhere, type LargeWorkshop, largeWorkshop } from './board-people'
import { machine, openChromium, print, spread } from './chromium'

/**
 * The list with all its notes in the page: `npm run bench -- list`, or some sizes only: `-- list --sizes=300,2000`.
 * Interactive: from the address to all notes in the page and a frame drawn. A letter: from the key to the next frame, while
 * ten letters a second arrive in other notes, as ten people who each type one a second.
 */
const sizes = (process.argv.find((given) => given.startsWith('--sizes='))?.slice(8) ?? '300,2000,5000')
  .split(',')
  .map(Number)

const LETTERS = 30
const EVERY_MS = 100

const product = await openProduct()
print(`The list, 80 clusters, 1440 × 900. ${machine()}`)
try {
  for (const notes of sizes) {
    const large = await largeWorkshop(product.url, notes)
    await measure(large, notes)
    large.facilitator.close()
  }
} finally {
  await product.close()
}

async function measure(large: LargeWorkshop, notes: number): Promise<void> {
  const browser = await openChromium()
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name = '', value = ''] = large.facilitator.cookie.split('=')
    await context.addCookies([{ name, value, url: product.url }])
    const page = await context.newPage()
    const start = performance.now()
    await page.goto(`${product.url}/w/${large.created.workshop.id}/list`)
    await page.waitForFunction((count) => document.querySelectorAll('li[data-note]').length >= count, notes)
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const interactive = performance.now() - start
    let edits = 0
    const timer = setInterval(() => editFromElsewhere(large, edits++), EVERY_MS)
    const adding = await letters(page, '#add-note-text')
    await page.locator('[data-note-text]').first().click()
    const note = await letters(page, 'li[data-note] textarea')
    clearInterval(timer)
    const found = await letters(page, 'search input[type=text]')
    const session = await context.newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    const row = ({ median, p95 }: ReturnType<typeof spread>) => `${median.toFixed(0)} ms (p95 ${p95.toFixed(0)})`
    print(
      `${notes} notes: interactive ${interactive.toFixed(0)} ms · a letter while ten write: add bar ${row(adding)}, ` +
        `in a note ${row(note)} · in the search ${row(found)} · heap ${(usedSize / 2 ** 20).toFixed(0)} MB`,
    )
  } finally {
    await browser.close()
  }
}

/** From each key to the frame that shows it, by the page's own clock. */
async function letters(page: Page, field: string) {
  await page.locator(field).focus()
  const times: number[] = []
  for (let letter = 0; letter < LETTERS; letter++) {
    await page.evaluate(() => {
      globalThis.painted = new Promise((done) =>
        document.addEventListener(
          'keydown',
          (event) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - event.timeStamp))),
          { once: true, capture: true },
        ),
      )
    })
    await page.keyboard.press('e')
    times.push(await page.evaluate(() => globalThis.painted))
  }
  return spread(times)
}

declare global {
  var painted: Promise<number>
}
