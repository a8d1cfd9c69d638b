import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { MemberId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { MESSAGE, SYNC } from '../../shared/protocol/messages'

/** Somebody's place in a room; plain, so that it can be handed to another process. */
export type Seat = { name: string; url: string; room: string; cookie: string; member: MemberId; side: Side | null }

/** Told before an update leaves, and when the server says how many are on disk and up to where everything was sent. */
export type Report = { sent(update: Uint8Array): void; saved(count: number, at: string): void }

const SERVER = 'server'

/**
 * Somebody who writes, by hand over a WebSocket and without coming back by itself: so that every document message is
 * counted as the server counts it, and nothing that a server lost is brought back to it unseen.
 */
export class Scribe {
  readonly document = new Y.Doc()
  /** Document messages sent, and how many of them the server says are on disk. */
  sent = 0
  saved = 0
  readonly #socket: WebSocket
  /** Does not look at what others write once the content is there: for those who write faster than they could read. */
  isDeaf = false
  readonly #waiting = new Set<() => void>()
  #kept: Uint8Array[] | undefined
  #isSynced = false
  #wentWrong: Error | undefined

  private constructor(
    readonly seat: Seat,
    private readonly report: Report,
  ) {
    const address = `${seat.url.replace(/^http/, 'ws')}/sync/${seat.room}?saved=1`
    this.#socket = new WebSocket(address, { headers: { cookie: seat.cookie } })
    this.#socket.on('open', () => this.#say(SYNC.step1, Y.encodeStateVector(this.document)))
    this.#socket.on('message', (bytes: Buffer) => this.#hear(new Uint8Array(bytes)))
    this.#socket.on('error', (error) => this.#fail(error))
    this.#socket.on('close', (code) => this.#fail(new Error(`${seat.name}'s connection was closed with ${code}`)))
    this.document.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === SERVER) return
      if (this.#kept) this.#kept.push(update)
      else this.send(update)
    })
  }

  /** Resolves when the content is there. */
  static async open(seat: Seat, report: Report): Promise<Scribe> {
    const scribe = new Scribe(seat, report)
    await scribe.#until(() => scribe.#isSynced)
    return scribe
  }

  /** Resolves when all that was sent by then is on disk; rejects when the connection ends before. */
  whenSaved(): Promise<void> {
    const { sent } = this
    return this.#until(() => this.saved >= sent)
  }

  /** Makes edits that are not sent yet; answers with what to send of them, in this order. */
  prepare(edit: () => void): Uint8Array[] {
    const kept: Uint8Array[] = []
    this.#kept = kept
    edit()
    this.#kept = undefined
    return kept
  }

  send(update: Uint8Array): void {
    this.#write(SYNC.update, update)
  }

  close(): void {
    this.#socket.terminate()
  }

  #hear(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === MESSAGE.sync) this.#hearSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder))
    if (type === MESSAGE.saved) {
      this.saved = decoding.readVarUint(decoder)
      this.report.saved(this.saved, decoding.readVarString(decoder))
    }
    if (type === MESSAGE.refused) {
      const [count, code] = [decoding.readVarUint(decoder), decoding.readVarString(decoder)]
      this.#fail(new Error(`${this.seat.name}'s message ${count} was refused: ${code}`))
    }
    this.#look()
  }

  #hearSync(kind: number, bytes: Uint8Array): void {
    if (kind === SYNC.step1) this.#write(SYNC.step2, Y.encodeStateAsUpdate(this.document, bytes))
    else if (kind === SYNC.step2 || !this.isDeaf) Y.applyUpdate(this.document, bytes, SERVER)
    if (kind === SYNC.step2) this.#isSynced = true
  }

  #write(kind: number, update: Uint8Array): void {
    this.report.sent(update)
    this.sent += 1
    this.#say(kind, update)
  }

  #say(kind: number, bytes: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    encoding.writeVarUint(encoder, kind)
    encoding.writeVarUint8Array(encoder, bytes)
    // An edit made while the server is killed goes nowhere, which is no fault of whoever made it.
    this.#socket.send(encoding.toUint8Array(encoder), () => {})
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (!this.#wentWrong && !isSo()) return
        this.#waiting.delete(look)
        if (this.#wentWrong) reject(this.#wentWrong)
        else resolve()
      }
      this.#waiting.add(look)
      look()
    })
  }

  #fail(error: Error): void {
    this.#wentWrong ??= error
    this.#look()
  }

  #look(): void {
    for (const look of this.#waiting) look()
  }
}
