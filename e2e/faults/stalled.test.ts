import { afterEach, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { addNote, noteText } from '../../shared/document/edits'
import type { NoteId, SectionId } from '../../shared/domain/ids'
import { createWorkshop, Device, type OpenRoom } from '../actors/device'
import { opensAllSteps } from '../fixtures/steps'
import { contentOf, type Joined, join } from './hostile-bystanders'
import { frame } from './hostile-frames'
import { isContent, numbers, question } from './hostile-messages'
import { connectionCount, inMegabytes, memoryOf, openWatched, theEndOf } from './hostile-product'
import { HostileSocket } from './hostile-socket'
import { isLong, say } from './how-long'

/**
 * Twenty people whose machines have gone to sleep with the canvas open: their sockets stay and are not read. Meanwhile
 * others write, again and again, texts that are large and take the place of the one before, so that the canvas stays small.
 */
const READERS = 20
/** As much as one text may hold, nearly. */
const TEXT = 10_000
/** Enough that what the system keeps of a socket (some 4 MB) is not all of it. */
const BYTES_EACH = (isLong ? 20 : 8) * 1024 * 1024
const QUESTIONS = 2_000
const QUESTIONED_BYTES = 2 * 1024 * 1024
const MOST_GROWTH = 40 * 1024 * 1024

const opened: (() => unknown)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

type Writer = Joined & {
  room: OpenRoom
  note: NoteId /** Document messages, with the answer to the first question. */
  sent: number
}

async function openWriter({ device, member }: Joined, canvas: string): Promise<Writer> {
  const room = await device.open(canvas)
  opened.push(() => device.close())
  const [section] = room.document.getMap('sections').keys()
  const spot = { in: section as SectionId, after: null, before: null }
  const author = { member: member.id, side: member.side, now: 1 }
  const { id } = addNote(room.document, { text: 'Four returns ask the same', spot, author })
  return { device, member, room, note: id, sent: 2 }
}

/** Each writes in turn, and again when it is on disk: slower than the limits of one connection. */
async function write(writers: readonly Writer[], bytes: number): Promise<void> {
  const each = Math.ceil(bytes / TEXT / writers.length)
  await Promise.all(
    writers.map(async (writer, index) => {
      for (let turn = 0; turn < each; turn += 1) {
        retype(writer.room.document, writer.note, String.fromCharCode(97 + ((turn + index) % 26)).repeat(TEXT))
        writer.sent += 1
        await saved(writer)
      }
    }),
  )
}

function retype(document: Y.Doc, note: NoteId, words: string): void {
  const text = noteText(document, note)
  document.transact(() => {
    text?.delete(0, text.length)
    text?.insert(0, words)
  })
}

function saved({ room, sent }: Writer): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (room.saved() < sent) return
      stop()
      resolve()
    }
    const stop = room.onAnswer(look)
    look()
  })
}

/** A reader that has read the canvas and then nothing more. */
async function stalled({ device }: Joined, canvas: string): Promise<HostileSocket> {
  const socket = await HostileSocket.open({
    port: Number(new URL(device.url).port),
    path: `/sync/${canvas}`,
    cookie: device.cookie,
  })
  opened.push(() => socket.stream.destroy())
  socket.write(frame({ payload: question(new Uint8Array([0])) }))
  await socket.hears(isContent)
  socket.stream.pause()
  return socket
}

/** Amina and Jon write, Priya watches; none of them is ever cut off. */
async function openCanvas() {
  const product = await openWatched()
  opened.push(() => product.close())
  const facilitator = new Device(product.url)
  const created = await createWorkshop(facilitator)
  await opensAllSteps(facilitator, created.workshop.id)
  const canvas = `canvas/${created.canvases[0]?.id}`
  const comeIn = (name: string, link = 'local') => join(product.url, created, link, name)
  const amina = await openWriter(await comeIn('Amina'), canvas)
  const jon = await openWriter(await comeIn('Jon'), canvas)
  const { device } = await comeIn('Priya', 'observer')
  opened.push(() => device.close())
  const priya = await device.open(canvas)
  const closes: unknown[] = []
  const rooms = [amina.room, jon.room, priya]
  for (const { provider } of rooms) provider.on('connection-close', (event) => closes.push(event))
  return { product, canvas, comeIn, amina, jon, rooms, closes }
}

