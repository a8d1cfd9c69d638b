import { UpdateNotValid, type UpdateReading } from '../../shared/document/touches'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { Clock } from './clock'
import type { Connection } from './connection'
import type { LiveDocument } from './live-document'
import type { Rights } from './ports'

export type IntakeOptions = {
  live: LiveDocument
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

/** Trying what waits takes at most this part of the time. */
const RETRY_SHARE = 1 / 20

/** Takes document messages in: reads each before it is applied, and applies all of what may be made, or nothing. */
export class Intake {
  /** Connections that keep parts of updates waiting. */
  readonly #holding = new Set<Connection>()
  #retryAgainAt = Number.NEGATIVE_INFINITY
  #callOffRetry: (() => void) | undefined

  constructor(private readonly options: IntakeOptions) {}

  take(connection: Connection, update: Uint8Array): void {
    const count = connection.acknowledgements.next()
    if (connection.isRefused) return
    if (this.#takeOne(connection, count, update)) this.#retryHeld()
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
    let hasChanged = false
    // One by one, so that a message counts as taken only with the last of its parts. What still waits goes to the end.
    for (let left = connection.held.length; left > 0 && !connection.isClosed; left -= 1) {
      const part = connection.held.shift()
      if (part) hasChanged = this.#takeOne(connection, part.count, part.update) || hasChanged
    }
    if (connection.held.length > 0) this.#holding.add(connection)
    return hasChanged
  }

  /** True when the document changed. */
  #takeOne(connection: Connection, count: number, update: Uint8Array): boolean {
    const reading = this.#read(connection, update)
    if (!reading) return false
    if (!reading.news) {
      this.#taken(connection, count)
      return false
    }
    const refusal = this.#refusalOf(connection.rights, reading, update)
    if (refusal) {
      this.options.refuse(connection, count, refusal)
      return false
    }
    return this.#apply(connection, count, update)
  }

  #read(connection: Connection, update: Uint8Array): UpdateReading | undefined {
    try {
      return this.options.live.read(update)
    } catch (error) {
      if (!(error instanceof UpdateNotValid)) throw error
      connection.close('update-not-valid')
      return undefined
    }
  }

  #refusalOf(rights: Rights, reading: UpdateReading, update: Uint8Array): RefusalCode | undefined {
    if (rights.write !== 'yes') return rights.write
    if (update.length > LIMITS.message) return 'too-large'
    for (const touch of reading.touches) {
      const refusal = rights.judge?.(touch, this.options.live.doc, reading.touches)
      if (refusal) return refusal
    }
    return this.options.hasRoomFor(update.length) ? undefined : 'document-full'
  }

  #apply(connection: Connection, count: number, update: Uint8Array): boolean {
    let applied: ReturnType<LiveDocument['apply']>
    try {
      applied = this.options.live.apply(update, connection)
    } catch (error) {
      connection.close('update-not-valid')
      this.options.spoilt(error)
      return false
    }
    if (applied.update) this.options.publish(applied.update, connection)
    if (applied.held.length > 0) this.#hold(connection, count, applied.held)
    else this.#taken(connection, count)
    return applied.update !== undefined
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
