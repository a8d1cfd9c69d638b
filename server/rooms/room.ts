import type * as Y from 'yjs'
import { newId } from '../../shared/domain/ids'
import { type RoomAddress, type RoomName, roomName } from '../../shared/domain/room'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { Broadcast } from './broadcast'
import type { Clock } from './clock'
import type { Connection, MessageSink } from './connection'
import { Intake } from './intake'
import { EMPTY_UPDATE, JoinCache } from './join-cache'
import type { RoomLimits } from './limits'
import { FROM_LOG, LiveDocument } from './live-document'
import { permissionDenied, readMessage, refusedMessage, savedMessage, step1, step2, updateMessage } from './messages'
import type { LogPosition, Rights, Rows, StoredDocument, UpdateLog } from './ports'
import { Presence } from './presence'
import { SaveQueue } from './saved'
import { Batch } from './wire'

export type RoomOptions = {
  address: RoomAddress
  stored: StoredDocument | undefined
  log: UpdateLog
  clock: Clock
  limits: RoomLimits
  /** The room cannot go on: everybody has been sent away, and it has to be opened again from its log. */
  broken(error?: unknown): void
}

const SERVER = Symbol('written by the server')

/** One open document: its content, who is in it, and how far it is saved. */
export class Room implements MessageSink {
  readonly address: RoomAddress
  readonly name: RoomName
  /** Resolves when the content is there; nothing is answered from the document before. */
  readonly ready: Promise<void>
  readonly #options: RoomOptions
  readonly #connections = new Set<Connection>()
  readonly #saving: SaveQueue
  readonly #cache: JoinCache
  readonly #broadcast: Broadcast<Connection>
  readonly #presence: Presence<Connection>
  readonly #awaitingSaved = new Set<Connection>()
  readonly #awaitingDisk = new Set<Connection>()
  #live = new LiveDocument()
  #intake: Intake
  /** Where the server prepares what it writes until it is stored; only rooms that it alone writes have one. */
  #draft: LiveDocument | undefined
  #writes: Promise<unknown> = Promise.resolve()
  #sentPosition: number
  #snapshot: { position: number; bytes: number }
  #bytesSinceSnapshot = 0
  #isBroken = false

