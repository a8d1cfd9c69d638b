import type { RoomName } from '../../shared/domain/room'
import { marksIn } from './copy-database'
import { unsavedIn } from './offline-copy'
import { copyName } from './room-address'

/**
 * Throws away what this device keeps of documents for a member: whoever was removed from a workshop, or left it here,
 * keeps none of its texts. Resolves when they are gone; a copy that is still open in a closing page goes as soon as that
 * page lets go of it.
 */
export async function forgetCopies(memberId: string, kept: IDBFactory | undefined = ownDatabases()): Promise<void> {
  const names = await copiesOf(memberId, kept)
  await Promise.all(names.map((name) => kept && deleted(kept, name)))
}

/** Changes that an earlier page could not send: they wait in the copies of rooms that are not open now. */
export async function unsavedInCopies(memberId: string, openRooms: readonly RoomName[]): Promise<number> {
  const isOpen = new Set(openRooms.map((room) => copyName(memberId, room)))
  const names = (await copiesOf(memberId, ownDatabases())).filter((name) => !isOpen.has(name))
  const counts = await Promise.all(names.map((name) => unsavedOf(name).catch(() => 0)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function copiesOf(memberId: string, kept: IDBFactory | undefined): Promise<string[]> {
  try {
    // Older browsers cannot list their databases; there a copy stays until the browser's data is cleared.
    const all = (await kept?.databases?.()) ?? []
    return all.flatMap(({ name }) => (name?.startsWith(copyName(memberId, '')) ? [name] : []))
  } catch {
    // Blocked: then nothing was kept either.
    return []
  }
}

function deleted(kept: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = kept.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
  })
}

async function unsavedOf(name: string): Promise<number> {
  const database = await opened(name)
  try {
    return unsavedIn(await marksIn(database.transaction(['custom'], 'readonly').objectStore('custom'))).count
  } finally {
    database.close()
  }
}

/** Rejects when the database went since it was listed: to open it would make an empty one. */
function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => request.transaction?.abort()
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      // Another window throws it away, or opens it in a later version: this one does not hold it up.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
  })
}

function ownDatabases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB
  } catch {
    return undefined
  }
}
