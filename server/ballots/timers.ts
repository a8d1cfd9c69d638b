/** Timers by name; setting one again replaces it. None keeps the process alive, and stopping lets go of all. */
export function createTimers<Key>() {
  const set = new Map<Key, ReturnType<typeof setTimeout>>()
  let stopped = false
  const clear = (key: Key) => {
    clearTimeout(set.get(key))
    set.delete(key)
  }
  return {
    set(key: Key, ms: number, run: () => void): void {
      if (stopped) return
      clear(key)
      const timer = setTimeout(() => {
        set.delete(key)
        run()
      }, ms)
      timer.unref()
      set.set(key, timer)
    },
    has: (key: Key) => set.has(key),
    clear,
    stop(): void {
      stopped = true
      for (const key of [...set.keys()]) clear(key)
    },
  }
}

/**
 * Does the work for a key at once, and then at most once in so many milliseconds however often it is asked for; what was
 * asked for meanwhile is done at the end of them.
 */
export function createThrottle<Key>(everyMs: number, work: (key: Key) => void) {
  const timers = createTimers<Key>()
  const asked = new Set<Key>()
  const soon = (key: Key): void => {
    if (timers.has(key)) {
      asked.add(key)
      return
    }
    timers.set(key, everyMs, () => {
      if (asked.delete(key)) soon(key)
    })
    work(key)
  }
  return { soon, stop: timers.stop }
}
