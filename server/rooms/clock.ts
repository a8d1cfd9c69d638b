/** Time as rooms know it, so that a test can move it by hand. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  now(): number
  /** Runs once after so many milliseconds; answers how to call it off. */
  after(milliseconds: number, run: () => void): () => void
  /** Lets everybody else have a turn before long work goes on. */
  breathe(): Promise<void>
}

export const systemClock: Clock = {
  now: () => performance.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  breathe: () => new Promise((resolve) => setImmediate(resolve)),
}
