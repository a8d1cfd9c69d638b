import type { RoomName } from '../../shared/domain/room'
import type { LogPosition } from '../rooms/ports'
import type { Statement } from './statements'

/** Commits wait so long for company: each costs a sync of the disk and a message there and back. */
const GATHER_MS = 10
/** What is this much goes at once. */
const GATHER_BYTES = 256 * 1024
const UPDATES_A_STATEMENT = 2_000

type Gathered = {
  room: RoomName
  /** Of the first; the others follow without a gap. */
  at: LogPosition
  updates: Uint8Array[]
  bytes: number
  done: Promise<void>
  resolve(done: Promise<void>): void
}

export type GatheredOptions = {
  schemaVersion: number
  now: () => number
  write(room: RoomName, at: LogPosition, statements: Statement[]): Promise<void>
}

/**
 * Appends of one room that follow each other go as one statement: preparing a statement for each of a thousand updates
 * would cost more than storing them. They succeed or fail together.
 */
export class GatheredAppends {
  /** In the order in which they were begun. */
  #gathered: Gathered[] = []
  readonly #open = new Map<RoomName, Gathered>()
  #bytes = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly options: GatheredOptions) {}

  add(room: RoomName, at: LogPosition, update: Uint8Array): Promise<void> {
    const gathered = this.#openFor(room, at)
    // Its own bytes: the giver may use the buffer again before the batch leaves.
    gathered.updates.push(update.slice())
    gathered.bytes += update.length
    this.#bytes += update.length
    if (this.#bytes >= GATHER_BYTES) this.flush()
    else this.#timer ??= setTimeout(() => this.flush(), GATHER_MS)
    return gathered.done
  }

  /** Sends everything now. Needed before anything else is asked of the database that has to come after it. */
  flush(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#open.clear()
    this.#bytes = 0
    for (const gathered of this.#gathered.splice(0)) {
      gathered.resolve(this.options.write(gathered.room, gathered.at, [this.#statement(gathered)]))
    }
  }

  #openFor(room: RoomName, at: LogPosition): Gathered {
    const open = this.#open.get(room)
    if (open && follows(open, at)) return open
    let resolve: Gathered['resolve'] = () => {}
    const done = new Promise<void>((settle) => {
      resolve = settle
    })
    const gathered: Gathered = { room, at, updates: [], bytes: 0, done, resolve }
    this.#open.set(room, gathered)
    this.#gathered.push(gathered)
    return gathered
  }

  #statement({ room, at, updates, bytes }: Gathered): Statement {
    const { schemaVersion, now } = this.options
    const before = `${at.epoch}:${at.position - 1}`
    const together = new Uint8Array(bytes)
    const spans: [from: number, length: number][] = []
    let end = 0
    for (const update of updates) {
      together.set(update, end)
      spans.push([end + 1, update.length])
      end += update.length
    }
    const params = [room, at.epoch, before, at.position, schemaVersion, now(), together, JSON.stringify(spans)]
    return { sql: APPEND_ALL, params }
  }
}

function follows(open: Gathered, at: LogPosition): boolean {
  return (
    open.at.epoch === at.epoch &&
    open.at.position + open.updates.length === at.position &&
    open.updates.length < UPDATES_A_STATEMENT
  )
}

/**
 * Positions are NULL, and the statement fails, unless the log ends just before the first in the same epoch. The key alone
 * would let a writer leave a gap after an append that failed. The end of the log is read once, before any row goes in.
 */
export const APPEND_ALL = `
  INSERT INTO updates (room, epoch, position, schema_version, at, bytes)
  SELECT ?1, ?2, CASE WHEN ?3 = coalesce(
      (SELECT epoch || ':' || position FROM updates WHERE room = ?1 ORDER BY position DESC LIMIT 1),
      (SELECT epoch || ':' || position FROM snapshots WHERE room = ?1 ORDER BY position DESC LIMIT 1),
      ?2 || ':0'
    ) THEN ?4 + span.key END, ?5, ?6, coalesce(substr(?7, span.value ->> 0, span.value ->> 1), x'')
  FROM json_each(?8) AS span`
