import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { MemberId } from '../../shared/domain/ids'
import { roomName } from '../../shared/domain/room'
import { seeded } from '../../shared/testing/random'
import { MemoryLog } from '../testing/memory-log'
import { mountEntrance, readPosition, websocketServer } from './entrance'
import { createRoomRegistry, type RoomRegistry } from './room-registry'
import { addNoteTo, CANVAS, notesOf, OBSERVER, TestDoorkeeper, WORKSHOP, WRITER } from './testing/open-room'

type House = {
  registry: RoomRegistry
  doorkeeper: TestDoorkeeper
  port: number
  url: string
  restart(): Promise<void>
  /** An unmodified provider, as anybody may bring one. */
  join(name: string, options?: { saved?: boolean; room?: string }): { doc: Y.Doc; provider: WebsocketProvider }
  /** A bare socket. */
  socket(path: string, headers?: Record<string, string>): WebSocket
}

const opened: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function openHouse({ publicOrigin }: { publicOrigin?: string } = {}): Promise<House> {
  const log = new MemoryLog()
  const doorkeeper = new TestDoorkeeper()
  const start = async (wanted: number) => {
    const registry = createRoomRegistry({ log, doorkeeper })
    const app = new Hono()
    mountEntrance(app, { registry, publicOrigin })
    const sockets = websocketServer()
    const server = serve({ fetch: app.fetch, port: wanted, hostname: '127.0.0.1', websocket: { server: sockets } })
    await once(server, 'listening')
    const stop = async () => {
      await registry.close()
      await new Promise((resolve) => server.close(resolve))
    }
    return { registry, stop, port: (server.address() as AddressInfo).port }
  }
  let current = await start(0)
  const { port } = current
  opened.push(() => current.stop())
  const url = `ws://127.0.0.1:${port}/sync`
  const socket = (path: string, headers: Record<string, string> = {}) => {
    const one = new WebSocket(`${url}/${path}`, { headers })
    opened.push(() => one.terminate())
    return one
  }
  return {
    get registry() {
      return current.registry
    },
    doorkeeper,
    port,
    url,
    socket,
    async restart() {
      await current.stop()
      current = await start(port)
    },
    join(name, { saved = false, room = roomName(CANVAS) } = {}) {
      class WithCookie extends WebSocket {
        constructor(address: string | URL) {
          super(address, { headers: { cookie: name } })
        }
      }
      const doc = new Y.Doc()
      const provider = new WebsocketProvider(url, room, doc, {
        disableBc: true,
        WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
        params: saved ? { saved: '1' } : {},
      })
      opened.push(() => provider.destroy())
      return { doc, provider }
    },
  }
}

const synced = (provider: WebsocketProvider) =>
  provider.synced ? Promise.resolve() : new Promise<void>((resolve) => provider.once('sync', () => resolve()))

/** Looks again whenever the document changes. */
function until(doc: Y.Doc, isSo: () => boolean): Promise<void> {
  if (isSo()) return Promise.resolve()
  return new Promise((resolve) => {
    doc.on('update', function look() {
      if (!isSo()) return
      doc.off('update', look)
      resolve()
    })
  })
}

async function closeOf(socket: WebSocket): Promise<{ code: number; reason: string }> {
  const [code, reason] = (await once(socket, 'close')) as [number, Buffer]
  return { code, reason: reason.toString() }
}

test('[R1] two unmodified providers write to each other', async () => {
  const { join, doorkeeper } = await openHouse()
  doorkeeper.rightsOf.set('amina', WRITER).set('jon', WRITER)
  const amina = join('amina')
  const jon = join('jon')
  await Promise.all([synced(amina.provider), synced(jon.provider)])
  addNoteTo(amina.doc, 'n1', 'The lift is out of order')
  addNoteTo(jon.doc, 'n2', 'Four returns ask the same')
  const both = ['Four returns ask the same', 'The lift is out of order']
  for (const { doc } of [amina, jon]) {
    await until(doc, () => notesOf(doc).length === 2)
    expect(notesOf(doc)).toEqual(both)
  }
})

