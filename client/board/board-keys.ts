/** What a key asks of the board. */
export type BoardCommand =
  | { do: 'go'; to: 'next' | 'previous' | 'first' | 'last'; extend: boolean }
  | { do: 'edit' | 'add-note' | 'add-cluster' | 'move' | 'delete' | 'duplicate' | 'select-all' | 'escape' | 'leave' }
  | { do: 'undo' | 'redo' | 'zoom-in' | 'zoom-out' | 'fit' | 'keys' }

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>

const GOES: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

const ALONE: Record<string, BoardCommand> = {
  Enter: { do: 'edit' },
  n: { do: 'add-note' },
  c: { do: 'add-cluster' },
  m: { do: 'move' },
  Delete: { do: 'delete' },
  Backspace: { do: 'delete' },
  Escape: { do: 'escape' },
  Tab: { do: 'leave' },
  '+': { do: 'zoom-in' },
  '=': { do: 'zoom-in' },
  '-': { do: 'zoom-out' },
  '0': { do: 'fit' },
  '?': { do: 'keys' },
}

/** The command of a key pressed while the canvas itself has focus; undefined for keys that are not the board's. */
export function commandOf(key: Key): BoardCommand | undefined {
  if (key.isComposing || key.altKey) return undefined
  if (key.ctrlKey || key.metaKey) return withControl(key)
  const to = GOES[key.key]
  if (to) return { do: 'go', to, extend: key.shiftKey }
  return ALONE[key.key.length === 1 ? key.key.toLowerCase() : key.key]
}

function withControl(key: Key): BoardCommand | undefined {
  const letter = key.key.toLowerCase()
  if (letter === 'z') return { do: key.shiftKey ? 'redo' : 'undo' }
  if (letter === 'y') return { do: 'redo' }
  if (letter === 'd') return { do: 'duplicate' }
  return letter === 'a' ? { do: 'select-all' } : undefined
}
