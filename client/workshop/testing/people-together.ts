import { applyAwarenessUpdate, encodeAwarenessUpdate, modifyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { CanvasId } from '../../../shared/domain/ids'
import type { Member } from '../../../shared/domain/member'
import { workshopOf } from './workshop-of'

/** One person at a screen of their own, with a copy of a canvas: the given document, or an empty one to be connected. */
export function atCanvas(
  canvasId: CanvasId,
  me: Member,
  {
    document = new Y.Doc(),
    ...options
  }: Omit<NonNullable<Parameters<typeof workshopOf>[0]>, 'me'> & {
    document?: Y.Doc | undefined
  },
) {
  const world = workshopOf({ ...options, me })
  const room = world.roomOf({ kind: 'canvas', canvasId })
  room.replace(document)
  return { ...world, me, room, document }
}

type AtCanvas = Pick<ReturnType<typeof atCanvas>, 'me' | 'room' | 'document'>

/** What one writes and points at reaches the other at once, with the name that the server puts on it. */
export function connectScreens(one: AtCanvas, other: AtCanvas): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    Y.applyUpdate(to.document, Y.encodeStateAsUpdate(from.document), 'sync')
    from.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'sync') Y.applyUpdate(to.document, update, 'sync')
    })
    const awareness = from.room.awareness()
    const tell = () => {
      const mine = encodeAwarenessUpdate(awareness, [awareness.clientID])
      const stamped = modifyAwarenessUpdate(mine, (state: object | null) => state && { ...state, member: from.me.id })
      applyAwarenessUpdate(to.room.awareness(), stamped, 'sync')
    }
    awareness.on('update', (_change: unknown, origin: unknown) => origin === 'local' && tell())
    tell()
  }
}