test('[R14] unmodified providers see each other, with the member that the server knows', async () => {
  const { join, doorkeeper } = await openHouse()
  doorkeeper.rightsOf.set('amina', WRITER).set('jon', WRITER)
  const amina = join('amina')
  const jon = join('jon')
  amina.provider.awareness.setLocalState({ cursor: 1, member: 'jon' })
  await new Promise<void>((resolve) => {
    jon.provider.awareness.on('update', () => jon.provider.awareness.states.has(amina.doc.clientID) && resolve())
  })
  expect(jon.provider.awareness.states.get(amina.doc.clientID)).toEqual({ cursor: 1, member: 'amina' })
  const gone = new Promise<void>((resolve) => {
    jon.provider.awareness.on('update', () => jon.provider.awareness.states.has(amina.doc.clientID) || resolve())
  })
  amina.provider.ws?.close()
  await gone
})

test('[R2] who asks is told what is saved, and an observer that nothing was taken', async () => {
  const { join, doorkeeper, registry } = await openHouse()
  doorkeeper.rightsOf.set('amina', WRITER).set('oscar', OBSERVER)
  const amina = join('amina', { saved: true })
  const messages: number[] = []
  const saved = new Promise<void>((resolve) => {
    amina.provider.messageHandlers[100] = (_encoder, decoder) => {
      messages.push(decoder.arr[1] ?? -1)
      if (decoder.arr[1] === 2) resolve()
    }
  })
  await synced(amina.provider)
  addNoteTo(amina.doc, 'n1', 'The lift is out of order')
  await saved
  expect(messages.at(-1)).toBe(2)

  const oscar = join('oscar', { saved: true })
  const refused = new Promise<Uint8Array>((resolve) => {
    oscar.provider.messageHandlers[101] = (_encoder, decoder) => resolve(decoder.arr)
  })
  oscar.provider.messageHandlers[100] = () => {}
  await synced(oscar.provider)
  addNoteTo(oscar.doc, 'n2', 'I should not be here')
  expect(new TextDecoder().decode((await refused).slice(3))).toBe('role-may-not-edit')
  expect(await registry.read(CANVAS, notesOf)).toEqual(['The lift is out of order'])
})

test('[R9] a removed member is closed with 4410 and does not come back', async () => {
  const { join, doorkeeper, registry } = await openHouse()
  doorkeeper.rightsOf.set('jon', WRITER)
  const jon = join('jon')
  await synced(jon.provider)
  const closed = new Promise<{ code: number }>((resolve) => jon.provider.once('closed', resolve))
  doorkeeper.rightsOf.set('jon', 'removed')
  registry.removeMember('jon' as MemberId)
  expect((await closed).code).toBe(4410)
  expect(jon.provider.shouldConnect).toBe(false)
})

test('[R9] a closed canvas is said on open connections at once', async () => {
  const { join, doorkeeper, registry } = await openHouse()
  doorkeeper.rightsOf.set('jon', WRITER)
  const jon = join('jon')
  await synced(jon.provider)
  const closed = new Promise<{ code: number }>((resolve) => jon.provider.once('closed', resolve))
  doorkeeper.rightsOf.set('jon', 'not-found')
  await registry.reviseAccess(WORKSHOP)
  expect((await closed).code).toBe(4404)
})

test('[R8] every no accepts the upgrade and says which no it is', async () => {
  const { socket } = await openHouse()
  expect(await closeOf(socket(roomName(CANVAS)))).toEqual({ code: 4401, reason: 'session-missing' })
  expect(await closeOf(socket(roomName(CANVAS), { cookie: 'nobody' }))).toEqual({ code: 4404, reason: 'not-a-member' })
  expect(await closeOf(socket('no/such-room', { cookie: 'amina' }))).toEqual({ code: 4404, reason: 'not-found' })
  expect(await closeOf(socket('%E0%A4%A', { cookie: 'amina' }))).toEqual({ code: 4404, reason: 'not-found' })
})

