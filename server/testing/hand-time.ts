/** The server's clock and what it does later by itself, moved by the test. */
export class HandTime {
  #now: number
  #alarms: { at: number; run: () => void }[] = []

  constructor(start = Date.UTC(2026, 2, 4, 9)) {
    this.#now = start
  }

  now = (): number => this.#now

  after = (milliseconds: number, run: () => void): (() => void) => {
    const alarm = { at: this.#now + milliseconds, run }
    this.#alarms.push(alarm)
    return () => {
      this.#alarms = this.#alarms.filter((one) => one !== alarm)
    }
  }

  /** Lets time pass; what is due on the way happens in its order. */
  pass(milliseconds: number): void {
    const end = this.#now + milliseconds
    for (;;) {
      const [next] = this.#alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.#alarms = this.#alarms.filter((one) => one !== next)
      this.#now = Math.max(this.#now, next.at)
      next.run()
    }
    this.#now = end
  }
}
