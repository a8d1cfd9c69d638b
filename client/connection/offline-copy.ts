import * as Y from 'yjs'
import { newId } from '../../shared/domain/ids'
import { type CopyDatabase, forgetDatabase, openCopyDatabase, type Writing } from './copy-database'
import type { UnsavedMarker } from './unsaved-changes'

/** What this device keeps of one document, so that a reload or a dead server loses nothing. */
export interface OfflineCopy {
  /** What earlier pages, and others that are open now, have not got to the server. */
  unsaved: UnsavedMarker
  /** The log epoch the copy belongs to; '' before the server told. */
  epoch: string
  /** What this page itself has not got to the server. */
  keepUnsaved(marker: UnsavedMarker): void
  /** The server has all that the copy held when it was opened. */
  settled(): void
  keepEpoch(epoch: string): void
  /** Stops following the document; the copy stays. */
  close(): void
  /** Throws the copy away. */
  discard(): Promise<void>
}

/**
 * Opens the copy under a name and fills the document from it; undefined where this browser keeps nothing. `turned`: the
 * device has stopped taking what is written (its storage is full), or takes it again.
 */
export type OpenOfflineCopy = (
  name: string,
  document: Y.Doc,
  turned?: (keeps: boolean) => void,
) => Promise<OfflineCopy | undefined>

const NOTHING: UnsavedMarker = { count: 0, texts: [] }
/** A browser that has not answered by then (a blocked or broken database) counts as keeping nothing. */
const PATIENCE_MS = 1_500
/** After that many updates the whole state takes their place. */
const TRIM_AT = 500
/** A device that did not take something is asked again so much later, ms. */
const AGAIN_MS = 2_000

/** Each page has a mark of its own: two tabs of one person do not count each other's changes away. */
const UNSAVED = 'unsaved'
const EPOCH = 'epoch'

export const openIndexedDbCopy = openCopyIn({ open: openCopyDatabase, forget: forgetDatabase })

/** Where copies are kept: in the browser's databases, or in a test's. */
export type Shelf = { open: typeof openCopyDatabase; forget: (name: string) => Promise<void> }

export function openCopyIn(shelf: Shelf): OpenOfflineCopy {
  return async (name, document, turned = () => undefined) => {
    const copy = new KeptCopy(shelf, { name, document, turned })
    const opened = await within(PATIENCE_MS, copy.open())
    if (opened) return copy
    copy.close()
    return undefined
  }
}

type Kept = { name: string; document: Y.Doc; turned: (keeps: boolean) => void }

class KeptCopy implements OfflineCopy {
  unsaved = NOTHING
  epoch = ''
  readonly #ownMark = `${UNSAVED}/${newId()}`
  /** As they were found: they go once the server has what they speak of, unless their page has written since. */
  #found = new Map<string, string>()
  #database: CopyDatabase | undefined
  #updates: Uint8Array[] = []
  #marks = new Map<string, string | undefined>()
  #isPlanned = false
  #isBusy = false
  /** Something was not taken: only the whole state makes the copy whole again. */
  #isBehind = false
  #keeps = true
  #isClosed = false
  #timer: ReturnType<typeof setTimeout> | undefined

  readonly document: Y.Doc

  constructor(
    private readonly shelf: Shelf,
    private readonly kept: Kept,
  ) {
    this.document = kept.document
  }

