import { type Accessor, createComputed, createSignal, onCleanup } from 'solid-js'
import type { MemberId } from '../../shared/domain/ids'
import type { CanvasPresence } from './contract'
import type { Room } from './room'
import { createSteady } from './steady'

/** One open screen. Who it is says the server, which stamps every state; the rest is what that screen claims. */
export type Screen = { clientId: number; memberId: MemberId; state: Record<string, unknown> }

/** The screens in a room but this one. While the connection is gone the last known ones stay. */
export function createScreens(room: Pick<Room, 'awareness' | 'status'>): Accessor<Screen[]> {
  const [screens, setScreens] = createSignal<Screen[]>([])
  // Not the whole status: it counts what is unsaved, and so changes with each letter typed here.
  const isConnected = createSteady(() => room.status().is !== 'connecting' && room.status().is !== 'offline')
  createComputed(() => {
    const awareness = room.awareness()
    const read = () => {
      if (isConnected()) setScreens(screensIn(awareness))
    }
    awareness.on('change', read)
    onCleanup(() => awareness.off('change', read))
    read()
  })
  return screens
}

type StatesOf = { clientID: number; getStates(): Map<number, Record<string, unknown>> }

function screensIn(awareness: StatesOf): Screen[] {
  return [...awareness.getStates()].flatMap(([clientId, state]) =>
    clientId !== awareness.clientID && typeof state.member === 'string'
      ? { clientId, memberId: state.member as MemberId, state }
      : [],
  )
}

export const MOST_SELECTED = 30

/** What goes out: never more than others can show, so that a state stays under its limit. */
export function presenceToSend(presence: CanvasPresence): Record<string, unknown> {
  const { cursor, selected, many, typing, sorting, dragging } = presence
  return {
    ...(cursor && { cursor: { x: Math.round(cursor.x), y: Math.round(cursor.y) } }),
    ...(selected && selected.length > 0 && selected.length <= MOST_SELECTED && { selected }),
    ...(many && { many: rounded(many) }),
    ...(typing && { typing }),
    ...(sorting && { sorting }),
    ...(dragging && { dragging: { ...dragging, ids: dragging.ids.slice(0, MOST_SELECTED) } }),
  }
}

const known = new WeakMap<object, CanvasPresence>()

/** Reads what another screen claims; what does not fit is left out. The same object for the same state. */
export function readPresence(state: Record<string, unknown>): CanvasPresence {
  const before = known.get(state)
  if (before) return before
  const presence = read(state)
  known.set(state, presence)
  return presence
}

function read(state: Record<string, unknown>): CanvasPresence {
  const { cursor, selected, many, typing, sorting, dragging } = state
  const presence: CanvasPresence = {}
  if (isPoint(cursor)) presence.cursor = { x: cursor.x, y: cursor.y }
  if (isIds(selected)) presence.selected = selected
  if (isBox(many)) presence.many = many
  if (typeof typing === 'string') presence.typing = typing
  if (typeof sorting === 'string') presence.sorting = sorting
  if (isObject(dragging) && isIds(dragging.ids) && isNumber(dragging.dx) && isNumber(dragging.dy))
    presence.dragging = { ids: dragging.ids, dx: dragging.dx, dy: dragging.dy }
  return presence
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}
function isPoint(value: unknown): value is { x: number; y: number } {
  return isObject(value) && isNumber(value.x) && isNumber(value.y)
}
function isBox(value: unknown): value is NonNullable<CanvasPresence['many']> {
  return isObject(value) && isNumber(value.count) && isNumber(value.w) && isNumber(value.h) && isPoint(value)
}
function rounded<Box extends Record<string, number>>(box: Box): Box {
  return Object.fromEntries(Object.entries(box).map(([key, value]) => [key, Math.round(value)])) as Box
}
function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'string')
}
