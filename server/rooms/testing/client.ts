import { inflateRawSync } from 'node:zlib'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncMessage, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import type { RoomAddress } from '../../../shared/domain/room'
import type { Arrival } from '../arrival'
import type { LogPosition } from '../ports'
import type { RoomRegistry } from '../room-registry'
import { HandWire } from './hand-wire'

export type ClientOptions = {
  name: string
  registry: RoomRegistry
  address: RoomAddress
  wantsSaved?: boolean
  wantsDeflated?: boolean
  isNew?: boolean
  schema?: number | undefined
}

/**
 * One person's copy of a document and their socket, speaking through y-protocols and not through our own code. Messages
 * in both directions wait until `exchange`.
 */
export class Client {
  readonly name: string
  doc = new Y.Doc()
  awareness: Awareness
  wire = new HandWire()
  outbox: Uint8Array[] = []
  /** What `saved` said last. */
  saved: { count: number; at: string } | undefined
  refusals: string[] = []
  /** Document messages sent on this connection. */
  sent = 0
  receivedBytes = 0
  #arrival: Arrival | undefined

  constructor(private readonly options: ClientOptions) {
    this.name = options.name
    this.awareness = this.#follow()
  }

  get isConnected(): boolean {
    return this.#arrival !== undefined && !this.wire.closed
  }

  /** Opens a socket and says hello as a y-websocket provider does. */
  connect(from?: LogPosition): void {
    this.wire = new HandWire()
    this.outbox = []
    this.sent = 0
    this.saved = undefined
    this.receivedBytes = 0
    const { registry, address, wantsSaved = true, wantsDeflated = false, isNew = false, schema } = this.options
    const asks = { cookie: this.name, wantsSaved, wantsDeflated, isNew, schema, from }
    this.#arrival = registry.arrive({ wire: this.wire, address, ...asks })
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 0)
    writeSyncStep1(encoder, this.doc)
    this.post(encoding.toUint8Array(encoder))
    if (this.awareness.getLocalState() !== null) this.#sendPresence()
  }

  /** Cuts the line; what was not exchanged is lost. */
  disconnect(): void {
    this.outbox = []
    this.#arrival?.gone()
    this.#arrival = undefined
  }

  /** Throws the copy away, as a client does after a refusal. */
  startAfresh(): void {
    this.awareness.destroy()
    this.doc.destroy()
    this.doc = new Y.Doc()
    this.awareness = this.#follow()
    this.refusals = []
  }

  post(message: Uint8Array): void {
    this.outbox.push(message)
  }

  /** Frames that arrive at the server now, in order, whatever they are. */
  deliver(message: Uint8Array, isBinary = true): void {
    this.#arrival?.receive(message, isBinary)
  }

  pong(): void {
    this.#arrival?.pong()
  }

  point(state: Record<string, unknown>): void {
    this.awareness.setLocalState(state)
  }

  /** Moves at most so many messages each way; true when any moved. */
  exchange(most = Number.POSITIVE_INFINITY): boolean {
    const up = this.outbox.splice(0, most)
    for (const message of up) this.deliver(message)
    const down = this.wire.inbox.splice(0, most)
    for (const message of down) this.#read(message)
    return up.length + down.length > 0
  }

  #follow(): Awareness {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this || !this.isConnected) return
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, 0)
      writeUpdate(encoder, update)
      this.#postChange(encoding.toUint8Array(encoder))
    })
    const awareness = new Awareness(this.doc)
    // Its own timer would keep the test running; nothing here needs it.
    clearInterval(awareness._checkInterval)
    awareness.on('update', (_change: unknown, origin: unknown) => {
      if (origin === 'local' && this.isConnected) this.#sendPresence()
    })
    return awareness
  }

  #postChange(message: Uint8Array): void {
    this.sent += 1
    this.post(message)
  }

  #sendPresence(): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]))
    this.post(encoding.toUint8Array(encoder))
  }

  #read(message: Uint8Array): void {
    this.receivedBytes += message.length
    this.#readMessage(message)
  }

  #readMessage(message: Uint8Array): void {
    const decoder = decoding.createDecoder(message)
    switch (decoding.readVarUint(decoder)) {
      case 0: {
        const encoder = encoding.createEncoder()
        encoding.writeVarUint(encoder, 0)
        readSyncMessage(decoder, encoder, this.doc, this)
        if (encoding.length(encoder) > 1) this.#postChange(encoding.toUint8Array(encoder))
        return
      }
      case 1:
        applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), 'server')
        return
      case 2:
        decoding.readVarUint(decoder)
        this.refusals.push(`${this.name}: ${decoding.readVarString(decoder)}`)
        return
      case 100:
        this.saved = { count: decoding.readVarUint(decoder), at: decoding.readVarString(decoder) }
        return
      case 101: {
        const count = decoding.readVarUint(decoder)
        this.refusals.push(`${this.name}: ${decoding.readVarString(decoder)} (${count})`)
        return
      }
      case 102: {
        if (!this.options.wantsDeflated) throw new Error('nobody asked for that')
        this.#readMessage(new Uint8Array(inflateRawSync(decoding.readTailAsUint8Array(decoder))))
        return
      }
      default:
        throw new Error('the server sent what no client knows')
    }
  }
}
