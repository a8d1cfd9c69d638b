import { KEYS } from './cluster-keys'

export type SortingKey = { do: 'choose'; index: number } | { do: 'new' | 'skip' | 'back' | 'find' }

const LETTERS: Record<string, 'new' | 'skip' | 'back' | 'find'> = { n: 'new', s: 'skip', b: 'back', '/': 'find' }

/** A key alone; with Control or the like it is the browser's, and in a composition a letter. */
export function sortingKeyOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'defaultPrevented' | 'repeat'>,
): SortingKey | undefined {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, repeat } = event
  // one note a press: a key held would put away notes that nobody has read
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || repeat) return undefined
  const number = /^[1-9]$/.test(key) ? Number(key) : 0
  if (number > 0 && number <= KEYS) return { do: 'choose', index: number - 1 }
  const act = LETTERS[key.toLowerCase()]
  return act && { do: act }
}
