import { describe, expect, test } from 'vitest'
import { createServerClock } from './clock'

const HOUR = 3_600_000

/** A device whose clock is off by so much; each answer takes so long on its way. */
function device({ off, took }: { off: number; took: number[] }) {
  let real = 1_000_000_000
  const ask = async () => {
    const way = took.shift() ?? 0
    real += way
    return real - way / 2
  }
  const clock = createServerClock(ask, () => real + off)
  const passes = (ms: number) => {
    real += ms
  }
  return { clock, real: () => real, passes }
}

describe('[L35] a device whose clock is wrong', () => {
  test.each([-5 * HOUR, 3 * HOUR, 40 * 24 * HOUR])('by %i ms shows the server’s time', async (off) => {
    const { clock, real, passes } = device({ off, took: [400, 400, 400] })
    await clock.refresh()
    expect(clock.now()).toBe(real())
    passes(10 * 60_000)
    expect(clock.now()).toBe(real())
  })

  test('keeps what it knows when the server does not answer', async () => {
    let answers = true
    const clock = createServerClock(
      async () => (answers ? 5_000 : undefined),
      () => 5_000 + HOUR,
    )
    await clock.refresh()
    answers = false
    await clock.refresh()
    expect(clock.now()).toBe(5_000)
  })
})
