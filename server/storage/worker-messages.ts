import type { Statement, Value } from './statements'

/** What the worker is started with. */
export type WorkerSettings = {
  url: string
  authToken: string | undefined
  migrationsFolder: string
  lockWaitMs: number
}

/** A piece of work: one statement or several that succeed or fail together, or a document's state to be cut. */
export type Job = StatementJob | CutJob
export type StatementJob = { id: number; kind: 'read' | 'write'; statements: readonly Statement[] }
/** Answered by one row, a piece a column. */
export type CutJob = { id: number; kind: 'cut'; state: Uint8Array }

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
