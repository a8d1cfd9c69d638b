import { IndexeddbPersistence } from 'y-indexeddb'
import type * as Y from 'yjs'
import type { UnsavedMarker } from './unsaved-changes'

/** What this device keeps of one document, so that a reload or a dead server loses nothing. */
export interface OfflineCopy {
  /** What an earlier page left unsaved. */
  unsaved: UnsavedMarker
  /** The log epoch the copy belongs to; '' before the server told. */
  epoch: string
  keepUnsaved(marker: UnsavedMarker): void
  keepEpoch(epoch: string): void
  /** Stops following the document; the copy stays. */
  close(): void
  /** Throws the copy away. */
  discard(): Promise<void>
}

/** Opens the copy under a name and fills the document from it; undefined where this browser keeps nothing. */
export type OpenOfflineCopy = (name: string, document: Y.Doc) => Promise<OfflineCopy | undefined>

/** By member and room: two people of one device must not get each other's words. */
export const copyName = (memberId: string, room: string): string => `concordat/${memberId}/${room}`

const NOTHING: UnsavedMarker = { count: 0, texts: [] }
/** A browser that has not answered by then (a blocked or broken database) counts as keeping nothing. */
const PATIENCE_MS = 1_500

export const openIndexedDbCopy: OpenOfflineCopy = async (name, document) => {
  if (!(await databaseWorks())) return undefined
  const kept = new IndexeddbPersistence(name, document)
  const opened = await within(
    PATIENCE_MS,
    kept.whenSynced.then(() => readMarks(kept)),
  )
  if (!opened) {
    ignore(kept.destroy())
    return undefined
  }
  return {
    ...opened,
    keepUnsaved: (marker) => ignore(kept.set('unsaved', JSON.stringify(marker))),
    keepEpoch: (epoch) => ignore(kept.set('epoch', epoch)),
    close: () => ignore(kept.destroy()),
    discard: () => kept.clearData(),
  }
}

async function readMarks(kept: IndexeddbPersistence): Promise<Pick<OfflineCopy, 'unsaved' | 'epoch'>> {
  const [unsaved, epoch] = await Promise.all([kept.get('unsaved'), kept.get('epoch')])
  return {
    unsaved: unsavedIn(unsaved),
    epoch: typeof epoch === 'string' ? epoch : '',
  }
}

/** The marker as it is kept. */
export function unsavedIn(kept: unknown): UnsavedMarker {
  return typeof kept === 'string' ? { ...NOTHING, ...(JSON.parse(kept) as UnsavedMarker) } : NOTHING
}

let works: Promise<boolean> | undefined

/** Asked once a page: some browsers have the interface but refuse to open anything (private windows, blocked storage). */
function databaseWorks(): Promise<boolean> {
  works ??= within(PATIENCE_MS, tryDatabase()).then((answer) => answer ?? false)
  return works
}

function tryDatabase(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.open('concordat-probe')
      request.onerror = () => resolve(false)
      request.onsuccess = () => {
        request.result.close()
        resolve(true)
      }
    } catch {
      resolve(false)
    }
  })
}

function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), ms)
    promise
      .then(resolve, () => resolve(undefined))
      .finally(() => clearTimeout(timer))
      .catch(() => undefined)
  })
}

/** Keeping a copy is a second net: when a write fails, the page goes on. */
function ignore(promise: Promise<unknown>): void {
  promise.catch(() => undefined)
}
