import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { addNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { readStage } from '../../shared/document/stage'
import type { CanvasId, MemberId } from '../../shared/domain/ids'
import { type Created, createWorkshop, Device, linkOf } from '../actors/device'
import { openProduct } from '../fixtures/product'
import { reachesStep } from '../fixtures/steps'
import { machine, print, spread } from './chromium'

/**
 * 1,200 private notes of 400 members, each with the canvas open: from the end of the ten seconds until the notes have come to
 * every socket (goal 2 s). Sockets count bytes and decode nothing: 400 boards on one machine would measure the machine.
 */
const PEOPLE = 400
const EACH = 3

type Someone = { device: Device; id: MemberId }

const product = await openProduct()
print(`${PEOPLE * EACH} private notes of ${PEOPLE} members. ${machine()}`)
try {
  const facilitator = new Device(product.url)
  const created = await createWorkshop(facilitator)
  const canvasId = created.canvases[0]?.id as CanvasId
  await reachesStep(facilitator, created.workshop.id, 'write')
  const canvas = await facilitator.open(`canvas/${canvasId}`)
  const section = readCanvas(canvas.document).sections[0]?.id
  if (!section) throw new Error('the canvas has sections')
  const people: Someone[] = []
  while (people.length < PEOPLE) {
    const numbers = Array.from({ length: 20 }, (_, index) => people.length + index)
    people.push(...(await Promise.all(numbers.map((number) => joins(created, number)))))
  }
  for (const { device, id } of people) await writes(device, id, created, { canvasId, section })
  await reveal(facilitator, created, canvasId, people)
} finally {
  await product.close()
}

async function joins(created: Created, number: number): Promise<Someone> {
  const device = new Device(product.url)
  const { token } = linkOf(created, 'central')
  const person = { token, name: `Person ${number}`, organisation: `Council ${number % 40}` }
  const answer = await device.post<{ member: { id: MemberId } }>('/api/join', person)
  if (answer.status !== 200) throw new Error(`not joined: ${JSON.stringify(answer.body)}`)
  return { device, id: answer.body.member.id }
}

async function writes(
  device: Device,
  id: MemberId,
  created: Created,
  {
    canvasId,
    section,
  }: { canvasId: CanvasId; section: NonNullable<ReturnType<typeof readCanvas>['sections'][number]>['id'] },
): Promise<void> {
  const drafts = await device.open(`drafts/${created.workshop.id}/${id}`)
  const author = { member: id, side: 'central', now: 1 } as const
  const texts = Array.from({ length: EACH }, (_, index) => `Four returns ask the same question in ${index + 2} ways`)
  addNotes(drafts.document, { texts, spot: { in: section, after: null, before: null }, author, canvas: canvasId })
  await new Promise<void>((resolve) => {
    const look = () => drafts.saved() > 0 && resolve()
    drafts.onAnswer(look)
    look()
  })
  drafts.close()
}

async function reveal(facilitator: Device, created: Created, canvasId: string, people: Someone[]): Promise<void> {
  const host = await facilitator.open(`stage/${created.workshop.id}`)
  const arrivals = await Promise.all(people.map(({ device }) => listen(device, `canvas/${canvasId}`)))
  const { revision } = readStage(host.document).stage
  const answer = await facilitator.post(`/api/workshops/${created.workshop.id}/reveal`, { revision })
  if (answer.status >= 300) throw new Error(`no reveal: ${JSON.stringify(answer.body)}`)
  await new Promise<void>((resolve) => {
    const look = () => readStage(host.document).writing?.revealAt && resolve()
    host.document.on('update', look)
    look()
  })
  const revealAt = readStage(host.document).writing?.revealAt ?? 0
  const times = (await Promise.all(arrivals.map(({ arrived }) => arrived))).map((at) => at - revealAt)
  const { median, most } = spread(times)
  print(`at every socket: median ${median.toFixed(0)} ms, the last ${most.toFixed(0)} ms (goal 2,000)`)
  for (const { close } of arrivals) close()
}

/** A socket in the room, in step; `arrived` resolves with the instant at which something as large as the notes came. */
async function listen(device: Device, room: string): Promise<{ arrived: Promise<number>; close: () => void }> {
  const socket = new WebSocket(`${product.url.replace(/^http/, 'ws')}/sync/${room}`, {
    headers: { cookie: device.cookie },
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  writeSyncStep1(encoder, new Y.Doc())
  const synced = new Promise<void>((resolve) => socket.once('message', () => resolve()))
  socket.send(encoding.toUint8Array(encoder))
  await synced
  const arrived = new Promise<number>((resolve) => {
    socket.on('message', (bytes: Buffer) => {
      if (bytes.length > 50_000) resolve(Date.now())
    })
  })
  return { arrived, close: () => socket.terminate() }
}
