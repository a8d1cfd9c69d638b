import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/**
 * Loaded into the server that a test hurts: answers how long the turns of its event loop were since it was last asked,
 * and ends the server when the test is gone, however that ended.
 */
const RESOLUTION_MS = 10

if (isMainThread && process.channel) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  process.on('disconnect', () => process.exit(1))
  process.on('message', (message) => {
    if (message !== 'loop-delay') return
    const beyond = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
    process.send?.({ p99: beyond(delay.percentile(99)), most: beyond(delay.max), turns: delay.count })
    delay.reset()
  })
  process.channel.unref()
}
