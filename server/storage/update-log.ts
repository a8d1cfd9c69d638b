import { nanoid } from 'nanoid'
import { SCHEMA_VERSION } from '../../shared/document/roots'
import type { RoomName } from '../../shared/domain/room'
import type { LogPosition, Rows, StoredDocument, UpdateLog } from '../rooms/ports'
import type { Database } from './database'
import { letGoOfOldStates } from './kept-states'
import { LogConflict } from './log-conflict'
import type { Statement } from './statements'
import { toStatement } from './statements'
import { updates } from './tables'
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
export class DatabaseUpdateLog implements UpdateLog {
  readonly #database: Database
  readonly #schemaVersion: number
  readonly #now: () => number
  #waiting = 0

  constructor(database: Database, { schemaVersion = SCHEMA_VERSION, now = Date.now }: UpdateLogOptions = {}) {
    this.#database = database
    this.#schemaVersion = schemaVersion
    this.#now = now
  }

  async load(room: RoomName): Promise<StoredDocument | undefined> {
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
    const before = `${at.epoch}:${at.position - 1}`
    const params = [room, at.epoch, before, at.position, this.#schemaVersion, this.#now(), update]
    this.#waiting += 1
    try {
      await this.#write(room, at, [{ sql: APPEND, params }, ...rows.map(toStatement)])
    } finally {
      this.#waiting -= 1
    }
  }

  async compact(room: RoomName, at: LogPosition, state: Uint8Array): Promise<void> {
    const now = this.#now()
    await this.#write(room, at, [
      { sql: STORE_STATE, params: [room, at.epoch, at.position, this.#schemaVersion, now, state] },
      { sql: 'DELETE FROM updates WHERE room = ? AND position <= ?', params: [room, at.position] },
      ...letGoOfOldStates(room, now),
    ])
  }

  waiting(): number {
    return this.#waiting
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

/**
 * The position is NULL, and the statement with its whole batch fails, unless the log ends just before it in the same
 * epoch. The key alone would let a writer leave a gap after an append that failed.
 */
const APPEND = `
  INSERT INTO updates (room, epoch, position, schema_version, at, bytes)
  VALUES (?1, ?2, CASE WHEN ?3 = coalesce(
      (SELECT epoch || ':' || position FROM updates WHERE room = ?1 ORDER BY position DESC LIMIT 1),
      (SELECT epoch || ':' || position FROM snapshots WHERE room = ?1 ORDER BY position DESC LIMIT 1),
      ?2 || ':0'
    ) THEN ?4 END, ?5, ?6, ?7)`

/** The same guard: only a position that is stored can have a full state. Doing it twice is doing it once. */
const STORE_STATE = `
  INSERT OR REPLACE INTO snapshots (room, epoch, position, schema_version, at, state)
  VALUES (?1, ?2, CASE
      WHEN EXISTS (SELECT 1 FROM updates WHERE room = ?1 AND epoch = ?2 AND position = ?3) THEN ?3
      WHEN EXISTS (SELECT 1 FROM snapshots WHERE room = ?1 AND epoch = ?2 AND position = ?3) THEN ?3
    END, ?4, ?5, ?6)`

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
