import type * as Y from 'yjs'
import { type MemberId, newId } from '../../shared/domain/ids'
import { type RoomAddress, type RoomName, roomName } from '../../shared/domain/room'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { Answers } from './answers'
import { Broadcast } from './broadcast'
import type { Clock } from './clock'
import type { Connection, MessageSink } from './connection'
import type { FullState } from './full-state'
import { Intake } from './intake'
import { JoinCache } from './join-cache'
import type { RoomLimits } from './limits'
import { LiveDocument } from './live-document'
import { permissionDenied, readMessage, refusedMessage, updateMessage } from './messages'
import type { Rights, Rows, StoredDocument, UpdateLog } from './ports'
import { Presence } from './presence'
import { type Backlog, SaveQueue, SavingLost } from './save-queue'
import { SavedNotices } from './saved'
import { type Edit, ServerWrites } from './server-writes'
import { Snapshots, StateLacking } from './snapshots'
import { Space } from './space'
import { Syncing } from './syncing'
import { Batch } from './wire'

export type RoomOptions = {
  address: RoomAddress
  stored: StoredDocument | undefined
  log: UpdateLog
  clock: Clock
  limits: RoomLimits
  backlog: Backlog
  /** What each member has brought into the document, in bytes, while this process runs. */
  brought: Map<MemberId, number>
  /** Something in it is new. */
  changed(): void
  /** The room cannot go on: everybody has been sent away, and it has to be opened again from its log. */
  broken(error?: unknown): void
}

