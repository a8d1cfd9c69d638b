import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { ownStatement, type Statement, toStatement } from './statements'
import * as tables from './tables'
import { WorkerLink } from './worker-link'
import type { Row } from './worker-messages'

/** Typed queries, run by the storage thread. `orm.batch([...])` is atomic; there are no other transactions. */
export type Orm = SqliteRemoteDatabase<typeof tables>

export type DatabaseOptions = {
  /** `file:…`, `:memory:`, or the address of a libSQL server. */
  url: string
  authToken?: string
  /** How long to wait for another process to let go of the file. */
  lockWaitMs?: number
  /** The storage thread died: nothing can be saved any more, so the process should stop and be started again. */
  onCrash?: (error: Error) => void
}

/** The database as the main thread sees it. Every promise for a write resolves after its commit returned. */
export class Database {
  readonly orm: Orm
  readonly #link: WorkerLink

  constructor(link: WorkerLink) {
    this.#link = link
    this.orm = drizzle(
      async (sql, params, method) => {
        const [rows = []] = await link.ask([ownStatement({ sql, params })])
        return proxyRows(rows, method)
      },
      async (batch) => {
        const results = await link.ask(batch.map(ownStatement))
        return results.map((rows, index) => proxyRows(rows, batch[index]?.method ?? 'all'))
      },
      { schema: tables },
    )
  }

  /**
   * Stores drizzle's statements (not awaited: `orm.insert(…)…`) or ready ones together, all or none. Like `orm.batch`,
   * for lists whose length is not known beforehand and whose results nobody needs.
   */
  async write(rows: readonly unknown[]): Promise<void> {
    await this.#link.ask(rows.map(toStatement))
  }

  /** Runs one statement and answers the rows that its RETURNING names: none when nothing was as it expects. */
  async change(statement: Statement): Promise<Row[]> {
    const [rows = []] = await this.#link.ask([ownStatement(statement)])
    return rows
  }

  /** Reads several things as they were at one moment; one list of rows for each statement. */
  async read(statements: readonly Statement[]): Promise<Row[][]> {
    return this.#link.ask(statements.map(ownStatement))
  }

  /** Cuts a document's full state into pieces that can be applied one after another. */
  async cut(state: Uint8Array): Promise<Uint8Array[]> {
    const [[pieces = []] = []] = await this.#link.cut(state)
    return pieces as Uint8Array[]
  }

  /** Resolves when everything asked before is done and the file is closed and free for another process. */
  close(): Promise<void> {
    return this.#link.close()
  }
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, authToken, lockWaitMs = 2_000, onCrash = () => undefined } = options
  return new Database(await WorkerLink.open({ url, authToken, lockWaitMs }, onCrash))
}

/** Drizzle's proxy wants one row for `get` and a list of rows for everything else. */
function proxyRows(rows: Row[], method: 'run' | 'all' | 'values' | 'get'): { rows: Row[] } {
  // drizzle's type knows lists only, but reads a bare row (or nothing) for `get`
  return method === 'get' ? { rows: rows[0] as unknown as Row[] } : { rows }
}
