import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { MemberId } from '../../../shared/domain/ids'
import type { RoomName } from '../../../shared/domain/room'
import { openRoomDocument } from '../room-document'

// A process with many real clients in it, for benchmarks: ours as the pages use it, or the y-websocket provider as it comes.
// Its parent sends one question after another and waits for the answer.

export type Place = { address: string; room: string; cookie: string }
export type Question =
  | { is: 'open'; kind: 'ours' | 'unmodified'; places: Place[] }
  /** Everybody points `hz` times a second and types a letter every `typesEvery` ms. Answers the frames that went up. */
  | { is: 'work'; ms: number; hz: number; typesEvery: number }

type Opened = { document(): Y.Doc; point(state: Record<string, unknown>): void }

let frames = 0
const opened: Opened[] = []

function socketOf(cookie: string): typeof globalThis.WebSocket {
  class CountingSocket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers: { cookie } })
    }

    override send(...message: unknown[]): void {
      frames += 1
      super.send(message[0] as Uint8Array)
    }
  }
  return CountingSocket as unknown as typeof globalThis.WebSocket
}

async function open(kind: 'ours' | 'unmodified', { address, room, cookie }: Place): Promise<void> {
  const socket = socketOf(cookie)
  if (kind === 'ours') {
    const own = openRoomDocument({
      room: room as RoomName,
      memberId: cookie as MemberId,
      persist: false,
      socket,
      address,
    })
    await until(
      () => own.ready(),
      (listener) => own.subscribe(listener),
    )
    opened.push({
      document: () => own.document(),
      point: (state) => own.awareness().setLocalState(state),
    })
    return
  }
  const document = new Y.Doc()
  const provider = new WebsocketProvider(address, room, document, { disableBc: true, WebSocketPolyfill: socket })
  await new Promise((resolve) => provider.once('sync', resolve))
  opened.push({ document: () => document, point: (state) => provider.awareness.setLocalState(state) })
}

function until(holds: () => boolean, subscribe: (listener: () => void) => () => void): Promise<void> {
  return new Promise((resolve) => {
    let stop = () => {}
    const look = () => {
      if (!holds()) return
      stop()
      resolve()
    }
    stop = subscribe(look)
    look()
  })
}

async function work({ ms, hz, typesEvery }: Extract<Question, { is: 'work' }>): Promise<number> {
  const before = frames
  const timers = opened.flatMap((client, index) => [
    setInterval(() => client.point({ cursor: { x: Date.now() % 4_000, y: index } }), 1_000 / hz),
    setInterval(() => type(client.document(), index), typesEvery),
  ])
  await new Promise((resolve) => setTimeout(resolve, ms))
  for (const timer of timers) clearInterval(timer)
  return frames - before
}

function type(document: Y.Doc, index: number): void {
  const notes = [...document.getMap<Y.Map<unknown>>('notes').values()]
  const text = notes[index % notes.length]?.get('text')
  if (text instanceof Y.Text) text.insert(text.length, 'e')
}

process.on('message', async (question: Question) => {
  if (question.is === 'work') return process.send?.(await work(question))
  await Promise.all(question.places.map((place) => open(question.kind, place)))
  return process.send?.('open')
})
process.on('disconnect', () => process.exit())
