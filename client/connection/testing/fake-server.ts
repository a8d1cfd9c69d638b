import { deflateRawSync } from 'node:zlib'
import { createDecoder, type Decoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate, modifyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from '../../../shared/protocol/messages'
import type { RefusalCode } from '../../../shared/protocol/refusals'
import type { SocketClass } from '../counting-socket'

/**
 * A server of one room in memory, moved by hand: nothing goes anywhere until `settle()`. Speaks the protocol that rooms
 * speak, as small as it can be, and can be told to save nothing, to refuse, and to be away.
 */
export class FakeServer {
  document = new Y.Doc()
  awareness = new Awareness(this.document)
  epoch = 'e1'
  position = 0
  /** Asks clients what they have, as a writer is asked. */
  asks = true
  saves = true
  /** How it answers who can inflate; undefined: as everybody. */
  deflates: 'well' | 'badly' | undefined
  refuses: RefusalCode | undefined
  away = false
  /** Who is behind each socket, in the order they come. */
  members: string[] = []
  /** How many questions for the document have been answered. */
  answered = 0
  readonly connections: FakeSocket[] = []
  readonly urls: string[] = []
  readonly #queue: (() => void)[] = []

  constructor() {
    this.#knowNobody()
    this.document.on('update', (update, origin) => {
      this.position += 1
      for (const other of this.connections) if (other !== origin) other.receive(sync(SYNC.update, update))
    })
  }

  #knowNobody(): void {
    this.awareness = new Awareness(this.document)
    this.awareness.setLocalState(null)
    this.awareness.on('update', (change: { added: number[]; updated: number[]; removed: number[] }) => {
      const clients = [...change.added, ...change.updated, ...change.removed]
      for (const other of this.connections) other.receive(presence(encodeAwarenessUpdate(this.awareness, clients)))
    })
  }

  /** Drops everybody, and remembers of them only what is on disk. */
  restart(): void {
    this.drop(1012)
    this.#knowNobody()
  }

  /** The constructor that clients are given in place of WebSocket. */
  get socket(): SocketClass {
    const server = this
    const Socket = class extends FakeSocket {
      constructor(url: string) {
        super(server, url)
      }
    }
    return Socket as unknown as SocketClass
  }

  later(run: () => void): void {
    this.#queue.push(run)
  }

  /** Carries one message, and waits for nothing that it causes. */
  move(): void {
    this.#queue.shift()?.()
  }

  /** Carries every message to its end, and what it causes. */
  async settle(): Promise<void> {
    for (let idle = 0; idle < 6; ) {
      const run = this.#queue.shift()
      if (run) run()
      idle = run ? 0 : idle + 1
      await Promise.resolve()
      if (!run) await new Promise((resolve) => setImmediate(resolve))
    }
  }

  /** Says that everything received so far is on disk. */
  save(): void {
    for (const connection of this.connections) connection.receive(saved(connection.count, this))
  }

  drop(code = 1006): void {
    for (const connection of [...this.connections]) connection.closeFromServer(code)
  }

  accept(connection: FakeSocket): void {
    this.connections.push(connection)
    connection.member = this.members[this.urls.length - 1] ?? 'somebody'
    if (this.asks) connection.receive(sync(SYNC.step1, Y.encodeStateVector(this.document)))
    const here = [...this.awareness.getStates().keys()]
    if (here.length > 0) connection.receive(presence(encodeAwarenessUpdate(this.awareness, here)))
  }

  read(connection: FakeSocket, bytes: Uint8Array): void {
    const decoder = createDecoder(bytes)
    const type = readVarUint(decoder)
    if (type === MESSAGE.awareness) this.#readPresence(connection, readVarUint8Array(decoder))
    if (type === MESSAGE.sync) this.#readSync(connection, decoder)
  }

  #readSync(connection: FakeSocket, decoder: Decoder): void {
    const kind = readVarUint(decoder)
    const content = readVarUint8Array(decoder)
    if (kind === SYNC.step1) {
      connection.receive(this.#packed(connection, sync(SYNC.step2, Y.encodeStateAsUpdate(this.document, content))))
      connection.receive(saved(connection.count, this))
      this.later(() => {
        this.answered += 1
      })
      return
    }
    connection.count += 1
    if (connection.refused) return
    if (this.refuses) {
      connection.refused = true
      connection.receive(refused(connection.count, this.refuses))
      return
    }
    Y.applyUpdate(this.document, content, connection)
    if (this.saves) connection.receive(saved(connection.count, this))
  }

  #packed(connection: FakeSocket, answer: Uint8Array): Uint8Array {
    if (!this.deflates || !connection.url.includes('deflated=1')) return answer
    const stream = this.deflates === 'well' ? deflateRawSync(answer) : Uint8Array.of(1, 2, 3)
    return Uint8Array.of(MESSAGE.deflated, ...stream)
  }

  /** Stamped with the member, as the server does. */
  #readPresence(connection: FakeSocket, update: Uint8Array): void {
    const decoder = createDecoder(update)
    if (readVarUint(decoder) === 0) return
    connection.clientId = readVarUint(decoder)
    const stamp = (state: object | null) => state && { ...state, member: connection.member }
    applyAwarenessUpdate(this.awareness, modifyAwarenessUpdate(update, stamp), connection)
  }
}

export class FakeSocket {
  static readonly OPEN = 1
  readonly OPEN = 1
  readyState = 0
  binaryType = 'arraybuffer'
  count = 0
  refused = false
  member = ''
  clientId: number | undefined
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null

  constructor(
    private readonly server: FakeServer,
    readonly url: string,
  ) {
    server.later(() => {
      if (server.away) return this.closeFromServer(1006)
      server.urls.push(url)
      this.readyState = 1
      this.onopen?.()
      server.accept(this)
    })
  }

  send(bytes: Uint8Array): void {
    const copy = bytes.slice()
    this.server.later(() => this.readyState === 1 && this.server.read(this, copy))
  }

  receive(bytes: Uint8Array): void {
    const data = bytes.slice().buffer
    this.server.later(() => this.onmessage?.({ data }))
  }

  closeFromServer(code: number): void {
    this.#leave()
    this.onclose?.({ code, reason: '' })
  }

  close(): void {
    this.#leave()
  }

  #leave(): void {
    this.readyState = 3
    const { connections, awareness } = this.server
    const index = connections.indexOf(this)
    if (index < 0) return
    connections.splice(index, 1)
    if (this.clientId === undefined) return
    awareness.states.delete(this.clientId)
    awareness.emit('update', [{ added: [], updated: [], removed: [this.clientId] }, 'left'])
  }
}

function message(type: number, write: (encoder: ReturnType<typeof createEncoder>) => void): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, type)
  write(encoder)
  return toUint8Array(encoder)
}

function sync(kind: number, bytes: Uint8Array): Uint8Array {
  return message(MESSAGE.sync, (encoder) => {
    writeVarUint(encoder, kind)
    writeVarUint8Array(encoder, bytes)
  })
}

function presence(update: Uint8Array): Uint8Array {
  return message(MESSAGE.awareness, (encoder) => writeVarUint8Array(encoder, update))
}

function saved(count: number, { epoch, position }: FakeServer): Uint8Array {
  return message(MESSAGE.saved, (encoder) => {
    writeVarUint(encoder, count)
    writeVarString(encoder, `${epoch}:${position}`)
  })
}

function refused(count: number, code: RefusalCode): Uint8Array {
  return message(MESSAGE.refused, (encoder) => {
    writeVarUint(encoder, count)
    writeVarString(encoder, code)
  })
}
