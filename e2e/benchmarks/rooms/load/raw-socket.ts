import { connect, type Socket } from 'node:net'
import { DIALECTS, type Dialect, type DialectName, isSync, STEP_2, UPDATE } from './dialect'
import { clientFrame, type Frame, FrameReader } from './frames'
import { now } from './marks'

export type Address = { port: number; dialect: DialectName; room: string; path: string; cookie?: string | undefined }

const HANDSHAKE_END = Buffer.from('\r\n\r\n')
const [CLOSE, PING, PONG] = [8, 9, 10]

/** All sockets of a process read into the same bytes, one after another: a buffer each would be most of the load's work. */
const CHUNK = Buffer.alloc(256 * 1024)

/** A client by hand over TCP: says hello, counts what comes, and decodes next to nothing of it. */
export class RawSocket {
  readonly socket: Socket
  readonly dialect: Dialect
  /** Bytes and frames since the handshake. */
  bytes = 0
  frames = 0
  /** Bytes of document messages (sync step 2 and updates), whole ones. */
  documentBytes = 0
  /** When the first step 2 was there, on the shared clock; 0 before. */
  syncedAt = 0
  closeCode = 0
  /** From now on bytes are counted and nothing else is looked at. */
  isOnlyCounting = false
  /** Everything that comes, if somebody wants to look at it. */
  onChunk: ((chunk: Buffer) => void) | undefined
  onFrame: ((frame: Frame) => void) | undefined
  onDocument: (() => void) | undefined
  onClose: (() => void) | undefined
  #isOpen = false
  #greeting = Buffer.alloc(0)
  readonly #reader = new FrameReader((frame) => this.#read(frame))
  readonly #offset: number

  constructor(
    readonly address: Address,
    /** What it says first, if not what a newcomer would. */
    public hello?: Uint8Array[],
  ) {
    this.dialect = DIALECTS[address.dialect]
    this.#offset = this.dialect.offset(address.room)
    const onread = { buffer: CHUNK, callback: (length: number) => this.#take(CHUNK.subarray(0, length)) }
    this.socket = connect({ port: address.port, host: '127.0.0.1', noDelay: true, onread })
    this.socket.on('connect', () => this.socket.write(handshake(address)))
    this.socket.on('error', () => {})
    this.socket.on('close', () => this.onClose?.())
  }

  /** Resolves when the content is there; rejects when the server closes before. */
  synced(): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.syncedAt > 0) return resolve()
      const told = this.onDocument
      this.onDocument = () => {
        told?.()
        if (this.syncedAt > 0) resolve()
      }
      const closed = this.onClose
      this.onClose = () => {
        closed?.()
        reject(new Error(`closed with ${this.closeCode}: ${this.#greeting.toString().slice(0, 300)}`))
      }
    })
  }

  send(message: Uint8Array): void {
    this.socket.write(clientFrame(message))
  }

  sendUpdate(update: Uint8Array): void {
    this.send(this.dialect.sync(this.address.room, UPDATE, update))
  }

  close(): void {
    this.onClose = undefined
    this.socket.destroy()
  }

  #take(chunk: Buffer): true {
    if (this.#isOpen) this.#pass(chunk)
    else this.#greet(chunk)
    return true
  }

  #greet(chunk: Buffer): void {
    this.#greeting = Buffer.concat([this.#greeting, chunk])
    const end = this.#greeting.indexOf(HANDSHAKE_END)
    if (end < 0) return
    if (!this.#greeting.subarray(0, 16).toString().includes(' 101')) {
      this.socket.destroy()
      return
    }
    this.#isOpen = true
    for (const message of this.hello ?? this.dialect.hello(this.address.room)) this.send(message)
    const rest = this.#greeting.subarray(end + HANDSHAKE_END.length)
    if (rest.length > 0) this.#pass(rest)
  }

  #pass(chunk: Buffer): void {
    this.bytes += chunk.length
    this.onChunk?.(chunk)
    if (!this.isOnlyCounting) this.#reader.take(chunk)
  }

  #read(frame: Frame): void {
    if (frame.opcode === PING) this.socket.write(clientFrame(frame.head, PONG))
    if (frame.opcode === CLOSE) this.closeCode = frame.length >= 2 ? frame.head.readUInt16BE(0) : 1005
    if (frame.opcode !== 2) return
    this.frames += 1
    const kind = frame.head[this.#offset + 1]
    if (isSync(frame.head[this.#offset]) && (kind === STEP_2 || kind === UPDATE)) {
      this.documentBytes += frame.length
      if (kind === STEP_2 && this.syncedAt === 0) this.syncedAt = now()
      this.onDocument?.()
    }
    this.onFrame?.(frame)
  }
}

function handshake({ port, path, cookie }: Address): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${Buffer.from(String(Math.random()).slice(2).padEnd(16, '0').slice(0, 16)).toString('base64')}`,
    ...(cookie ? [`Cookie: ${cookie}`] : []),
  ]
  return `${lines.join('\r\n')}\r\n\r\n`
}
