import type { RoomName } from '../../shared/domain/room'
import type { Clock } from './clock'
import type { LogPosition, Rows, StoredDocument, UpdateLog } from './ports'

/** Pauses between tries while the disk says no. */
const RETRY_MS = [50, 200, 1_000, 3_000]

export type SavingEvents = {
  /** Everything up to this position is on disk. */
  saved(position: number): void
  /** Somebody else has written this room's log: what is in memory cannot be saved any more. */
  lost(): void
}

/** Bytes of all rooms that are on their way to disk. */
export type Backlog = { bytes: number }

type Entry = { position: number; update: Uint8Array; rows: Rows | undefined }

type Shown = { publish: (position: number) => void; beforeSeen: (() => Promise<void>) | undefined }

/** Thrown to those who wait for something to be saved that cannot be. */
export class SavingLost extends Error {
  override name = 'SavingLost'
}

/**
 * Hands one room's updates to the log in order and knows up to where they are on disk. After a failure it asks the log
 * what it holds and goes on from there.
 */
export class SaveQueue {
  readonly epoch: string
  #position: number
  #saved: number
  #unsaved: Entry[] = []
  #unsavedBytes = 0
  #inFlight = 0
  /** What a commit brought is told once, not for each update in it. */
  #landedTo = 0
  #isSettling = false
  #failures = 0
  #state: 'flowing' | 'failed' | 'waiting' | 'lost' = 'flowing'
  #waiters: { position: number; resolve(): void; reject(error: Error): void }[] = []

  constructor(
    private readonly log: UpdateLog,
    private readonly room: RoomName,
    at: LogPosition,
    private readonly clock: Clock,
    private readonly events: SavingEvents,
    /** Shared by all rooms of the process. */
    readonly backlog: Backlog = { bytes: 0 },
  ) {
    this.epoch = at.epoch
    this.#position = at.position
    this.#saved = at.position
  }

  /** The last position that was given to an update. */
  get position(): number {
    return this.#position
  }

  get saved(): number {
    return this.#saved
  }

  get unsavedBytes(): number {
    return this.#unsavedBytes
  }

  /** Gives the update its position and sends it on its way to disk. */
  append(update: Uint8Array, rows?: Rows): number {
    if (this.#state === 'lost') throw new SavingLost()
    this.#position += 1
    const entry = { position: this.#position, update, rows }
    this.#unsaved.push(entry)
    this.#grow(update.length)
    if (this.#state === 'flowing') this.#send(entry)
    return entry.position
  }

  /**
   * Stores an update with its rows before anybody sees it; `publish` runs in the same turn as the position moves, after
   * `beforeSeen` is done. Rejects when it was not stored: nothing has changed then. One at a time, and not mixed with
   * `append`.
   */
  async commit(what: Pick<Entry, 'update' | 'rows'>, { publish, beforeSeen }: Shown): Promise<void> {
    if (this.#state === 'lost') throw new SavingLost()
    const entry = { position: this.#position + 1, ...what }
    try {
      await this.log.append(this.room, this.#at(entry.position), entry.update, entry.rows)
    } catch (error) {
      if (!(await this.#isStored(entry))) throw error
    }
    await beforeSeen?.()
    this.#position = entry.position
    publish(entry.position)
    this.#settle(entry.position)
  }

  whenSaved(position: number): Promise<void> {
    if (this.#saved >= position) return Promise.resolve()
    if (this.#state === 'lost') return Promise.reject(new SavingLost())
    return new Promise((resolve, reject) => this.#waiters.push({ position, resolve, reject }))
  }

  /** Resolves when all that was appended is on disk. */
  async idle(): Promise<void> {
    await this.whenSaved(this.#position)
  }

  /** No more tries: those who wait are told that it is not saved. */
  giveUp(): void {
    if (this.#state === 'lost') return
    this.#state = 'lost'
    this.#grow(-this.#unsavedBytes)
    const error = new SavingLost()
    for (const waiter of this.#waiters.splice(0)) waiter.reject(error)
  }

  #grow(bytes: number): void {
    this.#unsavedBytes += bytes
    this.backlog.bytes += bytes
  }

  #at(position: number): LogPosition {
    return { epoch: this.epoch, position }
  }

  #send(entry: Entry): void {
    this.#inFlight += 1
    this.log.append(this.room, this.#at(entry.position), entry.update, entry.rows).then(
      () => this.#landed(entry.position),
      () => this.#failed(),
    )
  }

  #landed(position: number): void {
    this.#inFlight -= 1
    this.#failures = 0
    this.#landedTo = Math.max(this.#landedTo, position)
    if (!this.#isSettling) queueMicrotask(() => this.#settleLanded())
    this.#isSettling = true
    if (this.#state === 'failed' && this.#inFlight === 0) this.#retryLater()
  }

  #settleLanded(): void {
    this.#isSettling = false
    if (this.#state !== 'lost') this.#settle(this.#landedTo)
  }

  #failed(): void {
    this.#inFlight -= 1
    if (this.#state === 'flowing') this.#state = 'failed'
    if (this.#state === 'failed' && this.#inFlight === 0) this.#retryLater()
  }

  #settle(position: number): void {
    if (position <= this.#saved) return
    this.#saved = position
    const left = this.#unsaved.findIndex((entry) => entry.position > position)
    for (const { update } of this.#unsaved.splice(0, left < 0 ? this.#unsaved.length : left)) {
      this.#grow(-update.length)
    }
    this.events.saved(position)
    const due = this.#waiters.filter((waiter) => waiter.position <= position)
    this.#waiters = this.#waiters.filter((waiter) => waiter.position > position)
    for (const waiter of due) waiter.resolve()
  }

  /** All that was on its way has come back, so what the log holds now stays as it is until we write again. */
  #retryLater(): void {
    this.#state = 'waiting'
    const pause = RETRY_MS[Math.min(this.#failures, RETRY_MS.length - 1)] ?? 0
    this.#failures += 1
    this.clock.after(pause, () => void this.#retry())
  }

  async #retry(): Promise<void> {
    if (this.#state !== 'waiting') return
    try {
      const stored = await this.log.load(this.room)
      if (this.#state !== 'waiting') return
      const head = headOf(stored)
      if (stored && !this.#isOurs(stored, head)) return this.#lose()
      if (head < this.#saved) return this.#lose()
      this.#settle(head)
    } catch {
      return this.#retryLater()
    }
    this.#state = 'flowing'
    for (const entry of this.#unsaved) this.#send(entry)
  }

  #lose(): void {
    this.giveUp()
    this.events.lost()
  }

  /** Whether the log goes on with our own updates: an append can have been stored although it was reported as failed. */
  #isOurs(stored: StoredDocument, head: number): boolean {
    if (stored.epoch !== this.epoch) return false
    return this.#unsaved.every((entry) => entry.position > head || holds(stored, entry)) && head <= this.#position
  }

  async #isStored(entry: Entry): Promise<boolean> {
    try {
      const stored = await this.log.load(this.room)
      const head = headOf(stored)
      if (head === entry.position - 1) return false
      if (stored && head === entry.position && holds(stored, entry)) return true
    } catch {
      // The log cannot say whether it holds the update: memory and disk may differ now.
    }
    this.#lose()
    return false
  }
}

/** The last position of a document's log. */
export function headOf(stored: StoredDocument | undefined): number {
  return stored?.tail.at(-1)?.position ?? stored?.snapshot?.position ?? 0
}

function holds(stored: StoredDocument, entry: Entry): boolean {
  const found = stored.tail.find(({ position }) => position === entry.position)
  return found !== undefined && Buffer.compare(found.update, entry.update) === 0
}
