import type { Migrations } from '../../shared/document/migrate'
import { type RoomAddress, type RoomName, roomName } from '../../shared/domain/room'
import { Brought } from './brought'
import type { Clock } from './clock'
import type { RoomLimits } from './limits'
import { loadMigrated } from './migration'
import type { UpdateLog } from './ports'
import { Room } from './room'
import type { Backlog } from './save-queue'

const TICK_MS = 5_000

type Entry = {
  address: RoomAddress
  room: Promise<Room>
  /** Set when the room's bytes are in memory. */
  opened?: Room
  uses: number
  usedAt: number
  closing?: Promise<void>
  isStoring?: boolean
}

export type OpenRoomsOptions = {
  log: UpdateLog
  clock: Clock
  limits: RoomLimits
  migrations: Migrations
  changed?: ((address: RoomAddress) => void) | undefined
  closed?: ((address: RoomAddress) => void) | undefined
  fault(error: unknown): void
}

/** The rooms that are open: each once, however many ask, and only as long as somebody needs it. */
export class OpenRooms {
  readonly #entries = new Map<RoomName, Entry>()
  readonly #backlog: Backlog = { bytes: 0 }
  readonly #brought = new Brought()
  #stopTicking: () => void
  #isClosed = false

  constructor(private readonly options: OpenRoomsOptions) {
    this.#stopTicking = this.#tickLater()
  }

  *[Symbol.iterator](): Generator<Room> {
    for (const { opened } of this.#entries.values()) if (opened) yield opened
  }

  get size(): number {
    return this.#entries.size
  }

  /** Runs something with a room that is at least loaded; it is not closed before that has ended. */
  async use<T>(address: RoomAddress, run: (room: Room) => Promise<T>): Promise<T> {
    const entry = await this.#enter(address)
    try {
      return await run(await entry.room)
    } finally {
      entry.uses -= 1
      entry.usedAt = this.options.clock.now()
    }
  }

  /** Saves and closes everything. What the disk does not take within the time allowed is left to the clients. */
  async close(): Promise<void> {
    this.#isClosed = true
    this.#stopTicking()
    await Promise.all([...this.#entries].map(([name, entry]) => this.#closeRoom(name, entry)))
  }

  async #enter(address: RoomAddress): Promise<Entry> {
    const name = roomName(address)
    for (;;) {
      if (this.#isClosed) throw new Error('rooms are closed')
      const known = this.#entries.get(name)
      if (!known?.closing) {
        const entry = known ?? this.#load(name, address)
        entry.uses += 1
        return entry
      }
      await known.closing
    }
  }

  #load(name: RoomName, address: RoomAddress): Entry {
    const { clock, limits } = this.options
    const entry: Entry = { address, room: this.#open(name, address), uses: 0, usedAt: clock.now() }
    this.#entries.set(name, entry)
    entry.room.then(
      (room) => {
        entry.opened = room
        room.ready.catch((error) => {
          this.options.fault(error)
          this.#forget(name, entry)
        })
      },
      () => this.#forget(name, entry),
    )
    if (this.#entries.size > limits.openRooms) this.#closeLeastUsed()
    return entry
  }

  async #open(name: RoomName, address: RoomAddress): Promise<Room> {
    const { log, clock, limits } = this.options
    const stored = await loadMigrated(address, this.options)
    const room: Room = new Room({
      address,
      stored,
      log,
      clock,
      limits,
      backlog: this.#backlog,
      brought: this.#brought.into(name),
      changed: () => this.options.changed?.(address),
      broken: (error) => {
        if (error) this.options.fault(error)
        const entry = this.#entries.get(name)
        if (entry) void this.#closeRoom(name, entry)
      },
    })
    return room
  }

  #forget(name: RoomName, entry: Entry): void {
    if (this.#entries.get(name) !== entry) return
    this.#entries.delete(name)
    this.#brought.closed(name)
    this.options.closed?.(entry.address)
  }

  #closeRoom(name: RoomName, entry: Entry): Promise<void> {
    entry.closing ??= this.#shut(entry).finally(() => this.#forget(name, entry))
    return entry.closing
  }

  /** Whatever the disk does, this ends within the time that a shutdown may take. */
  async #shut(entry: Entry): Promise<void> {
    let callOff = () => {}
    const timeIsUp = new Promise<void>((resolve) => {
      callOff = this.options.clock.after(this.options.limits.shutdown, resolve)
    })
    try {
      const room = await Promise.race([entry.room, timeIsUp])
      if (room) await this.#shutRoom(room, timeIsUp)
    } catch {
      // It never opened: there is nothing to close.
    } finally {
      callOff()
    }
  }

  /** Says that everything is saved before it sends people away, and leaves a full state behind for a quick return. */
  async #shutRoom(room: Room, timeIsUp: Promise<void>): Promise<void> {
    try {
      // What is still being built is neither drained nor stored: what is in the log is all of it.
      await Promise.race([room.ready, timeIsUp])
      await Promise.race([room.drain(), timeIsUp])
      room.sendAway('shutting-down')
      await Promise.race([room.drain().then(() => room.snapshot()), timeIsUp])
    } catch {
      // Not saved, and those who wait for `saved` know it: they bring it again.
    } finally {
      room.sendAway('shutting-down')
      room.stop()
    }
  }

  #tickLater(): () => void {
    return this.options.clock.after(TICK_MS, () => {
      this.#stopTicking = this.#tickLater()
      for (const [name, entry] of this.#entries) this.#tick(name, entry)
    })
  }

  #tick(name: RoomName, entry: Entry): void {
    const { opened: room, closing } = entry
    if (room === undefined || closing !== undefined) return
    room.tick()
    const now = this.options.clock.now()
    if (room.connections.size > 0) entry.usedAt = now
    if (isIdle(entry) && now - entry.usedAt >= this.options.limits.quiet) void this.#closeRoom(name, entry)
    else if (room.needsSnapshot && !entry.isStoring) void this.#snapshot(entry, room)
  }

  async #snapshot(entry: Entry, room: Room): Promise<void> {
    entry.isStoring = true
    try {
      await room.snapshot()
    } catch (error) {
      this.options.fault(error)
    } finally {
      entry.isStoring = false
    }
  }

  #closeLeastUsed(): void {
    const idle = [...this.#entries].filter(([, entry]) => isIdle(entry) && !entry.closing)
    const [oldest] = idle.sort(([, one], [, other]) => one.usedAt - other.usedAt)
    if (oldest) void this.#closeRoom(...oldest)
  }
}

const isIdle = ({ opened, uses }: Entry): boolean => uses === 0 && opened !== undefined && opened.connections.size === 0
