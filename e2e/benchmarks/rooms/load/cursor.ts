import { createEncoder, toUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { mark } from './marks'
import type { RawSocket } from './raw-socket'

/** The presence of one client: a pointer that wanders. */
export class Cursor {
  readonly #client = 1 + Math.floor(Math.random() * 2 ** 31)
  #clock = 0

  constructor(
    private readonly socket: RawSocket,
    private readonly author: number,
  ) {}

  move(): void {
    this.#clock += 1
    const encoder = createEncoder()
    writeVarUint(encoder, 1)
    writeVarUint(encoder, this.#client)
    writeVarUint(encoder, this.#clock)
    const pointer = { x: (this.#clock * 13) % 4000, y: (this.author * 7) % 3000 }
    writeVarString(encoder, JSON.stringify({ pointer, at: mark(this.author) }))
    this.socket.send(this.socket.dialect.presence(this.socket.address.room, toUint8Array(encoder)))
  }
}