  /** True once the document holds what the copy holds. */
  async open(): Promise<true> {
    const database = await this.shelf.open(this.kept.name, this.#gone)
    const { updates, marks } = await database.read()
    if (this.#isClosed) {
      database.close()
      return true
    }
    this.#database = database
    this.document.transact(() => {
      for (const update of updates) Y.applyUpdate(this.document, update, this)
    }, this)
    this.epoch = marks.get(EPOCH) ?? ''
    this.#found = new Map([...marks].filter(([key]) => isUnsavedMark(key)))
    this.unsaved = unsavedIn(marks)
    this.document.on('update', this.#follow)
    return true
  }

  keepUnsaved(marker: UnsavedMarker): void {
    this.#mark(this.#ownMark, marker.count === 0 ? undefined : JSON.stringify(marker))
  }

  settled(): void {
    const found = this.#found
    this.#found = new Map()
    if (found.size > 0) this.#settle(found).catch(() => undefined)
  }

  keepEpoch(epoch: string): void {
    this.#mark(EPOCH, epoch)
  }

  close(): void {
    if (this.#isClosed) return
    this.#write()
    this.#isClosed = true
    clearTimeout(this.#timer)
    this.document.off('update', this.#follow)
    this.#database?.close()
  }

  discard(): Promise<void> {
    this.#updates = []
    this.#marks.clear()
    this.close()
    return this.shelf.forget(this.kept.name)
  }

  #follow = (update: Uint8Array, origin: unknown): void => {
    if (origin === this) return
    this.#updates.push(update)
    this.#plan()
  }

  #mark(key: string, value: string | undefined): void {
    this.#marks.set(key, value)
    this.#plan()
  }

  /** A change and the mark that counts it are told one after the other, and are written together. */
  #plan(): void {
    if (this.#isPlanned || this.#isClosed) return
    this.#isPlanned = true
    queueMicrotask(() => {
      this.#isPlanned = false
      this.#write()
    })
  }

  #write(): void {
    const isDue = this.#updates.length > 0 || this.#marks.size > 0
    if (!isDue || this.#isClosed || !this.#database) return
    // a device that takes nothing is not asked at every key
    if (this.#isBehind && (this.#isBusy || this.#timer !== undefined)) return
    const writing: Writing = { updates: this.#updates, marks: this.#marks }
    this.#updates = []
    this.#marks = new Map()
    this.#isBusy = true
    this.#send(this.#database, writing).then(
      () => this.#taken(),
      () => this.#notTaken(writing),
    )
  }

  #send(database: CopyDatabase, writing: Writing): Promise<void> {
    try {
      if (!this.#isBehind && database.size() < TRIM_AT) return database.write(writing)
      return database.replace(this.#absorb, writing.marks)
    } catch (error) {
      // closed by the browser a moment ago
      return Promise.reject(error)
    }
  }

  /** What another page of this person has written into the copy meanwhile is not lost with the old state. */
  #absorb = (updates: Uint8Array[]): Uint8Array => {
    this.document.transact(() => {
      for (const update of updates) Y.applyUpdate(this.document, update, this)
    }, this)
    return Y.encodeStateAsUpdate(this.document)
  }

  #taken(): void {
    this.#isBusy = false
    this.#isBehind = false
    this.#turn(true)
    this.#write()
  }

  #notTaken(writing: Writing): void {
    this.#isBusy = false
    if (this.#isClosed) return
    this.#isBehind = true
    this.#marks = new Map([...writing.marks, ...this.#marks])
    this.#turn(false)
    this.#again()
  }

  #turn(keeps: boolean): void {
    if (this.#keeps === keeps || this.#isClosed) return
    this.#keeps = keeps
    this.kept.turned(keeps)
  }

  #again(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      if (this.#database) this.#retry()
      else this.#reopen().catch(() => this.#again())
    }, AGAIN_MS)
  }

  #retry(): void {
    this.#marks.set(EPOCH, this.#marks.get(EPOCH) ?? this.epoch)
    this.#write()
  }

  /** Another page has thrown the copy away, because what was in it was refused; what this page holds is kept anew. */
  #gone = (): void => {
    this.#database = undefined
    if (this.#isClosed) return
    this.#isBehind = true
    this.#again()
  }

  async #reopen(): Promise<void> {
    if (this.#isClosed) return
    const database = await this.shelf.open(this.kept.name, this.#gone)
    if (this.#isClosed) return database.close()
    this.#database = database
    this.#retry()
  }

  async #settle(found: ReadonlyMap<string, string>): Promise<void> {
    const now = await this.#database?.marks()
    for (const [key, value] of found) if (now?.get(key) === value) this.#mark(key, undefined)
  }
}

const isUnsavedMark = (key: string): boolean => key === UNSAVED || key.startsWith(`${UNSAVED}/`)

/** All that the marks of a copy say is unsaved, whichever page it was. */
export function unsavedIn(marks: ReadonlyMap<string, string>): UnsavedMarker {
  const all = [...marks].filter(([key]) => isUnsavedMark(key)).map(([, kept]) => markerOf(kept))
  return { count: all.reduce((sum, { count }) => sum + count, 0), texts: all.flatMap(({ texts }) => texts) }
}

function markerOf(kept: string): UnsavedMarker {
  return { ...NOTHING, ...(JSON.parse(kept) as Partial<UnsavedMarker>) }
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
