import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { ServerClock } from '../connection/clock'

/** The server's time as a signal that changes as the server's second does, so that every screen shows the same one. */
export function createServerTime(clock: ServerClock): Accessor<number> {
  const [now, setNow] = createSignal(clock.now())
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = () => {
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
