import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { DIALECTS, isSync, STEP_2, UPDATE } from './dialect'
import type { Address } from './raw-socket'

/** The binary messages in bytes that a server sent after the handshake; the last may have been cut off. */
export function* messagesIn(bytes: Buffer): Generator<Buffer> {
  let at = 0
  while (at + 2 <= bytes.length) {
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    const length = header === 2 ? short : header === 4 ? bytes.readUInt16BE(at + 2) : bytes.readUIntBE(at + 4, 6)
    const end = at + header + length
    if (end > bytes.length) return
    if (((bytes[at] ?? 0) & 0x0f) === 2) yield bytes.subarray(at + header, end)
    at = end
  }
}

/** What of it is content. */
export function* documentUpdates(bytes: Buffer, address: Address | undefined): Generator<Uint8Array> {
  const offset = address ? DIALECTS[address.dialect].offset(address.room) : 0
  for (const message of messagesIn(bytes)) {
    const decoder = createDecoder(message.subarray(offset))
    if (!isSync(readVarUint(decoder))) continue
    const kind = readVarUint(decoder)
    if (kind === STEP_2 || kind === UPDATE) yield readVarUint8Array(decoder)
  }
}
