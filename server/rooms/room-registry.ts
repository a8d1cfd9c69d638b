import type * as Y from 'yjs'
import { encodeStateAsUpdate } from 'yjs'
import { MIGRATIONS, type Migrations } from '../../shared/document/migrate'
import type { MemberId, WorkshopId } from '../../shared/domain/ids'
import { type RoomAddress, roomName } from '../../shared/domain/room'
import { Arrival, type ArrivalOptions } from './arrival'
import { type Clock, systemClock } from './clock'
import { Connection } from './connection'
import { readEarlier } from './earlier-state'
import { ROOM_LIMITS, type RoomLimits } from './limits'
import { OpenRooms } from './open-rooms'
import type { Doorkeeper, History, KeptState, Rights, Rows, UpdateLog, Visitor } from './ports'
import type { Kept, Room } from './room'
import { RoomRefused } from './room-refused'
import type { Edit } from './server-writes'

export type RoomRegistryOptions = {
  log: UpdateLog & History
  doorkeeper: Doorkeeper
  clock?: Clock
  limits?: Partial<RoomLimits>
  /** What becomes of documents of an older schema; of another table only in tests. */
  migrations?: Migrations
  /** Told each time a room takes something in, often: it must be quick and must not throw. What is new may not be on disk yet. */
  changed?: (address: RoomAddress) => void
  /** Told when a room is no longer open. */
  closed?: (address: RoomAddress) => void
  /** Told of errors that should not happen. They carry no text of documents. */
  fault?: (error: unknown) => void
}

export type Newcomer = Omit<ArrivalOptions, 'queuedBytes' | 'fault'>

export type RoomRegistry = {
  /** Takes in a socket that has just opened. Whatever comes of it is said on the socket. */
  arrive(newcomer: Newcomer): Arrival
  /** Reads a document, opening it when needed; what was read is on disk when the promise resolves. */
  read<T>(address: RoomAddress, reader: (doc: Y.Doc) => T): Promise<T>
  /** The earlier times that a document can be looked at, newest first. */
  earlierStates(address: RoomAddress): Promise<KeptState[]>
  /** Reads a document as it was; undefined when that state is not kept. Whoever is in the room does not notice. */
  readEarlier<T>(address: RoomAddress, position: number, reader: (doc: Y.Doc) => T | Promise<T>): Promise<T | undefined>
  /** The whole of it as bytes, in the schema of this server. */
  earlierState(address: RoomAddress, position: number): Promise<Uint8Array | undefined>
  /** Stores a full state now, to be read as an earlier one later. Nobody in the room waits for it. */
  keep<T>(address: RoomAddress, reader: (doc: Y.Doc) => T): Promise<Kept<T>>
  /**
   * Changes a document as the server; resolves when the change and the rows are stored, in one transaction. On a stage
   * `beforeSeen` runs between the commit and the moment when people see the change.
   */
  write(address: RoomAddress, edit: Edit, rows?: Rows, beforeSeen?: () => Promise<void>): Promise<void>
  /** Asks again what everybody connected in a workshop may do. Resolves when it is in force. */
  reviseAccess(workshopId: WorkshopId): Promise<void>
  /** Closes all connections of a member at once. */
  removeMember(memberId: MemberId): void
  /** Closes what one device has open of a workshop that was left there. */
  leave(session: string, workshopId: WorkshopId): void
  connectionCount(): number
  roomCount(): number
  /** Confirms what is saved, closes every connection and then every room. */
  close(): Promise<void>
}

export function createRoomRegistry(options: RoomRegistryOptions): RoomRegistry {
  return new Registry(options)
}

class Registry implements RoomRegistry {
  readonly #doorkeeper: Doorkeeper
  readonly #clock: Clock
  readonly #limits: RoomLimits
  readonly #fault: (error: unknown) => void
  readonly #log: UpdateLog & History
  readonly #migrations: Migrations
  readonly #rooms: OpenRooms
  readonly #waiting = new Set<Arrival>()
  /** Whose sockets are on their way from the door into a room: many opened at once count as much as open ones. */
  readonly #entering = new Map<Arrival, MemberId>()
  /** Grows with every change of access: who was asked about before is asked about again. */
  #revision = 0
  #isClosing = false

