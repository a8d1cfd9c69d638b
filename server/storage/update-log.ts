import { nanoid } from 'nanoid'
import { SCHEMA_VERSION } from '../../shared/document/schema-version'
import type { RoomName } from '../../shared/domain/room'
import type { History, KeptState, LogPosition, Rows, StoredDocument, UpdateLog } from '../rooms/ports'
import type { Database } from './database'
import { APPEND_ALL, GatheredAppends } from './gathered-appends'
import { letGoOfOldStates } from './kept-states'
import { LogConflict } from './log-conflict'
import type { Statement } from './statements'
import { ownStatement, toStatement } from './statements'
import { snapshots, updates } from './tables'
import { type Row, StorageError } from './worker-messages'

export type UpdateLogOptions = {
  /** The schema that documents have now; kept beside every update. */
  schemaVersion?: number
  now?: () => number
}

/**
 * Documents in libSQL. The statements of the hot path are written out: building them anew for every update would cost
 * the main thread more than sending them.
 */
export class DatabaseUpdateLog implements UpdateLog, History {
  readonly #database: Database
  readonly #schemaVersion: number
  readonly #now: () => number
  readonly #gathered: GatheredAppends

  constructor(database: Database, { schemaVersion = SCHEMA_VERSION, now = Date.now }: UpdateLogOptions = {}) {
    this.#database = database
    this.#schemaVersion = schemaVersion
    this.#now = now
    this.#gathered = new GatheredAppends({ schemaVersion, now, write: (...asked) => this.#write(...asked) })
  }

  async load(room: RoomName): Promise<StoredDocument | undefined> {
    this.#gathered.flush()
    const [states = [], tail = []] = await this.#database.read([
      { sql: LATEST_STATE, params: [room] },
      { sql: TAIL, params: [room, room] },
    ])
    const state = states[0]
    const last = tail.at(-1) ?? state
    if (!last) return undefined
    return {
      epoch: last[0] as string,
      schemaVersion: last[2] as number,
      snapshot: state ? { position: state[1] as number, state: bytesOf(state) } : null,
      tail: tail.map((row) => ({ position: row[1] as number, update: bytesOf(row) })),
    }
  }

  /** Rejects with `LogConflict` when the log does not end just before `at`, and with the row's error when a row fails. */
  async append(room: RoomName, at: LogPosition, update: Uint8Array, rows: Rows = []): Promise<void> {
    if (rows.length === 0) await this.#gathered.add(room, at, update)
    else await this.#appendWith(rows, { room, at, update })
  }

  async compact(room: RoomName, at: LogPosition, state: Uint8Array): Promise<void> {
    const now = this.#now()
    this.#gathered.flush()
    await this.#write(room, at, [
      { sql: STORE_STATE, params: [room, at.epoch, at.position, this.#schemaVersion, now, state] },
      { sql: LET_GO_OF_LOG, params: [room, at.position] },
      ...letGoOfOldStates(room, now),
    ])
  }

  async keptStates(room: RoomName): Promise<KeptState[]> {
    const [kept = []] = await this.#database.read([{ sql: KEPT_STATES_OF, params: [room] }])
    return kept.map((row) => ({ position: row[0] as number, at: row[1] as number, bytes: row[2] as number }))
  }

  async keptState(room: RoomName, position: number): ReturnType<History['keptState']> {
    const [[kept] = []] = await this.#database.read([{ sql: KEPT_STATE, params: [room, position] }])
    return kept && { schemaVersion: kept[2] as number, state: bytesOf(kept) }
  }

  /** In the storage thread: it has the bytes near, and large documents are rarely opened. Commits wait for it meanwhile. */
  cut(state: Uint8Array): Promise<readonly Uint8Array[]> {
    return this.#database.cut(state)
  }

  /** The first row of a new document, to be stored in the batch that creates what it belongs to. */
  seedRow(room: RoomName, update: Uint8Array) {
    const row = {
      room,
      epoch: nanoid(12),
      position: 1,
      schemaVersion: this.#schemaVersion,
      at: this.#now(),
      bytes: update,
    }
    return this.#database.orm.insert(updates).values(row)
  }

  /** A new document as a full state: one that is large is then opened piece by piece [S11]. */
  firstStateRow(room: RoomName, state: Uint8Array) {
    const at = { epoch: nanoid(12), position: 1, schemaVersion: this.#schemaVersion, at: this.#now() }
    return this.#database.orm.insert(snapshots).values({ room, ...at, state })
  }

  /** At once: somebody waits for the answer to a command. */
  #appendWith(
    rows: Rows,
    { room, at, update }: { room: RoomName; at: LogPosition; update: Uint8Array },
  ): Promise<void> {
    this.#gathered.flush()
    const before = `${at.epoch}:${at.position - 1}`
    const params = [
      room,
      at.epoch,
      before,
      at.position,
      this.#schemaVersion,
      this.#now(),
      update,
      `[[1,${update.length}]]`,
    ]
    return this.#write(room, at, [ownStatement({ sql: APPEND_ALL, params }), ...rows.map(toStatement)])
  }

  async #write(room: RoomName, at: LogPosition, statements: Statement[]): Promise<void> {
    try {
      await this.#database.write(statements)
    } catch (error) {
      throw isConflict(error) ? new LogConflict(room, at) : error
    }
  }
}

/** Columns in one order for both readings, so that the last of them says what is current. */
const LATEST_STATE = `
  SELECT epoch, position, schema_version, state FROM snapshots WHERE room = ? ORDER BY position DESC LIMIT 1`

const TAIL = `
  SELECT epoch, position, schema_version, bytes FROM updates
  WHERE room = ? AND position > coalesce((SELECT max(position) FROM snapshots WHERE room = ?), 0)
  ORDER BY position`

/** Their bytes stay where they are: a day's workshop keeps dozens of states. */
const KEPT_STATES_OF = `
  SELECT position, at, length(state) FROM snapshots WHERE room = ? ORDER BY position DESC`

const KEPT_STATE = `
  SELECT epoch, position, schema_version, state FROM snapshots WHERE room = ? AND position = ?`

/**
 * The same guard: only a position that is stored can have a full state. Doing it twice is doing it once; the first stays,
 * whatever a second one says of the same position.
 */
const STORE_STATE = `
  INSERT INTO snapshots (room, epoch, position, schema_version, at, state)
  VALUES (?1, ?2, CASE
      WHEN EXISTS (SELECT 1 FROM updates WHERE room = ?1 AND epoch = ?2 AND position = ?3) THEN ?3
      WHEN EXISTS (SELECT 1 FROM snapshots WHERE room = ?1 AND epoch = ?2 AND position = ?3) THEN ?3
    END, ?4, ?5, ?6)
  ON CONFLICT (room, position) DO NOTHING`

/** A full state is proved by the next one: until then what it was made from stays, that is the state before it and the log. */
const LET_GO_OF_LOG = `
  DELETE FROM updates WHERE room = ?1
    AND position <= (SELECT max(position) FROM snapshots WHERE room = ?1 AND position < ?2)`

function bytesOf(row: Row): Uint8Array {
  const value = row[3]
  return value instanceof Uint8Array ? value : new Uint8Array(value as ArrayBuffer)
}

function isConflict(error: unknown): boolean {
  return (
    error instanceof StorageError &&
    error.code.startsWith('SQLITE_CONSTRAINT') &&
    /\b(updates|snapshots)\.position\b/.test(error.message)
  )
}
