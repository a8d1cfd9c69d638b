import type { Clock } from './clock'
import { Batch } from './wire'

export interface Recipient {
  send(batch: Batch): void
}

export type BroadcastOptions = {
  clock: Clock
  windowPerSocket: number
  windowMost: number
  /** Called before a window's changes are sent: what was kept for it is added now. */
  collect(): void
  /** Called when everything that was added has been sent to everybody. */
  sent(): void
}

const SHORTEST_TIMER = 1

/** Sending to hundreds takes part of the window; but however long it took, others have half of it for their own things. */
export function leftOf(window: number, took: number): number {
  return Math.max(window / 2, window - took)
}

/**
 * Sends changes on. The first goes at once; what follows within a window that grows with the number of sockets goes as
 * one write per socket, since a write costs a large room more than the wait costs its people. In small rooms the
 * window is shorter than a timer can measure, and lasts as long as this turn of the event loop: only what came in with
 * the first change goes together.
 */
export class Broadcast<R extends Recipient> {
  #waiting: { message: Uint8Array; from: R | undefined }[] = []
  #open: (() => void) | undefined
  /** The open window is long enough for a timer. */
  #isTimed = false

  constructor(
    private readonly recipients: ReadonlySet<R>,
    private readonly options: BroadcastOptions,
  ) {}

  /** What comes now goes out with others in a moment, so that there is no hurry to take it in. */
  get isGathering(): boolean {
    return this.#isTimed
  }

  /** Nobody gets back what they alone sent. */
  add(message: Uint8Array, from?: R): void {
    this.#waiting.push({ message, from })
    if (!this.#open) this.flush()
  }

  /** Sends what waits now; afterwards everybody in the room has been sent everything. */
  flush(): void {
    this.options.collect()
    this.stop()
    if (this.#waiting.length === 0) return
    const start = this.options.clock.now()
    this.#sendAll(this.#waiting.splice(0))
    this.options.sent()
    this.#open = this.#openWindow(this.options.clock.now() - start)
  }

  stop(): void {
    this.#open?.()
    this.#open = undefined
    this.#isTimed = false
  }

  /** Answers how to close it early. */
  #openWindow(took: number): () => void {
    const { clock, windowMost, windowPerSocket } = this.options
    const window = leftOf(Math.min(windowMost, this.recipients.size * windowPerSocket), took)
    this.#isTimed = window >= SHORTEST_TIMER
    if (this.#isTimed) return clock.after(window, () => this.flush())
    let isCalledOff = false
    void clock.breathe().then(() => isCalledOff || this.flush())
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
