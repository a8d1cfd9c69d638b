import type { MemberId, WorkshopId } from '../../shared/domain/ids'
import { KEEP_ALIVE_MS } from '../../shared/protocol/messages'
import { REFUSALS, type RefusalCode } from '../../shared/protocol/refusals'
import { Acknowledgements } from './acknowledgements'
import type { Recipient } from './broadcast'
import type { Clock } from './clock'
import type { RoomLimits } from './limits'
import { KEEP_ALIVE } from './messages'
import type { LogPosition, Rights, Visitor } from './ports'
import type { Attendee } from './presence'
import { TokenBucket } from './token-bucket'
import { Turns } from './turns'
import { Batch, type Wire } from './wire'

/** Comfortably within KEEP_ALIVE_MS however the ticks fall. */
const SILENT_MS = KEEP_ALIVE_MS * 0.6
const PING_MS = 30_000
/** Half a socket's buffer has to be free again before what it asked for itself stops being excused. */
const DRAINED_SHARE = 0.5

/** What a connection hands its messages to. */
export interface MessageSink {
  receive(connection: Connection, messages: readonly Uint8Array[]): void
  /** Takes in what it has received and not looked at yet. */
  takeAll(): void
  leave(connection: Connection): void
}

export type ConnectionOptions = {
  wire: Wire
  visitor: Visitor
  /** The client asked for `saved` and `refused` messages. */
  wantsSaved: boolean
  /** The client can read `deflated` messages. */
  wantsDeflated: boolean
  /** The client says that it has nothing. */
  isNew: boolean
  /** The client says that it has everything up to here. */
  from: LogPosition | undefined
  clock: Clock
  limits: RoomLimits
  /** Something threw that should not have. */
  fault(error: unknown): void
}

/** One WebSocket of one member in one room. */
export class Connection implements Recipient, Attendee {
  readonly memberId: MemberId
  readonly workshopId: WorkshopId
  readonly session: string
  readonly wantsSaved: boolean
  readonly wantsDeflated: boolean
  readonly acknowledgements = new Acknowledgements()
  /** Parts of this connection's updates that wait for missing ones, with the count of the message they came in. */
  held: { count: number; update: Uint8Array }[] = []
  rights: Rights
  from: LogPosition | undefined
  /** It is brought the document unasked; what it asks in spite of that is this, once. */
  isNew: boolean
  /** A document message was not taken: all later ones lean on it, so they are not read. */
  isRefused = false
  /** It was sent everything that there was when it asked, and everything since. */
  isSynced = false
  /** The position it was told last. */
  toldPosition = 0
  /** When its rights were asked for last, so that a late answer cannot undo a newer one. */
  accessRevision = 0

  #room: MessageSink | undefined
  #isClosed = false
  readonly #pauses = new Set<'rate' | 'saving' | 'turn'>()
  readonly #turns: Turns
  readonly #buckets: { messages: TokenBucket; bytes: TokenBucket } | undefined
  /** Bytes in the socket that the client asked for itself, by joining; some may have been sent before it was let in. */
  #excused: number
  #lastSent: number
  #lastPing: number
  #isPonging = true

