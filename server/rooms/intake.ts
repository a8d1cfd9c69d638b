import * as Y from 'yjs'
import { UpdateNotValid, type UpdateReading } from '../../shared/document/touches'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { Clock } from './clock'
import type { Connection } from './connection'
import type { LiveDocument } from './live-document'
import type { Space } from './space'

export type IntakeOptions = {
  live: LiveDocument
  clock: Clock
  heldBytes: number
  space: Space
  /** Whether a Yjs client id is that of somebody else who is here. */
  isOfAnother(connection: Connection, client: number): boolean
  /** Sends on what changed and has it saved. `from`: who made it, if it was one alone. */
  publish(update: Uint8Array, from: Connection | undefined): void
  /** The position that everything taken so far will be saved at. */
  position(): number
  /** A message of this connection has been taken in as a whole. */
  taken(connection: Connection): void
  refuse(connection: Connection, count: number, refusal: RefusalCode): void
  /** The document may be half changed: it must not be used any more. */
  spoilt(error: unknown): void
}

/** A document message, or the part of one that waited. */
type Message = { connection: Connection; count: number; update: Uint8Array }
type Wanted = Message & { authors: readonly number[] }
/** `waits`: it holds what is for somebody else to bring, and may go without that meanwhile. */
type Asked = 'known' | 'no' | { is: 'wanted' | 'waits'; update: Uint8Array; authors: readonly number[] }

/** As much is gathered before it is taken: so many messages or bytes can be taken within a few milliseconds. */
const GATHERED = 200
const GATHERED_BYTES = 256 * 1024

/** Trying what waits takes at most this part of the time. */
const RETRY_SHARE = 1 / 20

/** Takes document messages in: reads each before it is applied, and applies all of what may be made, or nothing. */
export class Intake {
  /** Connections that keep parts of updates waiting. */
  readonly #holding = new Set<Connection>()
  #gathered: Message[] = []
  #gatheredBytes = 0
  /** What the server has to put right in what is being taken. */
  readonly #mending: ((document: Y.Doc) => void)[] = []
  #retryAgainAt = Number.NEGATIVE_INFINITY
  #callOffRetry: (() => void) | undefined

  constructor(private readonly options: IntakeOptions) {}

  /**
   * Counts messages of one connection, in order, and keeps them until `takeGathered`: many changes that are taken together
   * cost a fraction of what they cost one by one, and go on as one.
   */
  gather(connection: Connection, updates: readonly Uint8Array[]): void {
    for (const update of updates) {
      this.#gathered.push({ connection, count: connection.acknowledgements.next(), update })
      this.#gatheredBytes += update.length
    }
    if (this.#gathered.length >= GATHERED || this.#gatheredBytes >= GATHERED_BYTES) this.takeGathered()
  }

  takeGathered(): void {
    this.#gatheredBytes = 0
    if (this.#gathered.length > 0 && this.#takeAll(this.#gathered.splice(0))) this.#retryHeld()
  }

  forget(connection: Connection): void {
    this.#holding.delete(connection)
  }

  stop(): void {
    this.#callOffRetry?.()
    this.#callOffRetry = undefined
  }

  /** Somebody is gone; what waits because it is theirs need not wait any more. Not at once: this may be in the middle of it. */
  somebodyLeft(): void {
    if (this.#holding.size === 0) return
    this.#callOffRetry ??= this.options.clock.after(0, () => {
      this.#callOffRetry = undefined
      this.#retryHeld()
    })
  }

  /** What came now may be what others wait for; but trying must not become most of what the server does. */
  #retryHeld(): void {
    if (this.#holding.size === 0 || this.#callOffRetry) return
    const { clock } = this.options
    const wait = this.#retryAgainAt - clock.now()
    if (wait > 0) {
      this.#callOffRetry = clock.after(wait, () => {
        this.#callOffRetry = undefined
        this.#retryHeld()
      })
      return
    }
    const start = clock.now()
    for (let isMoving = true; isMoving; ) {
      isMoving = [...this.#holding].map((connection) => this.#retryOf(connection)).some(Boolean)
    }
    this.#retryAgainAt = clock.now() + (clock.now() - start) / RETRY_SHARE
  }

