import { UpdateNotValid, type UpdateReading } from '../../shared/document/touches'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { ClientIds } from './client-ids'
import type { Clock } from './clock'
import type { Connection } from './connection'
import type { LiveDocument } from './live-document'

export type IntakeOptions = {
  live: LiveDocument
  clientIds: ClientIds
  clock: Clock
  heldBytes: number
  /** Whether so many bytes more fit into the document. */
  hasRoomFor(bytes: number): boolean
  /** Sends on what changed and has it saved. */
  publish(update: Uint8Array, from: Connection): void
  /** The position that everything taken so far will be saved at. */
  position(): number
  /** A message of this connection has been taken in as a whole. */
  taken(connection: Connection): void
  refuse(connection: Connection, count: number, refusal: RefusalCode): void
  /** The document may be half changed: it must not be used any more. */
  spoilt(error: unknown): void
}

type Message = { count: number; update: Uint8Array }
type Wanted = Message & { authors: readonly number[] }
type Asked = 'known' | { is: 'wanted'; authors: readonly number[] } | { is: 'fault'; error: unknown }

/** Trying what waits takes at most this part of the time. */
const RETRY_SHARE = 1 / 20

/** Takes document messages in: reads each before it is applied, and applies all of what may be made, or nothing. */
export class Intake {
  /** Connections that keep parts of updates waiting. */
  readonly #holding = new Set<Connection>()
  #retryAgainAt = Number.NEGATIVE_INFINITY
  #callOffRetry: (() => void) | undefined

  constructor(private readonly options: IntakeOptions) {}

  /** Takes messages of one connection, in order; what they change goes on as one. */
  take(connection: Connection, updates: readonly Uint8Array[]): void {
    const messages = updates.map((update) => ({ count: connection.acknowledgements.next(), update }))
    if (!connection.isRefused && this.#takeAll(connection, messages)) this.#retryHeld()
  }

  forget(connection: Connection): void {
    this.#holding.delete(connection)
  }

  stop(): void {
    this.#callOffRetry?.()
    this.#callOffRetry = undefined
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
    return this.#takeAll(connection, connection.held.splice(0))
  }

  /** True when the document changed. */
  #takeAll(connection: Connection, messages: readonly Message[]): boolean {
    const taken: number[] = []
    let made: Uint8Array | undefined
    let fault: { error: unknown } | undefined
    try {
      made = this.options.live.together(() => {
        for (const message of messages) {
          if (connection.isClosed || connection.isRefused || fault) return
          const asked = this.#ask(connection, message)
          if (asked === 'known') taken.push(message.count)
          else if (asked?.is === 'wanted') this.#apply(connection, { ...message, ...asked }, taken)
          else if (asked) fault = asked
        }
      }, connection)
    } catch (error) {
      connection.close('update-not-valid')
      this.options.spoilt(error)
      return false
    }
    if (made) this.options.publish(made, connection)
    for (const count of taken) this.#taken(connection, count)
    if (fault) throw fault.error
    return made !== undefined
  }

  /** Reads and judges one message; who may not make it has been told. A fault here leaves the document as it is. */
  #ask(connection: Connection, { count, update }: Message): Asked | undefined {
    try {
      const reading = this.options.live.read(update)
      if (!reading.news) return 'known'
      const refusal = this.#refusalOf(connection, reading, update)
      if (!refusal) return { is: 'wanted', authors: reading.authors }
      this.options.refuse(connection, count, refusal)
      return undefined
    } catch (error) {
      if (!(error instanceof UpdateNotValid)) return { is: 'fault', error }
      connection.close('update-not-valid')
      return undefined
    }
  }

  #refusalOf({ rights, memberId }: Connection, reading: UpdateReading, update: Uint8Array): RefusalCode | undefined {
    if (rights.write !== 'yes') return rights.write
    if (update.length > LIMITS.message) return 'too-large'
    if (!this.options.clientIds.mayUse(reading.authors, memberId)) return 'not-as-joined'
    for (const touch of reading.touches) {
      const refusal = rights.judge?.(touch, this.options.live.doc, reading.touches)
      if (refusal) return refusal
    }
    return this.options.hasRoomFor(update.length) ? undefined : 'document-full'
  }

  #apply(connection: Connection, { count, update, authors }: Wanted, taken: number[]): void {
    this.options.clientIds.claim(authors, connection.memberId)
    const held = this.options.live.take(update, authors)
    if (held.length > 0) this.#hold(connection, count, held)
    else taken.push(count)
  }

  /** Kept with the connection that sent them and never passed on: others would wait with it. */
  #hold(connection: Connection, count: number, updates: Uint8Array[]): void {
    this.#holding.add(connection)
    connection.acknowledgements.hold(count)
    for (const update of updates) connection.held.push({ count, update })
    const bytes = connection.held.reduce((sum, { update }) => sum + update.length, 0)
    if (bytes > this.options.heldBytes) connection.close('update-not-valid')
  }

  #taken(connection: Connection, count: number): void {
    if (connection.held.some((held) => held.count === count)) return
    connection.acknowledgements.saveAt(count, this.options.position())
    this.options.taken(connection)
  }
}