test.each([
  { publicOrigin: undefined, origin: 'https://elsewhere.example', status: 403 },
  { publicOrigin: 'https://concordat.example/', origin: 'https://elsewhere.example', status: 403 },
  { publicOrigin: 'https://concordat.example/', origin: 'null', status: 403 },
  { publicOrigin: 'https://concordat.example/', origin: 'https://concordat.example', status: 101 },
])('[R8] origin $origin, reached at $publicOrigin: $status', async ({ publicOrigin, origin, status }) => {
  const { socket } = await openHouse(publicOrigin ? { publicOrigin } : {})
  const one = socket(roomName(CANVAS), { origin, cookie: 'amina' })
  const answer = await Promise.race([
    once(one, 'unexpected-response').then(([, response]) => response.statusCode),
    once(one, 'open').then(() => 101),
  ])
  one.on('error', () => {})
  expect(answer).toBe(status)
})

test('[R8] without PUBLIC_URL the Host header says where this is', async () => {
  const { socket, port } = await openHouse()
  const one = socket(roomName(CANVAS), { origin: `http://127.0.0.1:${port}` })
  expect((await closeOf(one)).code).toBe(4401)
})

test('[R12] frames of garbage close their own socket and nobody else notices', async () => {
  const { socket, join, doorkeeper, registry } = await openHouse()
  doorkeeper.rightsOf.set('amina', WRITER).set('mallory', WRITER).set('jon', WRITER)
  const amina = join('amina')
  await synced(amina.provider)
  const random = seeded(7)
  const frames: (Buffer | string)[] = [
    'text',
    Buffer.alloc(0),
    Buffer.from([0]),
    Buffer.from([0, 2, 0xff, 0xff, 0xff, 0x7f]),
  ]
  for (let index = 0; index < 60; index += 1) {
    const bytes = Buffer.from(Array.from({ length: 1 + Math.floor(random() * 40) }, () => Math.floor(random() * 256)))
    frames.push(
      bytes,
      Buffer.concat([Buffer.from([0, 2, bytes.length]), bytes]),
      Buffer.concat([Buffer.from([1]), bytes]),
    )
  }
  for (const frame of frames) {
    const mallory = socket(roomName(CANVAS), { cookie: 'mallory' })
    await once(mallory, 'open')
    mallory.send(frame)
    mallory.send(new Uint8Array([0, 0, 1, 0]))
    await Promise.race([once(mallory, 'close'), once(mallory, 'message')])
    mallory.terminate()
  }
  const jon = join('jon')
  addNoteTo(amina.doc, 'n1', 'Still here')
  await until(jon.doc, () => notesOf(jon.doc).length === 1)
  expect(await registry.read(CANVAS, notesOf)).toEqual(['Still here'])
})

test('[R1] a restart loses nothing and the provider comes back by itself', async () => {
  const house = await openHouse()
  house.doorkeeper.rightsOf.set('amina', WRITER).set('jon', WRITER)
  const amina = house.join('amina')
  await synced(amina.provider)
  addNoteTo(amina.doc, 'n1', 'Before the restart')
  await house.registry.read(CANVAS, notesOf)
  const left = new Promise<{ code: number } | null>((resolve) => amina.provider.once('connection-close', resolve))
  await house.restart()
  expect((await left)?.code).toBe(1012)
  addNoteTo(amina.doc, 'n2', 'While it was away')
  const jon = house.join('jon')
  await until(jon.doc, () => notesOf(jon.doc).length === 2)
  expect(notesOf(jon.doc)).toEqual(['Before the restart', 'While it was away'])
})

test('a position is read as it is written, or not at all', () => {
  expect(readPosition('abc-_1:42')).toEqual({ epoch: 'abc-_1', position: 42 })
  for (const wrong of [undefined, '', ':1', 'abc', 'abc:', 'abc:-1', 'abc:1e3', 'a b:1'])
    expect(readPosition(wrong)).toBeUndefined()
})

test('oversized frames are cut off by the socket itself', async () => {
  const { socket, doorkeeper } = await openHouse()
  doorkeeper.rightsOf.set('amina', WRITER)
  const one = socket(roomName(CANVAS), { cookie: 'amina' })
  await once(one, 'open')
  one.send(Buffer.alloc(3 * 1024 * 1024))
  expect((await closeOf(one)).code).toBe(1009)
})
