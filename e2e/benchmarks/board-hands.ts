import type { Page } from '@playwright/test'
import { spread } from './chromium'

/** What one sees of a stretch of movement: frames a second, and the longest time between two of them, ms. */
export type Smoothness = { fps: number; longest: number }

/** Run in each page before anything else: what moves the board and counts frames, with the same events for ours and stock. */
export const HANDS = `
globalThis.__name = (named) => named
globalThis.hands = {
  canvas: () => document.querySelector('.tl-canvas'),
  zoom() {
    const match = /scale\\(([0-9.]+)\\)/.exec(document.querySelector('.tl-html-layer')?.style.transform ?? '')
    return match ? Number(match[1]) : 1
  },
  wheel(more) {
    // asked for once: to measure anew in each frame would itself cost a layout
    this.at ??= this.canvas().getBoundingClientRect()
    const at = { clientX: this.at.x + this.at.width / 2, clientY: this.at.y + this.at.height / 2 }
    this.canvas().dispatchEvent(new WheelEvent('wheel', { bubbles: true, cancelable: true, ...at, ...more }))
  },
  frame: () => new Promise((resolve) => requestAnimationFrame(resolve)),
  /** Calls act in each frame, until the time is over or act says so; the times of the frames. */
  async frames(ms, act) {
    const times = [await this.frame()]
    while (times.at(-1) - times[0] < ms) {
      if (act(times.at(-1) - times[0]) === false) break
      times.push(await this.frame())
    }
    return times
  },
  async zoomTo(zoom) {
    for (let tries = 0; tries < 400; tries++) {
      const now = this.zoom()
      if (Math.abs(now / zoom - 1) < 0.02) return
      const deltaY = Math.max(-10, Math.min(10, 100 * (now - zoom) / now))
      this.wheel({ deltaY, ctrlKey: true })
      await this.frame()
    }
  },
}
`

/** What \`HANDS\` puts into the page. */
type Hands = {
  zoom(): number
  wheel(more: Record<string, unknown>): void
  frame(): Promise<number>
  frames(ms: number, act: (since: number) => unknown): Promise<number[]>
  zoomTo(zoom: number): Promise<void>
}
declare global {
  var hands: Hands
}

const MOVES_MS = 2_500

function smoothness(times: readonly number[]): Smoothness {
  const between = times.slice(1).map((time, index) => time - (times[index] ?? time))
  const all = (times.at(-1) ?? 0) - (times[0] ?? 0)
  return { fps: (1_000 * between.length) / all, longest: spread(between).most }
}

export async function rest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let frame = 0; frame < 20; frame++) await hands.frame()
  })
}

/** In a circle of 700 screen pixels, at a zoom. */
export async function pan(page: Page, zoom: number): Promise<Smoothness> {
  await page.evaluate((to) => hands.zoomTo(to), zoom)
  await rest(page)
  const times = await page.evaluate(
    (ms) =>
      hands.frames(ms, (since) => {
        const turn = (2 * Math.PI * since) / ms
        hands.wheel({ deltaX: 30 * Math.cos(turn), deltaY: 30 * Math.sin(turn) })
      }),
    MOVES_MS,
  )
  return smoothness(times)
}

/** From life size out to the whole, twice. */
export async function zoomOut(page: Page, whole: number): Promise<Smoothness> {
  const runs: Smoothness[] = []
  for (let run = 0; run < 2; run++) {
    await page.evaluate(() => hands.zoomTo(1))
    await rest(page)
    const times = await page.evaluate(
      (least) =>
        hands.frames(6_000, () => {
          if (hands.zoom() <= least * 1.02) return false
          hands.wheel({ deltaY: 2, ctrlKey: true })
          return true
        }),
      whole,
    )
    runs.push(smoothness(times))
  }
  const [a, b] = runs
  return { fps: ((a?.fps ?? 0) + (b?.fps ?? 0)) / 2, longest: Math.max(a?.longest ?? 0, b?.longest ?? 0) }
}

/** Frames while something else moves. */
export async function watch(page: Page): Promise<Smoothness> {
  return smoothness(await page.evaluate((ms) => hands.frames(ms, () => true), MOVES_MS))
}

/** Selects 20 notes near the middle by Shift and click, and drags them about with the mouse; put back with Escape. */
export async function drag(page: Page, noteAt: (number: number) => Promise<{ x: number; y: number } | null>) {
  let taken: { x: number; y: number } | null = null
  await page.keyboard.down('Shift')
  for (let number = 0; number < 20; number++) {
    const at = await noteAt(number)
    if (!at) break
    await page.mouse.click(at.x, at.y)
    // a second click within half a second is a double click, and opens the note
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60)))
    taken = at
  }
  await page.keyboard.up('Shift')
  const from = (await noteAt(0)) ?? taken
  if (!from) throw new Error('no notes to drag')
  await rest(page)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  const counted = watch(page)
  const start = performance.now()
  while (performance.now() - start < MOVES_MS) {
    const turn = ((performance.now() - start) / MOVES_MS) * 4 * Math.PI
    await page.mouse.move(from.x + 90 * Math.sin(turn), from.y + 60 * (1 - Math.cos(turn)))
  }
  const seen = await counted
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await page.keyboard.press('Escape')
  return seen
}
