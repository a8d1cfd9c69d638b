/** A WebSocket frame, well made or not (RFC 6455, 5.2). */
export type FrameShape = {
  payload?: Uint8Array
  opcode?: number
  isFinal?: boolean
  /** The three reserved bits. */
  reserved?: number
  isMasked?: boolean
  /** How many bytes the length takes in the header, beside the first two. */
  lengthBytes?: 0 | 2 | 8
  /** Said in place of the true one. */
  length?: bigint
}

export const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

const NOTHING = new Uint8Array()

/** The mask of a masked frame is zeros, which leaves the payload as it is. */
export function frame(shape: FrameShape = {}): Buffer {
  const { payload = NOTHING, opcode = OPCODE.binary, isFinal = true, reserved = 0, isMasked = true } = shape
  const lengthBytes = shape.lengthBytes ?? (payload.length < 126 ? 0 : payload.length < 65_536 ? 2 : 8)
  const length = shape.length ?? BigInt(payload.length)
  const header = Buffer.alloc(2 + lengthBytes + (isMasked ? 4 : 0))
  header[0] = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode
  header[1] = (isMasked ? 0x80 : 0) | (lengthBytes === 0 ? Number(length) : lengthBytes === 2 ? 126 : 127)
  if (lengthBytes === 2) header.writeUInt16BE(Number(length), 2)
  if (lengthBytes === 8) header.writeBigUInt64BE(length, 2)
  return Buffer.concat([header, payload])
}

export type Heard = { opcode: number; payload: Buffer }

/** Takes whole frames off what a server has sent (never masked); answers what is left. */
export function framesIn(bytes: Buffer, heard: (frame: Heard) => void): Buffer {
  let at = 0
  while (bytes.length - at >= 2) {
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    if (bytes.length - at < header) break
    const length = header === 2 ? short : header === 4 ? bytes.readUInt16BE(at + 2) : bytes.readUIntBE(at + 4, 6)
    const end = at + header + length
    if (bytes.length < end) break
    heard({ opcode: (bytes[at] ?? 0) & 0x0f, payload: bytes.subarray(at + header, end) })
    at = end
  }
  return bytes.subarray(at)
}
