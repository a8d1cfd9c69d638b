import type { CopyDatabase } from '../copy-database'
import type { Shelf } from '../offline-copy'

type Database = { updates: Uint8Array[]; marks: Map<string, string>; open: Set<() => void> }

/** A browser's databases in memory, which can be full. */
export class CopyShelf implements Shelf {
  isFull = false
  isBlocked = false
  readonly databases = new Map<string, Database>()

  open = async (name: string, gone: () => void): Promise<CopyDatabase> => {
    if (this.isBlocked) throw new DOMException('blocked', 'SecurityError')
    const own = this.databases.get(name) ?? { updates: [], marks: new Map(), open: new Set() }
    this.databases.set(name, own)
    own.open.add(gone)
    return this.#opened(own, gone)
  }

  forget = async (name: string): Promise<void> => {
    for (const gone of this.databases.get(name)?.open ?? []) gone()
    this.databases.delete(name)
  }

  #opened(own: Database, gone: () => void): CopyDatabase {
    let read = 0
    const put = (marks: ReadonlyMap<string, string | undefined>) => {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
      for (const [key, value] of marks) value === undefined ? own.marks.delete(key) : own.marks.set(key, value)
    }
    return {
      size: () => own.updates.length,
      marks: async () => new Map(own.marks),
      read: async () => {
        read = own.updates.length
        return { updates: [...own.updates], marks: new Map(own.marks) }
      },
      write: async ({ updates, marks }) => {
        put(marks)
        own.updates.push(...updates)
      },
      replace: async (absorb, marks) => {
        put(marks)
        own.updates = [absorb(own.updates.slice(read))]
        read = 0
      },
      close: () => void own.open.delete(gone),
    }
  }
}
