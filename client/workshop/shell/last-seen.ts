import { onCleanup } from 'solid-js'

const TICK_MS = 1_000
/** A tick so late was held up by sleep, not by work. */
const SLEPT_MS = 5_000
/** Hidden pages tick once a minute; longer than that they were frozen, or the device slept. */
const SLEPT_HIDDEN_MS = 150_000
/** It takes so long at most until the loss of the connection is noticed. */
const NOTICED_MS = 20_000

/**
 * Since when somebody who has just lost the connection has been away, ms by this device. The loss is noticed late: a device
 * that slept notices it as it wakes, so its last sign of life before counts; a network that the browser says is gone takes
 * a while to be missed. Hidden pages tick seldom without being away, until they are frozen.
 */
export function createLastSeen(device: () => number = Date.now): { at: () => number } {
  let last = device()
  let gone: { from: number; until: number } | undefined
  const isHidden = () => globalThis.document?.visibilityState === 'hidden'
  let wasHidden = isHidden()
  const look = () => {
    const now = device()
    if (now - last > (wasHidden ? SLEPT_HIDDEN_MS : SLEPT_MS)) gone = { from: last, until: now }
    last = now
    wasHidden = isHidden()
  }
  const timer = setInterval(look, TICK_MS)
  const wentOffline = () => {
    const now = device()
    gone = { from: now, until: now }
  }
  globalThis.addEventListener?.('offline', wentOffline)
  onCleanup(() => {
    clearInterval(timer)
    globalThis.removeEventListener?.('offline', wentOffline)
  })
  return {
    at() {
      look()
      return gone && last - gone.until < NOTICED_MS ? gone.from : last
    },
  }
}
