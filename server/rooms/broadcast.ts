import type { Clock } from './clock'
import { Batch } from './wire'

export interface Recipient {
  send(batch: Batch): void
}

export type BroadcastOptions = {
  clock: Clock
  windowPerSocket: number
  windowMost: number
  /** Called when everything that was added has been sent to everybody. */
  sent(): void
}

const SHORTEST_TIMER = 1

/**
 * Sends changes on. The first goes at once; what follows within a window that grows with the number of sockets goes as
 * one write per socket, since a write costs a large room more than the wait costs its people. In small rooms the
 * window is shorter than a timer can measure, and lasts as long as this turn of the event loop: only what came in with
 * the first change goes together.
 */
export class Broadcast<R extends Recipient> {
  #waiting: { message: Uint8Array; from: R | undefined }[] = []
  #open: (() => void) | undefined

  constructor(
    private readonly recipients: ReadonlySet<R>,
    private readonly options: BroadcastOptions,
  ) {}

  /** Nobody gets back what they sent themselves. */
  add(message: Uint8Array, from?: R): void {
    this.#waiting.push({ message, from })
    if (!this.#open) this.flush()
  }

  /** Sends what waits now; afterwards everybody in the room has been sent everything. */
  flush(): void {
    this.stop()
    if (this.#waiting.length === 0) return
    this.#sendAll(this.#waiting.splice(0))
    this.options.sent()
    this.#open = this.#openWindow()
  }

  stop(): void {
    this.#open?.()
    this.#open = undefined
  }

  /** Answers how to close it early. */
  #openWindow(): () => void {
    const { clock, windowMost, windowPerSocket } = this.options
    const window = Math.min(windowMost, this.recipients.size * windowPerSocket)
    const close = () => {
      this.#open = undefined
      this.flush()
    }
    if (window >= SHORTEST_TIMER) return clock.after(window, close)
    let isCalledOff = false
    void clock.breathe().then(() => isCalledOff || close())
    return () => {
      isCalledOff = true
    }
  }

  #sendAll(changes: { message: Uint8Array; from: R | undefined }[]): void {
    const everything = new Batch(changes.map(({ message }) => message))
    const authors = new Set(changes.map(({ from }) => from))
    for (const recipient of this.recipients) {
      if (!authors.has(recipient)) recipient.send(everything)
      else if (authors.size > 1) recipient.send(everything.without((index) => changes[index]?.from === recipient))
    }
  }
}
