import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { afterEach, expect, test } from 'vitest'
import { MemoryLog } from '../testing/memory-log'
import { mountEntrance, websocketServer } from './entrance'
import { answerOtherUpgrades } from './other-upgrades'
import { createRoomRegistry } from './room-registry'
import { TestDoorkeeper } from './testing/open-room'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

async function openHouse(): Promise<{ server: Server; call(lines: string[]): Socket }> {
  const registry = createRoomRegistry({ log: new MemoryLog(), doorkeeper: new TestDoorkeeper() })
  const app = new Hono()
  mountEntrance(app, { registry, publicOrigin: undefined })
  app.all('/notes', (context) => context.text('Four returns ask the same', context.req.method === 'GET' ? 200 : 405))
  const server = createAdaptorServer({ fetch: app.fetch, websocket: { server: websocketServer() } }) as Server
  answerOtherUpgrades(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  closers.push(
    () => new Promise((resolve) => server.close(resolve)),
    () => registry.close(),
  )
  const { port } = server.address() as AddressInfo
  const call = (lines: string[]) => {
    const socket = connect(port, '127.0.0.1')
    closers.push(() => socket.destroy())
    socket.write(`${[...lines, `Host: localhost:${port}`].join('\r\n')}\r\n\r\n`)
    return socket
  }
  return { server, call }
}

const H2C = ['Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__']

test('[R8] who asks for another protocol is answered in this one', async () => {
  const { call } = await openHouse()
  const got = await text(call(['GET /notes HTTP/1.1', ...H2C]))
  expect(got).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  expect(got).toMatch(/Connection: close\r\n/i)
  expect(got).toContain('Four returns ask the same')
  expect(await text(call(['POST /notes HTTP/1.1', 'Content-Length: 5', ...H2C]))).toMatch(/^HTTP\/1\.1 405 /)
})

test('[R8] a wrong Origin is still said, and so is an upgrade that is none', async () => {
  const { call } = await openHouse()
  const upgrade = ['Connection: Upgrade', 'Upgrade: WebSocket', 'Sec-WebSocket-Version: 13']
  const elsewhere = ['GET /sync/canvas/aaaaaaaa HTTP/1.1', ...upgrade, 'Origin: https://elsewhere.example']
  expect(await text(call(elsewhere))).toMatch(/^HTTP\/1\.1 403 /)
  const badKey = ['GET /sync/canvas/aaaaaaaa HTTP/1.1', ...upgrade, 'Sec-WebSocket-Key: short']
  expect(await text(call(badKey))).toMatch(/^HTTP\/1\.1 400 /)
})

test.each(['h2c', 'websocket', 'tls/1.0'])('[R12] hanging up on Upgrade: %s harms nobody', async (protocol) => {
  const { server, call } = await openHouse()
  const heard = once(server, 'connection')
  const mallory = call(['GET /sync/canvas/aaaaaaaa HTTP/1.1', 'Connection: Upgrade', `Upgrade: ${protocol}`])
  const [socket] = (await heard) as [Socket]
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise<void>((resolve) => server.once('upgrade', () => resolve()))
  mallory.resetAndDestroy()
  await closed
  expect(await text(call(['GET /notes HTTP/1.1', 'Connection: close']))).toContain('Four returns ask the same')
})
