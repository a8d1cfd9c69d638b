type Waiting = { count: number; until: number | 'held' }

/** Counts one connection's document messages, in order, and says up to which of them all are on disk. */
export class Acknowledgements {
  #count = 0
  #acknowledged = 0
  #waiting: Waiting[] = []
  readonly #held = new Map<number, Waiting>()

  /** Counts a message that has come in. */
  next(): number {
    this.#count += 1
    return this.#count
  }

  /** The message counts as saved once the log is at this position. */
  saveAt(count: number, position: number): void {
    const held = this.#held.get(count)
    if (held) held.until = position
    else this.#add({ count, until: position })
    this.#held.delete(count)
  }

  /** A part of the message waits for what is missing: it holds back the count of those after it. */
  hold(count: number): void {
    if (this.#held.has(count)) return
    const waiting: Waiting = { count, until: 'held' }
    this.#held.set(count, waiting)
    this.#add(waiting)
  }

  /** In the order of the messages: of those taken together a later one may be held before an earlier one is called taken. */
  #add(waiting: Waiting): void {
    let index = this.#waiting.length
    while (index > 0 && (this.#waiting[index - 1]?.count ?? 0) > waiting.count) index -= 1
    this.#waiting.splice(index, 0, waiting)
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0
  }

  get acknowledged(): number {
    return this.#acknowledged
  }

  /** Moves the count as far as the log has come; true when it moved. */
  advance(saved: number): boolean {
    const stop = this.#waiting.findIndex(({ until }) => until === 'held' || until > saved)
    if (stop === 0) return false
    const last = this.#waiting.splice(0, stop < 0 ? this.#waiting.length : stop).at(-1)
    if (last) this.#acknowledged = last.count
    return last !== undefined
  }
}