/** What the server holds more while the two write so much, at most, and when those who do not read are gone. */
async function growthWhileWriting({ product, amina, jon, rooms }: Awaited<ReturnType<typeof openCanvas>>) {
  const before = await memoryOf(product)
  await Promise.race([write([amina, jon], BYTES_EACH), theEndOf(product)])
  // At once, and not when they have not answered a ping for a minute.
  expect(await connectionCount(product)).toBe(rooms.length)
  const after = await memoryOf(product)
  return { resident: after.most.rss - before.rss, heapAfterwards: after.heap - before.heap }
}

async function seenBy({ device }: Joined, canvas: string): Promise<Record<string, unknown>> {
  const { document } = await device.open(canvas)
  const seen = contentOf(document)
  device.close()
  return seen
}

test(
  `[R13] ${READERS} who do not read cost no memory, are cut, and have everything when they read again`,
  async () => {
    const place = await openCanvas()
    const { product, canvas, comeIn, amina, jon, rooms, closes } = place
    // As much before, to everybody who reads: what writing itself takes is there when the measuring begins.
    await write([amina, jon], BYTES_EACH)
    const people: Joined[] = []
    for (let index = 0; index < READERS; index += 1) people.push(await comeIn(`Reader ${index}`))
    const sockets: HostileSocket[] = []
    for (const person of people) sockets.push(await stalled(person, canvas))

    const grown = await growthWhileWriting(place)
    say(
      `${inMegabytes(READERS * BYTES_EACH)} addressed to ${READERS} who do not read: resident at most ` +
        `${inMegabytes(grown.resident)} more, heap with buffers ${inMegabytes(grown.heapAfterwards)} more afterwards`,
    )
    for (const socket of sockets) {
      socket.stream.resume()
      expect([1013, 1006]).toContain(await socket.closed)
    }
    expect(closes).toEqual([])
    const content = contentOf(amina.room.document)
    for (const { document } of rooms) expect(contentOf(document)).toEqual(content)
    for (const person of people) expect(await seenBy(person, canvas)).toEqual(content)
    expect(product.log.filter((line) => !line.includes('is ready at'))).toEqual([])
    expect(grown.resident).toBeLessThan(MOST_GROWTH)
    expect(grown.heapAfterwards).toBeLessThan(MOST_GROWTH)
  },
  isLong ? 300_000 : 60_000,
)

test('[R13] who asks for the canvas two thousand times and reads nothing costs no memory', async () => {
  const place = await openCanvas()
  const { product, canvas, comeIn, amina, jon, rooms } = place
  await write([amina, jon], QUESTIONED_BYTES)
  const mallory = await stalled(await comeIn('Mallory', 'observer'), canvas)
  const before = await memoryOf(product)
  // From copies that know of nobody here, each of another, so that no answer serves twice.
  for (let client = 1; client <= QUESTIONS; client += 1) {
    mallory.write(frame({ payload: question(numbers(1, client, 1)) }))
  }
  await Promise.race([mallory.flushed(), theEndOf(product)])
  await Promise.race([write([amina, jon], QUESTIONED_BYTES), theEndOf(product)])
  const { most } = await memoryOf(product)
  say(`${QUESTIONS} questions without reading: resident at most ${inMegabytes(most.rss - before.rss)} more`)
  expect(most.rss - before.rss).toBeLessThan(MOST_GROWTH)
  const content = contentOf(amina.room.document)
  for (const { document } of rooms) expect(contentOf(document)).toEqual(content)
})
