import { CodeTaken } from '../access/ports'
import { StorageError } from './worker-messages'

/** A write of links that failed because a code is another link's already rejects with `CodeTaken`. */
export function sayingTakenCodes<T>(written: Promise<T>): Promise<T> {
  return written.catch((error: unknown) => {
    throw isTakenCode(error) ? new CodeTaken() : error
  })
}

function isTakenCode(error: unknown): boolean {
  return (
    error instanceof StorageError && error.code === 'SQLITE_CONSTRAINT_UNIQUE' && /\blinks\.code\b/.test(error.message)
  )
}
