import { afterEach, beforeEach, vi } from 'vitest'
import * as Y from 'yjs'
import type { MemberId } from '../../../shared/domain/ids'
import type { RoomName } from '../../../shared/domain/room'
import type { OpenOfflineCopy } from '../offline-copy'
import { type Loss, openRoomDocument, type RoomDocument } from '../room-document'
import { FakeServer } from './fake-server'

const room = 'canvas/abcdef' as RoomName
/** Anew in each test. */
export let server: FakeServer
let open: RoomDocument[]

/** A server that the test answers for, and clocks that it moves; what was opened is closed. */
export function aroundEveryTest(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
    server = new FakeServer()
    open = []
  })
  afterEach(() => {
    for (const one of open) one.close()
    vi.useRealTimers()
  })
}

/** A person's tab with the room open. */
export function tab(options: { losses?: Loss[]; openCopy?: OpenOfflineCopy } = {}): RoomDocument {
  const one = openRoomDocument({
    room,
    memberId: 'amina' as MemberId,
    persist: options.openCopy !== undefined,
    socket: server.socket,
    address: 'ws://here/sync',
    openCopy: options.openCopy,
    onLost: (loss) => options.losses?.push(loss),
  })
  open.push(one)
  return one
}

export function write(document: Y.Doc, id: string, words: string): void {
  document.transact(() => {
    document.getMap('notes').set(id, new Y.Map<unknown>([['text', new Y.Text(words)]]))
  })
}

export function textOf(document: Y.Doc, id: string): Y.Text {
  const note = document.getMap('notes').get(id)
  const text = note instanceof Y.Map ? note.get('text') : undefined
  if (!(text instanceof Y.Text)) throw new Error(`no note ${id}`)
  return text
}

export const notes = (document: Y.Doc) => [...document.getMap('notes').keys()].sort()
