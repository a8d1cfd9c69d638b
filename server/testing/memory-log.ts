import { SCHEMA_VERSION } from '../../shared/document/schema-version'
import { piecesOf } from '../../shared/document/state-pieces'
import type { RoomName } from '../../shared/domain/room'
import type { History, KeptState, LogPosition, Rows, StoredDocument, UpdateLog } from '../rooms/ports'
import { LogConflict } from '../storage/log-conflict'

type Kept = { position: number; at: number; schemaVersion: number; state: Uint8Array }
type Commit = { perform(): void; resolve(): void; reject(error: Error): void }

export type MemoryLogOptions = {
  schemaVersion?: number
  /** Whether a row of the domain can be stored; one that cannot takes its update down with it. */
  accepts?: (row: unknown) => boolean
  /** When full states are stored, for looking back. */
  now?: () => number
}

/** Documents kept in memory, for tests: commits come when the test says so, and fail when it says so. */
export class MemoryLog implements UpdateLog, History {
  /** Rows of the domain that were stored along with updates. */
  readonly rows: unknown[] = []
  readonly #documents = new Map<RoomName, StoredDocument>()
  readonly #commits: Commit[] = []
  readonly #failures: Error[] = []
  /** What the server that uses the log writes; another release of it writes another. */
  schemaVersion: number
  /** All of them: the budget is the database's. */
  readonly #kept = new Map<RoomName, Kept[]>()
  readonly #now: () => number
  readonly #accepts: (row: unknown) => boolean
  #held = false
  #epochs = 0

  constructor({ schemaVersion = SCHEMA_VERSION, accepts = () => true, now = Date.now }: MemoryLogOptions = {}) {
    this.schemaVersion = schemaVersion
    this.#accepts = accepts
    this.#now = now
  }

  /** From now on nothing is committed until `release` or `commitNext`. */
  hold(): void {
    this.#held = true
  }

  /** Lets the oldest held commit through. */
  async commitNext(): Promise<void> {
    this.#perform(this.#commits.shift())
    await settled()
  }

  /** Lets all held commits through, and later ones at once. */
  async release(): Promise<void> {
    this.#held = false
    this.#performAll()
    await settled()
  }

  /** The next commit, held or coming, changes nothing and rejects. Call it twice for two. */
  failNext(error: Error = new Error('the disk said no')): void {
    this.#failures.push(error)
  }

  /** A document as its creation would have left it: one update at position 1. Answers where its log stands. */
  seed(room: RoomName, update: Uint8Array): LogPosition {
    this.#epochs += 1
    const at = { epoch: `epoch${this.#epochs}`, position: 1 }
    this.#store(room, at, update)
    return at
  }

  async load(room: RoomName): Promise<StoredDocument | undefined> {
    const stored = this.#documents.get(room)
    return stored && structuredClone(stored)
  }

  async append(room: RoomName, at: LogPosition, update: Uint8Array, rows: Rows = []): Promise<void> {
    const own = update.slice()
    await this.#commit(() => {
      if (!rows.every(this.#accepts)) throw new Error('a row could not be stored')
      this.#store(room, at, own)
      this.rows.push(...rows)
    })
  }

  async compact(room: RoomName, at: LogPosition, state: Uint8Array): Promise<void> {
    const own = state.slice()
    await this.#commit(() => {
      const stored = this.#documents.get(room)
      const known =
        stored?.snapshot?.position === at.position || stored?.tail.some((entry) => entry.position === at.position)
      if (!stored || stored.epoch !== at.epoch || !known) throw new LogConflict(room, at)
      const tail = stored.tail.filter((entry) => entry.position > at.position)
      this.#documents.set(room, { ...stored, snapshot: { position: at.position, state: own }, tail })
      const others = this.#kept.get(room)?.filter(({ position }) => position !== at.position) ?? []
      const state = { position: at.position, at: this.#now(), schemaVersion: this.schemaVersion, state: own }
      this.#kept.set(room, [state, ...others])
    })
  }

  async keptStates(room: RoomName): Promise<KeptState[]> {
    return (this.#kept.get(room) ?? []).map(({ position, at, state }) => ({ position, at, bytes: state.length }))
  }

  async keptState(room: RoomName, position: number): ReturnType<History['keptState']> {
    const kept = this.#kept.get(room)?.find((state) => state.position === position)
    return kept && { schemaVersion: kept.schemaVersion, state: kept.state.slice() }
  }

  async cut(state: Uint8Array): Promise<readonly Uint8Array[]> {
    return piecesOf(state)
  }

  #store(room: RoomName, at: LogPosition, update: Uint8Array): void {
    const stored = this.#documents.get(room)
    const last = stored ? (stored.tail.at(-1)?.position ?? stored.snapshot?.position ?? 0) : 0
    if (at.position !== last + 1 || (stored && stored.epoch !== at.epoch)) throw new LogConflict(room, at)
    const tail = [...(stored?.tail ?? []), { position: at.position, update }]
    const snapshot = stored?.snapshot ?? null
    this.#documents.set(room, { epoch: at.epoch, schemaVersion: this.schemaVersion, snapshot, tail })
  }

  /** Even without a hold a commit comes a turn later, as it does from a disk. */
  #commit(perform: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#commits.push({ perform, resolve, reject })
      queueMicrotask(() => this.#held || this.#performAll())
    })
  }

  #performAll(): void {
    while (this.#commits.length > 0) this.#perform(this.#commits.shift())
  }

  #perform(commit: Commit | undefined): void {
    if (!commit) return
    const failure = this.#failures.shift()
    try {
      if (failure) throw failure
      commit.perform()
      commit.resolve()
    } catch (error) {
      commit.reject(error as Error)
    }
  }
}

/** The real one, also where a test has put a clock of its own in its place. */
const nextTurn = setImmediate

/** What waited for a commit has gone on when this resolves. */
function settled(): Promise<void> {
  return new Promise((resolve) => nextTurn(resolve))
}
