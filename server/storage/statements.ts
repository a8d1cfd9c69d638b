/** A parameter as SQLite takes it. Drizzle has already turned booleans, JSON and enums into these. */
export type Value = string | number | bigint | null | Uint8Array | ArrayBuffer

/** One statement with its parameters, ready for the storage worker. */
export type Statement = { sql: string; params: readonly Value[] }

/** What drizzle's builders offer: the statement they stand for, without running it. */
export type Builder = { toSQL(): { sql: string; params: unknown[] } }

/** Reads a builder or a ready statement; the port calls rows `unknown`, since only storage knows what is inside. */
export function toStatement(row: unknown): Statement {
  if (typeof row === 'object' && row !== null) {
    if ('toSQL' in row) return ownStatement((row as Builder).toSQL())
    if ('sql' in row && 'params' in row) return ownStatement(row as { sql: string; params: unknown[] })
  }
  throw new TypeError('a row for storage must be a drizzle statement or { sql, params }')
}

/**
 * The statement with parameters that survive the way to the worker. Bad ones throw here, in the caller's own call, and
 * not in a batch shared with others.
 */
export function ownStatement({ sql, params }: { sql: string; params: readonly unknown[] }): Statement {
  if (STEERS_TRANSACTIONS.test(sql)) throw new TypeError('storage batches by itself: use orm.batch, not a transaction')
  return { sql, params: params.map(ownValue) }
}

/** Nothing but reads? These may run beside the batches, and they see every write that was asked for before them. */
export function onlyReads(statements: readonly Statement[]): boolean {
  return statements.every((statement) => READS.test(statement.sql))
}

const READS = /^\s*select\b/i
const STEERS_TRANSACTIONS = /^\s*(begin|commit|end|rollback|savepoint|release|attach|detach|vacuum|pragma)\b/i

function ownValue(value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'bigint') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof ArrayBuffer) return value
  // A view's whole buffer would be cloned with it: a 20-byte update out of a socket's 64 kB buffer must not take that along.
  if (value instanceof Uint8Array) return value.byteLength === value.buffer.byteLength ? value : new Uint8Array(value)
  throw new TypeError(`storage cannot keep a value of type ${typeof value}`)
}
