import type { CanvasPresence } from '../workshop/contract'

/** Others see this often where I point and drag; ms. */
const EVERY_MS = 60

/**
 * Gathers what others see of this person and hands it on at most every 60 ms, the latest always last. Nothing of it is ever
 * stored.
 */
export function createPresenceSender(send: (presence: CanvasPresence) => void) {
  let now: CanvasPresence = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let changed = false
  const flush = () => {
    timer = undefined
    if (!changed) return
    changed = false
    send(now)
    timer = setTimeout(flush, EVERY_MS)
  }
  return {
    show(part: CanvasPresence): void {
      now = { ...now, ...part }
      changed = true
      timer ??= setTimeout(flush, 0)
    },
    close(): void {
      clearTimeout(timer)
      send({})
    },
  }
}
