import type { Clock } from './clock'

/** What one client's messages may take of a turn of the event loop before others have theirs: ms, and their number. */
const TURN_MS = 8
const TURN_MESSAGES = 300
/** A pause of this length means that the turn was somebody else's. */
const TURN_ENDS_MS = 5

/** Messages that waited are taken together, up to so many or so many bytes. */
const TOGETHER = 64
const TOGETHER_BYTES = 64 * 1024

export type TurnsOptions = {
  clock: Clock
  take(messages: readonly Uint8Array[]): void
  /** Messages wait for their turn: nothing more should be read meanwhile. */
  wait(isWaiting: boolean): void
}

/**
 * Hands one client's messages on: each at once, as long as they are few. Who brings thousands (an afternoon without
 * network) lets others have turns in between; what waits meanwhile is then taken in larger pieces.
 */
export class Turns {
  #waiting: Uint8Array[] = []
  #isWaiting = false
  #spent = 0
  #count = 0
  #lastTaken = Number.NEGATIVE_INFINITY
  #whenOver: (() => void)[] = []

  constructor(private readonly options: TurnsOptions) {}

  receive(message: Uint8Array): void {
    if (this.#isWaiting) {
      this.#waiting.push(message)
      return
    }
    const { clock, take } = this.options
    const start = clock.now()
    if (start - this.#lastTaken > TURN_ENDS_MS) this.#begin()
    take([message])
    this.#lastTaken = clock.now()
    this.#spent += this.#lastTaken - start
    this.#count += 1
    if (this.#spent > TURN_MS || this.#count >= TURN_MESSAGES) this.#wait()
  }

  /** Runs something when nothing waits any more. */
  whenOver(run: () => void): void {
    if (this.#isWaiting) this.#whenOver.push(run)
    else run()
  }

  #begin(): void {
    this.#spent = 0
    this.#count = 0
  }

  #wait(): void {
    this.#isWaiting = true
    this.options.wait(true)
    void this.#goOn()
  }

  async #goOn(): Promise<void> {
    const { clock, take, wait } = this.options
    do {
      await clock.breathe()
      const end = clock.now() + TURN_MS
      while (this.#waiting.length > 0 && clock.now() < end) take(this.#next())
    } while (this.#waiting.length > 0)
    this.#isWaiting = false
    this.#begin()
    wait(false)
    for (const run of this.#whenOver.splice(0)) run()
  }

  #next(): Uint8Array[] {
    let bytes = 0
    const end = this.#waiting.findIndex((message, index) => {
      bytes += message.length
      return index >= TOGETHER || bytes > TOGETHER_BYTES
    })
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : Math.max(1, end))
  }
}