  /** True when the document changed. */
  #retryOf(connection: Connection): boolean {
    this.#holding.delete(connection)
    // What still waits comes back, so that a message counts as taken only with the last of its parts.
    return this.#takeAll(connection.held.splice(0).map((part) => ({ connection, ...part })))
  }

  /** True when the document changed. */
  #takeAll(messages: readonly Message[]): boolean {
    const taken: Message[] = []
    const makers = new Set<Connection>()
    let current: Message | undefined
    let made: Uint8Array | undefined
    try {
      made = this.options.live.together(() => {
        for (const message of messages) {
          current = message
          const asked = this.#ask(message)
          if (asked === 'known') taken.push(message)
          if (typeof asked === 'string') continue
          makers.add(message.connection)
          if (asked.is === 'wanted') this.#apply({ ...message, ...asked }, taken)
          else this.#applyOwnOf(message, asked)
        }
      }, 'clients')
    } catch (error) {
      current?.connection.close('update-not-valid')
      this.options.spoilt(error)
      return false
    }
    const [maker] = makers
    if (made) this.options.publish(made, makers.size === 1 ? maker : undefined)
    this.#mend()
    // Once each: of what waited, several parts may have come in one message.
    for (const connection of new Set(taken.map((message) => message.connection))) {
      const counts = taken.filter((message) => message.connection === connection).map(({ count }) => count)
      this.#taken(connection, new Set(counts))
    }
    return made !== undefined
  }

  /** Reads and judges one message; who may not make it has been told. A fault here leaves the document as it is. */
  #ask({ connection, count, update }: Message): Asked {
    if (connection.isClosed || connection.isRefused) return 'no'
    try {
      const reading = this.options.live.read(update)
      if (!reading.news) return 'known'
      const refusal = this.#refusalOf(connection, reading, update)
      if (refusal) this.options.refuse(connection, count, refusal)
      else {
        this.#noteMending(connection, reading)
        return this.#isWanted(connection, update, reading.authors)
      }
    } catch (error) {
      if (error instanceof UpdateNotValid) connection.close('update-not-valid')
      else connection.fail(error)
    }
    return 'no'
  }

  #noteMending({ rights }: Connection, { touches }: UpdateReading): void {
    const mend = rights.mend?.(touches)
    if (mend) this.#mending.push(mend)
  }

  /** A change of the server's own, after theirs: in theirs it would be written in their name. Its maker gets it as well. */
  #mend(): void {
    const all = this.#mending.splice(0)
    if (all.length === 0) return
    const made = this.options.live.edit((document) => {
      for (const mend of all) mend(document)
    }, 'mending')
    if (made) this.options.publish(made, undefined)
  }

  #isWanted(connection: Connection, update: Uint8Array, authors: readonly number[]): Asked {
    const others = authors.filter((author) => this.options.isOfAnother(connection, author))
    if (others.length === 0) return { is: 'wanted', update, authors }
    const known = Y.encodeStateVector(new Map(others.map((author) => [author, Number.MAX_SAFE_INTEGER])))
    const own = Y.diffUpdate(update, known)
    return { is: 'waits', update: own, authors: this.options.live.read(own).authors }
  }

  #refusalOf(connection: Connection, reading: UpdateReading, update: Uint8Array): RefusalCode | undefined {
    const { rights } = connection
    if (rights.write !== 'yes') return rights.write
    if (update.length > LIMITS.message) return 'too-large'
    for (const touch of reading.touches) {
      const refusal = rights.judge?.(touch, this.options.live.doc, reading.touches)
      if (refusal) return refusal
    }
    return this.options.space.refusalOf(connection, update, reading)
  }

  /** What the rest leans on waits as a part of the whole. */
  #applyOwnOf(message: Message, own: Pick<Wanted, 'update' | 'authors'>): void {
    this.options.live.take(own.update, own.authors)
    this.options.space.took(message.connection, own.update.length)
    this.#hold(message, [message.update], 'saving-is-behind')
  }

  #apply(message: Wanted, taken: Message[]): void {
    const { update, authors } = message
    const held = this.options.live.take(update, authors)
    const waiting = held.reduce((sum, { length }) => sum + length, 0)
    this.options.space.took(message.connection, Math.max(0, update.length - waiting))
    if (held.length > 0) this.#hold(message, held, 'update-not-valid')
    else taken.push(message)
  }

  /**
   * Kept with the connection that sent them and never passed on: others would wait with it. What was written under the
   * id of somebody who is here waits too: after a crash it is what the server lost of theirs, and they bring it themselves;
   * from anybody who means harm it would take the place of what they have just written.
   */
  #hold({ connection, count }: Message, updates: Uint8Array[], tooMuch: RefusalCode): void {
    this.#holding.add(connection)
    connection.acknowledgements.hold(count)
    for (const update of updates) connection.held.push({ count, update })
    const bytes = connection.held.reduce((sum, { update }) => sum + update.length, 0)
    if (bytes > this.options.heldBytes) connection.close(tooMuch)
  }

  #taken(connection: Connection, counts: ReadonlySet<number>): void {
    const waiting = new Set(connection.held.map(({ count }) => count))
    for (const count of counts) {
      if (!waiting.has(count)) connection.acknowledgements.saveAt(count, this.options.position())
    }
    this.options.taken(connection)
  }
}