/** A full state that is stored at a position, and what was read from it. */
export type Kept<T> = { position: number; value: T }

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
  readonly #syncing: Syncing
  readonly #greetings: Answers<Connection, 'who is here'>
  readonly #notices: SavedNotices
  readonly #snapshots: Snapshots
  readonly #writes: ServerWrites
  readonly #space: Space
  /** Undefined until all of it is there: nothing may be read from, written to or stored of a document that is still loading. */
  #content: { live: LiveDocument; intake: Intake } | undefined
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
    this.#greetings = new Answers(clock, (connection) => this.#presence.greet(connection))
    const live = () => this.#live
    this.#syncing = new Syncing({
      address,
      clock,
      cache: this.#cache,
      saving: this.#saving,
      notices: this.#notices,
      live,
    })
    this.#writes = new ServerWrites({
      live,
      saving: this.#saving,
      publish: (update, position) => this.#publish(update, position),
      isBroken: () => this.#isBroken,
    })
    this.#space = new Space({
      address,
      cache: this.#cache,
      limits,
      brought: options.brought,
      measure: () => this.#cache.measure(this.#saving.position, () => this.#live.state()),
    })
    this.ready = this.#load(stored)
  }

  get #live(): LiveDocument {
    return this.#loaded.live
  }

  get #intake(): Intake {
    return this.#loaded.intake
  }

  get #loaded(): { live: LiveDocument; intake: Intake } {
    if (!this.#content) throw new Error('the document is still loading')
    return this.#content
  }

  get connections(): ReadonlySet<Connection> {
    return this.#connections
  }

  /** Answers somebody who comes with nothing from the stored bytes, before the document is built. */
  answerCold(): FullState | undefined {
    return this.#syncing.cold()
  }

  /** Lets a connection in. Only when `ready`. */
  join(connection: Connection): void {
    if (this.#isBroken) {
      connection.close('server-fault')
      return
    }
    connection.enter(this)
    this.#connections.add(connection)
    this.#syncing.ask(connection)
    this.#presence.greet(connection)
  }

  /** Sends everything, to who says that they have nothing. */
  bringAll(connection: Connection): void {
    this.#syncing.bringAll(connection)
  }

  /** Sends what came after a position that was answered before the connection was in. */
  catchUp(connection: Connection, position: number): void {
    this.#syncing.catchUp(connection, position)
  }

  /** Replaces what a connection may do. Who may write again is asked for what was kept back meanwhile. */
  allow(connection: Connection, rights: Rights): void {
    this.takeAll()
    const couldWrite = connection.rights.write === 'yes'
    connection.rights = rights
    if (!couldWrite && rights.write === 'yes') this.#syncing.ask(connection)
  }

  leave(connection: Connection): void {
    this.#connections.delete(connection)
    this.#syncing.forget(connection)
    this.#greetings.forget(connection)
    this.#intake.forget(connection)
    this.#notices.forget(connection)
    this.#presence.leave(connection)
    this.#intake.somebodyLeft()
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
    if (!this.#isBroken) this.#content?.intake.takeGathered()
  }

  /**
   * Changes the document as the server. In the stage the change is stored, with the rows it tells of, before anybody
   * sees it, and a failure leaves no trace. Elsewhere it goes out at once and the promise says when it is saved.
   */
  write(edit: Edit, rows?: Rows, beforeSeen?: () => Promise<void>): Promise<void> {
    return this.#writes.write(edit, rows, beforeSeen)
  }

  /** Reads the document; what was read is on disk when the promise resolves. Reading must not change it. */
  async read<T>(reader: (doc: Y.Doc) => T): Promise<T> {
    this.takeAll()
    const value = reader(this.#live.doc)
    await this.#saving.idle()
    return value
  }

  get needsSnapshot(): boolean {
    return this.#isWhole && this.#snapshots.areDue
  }

  /** Stores a full state, once everything in it is saved. Of what is not whole none is stored: its log is. */
  async snapshot(): Promise<void> {
    if (this.#isWhole) await this.#storeState()
  }

  /** The same, whether it is due or not, and reads the document at that moment. */
  async keep<T>(reader: (doc: Y.Doc) => T): Promise<Kept<T>> {
    this.takeAll()
    if (this.#isBroken) throw new SavingLost()
    const value = reader(this.#live.doc)
    const position = await this.#storeState()
    return { position, value }
  }

  /** Sends what waits and resolves when all is saved and everybody who asked has been told. */
  async drain(): Promise<void> {
    await this.#writes.idle()
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
    this.#content?.intake.stop()
    this.#syncing.stop()
    this.#greetings.stop()
    this.#broadcast.stop()
    this.#presence.stop()
    this.#saving.giveUp()
    this.#content?.live.doc.destroy()
    this.#writes.stop()
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
    const live = await LiveDocument.load(stored, this.#options)
    this.#content = { live, intake: this.#newIntake(live) }
    this.#snapshots.loaded(live)
    if (this.address.kind === 'stage') this.#writes.storeFirst()
  }

  #hear(connection: Connection, message: ReturnType<typeof readMessage>): void {
    if (!message) connection.close('update-not-valid')
    else if (message.is === 'step1') this.#syncing.asked(connection, message)
    else if (message.is === 'presence') this.#presence.receive(connection, message.states)
    else if (message.is === 'presence-query') this.#greetings.ask(connection, 'who is here')
  }

  /** What is in memory is the document: neither a part of it, nor what a fault has left of it. */
  get #isWhole(): boolean {
    return this.#content !== undefined && !this.#isBroken
  }

  async #storeState(): Promise<number> {
    try {
      return await this.#snapshots.store(this.#live)
    } catch (error) {
      if (error instanceof StateLacking) this.#break(error)
      throw error
    }
  }

  #newIntake(live: LiveDocument): Intake {
    const { clock, limits } = this.#options
    return new Intake({
      live,
      clock,
      heldBytes: limits.heldBytes,
      space: this.#space,
      isOfAnother: (connection, client) => {
        const owner = this.#presence.ownerOf(client)
        return owner !== undefined && owner.memberId !== connection.memberId
      },
      publish: (update, from) => this.#publish(update, this.#saving.append(update), from),
      position: () => this.#saving.position,
      taken: (connection) => this.#notices.taken(connection),
      refuse: (connection, count, refusal) => this.#refuse(connection, count, refusal),
      spoilt: (error) => this.#break(error),
    })
  }

  #publish(update: Uint8Array, position: number, from?: Connection): void {
    const message = updateMessage(update)
    this.#snapshots.grewBy(update.length)
    this.#cache.add(position, message)
    this.#space.published()
    this.#broadcast.add(message, from)
    this.#options.changed()
  }

  /** One refusal each: whatever the client sends after it is not read. */
  #refuse(connection: Connection, count: number, refusal: RefusalCode): void {
    connection.isRefused = true
    connection.held = []
    const message = connection.wantsSaved ? refusedMessage(count, refusal) : permissionDenied(refusal)
    connection.send(Batch.of(message))
  }

  #break(error?: unknown): void {
    if (this.#isBroken) return
    this.#isBroken = true
    this.sendAway('server-fault')
    this.#options.broken(error)
  }
}
