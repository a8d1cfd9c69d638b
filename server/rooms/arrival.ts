import type { RoomAddress } from '../../shared/domain/room'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { type Connection, closeCodeOf } from './connection'
import type { FullState } from './full-state'
import { readMessage } from './messages'
import type { LogPosition } from './ports'
import type { Batch, Wire } from './wire'

export type ArrivalOptions = {
  wire: Wire
  address: RoomAddress
  /** The Cookie header as it came. */
  cookie: string | undefined
  wantsSaved: boolean
  wantsDeflated: boolean
  /** The client says that it has nothing: it is brought the document without having to ask. */
  isNew: boolean
  /** Whose page it says it is; undefined for clients that are not ours. */
  member?: string | undefined
  /** The schema of documents that the page knows; undefined for clients that are not ours. */
  schema?: number | undefined
  from: LogPosition | undefined
  /** Messages that wait; past this the socket is not read. */
  queuedBytes: number
  /** Something threw that should not have. */
  fault(error: unknown): void
}

/** A socket from the moment it opens: keeps its messages until it is let in, then hands them to its connection. */
export class Arrival {
  readonly options: ArrivalOptions
  #state: { is: 'waiting' } | { is: 'in'; connection: Connection } | { is: 'gone' } = { is: 'waiting' }
  #queue: Uint8Array[] = []
  #queuedBytes = 0
  #cold: FullState | undefined
  #answeredAt: number | undefined

  constructor(options: ArrivalOptions) {
    this.options = options
  }

  get isGone(): boolean {
    return this.#state.is === 'gone'
  }

  /** Takes one frame. Never throws: what it cannot read closes the socket. */
  receive(bytes: Uint8Array, isBinary: boolean): void {
    if (this.#state.is === 'gone') return
    // Copied, so that no length in it can reach into memory that holds somebody else's bytes.
    const own = new Uint8Array(bytes)
    if (!isBinary) this.refuse('update-not-valid')
    else if (this.#state.is === 'in') this.#deliver(this.#state.connection, own)
    else this.#keep(own)
  }

  pong(): void {
    if (this.#state.is === 'in') this.#state.connection.pong()
  }

  /** The socket is closed. */
  gone(): void {
    const state = this.#state
    this.#state = { is: 'gone' }
    this.#queue = []
    if (state.is === 'in') state.connection.gone()
  }

  refuse(refusal: RefusalCode): void {
    if (this.#state.is === 'in') this.#state.connection.close(refusal)
    else if (this.#state.is === 'waiting') this.options.wire.close(closeCodeOf(refusal), refusal)
    this.gone()
  }

  /** The whole content as bytes, for whoever turns out to have nothing yet. */
  offerCold(state: FullState | undefined): void {
    this.#cold = state
    this.#answerCold()
  }

  /**
   * Let in: `join` puts the connection into its room, and what waited is delivered in order. `answeredAt` is the position
   * up to which the client has been sent everything already.
   */
  letIn(connection: Connection, join: (answeredAt: number | undefined) => void): void {
    if (this.#state.is !== 'waiting') return
    this.#state = { is: 'in', connection }
    join(this.#answeredAt)
    const queue = this.#queue
    this.#queue = []
    if (this.#queuedBytes > this.options.queuedBytes) this.options.wire.resume()
    for (const bytes of queue) this.#deliver(connection, bytes)
  }

  #keep(bytes: Uint8Array): void {
    this.#queue.push(bytes)
    this.#queuedBytes += bytes.length
    if (this.#queuedBytes > this.options.queuedBytes) this.options.wire.pause()
    this.#answerCold()
  }

  #deliver(connection: Connection, bytes: Uint8Array): void {
    try {
      connection.receive(bytes)
    } catch (error) {
      this.options.fault(error)
      connection.close('server-fault')
    }
  }

  #answerCold(): void {
    const state = this.#cold
    if (!state || this.options.from) return
    if (!this.options.isNew && !this.#asksForAll(this.#queue[0])) return
    this.#cold = undefined
    if (this.options.wantsDeflated && state.isWorthDeflating)
      state
        .deflated()
        .then((batch) => this.#sendCold(state, batch))
        .catch((error) => this.options.fault(error))
    else this.#sendCold(state, state.batch)
  }

  #asksForAll(bytes: Uint8Array | undefined): boolean {
    const message = bytes && readMessage(bytes)
    return message?.is === 'step1' && message.isNew
  }

  /** Only while it still waits: its room answers it otherwise. */
  #sendCold({ position }: FullState, form: Batch): void {
    if (this.#state.is !== 'waiting') return
    if (!this.options.isNew) this.#queue.shift()
    this.#answeredAt = position
    this.options.wire.send(form)
  }
}
