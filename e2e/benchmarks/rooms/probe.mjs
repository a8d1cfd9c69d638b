import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Loaded into every server that is measured: answers how long the turns of its event loop were since it was last asked.
 * Costs a timer of 10 ms.
 */
const RESOLUTION_MS = 10
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
delay.enable()
process.on('message', (message) => {
  if (message !== 'loop-delay') return
  const beyond = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  process.send?.({ p99: beyond(delay.percentile(99)), most: beyond(delay.max) })
  delay.reset()
})
process.channel?.unref()
