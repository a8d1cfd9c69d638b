import { createSignal } from 'solid-js'
import { keep, readKept } from '../ui/kept'

const KEY = 'concordat:single-keys'

const [on, setOn] = createSignal(readKept('device', KEY) !== 'off')

/** Whether letters and signs alone are shortcuts on this device: who dictates, or hits keys unawares, switches them off. */
export const singleKeys = on

export function setSingleKeys(wanted: boolean): void {
  setOn(wanted)
  keep('device', KEY, wanted ? 'on' : 'off')
}