  constructor(private readonly options: ConnectionOptions) {
    const { visitor, clock, limits } = options
    this.memberId = visitor.memberId
    this.workshopId = visitor.workshopId
    this.session = visitor.session
    this.rights = visitor.rights
    this.wantsSaved = options.wantsSaved
    this.wantsDeflated = options.wantsDeflated
    this.from = options.from
    this.isNew = options.isNew
    this.#excused = options.wire.buffered()
    this.#turns = new Turns({
      clock,
      take: (messages) => this.#take(messages),
      wait: (isWaiting) => this.#pause('turn', isWaiting),
    })
    const now = clock.now()
    this.#lastSent = now
    this.#lastPing = now
    this.#buckets = limits.rate && {
      messages: new TokenBucket(limits.rate.messagesASecond, limits.rate.messagesAtOnce, now),
      bytes: new TokenBucket(limits.rate.bytesASecond, limits.rate.bytesAtOnce, now),
    }
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  get isReading(): boolean {
    return this.options.wire.buffered() <= this.options.limits.presenceBuffer
  }

  enter(room: MessageSink): void {
    this.#room = room
  }

  /** Takes one message. More than the rate allows is not dropped but read later: a dropped update would poison the client. */
  receive(bytes: Uint8Array): void {
    if (this.#isClosed) return
    this.#charge(bytes.length)
    this.#turns.receive(bytes)
  }

  send(batch: Batch): void {
    if (this.#isClosed) return
    if (this.#isTooFarBehind()) this.close('too-slow')
    else this.#write(batch)
  }

  /** What the client asked for itself may be larger than its buffer. */
  sendAnswer(batches: readonly Batch[]): void {
    for (const batch of batches) {
      this.send(batch)
      this.#excused += batch.size
    }
  }

  sendPresence(batch: Batch): boolean {
    if (this.#isClosed) return true
    if (!this.isReading) return false
    this.#write(batch)
    return true
  }

  /** Not read until the disk has caught up. */
  waitForDisk(isBehind: boolean): void {
    this.#pause('saving', isBehind)
  }

  /** Closes with the table's code and leaves the room at once. */
  close(refusal: RefusalCode): void {
    if (this.#isClosed) return
    this.options.wire.close(closeCodeOf(refusal), refusal)
    this.#leave()
  }

  /** Something that this connection asked for went wrong on our side. */
  fail(error: unknown): void {
    this.options.fault(error)
    this.close('server-fault')
  }

  /** The socket is closed. What had come before is still taken: a page that closes sends its last words first. */
  gone(): void {
    this.#turns.whenOver(() => {
      this.#room?.takeAll()
      this.#leave()
    })
  }

  pong(): void {
    this.#isPonging = true
  }

  /** Called every few seconds: keeps quiet clients from closing, and finds sockets that nobody reads any more. */
  tick(): void {
    const now = this.options.clock.now()
    if (now - this.#lastSent >= SILENT_MS) this.send(Batch.of(KEEP_ALIVE))
    if (now - this.#lastPing < PING_MS) return
    // What is not read cannot answer.
    if (!this.#isPonging && this.#pauses.size === 0) {
      this.options.wire.cut()
      this.#leave()
      return
    }
    this.#isPonging = false
    this.#lastPing = now
    this.options.wire.ping()
  }

  #leave(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#room?.leave(this)
  }

  #write(batch: Batch): void {
    this.#lastSent = this.options.clock.now()
    this.options.wire.send(batch)
  }

  #isTooFarBehind(): boolean {
    const buffered = this.options.wire.buffered()
    const { socketBuffer } = this.options.limits
    if (buffered < socketBuffer * DRAINED_SHARE) this.#excused = 0
    return buffered > socketBuffer + this.#excused
  }

  #charge(bytes: number): void {
    if (!this.#buckets) return
    const now = this.options.clock.now()
    const wait = Math.max(this.#buckets.messages.take(1, now), this.#buckets.bytes.take(bytes, now))
    if (wait === 0 || this.#pauses.has('rate')) return
    this.#pause('rate', true)
    this.options.clock.after(wait, () => this.#pause('rate', false))
  }

  #take(messages: readonly Uint8Array[]): void {
    try {
      if (!this.#isClosed) this.#room?.receive(this, messages)
    } catch (error) {
      this.fail(error)
    }
  }

  #pause(reason: 'rate' | 'saving' | 'turn', isOn: boolean): void {
    if (this.#isClosed) return
    const before = this.#pauses.size
    if (isOn) this.#pauses.add(reason)
    else this.#pauses.delete(reason)
    if (before === 0 && this.#pauses.size > 0) this.options.wire.pause()
    if (before > 0 && this.#pauses.size === 0) this.options.wire.resume()
  }
}

/** Refusals that the table never expected to close a room still have to say whether to come again. */
export function closeCodeOf(refusal: RefusalCode): number {
  const { close, status } = REFUSALS[refusal]
  return close ?? 4_000 + status
}
