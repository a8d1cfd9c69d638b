import type { Way } from './carry-places'
import type { BoardTool } from './pen'

/** What a key asks of the board. */
export type BoardCommand =
  | { do: 'go'; to: 'next' | 'previous' | 'first' | 'last'; extend: boolean }
  | { do: 'edit' | 'add-note' | 'add-cluster' | 'move' | 'delete' | 'duplicate' | 'select-all' | 'escape' | 'leave' }
  | { do: 'pick-up' | 'drop' | 'put-back' }
  | { do: 'carry'; way: Way }
  | { do: 'undo' | 'redo' | 'zoom-in' | 'zoom-out' | 'fit' | 'fit-selection' | 'search' | 'keys' }
  | { do: 'tool'; tool: BoardTool }

type Key = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>

/** `single`: whether a letter or sign alone does something, which a person can switch off (WCAG 2.1.4). */
export type KeyMode = { single: boolean; carrying: boolean }

const GOES: Record<string, 'next' | 'previous' | 'first' | 'last'> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
}

const CARRIES: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'previous-holder',
  PageDown: 'next-holder',
  Home: 'first',
  End: 'last',
}

const NAMED: Record<string, BoardCommand> = {
  Enter: { do: 'edit' },
  Delete: { do: 'delete' },
  Backspace: { do: 'delete' },
  Escape: { do: 'escape' },
  Tab: { do: 'leave' },
}

const SINGLE: Record<string, BoardCommand> = {
  n: { do: 'add-note' },
  c: { do: 'add-cluster' },
  m: { do: 'move' },
  p: { do: 'tool', tool: 'pen' },
  a: { do: 'tool', tool: 'arrow' },
  r: { do: 'tool', tool: 'rectangle' },
  t: { do: 'tool', tool: 'text' },
  e: { do: 'tool', tool: 'eraser' },
  '/': { do: 'search' },
  '+': { do: 'zoom-in' },
  '=': { do: 'zoom-in' },
  '-': { do: 'zoom-out' },
  '0': { do: 'fit' },
  '?': { do: 'keys' },
}

/** By where they lie, as Shift makes another sign of them on every keyboard. */
const SHIFTED: Record<string, BoardCommand> = {
  Digit1: { do: 'fit' },
  Digit2: { do: 'fit-selection' },
}

/** The command of a key pressed while the canvas itself has focus; undefined for keys that are not the board's. */
export function commandOf(key: Key, mode: KeyMode = { single: true, carrying: false }): BoardCommand | undefined {
  if (key.isComposing || key.altKey) return undefined
  if (key.ctrlKey || key.metaKey) return mode.carrying ? undefined : withControl(key)
  if (mode.carrying) return whileCarrying(key)
  const to = GOES[key.key]
  if (to) return { do: 'go', to, extend: key.shiftKey }
  const named = NAMED[key.key]
  if (named || !mode.single) return named
  return (key.shiftKey ? SHIFTED[key.code] : undefined) ?? SINGLE[key.key.toLowerCase()]
}

function whileCarrying({ key }: Key): BoardCommand | undefined {
  const way = CARRIES[key]
  if (way) return { do: 'carry', way }
  if (key === 'Enter') return { do: 'drop' }
  if (key === 'Escape') return { do: 'put-back' }
  return key === 'Tab' ? { do: 'leave' } : undefined
}

function withControl(key: Key): BoardCommand | undefined {
  const letter = key.key.toLowerCase()
  if (letter === 'z') return { do: key.shiftKey ? 'redo' : 'undo' }
  if (letter === 'y') return { do: 'redo' }
  if (letter === 'd') return { do: 'duplicate' }
  if (letter === 'f') return { do: 'search' }
  return letter === 'a' ? { do: 'select-all' } : undefined
}
