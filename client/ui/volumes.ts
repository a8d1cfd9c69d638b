import { createSignal } from 'solid-js'
import { fieldsIn, keep, readKept } from './kept'

/** What a person may have said more seldom, or not at all. Everything else is always said. */
export type VolumeKind = 'notes' | 'people'
/** calm: as soon as is polite · seldom: gathered for longer · off: never. */
export type Volume = 'calm' | 'seldom' | 'off'

export const VOLUMES = { notes: ['calm', 'seldom', 'off'], people: ['calm', 'off'] } as const satisfies Record<
  VolumeKind,
  readonly Volume[]
>

const KEY = 'concordat:read-aloud'

type Volumes = Record<VolumeKind, Volume>
const AT_FIRST: Volumes = { notes: 'calm', people: 'calm' }

/** Read when it is first asked for; kept on this device, or as long as the page where nothing can be kept. */
const [chosen, setChosen] = createSignal<Volumes>()

export function volume(kind: VolumeKind): Volume {
  return (chosen() ?? kept())[kind]
}

export function setVolume(kind: VolumeKind, to: Volume): void {
  const next = { ...(chosen() ?? kept()), [kind]: to }
  setChosen(next)
  keep('device', KEY, JSON.stringify(next))
}

/** As this device has it, whatever this page chose before. */
export function forgetChosenVolumes(): void {
  setChosen(undefined)
}

function kept(): Volumes {
  const { notes, people } = fieldsIn(readKept('device', KEY))
  return { notes: oneOf('notes', notes), people: oneOf('people', people) }
}

function oneOf(kind: VolumeKind, value: unknown): Volume {
  return VOLUMES[kind].find((one) => one === value) ?? AT_FIRST[kind]
}
