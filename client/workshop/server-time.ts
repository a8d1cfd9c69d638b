import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { ServerClock } from '../connection/clock'

/** The clock of a device is put right by less than this without anybody's doing, ms. */
const JUMP_MS = 2_000

/** The server's time as a signal that changes as the server's second does, so that every screen shows the same one. */
export function createServerTime(clock: ServerClock): Accessor<number> {
  const [now, setNow] = createSignal(clock.now())
  let timer: ReturnType<typeof setTimeout> | undefined
  let before = clocksOfDevice()
  const tick = () => {
    const now = clocksOfDevice()
    // somebody set the device's clock, or it slept: what was known of its error is of no use any more
    if (Math.abs(now.wall - before.wall - (now.steady - before.steady)) > JUMP_MS) refresh()
    before = now
    setNow(clock.now())
    timer = setTimeout(tick, 1_000 - (clock.now() % 1_000))
  }
  const refresh = () => {
    if (globalThis.document?.visibilityState === 'hidden') return
    clock.refresh().then(
      () => setNow(clock.now()),
      () => undefined,
    )
  }
  tick()
  refresh()
  globalThis.document?.addEventListener('visibilitychange', refresh)
  onCleanup(() => {
    clearTimeout(timer)
    globalThis.document?.removeEventListener('visibilitychange', refresh)
  })
  return now
}

const clocksOfDevice = () => ({ wall: Date.now(), steady: performance.now() })
