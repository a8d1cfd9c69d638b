import type { Statement, Value } from './statements'

/** What the worker is started with. */
export type WorkerSettings = {
  url: string
  authToken: string | undefined
  migrationsFolder: string
  lockWaitMs: number
}

/** A piece of work: one statement or several that succeed or fail together. */
export type Job = { id: number; kind: 'read' | 'write'; statements: readonly Statement[] }

export type ToWorker = { is: 'jobs'; jobs: Job[] } | { is: 'close' }

/** A row as the list of its values, in the order of the columns. */
export type Row = Value[]

export type Fault = { message: string; code: string }

/** How a job ended; `rows` has one list of rows for each of its statements. */
export type Outcome = { id: number; is: 'done'; rows: Row[][] } | { id: number; is: 'failed'; fault: Fault }

export type FromWorker = { is: 'ready' } | { is: 'unusable'; fault: Fault } | { is: 'outcomes'; outcomes: Outcome[] }

/** A statement or the database itself failed. `code` is SQLite's, such as `SQLITE_CONSTRAINT_PRIMARYKEY`. */
export class StorageError extends Error {
  override readonly name = 'StorageError'
  readonly code: string

  constructor(fault: Fault) {
    super(fault.message)
    this.code = fault.code
  }
}