  constructor(options: RoomOptions) {
    const { address, stored, log, clock, limits } = options
    this.#options = options
    this.address = address
    this.name = roomName(address)
    const tail = stored?.tail ?? []
    const position = tail.at(-1)?.position ?? stored?.snapshot?.position ?? 0
    const at = { epoch: stored?.epoch ?? newId(), position }
    this.#saving = new SaveQueue(log, this.name, at, clock, {
      saved: () => this.#tellSaved(),
      lost: () => this.#break(),
    })
    this.#sentPosition = position
    this.#snapshot = { position: stored?.snapshot?.position ?? 0, bytes: stored?.snapshot?.state.length ?? 0 }
    this.#bytesSinceSnapshot = tail.reduce((sum, { update }) => sum + update.length, 0)
    this.#cache = new JoinCache(stored, clock, limits.recentBytes)
    this.#broadcast = new Broadcast(this.#connections, { clock, ...limits, sent: () => this.#markSent() })
    this.#presence = new Presence(this.#connections, clock, limits.presenceWindow)
    this.#intake = this.#newIntake()
    this.ready = this.#load(stored)
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  /** Answers somebody who comes with nothing from the stored bytes, before the document is built. */
  answerCold(): Batch | undefined {
    return this.#cache.coldAnswer(this.#saving.position)
  }

  /** Lets a connection in. Only when `ready`. */
  join(connection: Connection): void {
    if (this.#isBroken) return connection.close('server-fault')
    connection.enter(this)
    this.#connections.add(connection)
    this.#ask(connection)
    this.#presence.greet(connection)
  }

  /** Replaces what a connection may do. Who may write again is asked for what was kept back meanwhile. */
  allow(connection: Connection, rights: Rights): void {
    const couldWrite = connection.rights.write === 'yes'
    connection.rights = rights
    if (!couldWrite && rights.write === 'yes') this.#ask(connection)
  }

  leave(connection: Connection): void {
    this.#connections.delete(connection)
    this.#awaitingSaved.delete(connection)
    this.#awaitingDisk.delete(connection)
    this.#presence.leave(connection)
  }

  receive(connection: Connection, bytes: Uint8Array): void {
    if (this.#isBroken) return
    const message = readMessage(bytes)
    switch (message?.is) {
      case undefined:
        return connection.close('update-not-valid')
      case 'step1':
        return this.#answer(connection, message.stateVector)
      case 'change':
        return this.#take(connection, message.update)
      case 'presence':
        return this.#presence.receive(connection, message.states)
      case 'presence-query':
        return this.#presence.greet(connection)
      case 'unknown':
        return
    }
  }

  /**
   * Changes the document as the server. In the stage the change is stored, with the rows it tells of, before anybody
   * sees it, and a failure leaves no trace. Elsewhere it goes out at once and the promise says when it is saved.
   */
  write(edit: (doc: Y.Doc) => void, rows?: Rows): Promise<void> {
    const turn = this.#writes.then(() => (this.#draft ? this.#writeStored(edit, rows) : this.#writeLive(edit, rows)))
    this.#writes = turn.catch(() => undefined)
    return turn
  }

  /** Reads the document; what was read is on disk when the promise resolves. Reading must not change it. */
  async read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    const value = reader(this.#live.doc)
    await this.#saving.idle()
    return value
  }

  hasGrown(): boolean {
    const { compactAfterBytes, compactAfterUpdates } = this.#options.limits
    const isLong = this.#saving.position - this.#snapshot.position > compactAfterUpdates
    return isLong || this.#bytesSinceSnapshot > Math.max(compactAfterBytes, this.#snapshot.bytes)
  }

  /** Stores a full state, once everything in it is saved, so that the room opens quickly. */
  async compact(): Promise<void> {
    const { position, epoch } = this.#saving
    if (position === this.#snapshot.position) return
    const state = this.#live.state()
    const bytesBefore = this.#bytesSinceSnapshot
    await this.#saving.whenSaved(position)
    await this.#options.log.compact(this.name, { epoch, position }, state)
    this.#snapshot = { position, bytes: state.length }
    this.#bytesSinceSnapshot -= bytesBefore
  }

  /** Sends what waits and resolves when all is saved and everybody who asked has been told. */
  async drain(): Promise<void> {
    await this.#writes
    this.#broadcast.flush()
    await this.#saving.idle()
    for (const connection of this.#connections) this.#tell(connection)
  }

  sendAway(refusal: RefusalCode): void {
    for (const connection of [...this.#connections]) connection.close(refusal)
  }

  /** Stops all clocks. Only when everybody has been sent away. */
  stop(): void {
    this.#isBroken = true
    this.#broadcast.stop()
    this.#presence.stop()
    this.#saving.giveUp()
    this.#live.doc.destroy()
    this.#draft?.doc.destroy()
  }

  /** Keeps quiet connections alive, and tells those who only read how far they are. */
  tick(): void {
    for (const connection of [...this.#connections]) {
      if (connection.wantsSaved && connection.isSynced && this.#toldTo() > connection.toldPosition)
        this.#tell(connection)
      connection.tick()
    }
  }

  async #load(stored: StoredDocument | undefined): Promise<void> {
    this.#live = await LiveDocument.load(stored, this.#options.clock)
    this.#intake = this.#newIntake()
    if (this.address.kind === 'stage') this.#draft = this.#live.copy()
  }

  #newIntake(): Intake {
    const { limits } = this.#options
    return new Intake({
      live: this.#live,
      heldBytes: limits.heldBytes,
      hasRoomFor: (bytes) => this.#hasRoomFor(bytes),
      publish: (update, from) => this.#publish(update, this.#saving.append(update), from),
      position: () => this.#saving.position,
      refuse: (connection, count, refusal) => this.#refuse(connection, count, refusal),
      spoilt: (error) => this.#break(error),
    })
  }

  /**
   * Asks for what the server has not seen. Not those who only ever read: a client answers with all its deletions, at
   * every connect. Who may not write for a while, and wants to know what is saved, has to hear that it is not taken.
   */
  #ask(connection: Connection): void {
    const { rights, wantsSaved } = connection
    const isReader = rights.write === 'role-may-not-edit' || (rights.write !== 'yes' && !wantsSaved)
    if (!isReader) connection.send(Batch.of(step1(this.#live.stateVector())))
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    const since = this.#since(connection.from)
    connection.from = undefined
    if (since) connection.sendAnswer([new Batch([...since, step2(EMPTY_UPDATE)])])
    else if (isEmpty(stateVector)) {
      connection.sendAnswer(this.#cache.answer(this.#saving.position, () => this.#live.state()))
    } else connection.sendAnswer([Batch.of(step2(this.#live.since(stateVector)))])
    this.synced(connection)
  }

  /** The connection has been sent everything and can be told so. */
  synced(connection: Connection): void {
    connection.isSynced = true
    if (connection.wantsSaved) this.#tell(connection)
  }

  /** What came after a position that this log really had, if it is still at hand. */
  #since(from: LogPosition | undefined): Uint8Array[] | undefined {
    if (!from || from.epoch !== this.#saving.epoch || from.position > this.#saving.saved) return undefined
    return this.#cache.after(from.position)
  }

  #take(connection: Connection, update: Uint8Array): void {
    this.#intake.take(connection, update)
    if (connection.isClosed) return
    this.#awaitingSaved.add(connection)
    this.#acknowledge(connection)
    if (this.#saving.unsavedBytes > this.#options.limits.unsavedBytes) {
      this.#awaitingDisk.add(connection)
      connection.waitForDisk(true)
    }
  }

  #publish(update: Uint8Array, position: number, from?: Connection): void {
    const message = updateMessage(update)
    this.#bytesSinceSnapshot += update.length
    this.#cache.add(position, message)
    this.#broadcast.add(message, from)
  }

  /** One refusal each: whatever the client sends after it is not read. */
  #refuse(connection: Connection, count: number, refusal: RefusalCode): void {
    connection.isRefused = true
    connection.held = []
    const message = connection.wantsSaved ? refusedMessage(count, refusal) : permissionDenied(refusal)
    connection.send(Batch.of(message))
  }

  #hasRoomFor(bytes: number): boolean {
    if (this.#cache.bytes + bytes <= LIMITS.document) return true
    return this.#cache.measure(this.#saving.position, () => this.#live.state()) + bytes <= LIMITS.document
  }

  async #writeLive(edit: (doc: Y.Doc) => void, rows: Rows | undefined): Promise<void> {
    const update = this.#live.edit(edit, SERVER)
    if (!update && !rows?.length) return
    const position = this.#saving.append(update ?? EMPTY_UPDATE, rows)
    this.#publish(update ?? EMPTY_UPDATE, position)
    await this.#saving.whenSaved(position)
  }

  async #writeStored(edit: (doc: Y.Doc) => void, rows: Rows | undefined): Promise<void> {
    try {
      const update = this.#draft?.edit(edit, SERVER)
      if (!update && !rows?.length) return
      await this.#saving.commit(update ?? EMPTY_UPDATE, rows, (position) => {
        this.#live.apply(update ?? EMPTY_UPDATE, FROM_LOG)
        this.#publish(update ?? EMPTY_UPDATE, position)
      })
    } catch (error) {
      if (!this.#isBroken) this.#draft = this.#live.copy()
      throw error
    }
  }

  #markSent(): void {
    this.#sentPosition = this.#saving.position
  }

  /** Up to where a client can be told that it has everything: sent to it, and on disk, lest a crash give the position to another update. */
  #toldTo(): number {
    return Math.min(this.#sentPosition, this.#saving.saved)
  }

  #tellSaved(): void {
    for (const connection of this.#awaitingSaved) this.#acknowledge(connection)
    if (this.#saving.unsavedBytes > this.#options.limits.unsavedBytes / 2) return
    for (const connection of this.#awaitingDisk) connection.waitForDisk(false)
    this.#awaitingDisk.clear()
  }

  #acknowledge(connection: Connection): void {
    const hasMoved = connection.acknowledgements.advance(this.#saving.saved)
    if (!connection.acknowledgements.isWaiting) this.#awaitingSaved.delete(connection)
    if (hasMoved) this.#tell(connection)
  }

  #tell(connection: Connection): void {
    if (!connection.wantsSaved) return
    const position = connection.isSynced ? this.#toldTo() : 0
    connection.toldPosition = position
    const at = { epoch: this.#saving.epoch, position }
    connection.send(Batch.of(savedMessage(connection.acknowledgements.acknowledged, at)))
  }

  #break(error?: unknown): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.sendAway('server-fault')
    this.#options.broken(error)
  }
}

/** No author is known: the one state vector that a new document has. */
const isEmpty = (stateVector: Uint8Array): boolean => stateVector.length === 1 && stateVector[0] === 0
