import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import { notesOfTotalPlace } from '../fixtures/notes'
import { drag, HANDS, pan, rest, type Smoothness, watch, zoomOut } from './board-hands'
import { EVERY_MS, editFromElsewhere, type LargeWorkshop, tenWhoDrag } from './board-people'

/** What is measured of one board; times in ms, memory in MB. */
export type Figures = {
  firstPaint: number
  fittedWithTen: Smoothness
  edit: number
  heap: number
  process: number
  elements: number
  panning: Smoothness
  panningFar: Smoothness
  zooming: Smoothness
  dragging: Smoothness
}

const SIZE = { width: 1440, height: 900 }
const EDITS = 20
/** In so many frames an edit has been drawn; those of a page at rest are taken off again. */
const EDIT_FRAMES = 4

/** Keeps what arrives of a canvas until it is let in, so that the page's code is there before the document is. */
const HOLD = `
globalThis.held = []
globalThis.WebSocket = class extends WebSocket {
  get onmessage() {
    return super.onmessage
  }
  set onmessage(listen) {
    const canvas = decodeURIComponent(this.url).includes('/canvas/')
    super.onmessage = listen && ((event) => {
      // for whoever listens by then: the socket is opened before the page's code takes it over
      if (canvas && globalThis.held) globalThis.held.push(() => this.onmessage?.(event))
      else {
        listen.call(this, event)
        if (canvas) globalThis.heard.tell(++globalThis.heard.count)
      }
    })
  }
}
globalThis.heard = {
  count: 0,
  tell() {},
  more: (than) => heard.count > than ? heard.count : new Promise((resolve) => (heard.tell = resolve)),
}
globalThis.letIn = async () => {
  const { held } = globalThis
  globalThis.held = undefined
  const start = performance.now()
  for (const message of held) message()
  while (!document.querySelector('.tl-shape, canvas[data-items]')) await hands.frame()
  await hands.frame()
  await hands.frame()
  return performance.now() - start
}
`
declare global {
  var held: (() => void)[] | undefined
  var letIn: () => Promise<number>
  /** Messages about a canvas that were taken in since; `more` waits until there are. */
  var heard: { count: number; more(than: number): Promise<number> }
}

/** Our board, as a facilitator has it open in the product. */
export async function measureOurs(browser: Browser, url: string, large: LargeWorkshop): Promise<Figures> {
  const context = await browser.newContext({ viewport: SIZE })
  const [name = '', value = ''] = large.facilitator.cookie.split('=')
  await context.addCookies([{ name, value, url }])
  await context.addInitScript({ content: HANDS + HOLD })
  const page = await context.newPage()
  await page.goto(`${url}/w/${large.created.workshop.id}`)
  await page.waitForFunction(
    () =>
      (globalThis.held?.length ?? 0) > 1 &&
      performance.getEntriesByType('resource').some((entry) => /\/board\.react.*\.js$/.test(entry.name)),
  )
  await page.locator('.tl-container').waitFor()
  await calm(page)
  const firstPaint = await page.evaluate(() => letIn())
  await rest(page)
  let messages = await page.evaluate(() => heard.count)
  return await measureOpened(context, page, {
    firstPaint,
    people: () => tenWhoDrag(url, large.created),
    async edit(number) {
      editFromElsewhere(large, number)
      messages = await page.evaluate((than) => heard.more(than), messages)
    },
    note: '.tl-shape[data-shape-type=note]',
  })
}

/** tldraw as it comes, with as many of its own notes. */
export async function measureStock(browser: Browser, url: string, count: number): Promise<Figures> {
  const context = await browser.newContext({ viewport: SIZE })
  await context.addInitScript({ content: HANDS })
  const page = await context.newPage()
  // its fonts and words for other languages would come from elsewhere
  await page.route(/^https:/, (route) => route.abort())
  await page.goto(`${url}/stock.html`)
  await page.waitForFunction(() => 'stock' in globalThis)
  await calm(page)
  const given = notesOfTotalPlace()
  const texts = Array.from({ length: count }, (_, index) => given[index % given.length]?.text ?? '')
  const firstPaint = await page.evaluate(async (words) => {
    const start = performance.now()
    globalThis.stock.create(words)
    await hands.frame()
    await hands.frame()
    await hands.frame()
    return performance.now() - start
  }, texts)
  await rest(page)
  return await measureOpened(context, page, {
    firstPaint,
    async people() {
      await page.evaluate((everyMs) => globalThis.stock.drag(10, everyMs), EVERY_MS)
      return { stop: () => void page.evaluate(() => globalThis.stock.stopDragging()) }
    },
    edit: (number) => page.evaluate((at) => globalThis.stock.edit(at), number),
    note: '.tl-shape[data-shape-type=note]',
  })
}

