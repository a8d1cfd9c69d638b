import { type Decoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from '../../shared/protocol/messages'
import { REFUSALS, type RefusalCode, refusalOfClose } from '../../shared/protocol/refusals'
import { retryDelay } from './backoff'
import { countingSocket, type DocumentMessage, type SocketClass } from './counting-socket'
import { DeflatedMessages } from './deflated-messages'
import type { OfflineCopy } from './offline-copy'
import { sendOwnPresence } from './own-presence'
import { HAS_NOTHING, paramsOf } from './room-address'
import { UnsavedChanges } from './unsaved-changes'
import { type LostWords, textsWrittenIn, typedIn, wordsAt } from './written-texts'

export type ConnectionEvents = {
  /** Something that the status is made of may have changed. */
  changed(): void
  /** The server's content has arrived. */
  synced(): void
  /** This document is of no more use. `words`: what this person wrote and the server did not take. */
  lost(code: RefusalCode, words: LostWords[]): void
  /** The server closed the room for this person. */
  closed(code: RefusalCode): void
}

export type ConnectionOptions = {
  /** ws(s)://host/sync */
  address: string
  room: string
  /** Whose page this is: should somebody else sit at this device by now, the server lets it into no room. */
  memberId: string
  socket: SocketClass
  events: ConnectionEvents
}

/** Updates merged into one message; merging takes time that grows with the square of their number. */
const MERGE_MOST = 200
/** Once the content has arrived the server may still ask for ours; if it does not, it gets it unasked. */
const UNASKED_MS = 1_000
/** How long an answer may take when the connection is in doubt. */
const PROBE_MS = 3_000
/** The protocol's own code for a message over the socket's limit. */
const TOO_BIG = 1009

/** One Y.Doc on the wire. Once it is lost, another connection with a new Y.Doc takes its place (room-document). */
export class RoomConnection {
  readonly document = new Y.Doc()
  readonly provider: WebsocketProvider
  /** Since when the server owes an acknowledgement, ms; undefined when it owes none. */
  waitingSince: number | undefined
  readonly #unsaved = new UnsavedChanges()
  readonly #events: ConnectionEvents
  #params: Record<string, string>
  readonly #stopPresence: () => void
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #copy: OfflineCopy | undefined
  /** Number of the message that brings the offline copy up; until it is acknowledged not all unsaved bytes are at hand. */
  #copySettlesAt: number | undefined
  #epoch = ''
  #carries: ((message: number) => void) | undefined
  #isLost = false

  constructor(options: ConnectionOptions) {
    this.#events = options.events
    this.#params = paramsOf(options.memberId)
    // Before the provider's own listener, which sends: by then the change has to be noted down.
    this.document.on('update', this.#noteChange)
    this.provider = new WebsocketProvider(options.address, options.room, this.document, {
      connect: false,
      params: this.#params,
      disableBc: true,
      WebSocketPolyfill: countingSocket(options.socket, (message) => this.#sending(message)),
    })
    // Its goodbye to other tabs looks for presence under the document's id, and throws once somebody else has written under
    // that id, since Yjs then takes a new one. There is nobody to say goodbye to: other tabs are not spoken to at all.
    this.provider.disconnectBc = () => {}
    this.#stopPresence = sendOwnPresence(this.provider)
    this.#speakProtocol()
    this.#followSocket()
  }

  get unsaved(): number {
    return this.#unsaved.count
  }

  get isLive(): boolean {
    return this.provider.wsconnected && this.provider.synced
  }

  /** Goes on the wire. The copy, if any, has been read into the document by now. */
  start(copy: OfflineCopy | undefined): void {
    this.#copy = copy
    this.#epoch = copy?.epoch ?? ''
    if (copy && this.document.store.clients.size > 0) this.#copySettlesAt = Number.POSITIVE_INFINITY
    if (copy) this.#unsaved.restore(copy.unsaved)
    if (this.document.store.clients.size === 0) this.provider.params = { ...this.#params, ...HAS_NOTHING }
    this.provider.connect()
  }

  /** Comes back at once instead of after the pause: the network is there again, or the tab is looked at. */
  retryNow(): void {
    if (this.provider.shouldConnect && !this.provider.wsconnected) this.provider.connect()
  }

  /**
   * The network may be gone without the socket knowing: asks for a sign of life. `surely`: the browser says that it is
   * gone, so a message of just now proves nothing.
   */
  probe({ surely = false } = {}): void {
    const { provider } = this
    const { ws, wsLastMessageReceived } = provider
    if (!surely && Date.now() - wsLastMessageReceived < PROBE_MS) return
    if (!this.#send(SYNC.step1, Y.encodeStateVector(this.document))) return
    this.#after(PROBE_MS, () => {
      if (provider.ws !== ws || provider.wsLastMessageReceived !== wsLastMessageReceived) return
      provider.disconnect()
      provider.connect()
    })
  }

  /** What was written into the document after it was lost. */
  takeLateWords(): LostWords[] {
    return wordsAt(this.document, this.#unsaved.takeRefused(0))
  }

  /** Leaves the wire; the document stays readable. */
  leave(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.provider.disconnect()
  }

  close(): void {
    this.leave()
    this.#copy?.close()
    this.#stopPresence()
    this.provider.destroy()
    this.document.destroy()
  }

  /** The copy goes with the document: it holds what was refused. */
  async discardCopy(): Promise<void> {
    const copy = this.#copy
    this.#copy = undefined
    await copy?.discard()
  }

  #noteChange = (update: Uint8Array, _origin: unknown, _document: Y.Doc, transaction: Y.Transaction): void => {
    if (!transaction.local) return
    this.#unsaved.add({ update, texts: textsWrittenIn(transaction), typedIn: typedIn(transaction) })
    this.#unsavedChanged()
  }

  #unsavedChanged(): void {
    if (!this.#isLost) this.#copy?.keepUnsaved(this.#unsaved.marker())
    this.#events.changed()
  }

  /** `carries` is set for a message made here; without it the provider sends the change just made. */
  #sending({ count }: DocumentMessage): void {
    if (this.#carries) this.#carries(count)
    else this.#unsaved.sentLatest(count)
    if (this.#unsaved.count > 0) this.waitingSince ??= Date.now()
  }

  #speakProtocol(): void {
    const { messageHandlers } = this.provider
    const standard = messageHandlers[MESSAGE.sync]
    messageHandlers[MESSAGE.sync] = (encoder, decoder, provider, emitSynced, type) => {
      if (decoder.arr[decoder.pos] === SYNC.step1) {
        readVarUint(decoder)
        this.#offer(readVarUint8Array(decoder))
      } else standard?.(encoder, decoder, provider, emitSynced, type)
    }
    const deflated = new DeflatedMessages(this.provider, () => this.#askUndeflated())
    messageHandlers[MESSAGE.saved] = (_encoder, decoder) => deflated.afterThem(() => this.#readSaved(decoder))
    messageHandlers[MESSAGE.refused] = (_encoder, decoder) => {
      const count = readVarUint(decoder)
      const code = readVarString(decoder)
      this.#lose(code in REFUSALS ? (code as RefusalCode) : 'update-not-valid', count)
    }
    // The same no for clients that do not know `refused`.
    messageHandlers[MESSAGE.auth] = () => {}
  }

  /**
   * The server asks for what it lacks, or ought to. Offered is only what this person did and what is not on disk yet:
   * the changes of others are theirs to bring, and would be judged as this person's. A document from the offline copy is
   * offered whole, once, since bytes of an earlier page are not told apart.
   */
  #offer(serverHas?: Uint8Array): void {
    if (this.#copySettlesAt === undefined) this.#offerUnsent()
    else this.#offerCopy(serverHas)
  }

  #offerCopy(serverHas?: Uint8Array): void {
    this.#send(SYNC.step2, Y.encodeStateAsUpdate(this.document, serverHas), (message) => {
      this.#copySettlesAt = message
      this.#unsaved.sentAll(message)
    })
  }

  #offerUnsent(): void {
    for (;;) {
      const updates = this.#unsaved.unsentUpdates().slice(0, MERGE_MOST)
      if (updates.length === 0) return
      const carries = (message: number) => this.#unsaved.sentFirst(updates.length, message)
      if (!this.#send(SYNC.step2, Y.mergeUpdates(updates), carries)) return
    }
  }

  /** One message in one frame; false when there is no socket to take it. */
  #send(kind: number, bytes: Uint8Array, carries: (message: number) => void = () => {}): boolean {
    const { ws } = this.provider
    if (ws?.readyState !== 1) return false
    const encoder = createEncoder()
    writeVarUint(encoder, MESSAGE.sync)
    writeVarUint(encoder, kind)
    writeVarUint8Array(encoder, bytes)
    this.#carries = carries
    ws.send(toUint8Array(encoder))
    this.#carries = undefined
    return true
  }

  #askUndeflated(): void {
    const { deflated: _, ...params } = this.#params
    this.#params = params
    this.provider.params = params
    this.provider.disconnect()
    this.provider.connect()
  }

  #readSaved(decoder: Decoder): void {
    const count = readVarUint(decoder)
    const position = readVarString(decoder)
    const [epoch = '', log = '0'] = position.split(':')
    if (this.#epoch !== '' && this.#epoch !== epoch) {
      this.#lose('state-moved-on', 0)
      return
    }
    // An empty log has no epoch to keep yet.
    if (log !== '0') this.#keepEpoch(epoch)
    this.#unsaved.acknowledged(count)
    if (this.#copySettlesAt !== undefined && count >= this.#copySettlesAt) {
      this.#copySettlesAt = undefined
      this.#copy?.settled()
    }
    // Who says so is asked for its unsaved changes only; a copy that is not settled has to be compared.
    this.provider.params = { ...this.#params, ...(this.#copySettlesAt === undefined ? { from: position } : {}) }
    this.waitingSince = this.#unsaved.count > 0 ? Date.now() : undefined
    this.#unsavedChanged()
  }

  #keepEpoch(epoch: string): void {
    if (this.#epoch === epoch) return
    this.#epoch = epoch
    this.#copy?.keepEpoch(epoch)
  }

  #followSocket(): void {
    const { provider } = this
    provider.on('status', () => this.#events.changed())
    provider.on('connection-close', (event) => {
      provider.maxBackoffTime = retryDelay(provider.wsUnsuccessfulReconnects)
      this.#unsaved.disconnected()
      this.waitingSince = undefined
      if (this.#copySettlesAt !== undefined) this.#copySettlesAt = Number.POSITIVE_INFINITY
      if (event?.code === TOO_BIG) this.#lose('too-large', 0)
      this.#events.changed()
    })
    provider.on('closed', ({ code }) => {
      const refusal = refusalOfClose(code) ?? 'server-fault'
      const { next } = REFUSALS[refusal]
      if (next === 'start-afresh-and-tell' || refusal === 'too-large') this.#lose(refusal, 0)
      else this.#events.closed(refusal)
    })
    provider.on('sync', (synced) => {
      if (!synced) return
      this.#events.synced()
      this.#after(UNASKED_MS, () => {
        if (this.isLive && this.#unsaved.unsent) this.#offer()
      })
    })
  }

  /** [TRAPS 1] What was refused poisons the document: later changes lean on it. Keep the words, drop the rest. */
  #lose(code: RefusalCode, message: number): void {
    if (this.#isLost) return
    this.#isLost = true
    const words = wordsAt(this.document, this.#unsaved.takeRefused(message))
    this.waitingSince = undefined
    // Not from within the provider's own handling of the message or the close.
    queueMicrotask(() => this.leave())
    this.#events.lost(code, words)
  }

  #after(ms: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      run()
    }, ms)
    this.#timers.add(timer)
  }
}
