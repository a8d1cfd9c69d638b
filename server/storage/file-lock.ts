import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Client, createClient } from '@libsql/client'
import { StorageError } from './worker-messages'

/** The path behind a `file:` URL, or undefined for a database in memory or on another machine. */
export function databasePath(url: string): string | undefined {
  if (!url.startsWith('file:') || url.startsWith('file::memory:')) return undefined
  const bare = url.split('?')[0] ?? url
  return bare.startsWith('file://') ? fileURLToPath(bare) : decodeURIComponent(bare.slice('file:'.length))
}

/** Only the server's own account may look into the folder: it holds what people wrote and the secret. */
export async function makeFolderFor(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
}

/**
 * Keeps a second process away from the database file for as long as this one lives. Two writers would meet
 * SQLITE_BUSY, which breaks this binding's connection for good. The lock is SQLite's own, held on an empty file beside
 * the database, so the system lets go of it however the process dies and no stale lock is ever left behind.
 */
export async function lockFile(path: string, waitMs: number): Promise<{ release(): void }> {
  let holder: Client | undefined
  try {
    holder = createClient({ url: `file:${encodeURI(`${path}.lock`)}`, concurrency: 1, timeout: waitMs })
    await holder.transaction('write')
    const held = holder
    return { release: () => held.close() }
  } catch (error) {
    holder?.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new StorageError({
      code: 'ALREADY_OPEN',
      message: `The database ${path} is already open in another process. Stop that one first, or set DATABASE_URL to another file.`,
    })
  }
}
