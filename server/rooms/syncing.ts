import type { RoomAddress } from '../../shared/domain/room'
import { Answers } from './answers'
import type { Clock } from './clock'
import type { Connection } from './connection'
import type { FullState } from './full-state'
import { EMPTY_UPDATE, type JoinCache } from './join-cache'
import type { LiveDocument } from './live-document'
import { step1, step2 } from './messages'
import type { LogPosition } from './ports'
import type { SaveQueue } from './save-queue'
import type { SavedNotices } from './saved'
import { Batch } from './wire'

const EMPTY_STATE_VECTOR = new Uint8Array([0])

/** "I have this", as a copy says it in step 1 of the protocol. `isNew`: it has nothing. */
export type Step1 = { stateVector: Uint8Array; isNew: boolean }

type Parts = {
  address: RoomAddress
  clock: Clock
  cache: JoinCache
  saving: SaveQueue
  notices: SavedNotices
  live: () => LiveDocument
}

/** Both halves of a sync: tells each copy what it lacks, and asks it for what the server lacks. */
export class Syncing {
  readonly #answers: Answers<Connection, Step1>

  constructor(private readonly parts: Parts) {
    this.#answers = new Answers(parts.clock, (connection, step1) => this.#answer(connection, step1))
  }

  /**
   * Asks for what the server has not seen. Not readers: a provider answers with all its deletions, at every connect. But
   * a client that wants to know what is saved has to hear that what it wrote while away is not taken any more. Who comes
   * back with `from` answers with what it was not told to be saved, whatever the server has: it is not told that at length.
   */
  ask(connection: Connection): void {
    const { address, live } = this.parts
    const mayHaveNews = connection.rights.write === 'yes' || (connection.wantsSaved && address.kind !== 'stage')
    if (!mayHaveNews) return
    const has = this.#since(connection.from) ? EMPTY_STATE_VECTOR : live().stateVector()
    connection.send(Batch.of(step1(has)))
  }

  /** Takes a question; it is answered now, or when its turn has come. */
  asked(connection: Connection, question: Step1): void {
    const isAnswered = connection.isNew && question.isNew
    connection.isNew = false
    if (isAnswered) return
    this.#answers.ask(connection, question)
  }

  /** What somebody gets who comes with nothing, from the stored bytes, before the document is built. */
  cold(): FullState | undefined {
    return this.parts.cache.coldAnswer(this.parts.saving.position)
  }

  /** Sends what came after a position that was answered before the connection was in. */
  catchUp(connection: Connection, position: number): void {
    const since = this.parts.cache.after(position)
    if (!since) {
      this.bringAll(connection)
      return
    }
    if (since.length > 0) connection.sendAnswer([new Batch(since)])
    this.#synced(connection)
  }

  forget(connection: Connection): void {
    this.#answers.forget(connection)
  }

  stop(): void {
    this.#answers.stop()
  }

  #answer(connection: Connection, { stateVector, isNew }: Step1): void {
    const since = this.#since(connection.from)
    connection.from = undefined
    if (!since && isNew) {
      this.bringAll(connection)
      return
    }
    if (since) connection.sendAnswer([new Batch([...since, step2(EMPTY_UPDATE)])])
    else connection.sendAnswer([Batch.of(step2(this.parts.live().since(stateVector)))])
    this.#synced(connection)
  }

  /** A full state, in the form that suits the connection, and what came since. */
  bringAll(connection: Connection): void {
    const { cache, saving, live } = this.parts
    const state = cache.state(saving.position, () => live().state())
    if (connection.wantsDeflated && state.isWorthDeflating)
      state
        .deflated()
        .then((batch) => this.#bring(connection, state, batch))
        .catch((error) => connection.fail(error))
    else this.#bring(connection, state, state.batch)
  }

  /** A full state, as one of its forms, and what came since. */
  #bring(connection: Connection, { position }: FullState, form: Batch): void {
    if (connection.isClosed) return
    const since = this.parts.cache.after(position)
    if (since) {
      connection.sendAnswer(since.length > 0 ? [form, new Batch(since)] : [form])
      this.#synced(connection)
    } else this.bringAll(connection)
  }

  #synced(connection: Connection): void {
    connection.isSynced = true
    this.parts.notices.tell(connection)
  }

  /** What came after a position that this log really had, if it is still at hand. */
  #since(from: LogPosition | undefined): Uint8Array[] | undefined {
    const { saving, cache } = this.parts
    if (!from || from.epoch !== saving.epoch || from.position > saving.saved) return undefined
    return cache.after(from.position)
  }
}
