import type * as Y from 'yjs'
import { newId } from '../../shared/domain/ids'
import { type RoomAddress, type RoomName, roomName } from '../../shared/domain/room'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { Answers } from './answers'
import { Broadcast } from './broadcast'
import type { Clock } from './clock'
import type { Connection, MessageSink } from './connection'
import { Intake } from './intake'
import { type ColdAnswer, EMPTY_UPDATE, JoinCache } from './join-cache'
import type { RoomLimits } from './limits'
import { FROM_LOG, LiveDocument } from './live-document'
import { permissionDenied, readMessage, refusedMessage, step1, step2, updateMessage } from './messages'
import type { LogPosition, Rights, Rows, StoredDocument, UpdateLog } from './ports'
import { Presence } from './presence'
import { type Backlog, SaveQueue, SavingLost } from './save-queue'
import { SavedNotices } from './saved'
import { Snapshots } from './snapshots'
import { Batch } from './wire'

export type RoomOptions = {
  address: RoomAddress
  stored: StoredDocument | undefined
  log: UpdateLog
  clock: Clock
  limits: RoomLimits
  backlog: Backlog
  /** The room cannot go on: everybody has been sent away, and it has to be opened again from its log. */
  broken(error?: unknown): void
}

const EMPTY_STATE_VECTOR = new Uint8Array([0])
const SERVER = Symbol('written by the server')

