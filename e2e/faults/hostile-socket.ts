import { connect, type Socket } from 'node:net'
import { framesIn, OPCODE } from './hostile-frames'

export type Door = { port: number; path: string; cookie?: string | undefined }

const HEAD_END = '\r\n\r\n'
/** No close frame came before the end. */
const NO_CODE = 1006

/** A WebSocket by hand over TCP: says what it is told to, byte for byte. */
export class HostileSocket {
  readonly stream: Socket
  /** Resolves with the code of a close frame, or when the line is down. */
  readonly closed: Promise<number>
  readonly down: Promise<void>
  /** The status line of the answer to the upgrade, once there. */
  status = ''
  /** Resolves when there is one, or the line is down. */
  readonly answered: Promise<void>
  #rest: Buffer = Buffer.alloc(0)
  #hopes: { isIt(message: Buffer): boolean; come(): void }[] = []
  #sayAnswered: () => void = () => {}
  #sayClosed: (code: number) => void = () => {}

  constructor(port: number) {
    this.stream = connect({ port, host: '127.0.0.1', noDelay: true })
    this.stream.on('data', (chunk) => this.#take(chunk))
    // A line that is torn off says so before it is down, and that is no news.
    this.stream.on('error', () => {})
    this.down = new Promise((resolve) => this.stream.once('close', () => resolve()))
    this.closed = new Promise((resolve) => {
      this.#sayClosed = resolve
      void this.down.then(() => resolve(NO_CODE))
    })
    this.answered = new Promise((resolve) => {
      this.#sayAnswered = resolve
      void this.down.then(resolve)
    })
  }

  /** Resolves when the upgrade is answered, or the line is down. */
  static async open(door: Door): Promise<HostileSocket> {
    const socket = new HostileSocket(door.port)
    socket.write(upgrade(door))
    await socket.answered
    return socket
  }

  write(bytes: Uint8Array | string): void {
    if (this.stream.writable) this.stream.write(bytes)
  }

  /** Resolves when a binary message comes that is what is hoped for, or the line is down. */
  hears(isIt: (message: Buffer) => boolean): Promise<unknown> {
    return Promise.race([new Promise<void>((come) => this.#hopes.push({ isIt, come })), this.closed])
  }

  /** Resolves when all that was written has left. */
  flushed(): Promise<unknown> {
    return Promise.race([new Promise<void>((resolve) => this.stream.write('', () => resolve())), this.closed])
  }

  /** Says goodbye (FIN), or tears the line off (RST). */
  hangUp(how: 'fin' | 'rst'): void {
    if (how === 'fin') this.stream.end()
    else this.stream.resetAndDestroy()
  }

  #take(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk])
    if (this.status === '' && !this.#greet()) return
    this.#rest = framesIn(this.#rest, ({ opcode, payload }) => {
      if (opcode === OPCODE.close) this.#sayClosed(payload.length >= 2 ? payload.readUInt16BE(0) : 1005)
      if (opcode !== OPCODE.binary) return
      const come = this.#hopes.filter(({ isIt }) => isIt(payload))
      this.#hopes = this.#hopes.filter((hope) => !come.includes(hope))
      for (const hope of come) hope.come()
    })
  }

  #greet(): boolean {
    const end = this.#rest.indexOf(HEAD_END)
    if (end < 0) return false
    this.status = this.#rest.subarray(0, this.#rest.indexOf('\r\n')).toString()
    this.#rest = this.#rest.subarray(end + HEAD_END.length)
    this.#sayAnswered()
    return true
  }
}

export function upgrade({ port, path, cookie }: Door, changed: Record<string, string> = {}): string {
  const headers: Record<string, string> = {
    Host: `localhost:${port}`,
    Upgrade: 'websocket',
    Connection: 'Upgrade',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...(cookie ? { Cookie: cookie } : {}),
    ...changed,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`GET ${path} HTTP/1.1`, ...lines].join('\r\n') + HEAD_END
}
