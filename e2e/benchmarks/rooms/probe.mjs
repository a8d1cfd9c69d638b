import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Loaded into every server that is measured: answers how long the turns of its event loop were since it was last asked.
 * Costs a timer of 10 ms. On request it also takes a CPU profile of the main thread, for a while only.
 */
const RESOLUTION_MS = 10
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
delay.enable()
process.on('message', (message) => {
  if (message?.profile) profile(message.profile)
  if (message !== 'loop-delay') return
  const beyond = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)
  process.send?.({ p99: beyond(delay.percentile(99)), most: beyond(delay.max) })
  delay.reset()
})
process.channel?.unref()

const session = new Session()

/** 'start', or the name of the file to end with. */
function profile(what) {
  if (what !== 'start') {
    session.post('Profiler.stop', (_error, answer) => writeFileSync(what, JSON.stringify(answer.profile)))
    return
  }
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: 200 })
  session.post('Profiler.start')
}