type Step1 = { stateVector: Uint8Array; isNew: boolean }

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
  readonly #answers: Answers<Connection, Step1>
  readonly #greetings: Answers<Connection, 'who is here'>
  readonly #notices: SavedNotices
  readonly #snapshots: Snapshots
  #live = new LiveDocument()
  #intake: Intake
  /** Where the server prepares what it writes until it is stored; only rooms that it alone writes have one. */
  #draft: LiveDocument | undefined
  #writes: Promise<unknown> = Promise.resolve()
  #isBroken = false

  constructor(options: RoomOptions) {
    const { address, stored, log, clock, limits } = options
    this.#options = options
    this.address = address
    this.name = roomName(address)
    const position = stored?.tail.at(-1)?.position ?? stored?.snapshot?.position ?? 0
    const at = { epoch: stored?.epoch ?? newId(), position }
    this.#saving = new SaveQueue(
      log,
      this.name,
      at,
      clock,
      {
        saved: () => this.#notices.saved(),
        lost: () => this.#break(),
      },
      options.backlog,
    )
    this.#notices = new SavedNotices(this.#saving, limits)
    this.#snapshots = new Snapshots(stored, { log, room: this.name, saving: this.#saving, clock, limits })
    this.#cache = new JoinCache(stored, clock, limits.recentBytes)
    this.#broadcast = new Broadcast(this.#connections, {
      clock,
      ...limits,
      collect: () => this.takeAll(),
      sent: () => this.#notices.allSent(),
    })
    this.#presence = new Presence(this.#connections, clock, limits.presenceWindow)
    this.#answers = new Answers(clock, (connection, step1) => this.#answer(connection, step1))
    this.#greetings = new Answers(clock, (connection) => this.#presence.greet(connection))
    this.#intake = this.#newIntake()
    this.ready = this.#load(stored)
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  /** Answers somebody who comes with nothing from the stored bytes, before the document is built. */
  answerCold(): ColdAnswer | undefined {
    return this.#cache.coldAnswer(this.#saving.position)
  }

  /** Lets a connection in. Only when `ready`. */
  join(connection: Connection): void {
    if (this.#isBroken) {
      connection.close('server-fault')
      return
    }
    connection.enter(this)
    this.#connections.add(connection)
    this.#ask(connection)
    this.#presence.greet(connection)
  }

  /** Sends what came after a position that was answered before the connection was in. */
  catchUp(connection: Connection, position: number): void {
    const since = this.#cache.after(position)
    if (!since) connection.sendAnswer(this.#fullState())
    else if (since.length > 0) connection.sendAnswer([new Batch(since)])
    this.#synced(connection)
  }

  /** Replaces what a connection may do. Who may write again is asked for what was kept back meanwhile. */
  allow(connection: Connection, rights: Rights): void {
    this.takeAll()
    const couldWrite = connection.rights.write === 'yes'
    connection.rights = rights
    if (!couldWrite && rights.write === 'yes') this.#ask(connection)
  }

  leave(connection: Connection): void {
    this.#connections.delete(connection)
    this.#answers.forget(connection)
    this.#greetings.forget(connection)
    this.#intake.forget(connection)
    this.#notices.forget(connection)
    this.#presence.leave(connection)
  }

  /** Takes messages of one connection, in order. Changes that come one after another are taken together. */
  receive(connection: Connection, messages: readonly Uint8Array[]): void {
    const changes: Uint8Array[] = []
    const takeChanges = () => {
      if (this.#isBroken || changes.length === 0) return
      // Not taken and not counted: whoever brings it has it still, and comes again.
      if (this.#notices.isFull) connection.close('saving-is-behind')
      else this.#intake.gather(connection, changes.splice(0))
      if (!this.#broadcast.isGathering) this.takeAll()
    }
    for (const bytes of messages) {
      const message = readMessage(bytes)
      if (message?.is === 'change') changes.push(message.update)
      else {
        takeChanges()
        if (connection.isClosed || this.#isBroken) return
        this.#hear(connection, message)
      }
    }
    takeChanges()
  }

  takeAll(): void {
    if (!this.#isBroken) this.#intake.takeGathered()
  }

  /**
   * Changes the document as the server. In the stage the change is stored, with the rows it tells of, before anybody
   * sees it, and a failure leaves no trace. Elsewhere it goes out at once and the promise says when it is saved.
   */
  write(edit: (doc: Y.Doc) => void, rows?: Rows, beforeSeen?: () => Promise<void>): Promise<void> {
    const turn = this.#writes.then(() => {
      if (this.#isBroken) throw new SavingLost()
      return this.#draft ? this.#writeStored(edit, rows, beforeSeen) : this.#writeLive(edit, rows)
    })
    this.#writes = turn.catch(() => undefined)
    return turn
  }

  /** Reads the document; what was read is on disk when the promise resolves. Reading must not change it. */
  async read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    this.takeAll()
    const value = reader(this.#live.doc)
    await this.#saving.idle()
    return value
  }

  get needsSnapshot(): boolean {
    return this.#snapshots.areDue
  }

  /** Stores a full state, once everything in it is saved. */
  snapshot(): Promise<void> {
    return this.#snapshots.store(() => this.#live.state())
  }

  /** Sends what waits and resolves when all is saved and everybody who asked has been told. */
  async drain(): Promise<void> {
    await this.#writes
    this.#broadcast.flush()
    await this.#saving.idle()
    for (const connection of this.#connections) this.#notices.tell(connection)
  }

  sendAway(refusal: RefusalCode): void {
    for (const connection of [...this.#connections]) connection.close(refusal)
  }

  /** Stops all clocks. Only when everybody has been sent away. */
  stop(): void {
    this.#isBroken = true
    this.#intake.stop()
    this.#answers.stop()
    this.#greetings.stop()
    this.#broadcast.stop()
    this.#presence.stop()
    this.#saving.giveUp()
    this.#live.doc.destroy()
    this.#draft?.doc.destroy()
  }

  /** Keeps quiet connections alive, and tells those who only read how far they are. */
  tick(): void {
    this.#notices.letGoOn()
    for (const connection of [...this.#connections]) {
      this.#notices.remind(connection)
      connection.tick()
    }
  }

  async #load(stored: StoredDocument | undefined): Promise<void> {
    this.#live = await LiveDocument.load(stored, this.#options)
    this.#intake = this.#newIntake()
    if (this.address.kind === 'stage') this.#draft = this.#live.copy()
  }

  #hear(connection: Connection, message: ReturnType<typeof readMessage>): void {
    if (!message) connection.close('update-not-valid')
    else if (message.is === 'step1') this.#answers.ask(connection, message)
    else if (message.is === 'presence') this.#presence.receive(connection, message.states)
    else if (message.is === 'presence-query') this.#greetings.ask(connection, 'who is here')
  }

  #newIntake(): Intake {
    const { clock, limits } = this.#options
    return new Intake({
      live: this.#live,
      clock,
      heldBytes: limits.heldBytes,
      hasRoomFor: (bytes) => this.#hasRoomFor(bytes),
      publish: (update, from) => this.#publish(update, this.#saving.append(update), from),
      position: () => this.#saving.position,
      taken: (connection) => this.#notices.taken(connection),
      refuse: (connection, count, refusal) => this.#refuse(connection, count, refusal),
      spoilt: (error) => this.#break(error),
    })
  }

  /**
   * Asks for what the server has not seen. Not readers: a provider answers with all its deletions, at every connect. But
   * a client that wants to know what is saved has to hear that what it wrote while away is not taken any more. Who comes
   * back with `from` answers with what it was not told to be saved, whatever the server has: it is not told that at length.
   */
  #ask(connection: Connection): void {
    const mayHaveNews = connection.rights.write === 'yes' || (connection.wantsSaved && this.address.kind !== 'stage')
    if (!mayHaveNews) return
    const has = this.#since(connection.from) ? EMPTY_STATE_VECTOR : this.#live.stateVector()
    connection.send(Batch.of(step1(has)))
  }

  #answer(connection: Connection, { stateVector, isNew }: Step1): void {
    const since = this.#since(connection.from)
    connection.from = undefined
    if (since) connection.sendAnswer([new Batch([...since, step2(EMPTY_UPDATE)])])
    else if (isNew) connection.sendAnswer(this.#fullState())
    else connection.sendAnswer([Batch.of(step2(this.#live.since(stateVector)))])
    this.#synced(connection)
  }

  #fullState(): Batch[] {
    return this.#cache.answer(this.#saving.position, () => this.#live.state())
  }

  #synced(connection: Connection): void {
    connection.isSynced = true
    this.#notices.tell(connection)
  }

  /** What came after a position that this log really had, if it is still at hand. */
  #since(from: LogPosition | undefined): Uint8Array[] | undefined {
    if (!from || from.epoch !== this.#saving.epoch || from.position > this.#saving.saved) return undefined
    return this.#cache.after(from.position)
  }

  #publish(update: Uint8Array, position: number, from?: Connection): void {
    const message = updateMessage(update)
    this.#snapshots.grewBy(update.length)
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

  async #writeStored(
    edit: (doc: Y.Doc) => void,
    rows: Rows | undefined,
    beforeSeen: (() => Promise<void>) | undefined,
  ): Promise<void> {
    try {
      const update = this.#draft?.edit(edit, SERVER)
      if (!update && !rows?.length) return
      const publish = (position: number) => {
        this.#live.apply(update ?? EMPTY_UPDATE, FROM_LOG)
        this.#publish(update ?? EMPTY_UPDATE, position)
      }
      await this.#saving.commit({ update: update ?? EMPTY_UPDATE, rows }, { publish, beforeSeen })
    } catch (error) {
      if (!this.#isBroken) this.#draft = this.#live.copy()
      throw error
    }
  }

  #break(error?: unknown): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.sendAway('server-fault')
    this.#options.broken(error)
  }
}
