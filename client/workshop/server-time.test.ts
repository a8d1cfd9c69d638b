import { createRoot } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { createServerClock } from '../connection/clock'
import { createServerTime } from './server-time'

afterEach(() => vi.useRealTimers())

const HOUR = 3_600_000

test('[L35] a clock that is set while the page is open, or a device that slept, asks the server again', async () => {
  vi.useFakeTimers({ now: 1_000_000 })
  let asked = 0
  let real = 1_000_000
  const clock = createServerClock(async () => {
    asked += 1
    return real
  })
  const [now, close] = createRoot((dispose) => [createServerTime(clock), dispose] as const)
  const passes = async (ms: number) => {
    real += ms
    await vi.advanceTimersByTimeAsync(ms)
  }
  await passes(3_000)
  const before = asked
  await passes(60_000)
  expect(asked).toBe(before)
  vi.setSystemTime(Date.now() + 5 * HOUR)
  await passes(2_000)
  expect(asked).toBeGreaterThan(before)
  expect(Math.abs(now() - real)).toBeLessThan(1_100)
  close()
})
