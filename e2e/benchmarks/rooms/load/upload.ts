import { createDecoder, readVarUint } from 'lib0/decoding'
import * as Y from 'yjs'
import { UPDATE } from './dialect'
import { clientFrame } from './frames'
import { MarkReader, mark, now } from './marks'
import { type Address, RawSocket } from './raw-socket'

export type Upload = {
  writer: Address
  reader: Address
  state: Uint8Array
  updates: number
  /** The server says how many of them are on disk. */
  saysSaved: boolean
}

/** Milliseconds from the first byte sent. */
export type Uploaded = { sent: number; delivered: number; saved: number }

const CHUNK_BYTES = 64 * 1024
const SAVED = 100
const GIVE_UP_MS = 120_000
/** Typed in so many notes, one after another. */
const NOTES = 125

/** Somebody comes back with a long afternoon's typing, each letter an update of its own. */
export async function upload({ writer, reader, state, updates, saysSaved }: Upload): Promise<Uploaded> {
  const [source, listener] = [new RawSocket(writer), new RawSocket(reader)]
  await Promise.all([source.synced(), listener.synced()])
  const frames = typing(source, state, updates)
  const marks = new MarkReader()
  const delivered = within(
    new Promise<number>((resolve) => {
      listener.onChunk = (chunk) => marks.take(chunk, -1, () => resolve(now()))
    }),
  )
  const saved = saysSaved ? within(untilSaved(source, updates)) : undefined
  const start = now()
  await send(source, frames)
  const sent = now()
  const since = (at: number) => (at - start) / 1000
  const uploaded = { sent: since(sent), delivered: since(await delivered), saved: since((await saved) ?? Number.NaN) }
  source.close()
  listener.close()
  return uploaded
}

function typing(socket: RawSocket, state: Uint8Array, updates: number): Buffer[] {
  const document = new Y.Doc()
  Y.applyUpdate(document, state)
  const notes = document.getMap<Y.Map<unknown>>('notes')
  const texts = [...notes.keys()].slice(0, NOTES).map((id) => notes.get(id)?.get('text') as Y.Text)
  const frames: Buffer[] = []
  document.on('update', (update: Uint8Array) =>
    frames.push(clientFrame(socket.dialect.sync(socket.address.room, UPDATE, update))),
  )
  const aNote = Math.ceil(updates / texts.length)
  for (let typed = 0; typed < updates - 1; typed += 1) {
    const text = texts[Math.floor(typed / aNote)]
    text?.insert(text.length, 'etaoin shrdlu'[typed % 13] ?? ' ')
  }
  texts[0]?.insert(0, mark(0))
  return frames
}

/** As fast as the server takes it: the socket's own waiting is what slows it. */
async function send({ socket }: RawSocket, frames: Buffer[]): Promise<void> {
  for (let from = 0; from < frames.length; ) {
    let bytes = 0
    let end = from
    for (; end < frames.length && bytes < CHUNK_BYTES; end += 1) bytes += frames[end]?.length ?? 0
    const flows = socket.write(Buffer.concat(frames.slice(from, end)))
    if (!flows) await new Promise<void>((resolve) => socket.once('drain', resolve))
    from = end
  }
}

/** The hello may have counted as one message more: what was typed is saved when at least as many are. */
function untilSaved(socket: RawSocket, updates: number): Promise<number> {
  return new Promise((resolve) => {
    socket.onFrame = ({ head }) => {
      const decoder = createDecoder(head)
      if (readVarUint(decoder) === SAVED && readVarUint(decoder) >= updates) resolve(now())
    }
  })
}

function within<T>(promise: Promise<T>): Promise<T> {
  return Promise.race([
    promise,
    new Promise<T>((_, reject) => {
      setTimeout(() => reject(new Error('the upload did not end')), GIVE_UP_MS).unref()
    }),
  ])
}