  constructor(options: RoomRegistryOptions) {
    const { log, doorkeeper, clock = systemClock, limits, migrations = MIGRATIONS, fault = () => {} } = options
    const { changed, closed } = options
    this.#doorkeeper = doorkeeper
    this.#clock = clock
    this.#limits = { ...ROOM_LIMITS, ...limits }
    this.#fault = fault
    this.#log = log
    this.#migrations = migrations
    this.#rooms = new OpenRooms({ log, clock, limits: this.#limits, migrations, changed, closed, fault })
  }

  arrive(newcomer: Newcomer): Arrival {
    const arrival = new Arrival({ ...newcomer, queuedBytes: this.#limits.queuedBytes, fault: this.#fault })
    this.#waiting.add(arrival)
    void this.#admit(arrival)
    return arrival
  }

  read<T>(address: RoomAddress, reader: (doc: Y.Doc) => T): Promise<T> {
    return this.#rooms.use(address, async (room) => {
      await room.ready
      return room.read(reader)
    })
  }

  write(address: RoomAddress, edit: Edit, rows?: Rows, beforeSeen?: () => Promise<void>): Promise<void> {
    return this.#rooms.use(address, async (room) => {
      await room.ready
      return room.write(edit, rows, beforeSeen)
    })
  }

  earlierStates(address: RoomAddress): Promise<KeptState[]> {
    return this.#log.keptStates(roomName(address))
  }

  async readEarlier<T>(
    address: RoomAddress,
    position: number,
    reader: (doc: Y.Doc) => T | Promise<T>,
  ): Promise<T | undefined> {
    const kept = await this.#log.keptState(roomName(address), position)
    const { kind } = address
    return kept && readEarlier(kept, reader, { kind, log: this.#log, clock: this.#clock, migrations: this.#migrations })
  }

  async earlierState(address: RoomAddress, position: number): Promise<Uint8Array | undefined> {
    const kept = await this.#log.keptState(roomName(address), position)
    if (!kept || kept.schemaVersion === this.#migrations.version) return kept?.state
    const { kind } = address
    const options = { kind, log: this.#log, clock: this.#clock, migrations: this.#migrations }
    return readEarlier(kept, encodeStateAsUpdate, options)
  }

  keep<T>(address: RoomAddress, reader: (doc: Y.Doc) => T): Promise<Kept<T>> {
    return this.#rooms.use(address, async (room) => {
      await room.ready
      return room.keep(reader)
    })
  }

  async reviseAccess(workshopId: WorkshopId): Promise<void> {
    this.#revision += 1
    const revisions: Promise<void>[] = []
    for (const { room, connection } of this.#connections()) {
      if (connection.workshopId === workshopId) revisions.push(this.#revise(room, connection))
    }
    await Promise.all(revisions)
  }

  removeMember(memberId: MemberId): void {
    this.#revision += 1
    for (const { connection } of this.#connections()) if (connection.memberId === memberId) connection.close('removed')
  }

  leave(session: string, workshopId: WorkshopId): void {
    this.#revision += 1
    for (const { connection } of this.#connections()) {
      if (connection.session === session && connection.workshopId === workshopId) connection.close('not-a-member')
    }
  }

  connectionCount(): number {
    return [...this.#rooms].reduce((sum, room) => sum + room.connections.size, 0)
  }

  roomCount(): number {
    return this.#rooms.size
  }

  async close(): Promise<void> {
    this.#isClosing = true
    for (const arrival of this.#waiting) arrival.refuse('shutting-down')
    await this.#rooms.close()
  }

  /** All of them at this moment, so that closing some does not disturb the reading. */
  #connections(): { room: Room; connection: Connection }[] {
    return [...this.#rooms].flatMap((room) => [...room.connections].map((connection) => ({ room, connection })))
  }

  async #admit(arrival: Arrival): Promise<void> {
    try {
      if (this.#isClosing) return arrival.refuse('shutting-down')
      const { address, cookie, schema = this.#migrations.version } = arrival.options
      const revision = this.#revision
      const visitor = await this.#doorkeeper.enter(cookie, address)
      if (!visitor.ok) return arrival.refuse(visitor.refusal)
      if (isForAnother(arrival, visitor.value.memberId)) return arrival.refuse('not-a-member')
      if (schema < this.#migrations.version) return arrival.refuse('page-is-old')
      if (this.#hasTooMany(visitor.value.memberId)) return arrival.refuse('too-many-requests')
      this.#entering.set(arrival, visitor.value.memberId)
      if (arrival.isGone || this.#isClosing) return arrival.refuse('shutting-down')
      await this.#rooms.use(address, (room) => this.#lead(arrival, visitor.value, { room, revision }))
    } catch (error) {
      this.#fault(error)
      arrival.refuse(error instanceof RoomRefused ? error.refusal : 'server-fault')
    } finally {
      this.#waiting.delete(arrival)
      this.#entering.delete(arrival)
    }
  }

  /** From the door into the room. What the doorkeeper said is asked again if anything changed on the way. */
  async #lead(arrival: Arrival, visitor: Visitor, { room, revision }: { room: Room; revision: number }): Promise<void> {
    if (room.connections.size >= this.#limits.connectionsPerRoom) return arrival.refuse('room-full')
    arrival.offerCold(room.answerCold())
    await room.ready
    let { rights } = visitor
    for (let asked = revision; asked !== this.#revision; ) {
      asked = this.#revision
      const now = await this.#doorkeeper.enter(arrival.options.cookie, room.address)
      if (!now.ok) return arrival.refuse(now.refusal)
      // the device was passed on meanwhile: this socket is nobody's
      if (now.value.memberId !== visitor.memberId) return arrival.refuse('not-a-member')
      rights = now.value.rights
    }
    if (this.#isClosing) return arrival.refuse('shutting-down')
    const { wire, wantsSaved, wantsDeflated, isNew, from } = arrival.options
    const connection = new Connection({
      wire,
      visitor: { ...visitor, rights: inRoom(room, rights) },
      wantsSaved,
      wantsDeflated,
      isNew,
      from,
      clock: this.#clock,
      limits: this.#limits,
      fault: this.#fault,
    })
    connection.accessRevision = this.#revision
    arrival.letIn(connection, (answeredAt) => {
      room.join(connection)
      if (answeredAt !== undefined) room.catchUp(connection, answeredAt)
      else if (isNew) room.bringAll(connection)
    })
  }

  async #revise(room: Room, connection: Connection): Promise<void> {
    const asked = this.#revision
    connection.accessRevision = asked
    try {
      const rights = await this.#doorkeeper.rights(connection.memberId, room.address)
      if (connection.isClosed || connection.accessRevision !== asked) return
      if (rights.ok) room.allow(connection, inRoom(room, rights.value))
      else connection.close(rights.refusal)
    } catch (error) {
      this.#fault(error)
      connection.close('server-fault')
    }
  }

  #hasTooMany(memberId: MemberId): boolean {
    const own = this.#connections().filter(({ connection }) => connection.memberId === memberId)
    const entering = [...this.#entering.values()].filter((member) => member === memberId)
    return own.length + entering.length >= this.#limits.connectionsPerMember
  }
}

/** A page that is still somebody's who sat at this device before: what it holds and writes is not the present one's. */
function isForAnother({ options: { member } }: Arrival, memberId: MemberId): boolean {
  return member !== undefined && member !== memberId
}

/** The server alone writes the stage, whoever the doorkeeper lets in. */
function inRoom(room: Room, rights: Rights): Rights {
  return room.address.kind === 'stage' ? { write: 'role-may-not-edit' } : rights
}
