/** As many bytes of a message as are looked at: room name, types, and the first fields. */
const HEAD = 96

export type Frame = { opcode: number; length: number; head: Buffer }

/**
 * Finds the frames in what a server sends (RFC 6455, 5.2; never masked) and looks at their first bytes only, so that
 * reading them costs the load little. A frame is reported when it has arrived whole. Chunks are not kept: whoever gives them
 * may use the buffer again, and a frame's head is good until its report returns.
 */
export class FrameReader {
  #carry: Buffer | undefined
  #current: Frame | undefined
  #missing = 0

  constructor(private readonly onFrame: (frame: Frame) => void) {}

  take(chunk: Buffer): void {
    let bytes = chunk
    if (this.#carry) bytes = Buffer.concat([this.#carry, chunk])
    this.#carry = undefined
    let at = 0
    while (at < bytes.length || this.#missing > 0) {
      if (this.#missing > 0) {
        const skipped = Math.min(this.#missing, bytes.length - at)
        this.#missing -= skipped
        at += skipped
        if (this.#missing > 0) return
      } else {
        const begun = this.#begin(bytes, at)
        if (begun === 0) {
          this.#carry = Buffer.from(bytes.subarray(at))
          return
        }
        at += begun
      }
      if (this.#missing === 0 && this.#current) this.onFrame(this.#current)
    }
  }

  /** Length of the header, or 0 when not enough has come to look at the frame. */
  #begin(bytes: Buffer, at: number): number {
    const left = bytes.length - at
    if (left < 2) return 0
    const short = (bytes[at + 1] ?? 0) & 0x7f
    const header = short < 126 ? 2 : short === 126 ? 4 : 10
    if (left < header) return 0
    const length = header === 2 ? short : header === 4 ? bytes.readUInt16BE(at + 2) : bytes.readUIntBE(at + 4, 6)
    if (left < header + Math.min(length, HEAD)) return 0
    const looked = bytes.subarray(at + header, at + header + Math.min(length, HEAD))
    const head = left < header + length ? Buffer.from(looked) : looked
    this.#current = { opcode: (bytes[at] ?? 0) & 0x0f, length, head }
    this.#missing = length
    return header
  }
}

/** A client's frame. The mask is there, as it has to be, but of zeros: masking is not what is measured. */
export function clientFrame(message: Uint8Array, opcode = 2): Buffer {
  const { length } = message
  const header = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.alloc(header + 4 + length)
  frame[0] = 0x80 | opcode
  if (header === 2) frame[1] = 0x80 | length
  else if (header === 4) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeUIntBE(length, 4, 6)
  }
  frame.set(message, header + 4)
  return frame
}