/** Nothing keeps the page busy any more: so many frames in a row came in time. On a machine that never rests, at last anyway. */
async function calm(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let before = await hands.frame()
    for (let calm = 0, all = 0; calm < 20 && all < 300; all++) {
      const now = await hands.frame()
      calm = now - before < 25 ? calm + 1 : 0
      before = now
    }
  })
}

/** What the page of stock tldraw offers: client/board/testing/stock.react.tsx. */
declare global {
  var stock: {
    create(texts: readonly string[]): void
    drag(people: number, everyMs: number): void
    stopDragging(): void
    edit(number: number): void
  }
}

type Board = {
  firstPaint: number
  people(): Promise<{ stop(): void }>
  edit(number: number): Promise<void>
  note: string
}

async function measureOpened(context: BrowserContext, page: Page, board: Board): Promise<Figures> {
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable')
  await page.locator('.tl-container').focus()
  await page.mouse.move(700, 400)
  const edit = await editTime(session, page, board)
  const memory = await memoryOf(session, page)
  const people = await board.people()
  await rest(page)
  const fittedWithTen = await watch(page)
  people.stop()
  await rest(page)
  const whole = await page.evaluate(() => hands.zoom())
  const panning = await pan(page, 1)
  const panningFar = await pan(page, 0.4)
  const zooming = await zoomOut(page, whole)
  await page.evaluate(() => hands.zoomTo(0.6))
  await rest(page)
  await lookForNotes(page, board.note)
  const dragging = await drag(page, (number) => noteAt(page, board.note, number))
  await context.close()
  return { firstPaint: board.firstPaint, fittedWithTen, edit, ...memory, panning, panningFar, zooming, dragging }
}

/** Main-thread time of one remote edit, all told, less what the same time costs without any. */
async function editTime(session: CDPSession, page: Page, board: Board): Promise<number> {
  const spent = async (act: (number: number) => Promise<void>) => {
    const before = await taskTime(session)
    for (let number = 0; number < EDITS; number++) {
      await act(number)
      await page.evaluate(async (frames) => {
        for (let frame = 0; frame < frames; frame++) await hands.frame()
      }, EDIT_FRAMES)
    }
    return ((await taskTime(session)) - before) / EDITS
  }
  const idle = await spent(async () => {
    await page.evaluate(() => undefined)
  })
  return Math.max(0, (await spent(board.edit)) - idle)
}

async function taskTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000
}

async function memoryOf(session: CDPSession, page: Page) {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 2 ** 20
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  return { heap, elements, process: await ownMemory(page) }
}

/** What the page's own process keeps for itself, from Linux; 0 elsewhere. */
async function ownMemory(page: Page): Promise<number> {
  const browserSession = await page.context().browser()?.newBrowserCDPSession()
  if (!browserSession) return 0
  const { processInfo } = await browserSession.send('SystemInfo.getProcessInfo')
  await browserSession.detach()
  const newest = Math.max(...processInfo.flatMap(({ type, id }) => (type === 'renderer' ? id : [])))
  try {
    const status = readFileSync(`/proc/${newest}/status`, 'utf8')
    return Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** The middle of a board may be empty ground: up, until there are enough to take, and else all the way down. */
async function lookForNotes(page: Page, selector: string): Promise<void> {
  const turns = [...Array<number>(30).fill(-150), ...Array<number>(60).fill(150)]
  for (const deltaY of turns) {
    if (await noteAt(page, selector, 19)) return
    await page.evaluate((by) => hands.wheel({ deltaX: 0, deltaY: by }), deltaY)
    await rest(page)
  }
}

/** The middle of one of the notes that are seen, those nearest to the middle first. */
function noteAt(page: Page, selector: string, number: number): Promise<{ x: number; y: number } | null> {
  return page.evaluate(
    ({ which, at }) => {
      const seen = [...document.querySelectorAll(which)]
        .map((element) => (element.firstElementChild?.firstElementChild ?? element).getBoundingClientRect())
        .filter(({ x, y, width }) => width > 0 && x > 60 && y > 110 && x < 940 && y < 680)
        .sort((a, b) => a.x + a.y - (b.x + b.y))
      const box = seen[at]
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null
    },
    { which: selector, at: number },
  )
}
