import * as Y from 'yjs'
import { noteCount } from '../content'
import { now } from './marks'
import { documentUpdates } from './messages-in'
import { type Address, RawSocket } from './raw-socket'

export type Joining = {
  addresses: Address[]
  /** Bytes of document messages below which the content cannot be whole. */
  wholeBytes: number
}

export type Joined = { ms: number; bytes: number; notes: number }

const GIVE_UP_MS = 60_000

/** People who come in with nothing, all at the same moment; each counts from the first packet to the last byte of content. */
export async function joinAtOnce({ addresses, wholeBytes }: Joining): Promise<Joined[]> {
  const arrivals = await Promise.all(addresses.map((address) => joinOne(address, wholeBytes)))
  // Only after all are in: looking into what they got takes longer than getting it.
  const samples = new Map<number, number>()
  return arrivals.map(({ ms, bytes, chunks }, index) => {
    const notes = index % 10 === 0 ? notesIn(chunks, addresses[index]) : (samples.get(bytes) ?? Number.NaN)
    if (index % 10 === 0) samples.set(bytes, notes)
    return { ms, bytes, notes }
  })
}

type Arrival = { ms: number; bytes: number; chunks: Buffer[] }

function joinOne(address: Address, wholeBytes: number): Promise<Arrival> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const start = now()
    const socket = new RawSocket(address)
    const timer = setTimeout(() => reject(new Error(`only ${socket.documentBytes} bytes came`)), GIVE_UP_MS)
    // a copy: the socket reads into the same buffer again
    socket.onChunk = (chunk) => chunks.push(Buffer.from(chunk))
    socket.onDocument = () => {
      if (socket.syncedAt === 0 || socket.documentBytes < wholeBytes) return
      const ms = (now() - start) / 1000
      clearTimeout(timer)
      socket.onDocument = undefined
      socket.close()
      resolve({ ms, bytes: socket.documentBytes, chunks })
    }
    socket.onClose = () => reject(new Error(`closed with ${socket.closeCode}`))
  })
}

function notesIn(chunks: Buffer[], address: Address | undefined): number {
  const document = new Y.Doc()
  for (const update of documentUpdates(Buffer.concat(chunks), address)) Y.applyUpdate(document, update)
  return noteCount(document)
}
