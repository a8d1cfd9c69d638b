import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into a server that is under attack (with --expose-gc): answers over IPC how much memory it holds once all that
 * nobody needs is let go, and the most that it held since it was last asked. Bytes. `heap` is what JavaScript holds, with
 * the buffers outside of V8's own heap.
 */
const LOOK_MS = 20
const now = () => {
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rss, heap: heapUsed + external }
}

if (isMainThread) {
  let most = now()
  const look = () => {
    const { rss, heap } = now()
    most = { rss: Math.max(most.rss, rss), heap: Math.max(most.heap, heap) }
  }
  setInterval(look, LOOK_MS).unref()
  process.on('message', (message) => {
    if (message !== 'memory') return
    look()
    // Twice, with a turn between: what the first lets go of may hold on to more.
    globalThis.gc()
    setImmediate(() => {
      globalThis.gc()
      process.send?.({ ...now(), most })
      most = now()
    })
  })
  process.channel?.unref()
}
