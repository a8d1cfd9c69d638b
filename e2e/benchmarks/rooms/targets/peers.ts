import { join } from 'node:path'
import { canvasOf } from '../content'
import { STEP_1 } from '../load/dialect'
import { RawSocket } from '../load/raw-socket'
import { ServerProcess } from './server-process'
import type { BenchRoom, OpenTarget, Plan, Seat, Target } from './target'

const PEERS = join(import.meta.dirname, '../peers')
const SETTLE_MS = 500
const SAME_SIZE = 0.95

/** Hocuspocus as its documentation sets it up, with its SQLite extension. */
export const openHocuspocus: OpenTarget = async (plan) => {
  const server = await ServerProcess.start([join(PEERS, 'hocuspocus.mjs')], ({ port, folder }) => ({
    PORT: String(port),
    FOLDER: folder,
  }))
  return fillAll({ name: 'hocuspocus', dialect: 'hocuspocus', server, rooms: [] }, plan, (room) => ({
    room,
    path: '/',
  }))
}

/** The reference server's own program, with its LevelDB storage on. */
export const openYWebsocket: OpenTarget = async (plan) => {
  const program = join(PEERS, 'node_modules/@y/websocket-server/src/server.js')
  const server = await ServerProcess.start([program], ({ port, folder }) => ({
    HOST: '127.0.0.1',
    PORT: String(port),
    YPERSISTENCE: join(folder, 'level'),
  }))
  const seatIn = (room: string) => ({ room, path: `/${room}` })
  return fillAll({ name: 'y-websocket', dialect: 'y-websocket', server, rooms: [] }, plan, seatIn)
}

/** No server to be used: what passing messages on costs in Node, with the window of ours. */
export const openRelay: OpenTarget = async (plan) => {
  const server = await ServerProcess.start([join(PEERS, 'relay.mjs')], ({ port }) => ({ PORT: String(port) }))
  const seatIn = (room: string) => ({ room, path: `/${room}` })
  return fillAll({ name: 'relay', dialect: 'y-websocket', server, rooms: [] }, plan, seatIn)
}

async function fillAll(target: Target, plan: Plan, seatIn: (room: string) => Seat): Promise<Target> {
  const state = canvasOf(plan.notes)
  const rooms: BenchRoom[] = []
  for (let index = 0; index < plan.rooms; index += 1) {
    const seat = seatIn(`canvas-${index}`)
    await bring(target, seat, state)
    rooms.push({ seats: Array.from({ length: plan.clientsARoom }, () => seat), state })
  }
  return { ...target, rooms }
}

/** Brings a document up and stays until another client gets it back. */
async function bring(target: Target, seat: Seat, state: Uint8Array): Promise<void> {
  const address = { port: target.server.port, dialect: target.dialect, ...seat }
  const writer = new RawSocket(address)
  await writer.synced()
  writer.sendUpdate(state)
  for (;;) {
    const reader = new RawSocket(address)
    await reader.synced()
    const has = reader.documentBytes >= state.length * SAME_SIZE
    reader.close()
    if (has) break
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS / 10))
  }
  writer.send(writer.dialect.sync(seat.room, STEP_1, new Uint8Array([0])))
  writer.close()
}
