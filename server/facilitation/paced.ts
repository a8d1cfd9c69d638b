/** Something done for a workshop at once when it is asked for, and again at most once in so many ms while it goes on. */
export interface Paced<Key> {
  ask(key: Key): void
  /** Does what was still asked for, and nothing from then on. */
  close(): Promise<void>
}

type Waiting = { timer: ReturnType<typeof setTimeout>; again: boolean }

export function createPaced<Key>(options: {
  every: number
  run: (key: Key) => Promise<void>
  fault: (error: unknown) => void
}): Paced<Key> {
  const resting = new Map<Key, Waiting>()
  const running = new Set<Promise<void>>()
  let isClosed = false

  function run(key: Key): void {
    const done: Promise<void> = options
      .run(key)
      .catch(options.fault)
      .finally(() => running.delete(done))
    running.add(done)
  }

  function rest(key: Key): void {
    const timer = setTimeout(() => {
      const again = resting.get(key)?.again === true
      resting.delete(key)
      if (again) begin(key)
    }, options.every)
    timer.unref()
    resting.set(key, { timer, again: false })
  }

  function begin(key: Key): void {
    run(key)
    rest(key)
  }

  return {
    ask(key) {
      if (isClosed) return
      const waiting = resting.get(key)
      if (waiting) waiting.again = true
      else begin(key)
    },
    async close() {
      isClosed = true
      for (const [key, { timer, again }] of resting) {
        clearTimeout(timer)
        if (again) run(key)
      }
      resting.clear()
      await Promise.all(running)
    },
  }
}
