import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { noteText } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allNotes, type NoteView } from '../../shared/domain/canvas-view'
import type { MemberId } from '../../shared/domain/ids'
import { fillLargeCanvas } from '../../shared/testing/large-canvas'
import { type Created, createWorkshop, Device, linkOf, type OpenRoom } from '../actors/device'
import { notesOfTotalPlace } from '../fixtures/notes'
import { savedAll } from './seed-notes'

/** Others see a drag this often; ms. As the product sends it. */
export const EVERY_MS = 60

/** A workshop with so many notes on its canvas, on disk. */
export async function largeWorkshop(url: string, count: number) {
  const facilitator = new Device(url)
  const created = await createWorkshop(facilitator)
  const room = await facilitator.open(`canvas/${created.canvases[0]?.id}`)
  const member = created.member.id as MemberId
  const steps = fillLargeCanvas(room.document, { notes: notesOfTotalPlace(), count, member })
  for (let done = false; !done; ) {
    room.document.transact(() => {
      for (let step = 0; step < 100 && !done; step++) done = steps.next().done === true
    })
    await savedAll(room)
  }
  if (room.refusals.length > 0) throw new Error(`notes were refused: ${room.refusals.join(', ')}`)
  return { facilitator, created, room }
}

export type LargeWorkshop = Awaited<ReturnType<typeof largeWorkshop>>

/** Ten people who each drag a note about, seen through presence alone. */
export async function tenWhoDrag(url: string, created: Created): Promise<{ stop(): void }> {
  const people = await Promise.all(Array.from({ length: 10 }, (_, number) => joins(url, created, number)))
  const [first] = people
  const notes = first ? allNotes(readCanvas(first.room.document)) : []
  let tick = 0
  const timer = setInterval(() => {
    tick += 1
    people.forEach(({ room }, number) => {
      const note = notes[Math.floor((number * notes.length) / people.length)]
      const at = { x: 300 * Math.cos(tick / 9 + number), y: 300 * Math.sin(tick / 9 + number) }
      if (note) shows(room, { cursor: at, selected: [note.id], dragging: { ids: [note.id], dx: at.x, dy: at.y } })
    })
  }, EVERY_MS)
  return {
    stop() {
      clearInterval(timer)
      for (const { device } of people) device.close()
    },
  }
}

async function joins(url: string, created: Created, number: number) {
  const device = new Device(url)
  const { token } = linkOf(created, number % 2 === 0 ? 'central' : 'local')
  await device.post('/api/join', { token, name: `Person ${number}`, organisation: `Council ${number}` })
  const room = await device.open(`canvas/${created.canvases[0]?.id}`)
  const { provider } = room
  // the standard client would send back what it hears of the nine others, which ours does not
  provider.awareness.off('update', provider._awarenessUpdateHandler)
  return { device, room }
}

function shows({ provider }: OpenRoom, state: Record<string, unknown>): void {
  const { awareness, ws } = provider
  awareness.setLocalState(state)
  const bytes = encodeAwarenessUpdate(awareness, [awareness.clientID])
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7]
  if (ws?.readyState === 1) ws.send(new Uint8Array([1, ...length, ...bytes]))
}

/** Read once for each room: a look through thousands of notes at each letter would take the processor from the browser. */
const notesOf = new WeakMap<Y.Doc, readonly NoteView[]>()

/** Somebody else types a letter in a note, another one each time. */
export function editFromElsewhere({ room }: LargeWorkshop, number: number): void {
  const notes = notesOf.get(room.document) ?? allNotes(readCanvas(room.document))
  notesOf.set(room.document, notes)
  const note = notes[(number * 37) % notes.length]
  const text = note && noteText(room.document, note.id)
  if (text instanceof Y.Text) text.insert(0, 'e')
}
