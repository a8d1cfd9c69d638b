import { type Client, createClient, type InStatement } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { databasePath, lockFile, makeFolderFor } from './file-lock'
import { faultOf, isOwnFault } from './group-commit'
import type { Statement, Value } from './statements'
import type { Row, WorkerSettings } from './worker-messages'

/** The one connection to the database. */
export type Connection = {
  batch(statements: readonly Statement[], mode: 'read' | 'write'): Promise<Row[][]>
  close(): void
}

const BUSY_WAIT_MS = 5_000
const RETRIES_WHEN_BUSY = 2

/** Opens the database, locks it against other processes and brings its tables up to date. */
export async function connect(settings: WorkerSettings): Promise<Connection> {
  const path = databasePath(settings.url)
  if (path !== undefined) await makeFolderFor(path)
  const lock = path === undefined ? undefined : await lockFile(path, settings.lockWaitMs)
  const open = () => openClient(settings, path !== undefined)
  let client: Client | undefined
  try {
    client = await open()
    await migrate(drizzle(client), { migrationsFolder: settings.migrationsFolder })
    return new ReopeningConnection(client, path === undefined ? undefined : open, lock)
  } catch (error) {
    client?.close()
    lock?.release()
    throw error
  }
}

/** One connection and never more: settings belong to a connection, and a second one would meet locks of the first. */
async function openClient(settings: WorkerSettings, isFile: boolean): Promise<Client> {
  const { url, authToken } = settings
  const client = createClient({ url, ...(authToken ? { authToken } : {}), concurrency: 1, timeout: BUSY_WAIT_MS })
  if (isFile) await client.execute('PRAGMA journal_mode=WAL')
  if (isFile) await client.execute('PRAGMA synchronous=FULL')
  if (isFile) await client.execute('PRAGMA cache_size=-32000')
  if (client.protocol === 'file') await client.execute('PRAGMA foreign_keys=ON')
  return client
}

/**
 * After SQLITE_BUSY or a failed write this binding may answer every COMMIT with "SQL statements in progress" for ever
 * (libsql-client-ts#352), so such a connection is closed and opened anew. A database in memory cannot be.
 */
class ReopeningConnection implements Connection {
  #client: Client
  readonly #open: (() => Promise<Client>) | undefined
  readonly #lock: { release(): void } | undefined

  constructor(client: Client, open: (() => Promise<Client>) | undefined, lock: { release(): void } | undefined) {
    this.#client = client
    this.#open = open
    this.#lock = lock
  }

  async batch(statements: readonly Statement[], mode: 'read' | 'write'): Promise<Row[][]> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const sets = await this.#client.batch(statements.map(toLibsql), mode === 'write' ? 'write' : 'deferred')
        return sets.map((set) => set.rows.map((row) => Array.from(row) as Value[]))
      } catch (error) {
        if (isOwnFault(error)) throw error
        await this.#reopen()
        if (!faultOf(error).code.startsWith('SQLITE_BUSY') || attempt >= RETRIES_WHEN_BUSY) throw error
      }
    }
  }

  close(): void {
    this.#client.close()
    this.#lock?.release()
  }

  async #reopen(): Promise<void> {
    if (!this.#open) return
    this.#client.close()
    this.#client = await this.#open()
  }
}

function toLibsql(statement: Statement): InStatement {
  return { sql: statement.sql, args: [...statement.params] }
}
