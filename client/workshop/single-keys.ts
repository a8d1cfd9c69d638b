import { createSignal } from 'solid-js'

const KEY = 'concordat:single-keys'

const [on, setOn] = createSignal(kept())

/** Whether letters and signs alone are shortcuts on this device: who dictates, or hits keys unawares, switches them off. */
export const singleKeys = on

export function setSingleKeys(wanted: boolean): void {
  setOn(wanted)
  try {
    localStorage.setItem(KEY, wanted ? 'on' : 'off')
  } catch {
    // no storage in this browser mode: it holds until the page is left
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}
