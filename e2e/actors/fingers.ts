import type { CDPSession, Page } from '@playwright/test'

type Point = { x: number; y: number }

/** Fingers on the glass, and what a phone's keyboard does while it composes: as the device sends it, not as scripts do. */
export class Fingers {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page))
  }

  async tap(at: Point): Promise<void> {
    await this.#touch('touchStart', [at])
    await this.#touch('touchEnd', [])
  }

  async doubleTap(at: Point): Promise<void> {
    await this.tap(at)
    await this.tap(at)
  }

  /** One finger, in steps. */
  async drags(from: Point, to: Point): Promise<void> {
    await this.#moves([[from, to]])
  }

  /** Two fingers, from so far apart to so far apart, side by side around a point. */
  async pinches(around: Point, from: number, to: number): Promise<void> {
    const beside = (by: number) => ({ x: around.x + by / 2, y: around.y })
    await this.#moves([
      [beside(-from), beside(-to)],
      [beside(from), beside(to)],
    ])
  }

  /** Letters that are still being composed: each call takes the place of the one before. */
  async composes(words: string): Promise<void> {
    await this.session.send('Input.imeSetComposition', {
      text: words,
      selectionStart: words.length,
      selectionEnd: words.length,
    })
  }

  /** What was composed becomes this. */
  async settles(words: string): Promise<void> {
    await this.session.send('Input.insertText', { text: words })
  }

  async #moves(ways: readonly (readonly [Point, Point])[], steps = 8): Promise<void> {
    const at = (part: number) =>
      ways.map(([from, to]) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }))
    await this.#touch('touchStart', at(0))
    for (let step = 1; step <= steps; step += 1) await this.#touch('touchMove', at(step / steps))
    await this.#touch('touchEnd', [])
  }

  async #touch(type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]): Promise<void> {
    const touchPoints = points.map((point, id) => ({ ...point, id }))
    await this.session.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
}
