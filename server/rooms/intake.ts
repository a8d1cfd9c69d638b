import { UpdateNotValid, type UpdateReading } from '../../shared/document/touches'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { Connection } from './connection'
import type { LiveDocument } from './live-document'
import type { Rights } from './ports'

export type IntakeOptions = {
  live: LiveDocument
  heldBytes: number
  /** Whether so many bytes more fit into the document. */
  hasRoomFor(bytes: number): boolean
  /** Sends on what changed and has it saved. */
  publish(update: Uint8Array, from: Connection): void
  /** The position that everything taken so far will be saved at. */
  position(): number
  refuse(connection: Connection, count: number, refusal: RefusalCode): void
  /** The document may be half changed: it must not be used any more. */
  spoilt(error: unknown): void
}

/** Takes document messages in: reads each before it is applied, and applies all of what may be made, or nothing. */
export class Intake {
  constructor(private readonly options: IntakeOptions) {}

  take(connection: Connection, update: Uint8Array): void {
    const count = connection.acknowledgements.next()
    if (connection.isRefused) return
    this.#takeOne(connection, count, update)
    if (connection.held.length > 0) this.#retryHeld(connection)
  }

  /** What came now may be what an earlier message waits for. */
  #retryHeld(connection: Connection): void {
    for (let isMoving = true; isMoving && connection.held.length > 0; ) {
      const held = connection.held
      connection.held = []
      isMoving = false
      for (const { count, update } of held) {
        if (connection.isRefused || connection.isClosed) return
        if (this.#takeOne(connection, count, update)) isMoving = true
      }
    }
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
      const refusal = rights.judge?.(touch, this.options.live.doc)
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
    connection.acknowledgements.hold(count)
    for (const update of updates) connection.held.push({ count, update })
    const bytes = connection.held.reduce((sum, { update }) => sum + update.length, 0)
    if (bytes > this.options.heldBytes) connection.close('update-not-valid')
  }

  #taken(connection: Connection, count: number): void {
    const isStillHeld = connection.held.some((held) => held.count === count)
    if (!isStillHeld) connection.acknowledgements.saveAt(count, this.options.position())
  }
}
