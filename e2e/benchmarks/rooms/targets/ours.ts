import { join } from 'node:path'
import * as Y from 'yjs'
import type { MemberId } from '../../../../shared/domain/ids'
import { type Created, createWorkshop, Device, linkOf, type OpenRoom } from '../../../actors/device'
import { opensAllSteps } from '../../../fixtures/steps'
import { fillWithNotes } from '../content'
import { ServerProcess } from './server-process'
import type { BenchRoom, OpenTarget, Plan, Seat } from './target'

const ENTRY = join(import.meta.dirname, '../../../../dist/server.js')
const JOINS_AT_ONCE = 8

/** The built product as a host runs it: a libSQL file, every commit synced, a session for each person. */
export const openOurs: OpenTarget = async (plan) => {
  const server = await startOurs()
  const rooms: BenchRoom[] = []
  for (let index = 0; index < plan.rooms; index += 1) rooms.push(await openWorkshop(server.port, plan))
  return { name: 'ours', dialect: 'y-websocket', server, rooms }
}

export function startOurs(): Promise<ServerProcess> {
  return ServerProcess.start([ENTRY], ({ port, folder }) => ({
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'concordat.db')}`,
    LOG_LEVEL: 'error',
    RATE_LIMITS: 'off',
  }))
}

/** A workshop with its canvas filled and its people joined, and what a facilitator of it can do. */
async function openWorkshop(port: number, plan: Plan): Promise<BenchRoom> {
  const { facilitator, created, canvas } = await createCanvas(port)
  const state = await fill(facilitator, created, { canvas, notes: plan.notes })
  const seatOf = (device: Device): Seat => ({ room: canvas, path: `/sync/${canvas}?saved=1`, cookie: device.cookie })
  const guests = await joinAll(port, created, plan.clientsARoom - 1)
  return { seats: [facilitator, ...guests].map(seatOf), state }
}

export async function createCanvas(port: number) {
  const facilitator = new Device(`http://localhost:${port}`)
  const created = await createWorkshop(facilitator)
  await opensAllSteps(facilitator, created.workshop.id)
  return { facilitator, created, canvas: `canvas/${created.canvases[0]?.id}` }
}

export async function joinAll(port: number, created: Created, count: number, link = 'everyone'): Promise<Device[]> {
  const { token, side } = linkOf(created, link)
  const devices = Array.from({ length: count }, () => new Device(`http://localhost:${port}`))
  for (let from = 0; from < count; from += JOINS_AT_ONCE) {
    const some = devices.slice(from, from + JOINS_AT_ONCE)
    const answers = await Promise.all(
      some.map((device, index) =>
        device.post('/api/join', {
          token,
          name: `Person ${from + index}`,
          organisation: 'Westshire',
          ...(side ? {} : { side: 'local' }),
        }),
      ),
    )
    const refused = answers.find(({ status }) => status !== 200)
    if (refused) throw new Error(`not joined: ${JSON.stringify(refused)}`)
  }
  return devices
}

export async function fill(
  facilitator: Device,
  created: Created,
  { canvas, notes }: { canvas: string; notes: number },
): Promise<Uint8Array> {
  const room = await facilitator.open(canvas)
  let sent = 0
  room.document.on('update', (_update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (transaction.local) sent += 1
  })
  fillWithNotes(room.document, notes, created.member.id as MemberId)
  await untilSaved(room, sent)
  const state = Y.encodeStateAsUpdate(room.document)
  room.close()
  return state
}

function untilSaved(room: OpenRoom, count: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (room.refusals.length > 0) reject(new Error(`refused: ${room.refusals[0]}`))
      if (room.saved() < count) return
      stop()
      resolve()
    }
    const stop = room.onAnswer(look)
    look()
  })
}
