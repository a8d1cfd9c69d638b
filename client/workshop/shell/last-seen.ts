import { onCleanup } from 'solid-js'

const TICK_MS = 1_000
/** A tick so late was held up by sleep, not by work. */
const SLEPT_MS = 5_000
/** After waking it takes so long until the loss of the connection is noticed. */
const NOTICED_MS = 20_000

/**
 * Since when somebody who has just lost the connection has been away, ms by this device. A device that slept notices the
 * loss only as it wakes, so its last sign of life before counts. Hidden pages tick seldom without being away.
 */
export function createLastSeen(device: () => number = Date.now): { at: () => number } {
  let last = device()
  let slept: { from: number; until: number } | undefined
  const isHidden = () => globalThis.document?.visibilityState === 'hidden'
  let wasHidden = isHidden()
  const look = () => {
    const now = device()
    if (now - last > SLEPT_MS && !wasHidden) slept = { from: last, until: now }
    last = now
    wasHidden = isHidden()
  }
  const timer = setInterval(look, TICK_MS)
  onCleanup(() => clearInterval(timer))
  return {
    at() {
      look()
      return slept && last - slept.until < NOTICED_MS ? slept.from : last
    },
  }
}
