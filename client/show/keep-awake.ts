import { onCleanup, onMount } from 'solid-js'

/**
 * Keeps the display from going dark while this is shown. Where the browser cannot (an older one, plain HTTP on a network, a
 * battery that runs out) it stays as it is: nobody stands at this screen to be told.
 */
export function createKeepAwake(): void {
  let lock: WakeLockSentinel | undefined
  let isOver = false
  const hold = async () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    try {
      const held = await navigator.wakeLock.request('screen')
      if (isOver) await held.release()
      else lock = held
    } catch {
      // See above.
    }
  }
  // the browser lets go of it whenever the window is out of sight
  const look = () => void hold()
  onMount(() => {
    look()
    document.addEventListener('visibilitychange', look)
  })
  onCleanup(() => {
    isOver = true
    document.removeEventListener('visibilitychange', look)
    lock?.release().catch(() => undefined)
  })
}
