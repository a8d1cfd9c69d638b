/** What is written together, and so is there together after a crash. */
export type Writing = {
  updates: readonly Uint8Array[]
  /** Undefined takes a mark away. */
  marks: ReadonlyMap<string, string | undefined>
}

/** The two stores of one offline copy: the document's updates in order, and marks beside them. */
export interface CopyDatabase {
  read(): Promise<{ updates: Uint8Array[]; marks: Map<string, string> }>
  /** As they are now. */
  marks(): Promise<Map<string, string>>
  /** Rejects when the device does not take it: then nothing of it is there. */
  write(writing: Writing): Promise<void>
  /**
   * Puts the whole state in the place of everything. `absorb` gets what other pages have written since this one last read,
   * and answers with the state that includes it.
   */
  replace(absorb: (updates: Uint8Array[]) => Uint8Array, marks: Writing['marks']): Promise<void>
  /** How many updates there are by now, as far as this page knows. */
  size(): number
  close(): void
}

const UPDATES = 'updates'
const MARKS = 'custom'

/** `gone`: the browser or another page has closed it; it has to be opened again. */
export async function openCopyDatabase(name: string, gone: () => void): Promise<CopyDatabase> {
  const database = await opened(name)
  database.onversionchange = () => {
    // another page throws the copy away: this one does not hold it up
    database.close()
    gone()
  }
  database.onclose = gone
  return new OpenCopy(database)
}

/** Throws the whole database away; one that is open elsewhere goes as soon as it is let go of. */
export function forgetDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => resolve()
    request.onblocked = () => resolve()
  })
}

class OpenCopy implements CopyDatabase {
  /** The first key that this page has not read. */
  #next = 0
  #size = 0

  constructor(private readonly database: IDBDatabase) {}

  size(): number {
    return this.#size
  }

  async read(): ReturnType<CopyDatabase['read']> {
    const transaction = this.database.transaction([UPDATES, MARKS], 'readonly')
    const [updates, keys] = [answerOf<Uint8Array[]>(transaction, UPDATES), keysOf(transaction, UPDATES)]
    const marks = await marksIn(transaction.objectStore(MARKS))
    this.#next = after((await keys).at(-1))
    const read = await updates
    this.#size = read.length
    return { updates: read, marks }
  }

  marks(): Promise<Map<string, string>> {
    return marksIn(this.database.transaction([MARKS], 'readonly').objectStore(MARKS))
  }

  write({ updates, marks }: Writing): Promise<void> {
    return this.#change((transaction) => {
      for (const update of updates) transaction.objectStore(UPDATES).add(update)
      putMarks(transaction, marks)
      this.#size += updates.length
      // not left to the browser to find out that nothing more comes: a page that crashes by then would lose it
      transaction.commit()
    })
  }

  replace(absorb: (updates: Uint8Array[]) => Uint8Array, marks: Writing['marks']): Promise<void> {
    return this.#change((transaction) => {
      const store = transaction.objectStore(UPDATES)
      const others = store.getAll(IDBKeyRange.lowerBound(this.#next))
      const keys = store.getAllKeys(IDBKeyRange.lowerBound(this.#next))
      keys.onsuccess = () => {
        this.#next = Math.max(this.#next, after(keys.result.at(-1)))
        store.delete(IDBKeyRange.upperBound(this.#next, true))
        store.add(absorb(others.result))
        putMarks(transaction, marks)
        this.#size = 1
      }
    })
  }

  close(): void {
    this.database.onclose = null
    this.database.close()
  }

  #change(make: (transaction: IDBTransaction) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction([UPDATES, MARKS], 'readwrite')
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error ?? new Error('the device did not take it'))
      make(transaction)
    })
  }
}

/** All marks of a copy. */
export function marksIn(store: IDBObjectStore): Promise<Map<string, string>> {
  const [keys, values] = [store.getAllKeys(), store.getAll()]
  return new Promise((resolve, reject) => {
    values.onerror = () => reject(values.error)
    values.onsuccess = () =>
      resolve(new Map(keys.result.map((key, index) => [String(key), String(values.result[index])])))
  })
}

function putMarks(transaction: IDBTransaction, marks: Writing['marks']): void {
  const store = transaction.objectStore(MARKS)
  for (const [key, value] of marks) {
    if (value === undefined) store.delete(key)
    else store.put(value, key)
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(UPDATES, { autoIncrement: true })
      request.result.createObjectStore(MARKS)
    }
    request.onerror = () => reject(request.error)
    request.onsuccess = () => resolve(request.result)
  })
}

function answerOf<T>(transaction: IDBTransaction, store: string): Promise<T> {
  const request = transaction.objectStore(store).getAll()
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T)
    request.onerror = () => reject(request.error)
  })
}

function keysOf(transaction: IDBTransaction, store: string): Promise<IDBValidKey[]> {
  const request = transaction.objectStore(store).getAllKeys()
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

const after = (key: IDBValidKey | undefined): number => (typeof key === 'number' ? key + 1 : 0)
