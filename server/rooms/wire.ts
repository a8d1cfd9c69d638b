/** One client's socket, as rooms see it. Implemented over `ws` in socket-wire.ts, and by hand in tests. */
export interface Wire {
  send(batch: Batch): void
  /** Says why, and goes even when the other end does not read any more. */
  close(code: number, reason: string): void
  /** Goes at once. */
  cut(): void
  /** Stops reading, so that the sender has to wait. */
  pause(): void
  resume(): void
  ping(): void
  /** Bytes handed over that have not left yet. */
  buffered(): number
}

/**
 * Messages that leave together in one write. A system call per message and client is most of what a relay costs, so
 * the WebSocket frames of a batch are made once, in one buffer, and the same buffer goes to everybody.
 */
export class Batch {
  readonly #messages: readonly Uint8Array[]
  #frames: Buffer | undefined

  constructor(messages: readonly Uint8Array[]) {
    this.#messages = messages
  }

  static of(...messages: Uint8Array[]): Batch {
    return new Batch(messages)
  }

  get messages(): readonly Uint8Array[] {
    return this.#messages
  }

  /** One unmasked binary frame per message (RFC 6455, 5.2), one behind the other. */
  get frames(): Buffer {
    this.#frames ??= Buffer.concat(this.#messages.flatMap((message) => [frameHeader(message.length), message]))
    return this.#frames
  }

  /** The same without some of its messages, cut out of the frames that are made already. */
  without(isLeftOut: (index: number) => boolean): Batch {
    const { frames } = this
    const kept: Buffer[] = []
    let [at, from] = [0, 0]
    this.#messages.forEach(({ length }, index) => {
      const end = at + headerLength(length) + length
      if (isLeftOut(index)) {
        if (at > from) kept.push(frames.subarray(from, at))
        from = end
      }
      at = end
    })
    if (at > from) kept.push(frames.subarray(from, at))
    const batch = new Batch(this.#messages.filter((_, index) => !isLeftOut(index)))
    batch.#frames = Buffer.concat(kept)
    return batch
  }

  get size(): number {
    return this.#messages.reduce((sum, message) => sum + message.length, 0)
  }
}

const FINAL_BINARY = 0x82

const headerLength = (length: number): number => (length < 126 ? 2 : length < 65_536 ? 4 : 10)

function frameHeader(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_BINARY, length])
  if (length < 65_536) return Buffer.from([FINAL_BINARY, 126, length >> 8, length & 0xff])
  const header = Buffer.alloc(10)
  header[0] = FINAL_BINARY
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
