import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { DIALECTS, STEP_1 } from './dialect'
import { now } from './marks'
import { type Address, RawSocket } from './raw-socket'

export type Returned = { ms: number; bytes: number }

const SAVED = 100
const LISTEN_MS = 300

/** Our client comes back to a document that is still in memory: `?from=` says up to where it has everything. */
export async function comeBack({
  address,
  stateVector,
}: {
  address: Address
  stateVector: Uint8Array
}): Promise<Returned> {
  const position = await positionOf(address)
  const start = now()
  const path = `${address.path}&from=${position}`
  const hello = DIALECTS[address.dialect].sync(address.room, STEP_1, stateVector)
  const socket = new RawSocket({ ...address, path }, [hello])
  await socket.synced()
  const took = (socket.syncedAt - start) / 1000
  await new Promise((resolve) => setTimeout(resolve, LISTEN_MS))
  socket.close()
  return { ms: took, bytes: socket.bytes }
}

/** What the server tells somebody who has everything. */
async function positionOf(address: Address): Promise<string> {
  const socket = new RawSocket(address)
  const position = await new Promise<string>((resolve, reject) => {
    socket.onFrame = ({ head }) => {
      const decoder = createDecoder(head)
      if (readVarUint(decoder) !== SAVED) return
      readVarUint(decoder)
      const said = readVarString(decoder)
      if (!said.endsWith(':0')) resolve(said)
    }
    socket.onClose = () => reject(new Error(`closed with ${socket.closeCode}`))
  })
  socket.close()
  return position
}
