import * as Y from 'yjs'

/**
 * One thing that an update would do to a document: at which path (root type, then the keys of nested maps), and what.
 * `text` is a change inside a Y.Text (or any other sequence) found at the path. `value` is the plain value that a `set`
 * writes, if it is plain; `isMap`: it writes a map, as every item is one.
 */
export type Touch = {
  root: string
  path: readonly string[]
  change: 'set' | 'delete' | 'text'
  value?: unknown
  isMap?: true
}

/** A text that an update writes into: how many characters it adds, and how many there are afterwards. */
export type TextGrowth = { root: string; path: readonly string[]; added: number; length: number }

export type UpdateReading = {
  /** What would be seen to change. May name more than really changes (a write that loses to a newer one), never less. */
  touches: Touch[]
  /** Something in the update waits for what is neither in the document nor in the update. */
  gap: boolean
  /** The update brings anything that the document has not yet, seen or not. */
  news: boolean
  /** Texts that it writes into. */
  texts: readonly TextGrowth[]
  /** Yjs client ids that the update brings something new of. */
  authors: readonly number[]
}

/** Thrown for bytes that no honest client sends. The document was not touched. */
export class UpdateNotValid extends Error {
  override name = 'UpdateNotValid'
}

/** An update with more authors than this would make Yjs compare each with each at one place. */
const MOST_AUTHORS = 5_000
/** Plain values nested deeper than this overflow the stack of whoever encodes them. */
const DEEPEST_VALUE = 64

/**
 * Reads what an update would do to a document without applying it. Costs what the update costs, however large the
 * document is. Throws UpdateNotValid for bytes that cannot be read or would harm the document.
 */
export function touchesOf(doc: Y.Doc, update: Uint8Array): UpdateReading {
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    const real = structs.filter((struct): struct is Struct => !(struct instanceof Y.Skip))
    checkStructs(real)
    checkDeletions(ds.clients)
    return new UpdateReader(doc, real, ds.clients).read()
  } catch (error) {
    if (error instanceof UpdateNotValid) throw error
    throw new UpdateNotValid('cannot be read', { cause: error })
  }
}

type Struct = Y.Item | Y.GC
type Range = { clock: number; len: number }
type SharedType = NonNullable<ReturnType<Y.Doc['share']['get']>>

/** What Yjs takes on trust: ascending clocks, no empty structs, and origins that lie before the item itself. */
function checkStructs(structs: Struct[]): void {
  const ends = new Map<number, number>()
  for (const struct of structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (struct.length < 1 || end > Number.MAX_SAFE_INTEGER) throw new UpdateNotValid('struct of no length')
    if (clock < (ends.get(client) ?? 0)) throw new UpdateNotValid('clocks run backwards')
    ends.set(client, end)
    if (struct instanceof Y.Item) checkItem(struct)
  }
  if (ends.size > MOST_AUTHORS) throw new UpdateNotValid('too many authors')
}

function checkItem(item: Y.Item): void {
  for (const id of [item.origin, item.rightOrigin, item.parent]) {
    if (id instanceof Y.ID && id.client === item.id.client && id.clock >= item.id.clock) {
      throw new UpdateNotValid('item leans on a later one')
    }
  }
  const { content } = item
  if (content instanceof Y.ContentDoc) throw new UpdateNotValid('documents inside documents are not used')
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) checkDepth(content.arr, 0)
  if (content instanceof Y.ContentFormat) checkDepth(content.value, 0)
}

function checkDepth(value: unknown, depth: number): void {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return
  if (depth > DEEPEST_VALUE) throw new UpdateNotValid('value nested too deeply')
  for (const inner of Object.values(value)) checkDepth(inner, depth + 1)
}

/** What counts in a text without being part of its words would move the caret and the typing of everybody else. */
function checkWords({ content }: Y.Item): void {
  const isWords =
    content instanceof Y.ContentString || content instanceof Y.ContentDeleted || content instanceof Y.ContentFormat
  if (!isWords) throw new UpdateNotValid('something else than words in a text')
}

/** Ascending and apart, as Yjs writes them: otherwise a small update could ask for the same range thousands of times. */
function checkDeletions(deletions: Map<number, Range[]>): void {
  for (const ranges of deletions.values()) {
    let end = 0
    for (const range of ranges) {
      if (range.len < 1 || range.clock < end) throw new UpdateNotValid('deletions overlap')
      end = range.clock + range.len
    }
  }
}

/** Where a type is. `type` is the document's own, if it is already there. */
type Spot = { root: string; path: readonly string[]; type: SharedType | undefined }
/** `gone`: inside something deleted, so nobody sees it. `missing`: leans on what is not there yet. */
type Found = Spot | 'gone' | 'missing'
/** The type that an item lies in and, in a map, its key. */
type Home = { parent: Found; key: string | null }

class UpdateReader {
  #touches: Touch[] = []
  #gap = false
  #news = false
  /** The update's own new structs, by author, ascending. */
  #own = new Map<number, Struct[]>()
  /** How far each author would be known after the update. */
  #reach = new Map<number, number>()
  #homes = new Map<Y.Item, Home>()
  #spots = new Map<Y.Item | string, Spot>()
  #textAt = new Map<Spot, { added: number; deleted: number }>()
  /** Last ids of map values that a newer value in this update replaces. */
  #replaced = new Set<string>()

  constructor(
    private readonly doc: Y.Doc,
    private readonly structs: Struct[],
    private readonly deletions: Map<number, Range[]>,
  ) {}

  read(): UpdateReading {
    const fresh = this.structs.filter((struct) => this.#isNew(struct))
    for (const struct of fresh) this.#register(struct)
    const items = fresh.filter((struct) => struct instanceof Y.Item)
    for (const item of items) this.#noteReplaced(item)
    for (const item of items) this.#readItem(item)
    for (const [client, ranges] of this.deletions) for (const range of ranges) this.#readDeletion(client, range)
    return {
      touches: this.#touches,
      gap: this.#gap,
      news: this.#news,
      authors: [...this.#own.keys()],
      texts: this.#growths(),
    }
  }

  #growths(): TextGrowth[] {
    const grown = [...this.#textAt].filter(([, { added }]) => added > 0)
    return grown.map(([{ root, path, type }, { added, deleted }]) => {
      return { root, path, added, length: (type?._length ?? 0) + added - deleted }
    })
  }

  #isNew(struct: Struct): boolean {
    return struct.id.clock + struct.length > Y.getState(this.doc.store, struct.id.client)
  }

  #register(struct: Struct): void {
    const { client, clock } = struct.id
    this.#news = true
    const reach = this.#reach.get(client) ?? Y.getState(this.doc.store, client)
    if (clock > reach) this.#gap = true
    else this.#reach.set(client, clock + struct.length)
    const own = this.#own.get(client)
    if (own) own.push(struct)
    else this.#own.set(client, [struct])
  }

  #noteReplaced(item: Y.Item): void {
    const { parent, key } = this.#homeOf(item)
    if (parent === 'missing') this.#gap = true
    else if (parent !== 'gone' && key !== null && item.origin) this.#replaced.add(nameOf(item.origin))
  }

  #readItem(item: Y.Item): void {
    const { parent, key } = this.#homeOf(item)
    if (typeof parent === 'string') return
    if (key === null) {
      checkWords(item)
      if (!(item.content instanceof Y.ContentDeleted))
        this.#touchText(parent, this.#endsDeleted(item) || !item.countable ? 0 : item.length)
    } else if (!this.#endsDeleted(item)) {
      this.#touches.push({ root: parent.root, path: [...parent.path, key], change: 'set', ...written(item) })
    } else if (!this.#isReplaced(item) && parent.type?._map.get(key)?.deleted === false) {
      this.#touches.push({ root: parent.root, path: [...parent.path, key], change: 'delete' })
    }
  }

  /** Written and deleted again in one update: nobody will see the value. */
  #endsDeleted(item: Y.Item): boolean {
    if (item.content instanceof Y.ContentDeleted) return true
    const ranges = this.deletions.get(item.id.client)
    if (!ranges) return false
    const range = ranges[lastAtOrBefore(ranges, item.id.clock, (one) => one.clock)]
    return range !== undefined && range.clock + range.len >= item.id.clock + item.length
  }

  /** With a gap the newer value may have to wait while the deletion is carried out, so that it counts as one. */
  #isReplaced(item: Y.Item): boolean {
    return !this.#gap && this.#replaced.has(nameOf(item.lastId))
  }

  #readDeletion(client: number, { clock, len }: Range): void {
    const end = clock + len
    const known = Y.getState(this.doc.store, client)
    if (end > Math.max(known, this.#reach.get(client) ?? 0)) {
      this.#gap = true
      this.#news = true
    }
    if (clock >= known) return
    const structs = this.doc.store.clients.get(client) ?? []
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
      const struct = structs[index]
      if (!struct || struct.id.clock >= end) return
      if (struct instanceof Y.Item && !struct.deleted) {
        this.#readDeleted(struct, Math.min(end, struct.id.clock + struct.length) - Math.max(clock, struct.id.clock))
      }
    }
  }

  #readDeleted(item: Y.Item, length: number): void {
    this.#news = true
    const { parent, key } = this.#homeOf(item)
    if (typeof parent === 'string') return
    if (key === null) this.#touchText(parent, -length)
    else if (!this.#isReplaced(item)) {
      this.#touches.push({ root: parent.root, path: [...parent.path, key], change: 'delete' })
    }
  }

  /** `growth`: characters added, or taken away when less than nothing. */
  #touchText(spot: Spot, growth: number): void {
    const known = this.#textAt.get(spot)
    const text = known ?? { added: 0, deleted: 0 }
    if (growth > 0) text.added += growth
    else text.deleted -= growth
    if (known) return
    this.#textAt.set(spot, text)
    this.#touches.push({ root: spot.root, path: spot.path, change: 'text' })
  }

  /** Where an item lies, by the rules of Yjs' own `getMissing`: beside its origins, or in the parent it names. */
  #homeOf(item: Y.Item): Home {
    const known = this.#homes.get(item)
    if (known) return known
    const home = this.#findHome(item)
    this.#homes.set(item, home)
    return home
  }

  #findHome(item: Y.Item): Home {
    const { parent } = item
    if (parent instanceof Y.AbstractType) return { parent: this.#spotOfType(parent), key: item.parentSub }
    const left = item.origin ? this.#find(item.origin) : undefined
    const right = item.rightOrigin ? this.#find(item.rightOrigin) : undefined
    if (left === 'missing' || right === 'missing') return { parent: 'missing', key: null }
    if (left instanceof Y.GC || right instanceof Y.GC) return { parent: 'gone', key: null }
    if (typeof parent === 'string') return { parent: this.#spotOfRoot(parent), key: item.parentSub }
    if (parent instanceof Y.ID) return { parent: this.#spotInside(this.#find(parent)), key: item.parentSub }
    const neighbour = left ?? right
    return neighbour ? this.#homeOf(neighbour) : { parent: 'gone', key: null }
  }

  #find(id: Y.ID): Struct | 'missing' {
    if (id.clock < Y.getState(this.doc.store, id.client)) return Y.getItem(this.doc.store, id)
    const own = this.#own.get(id.client) ?? []
    const struct = own[lastAtOrBefore(own, id.clock, (one) => one.id.clock)]
    return struct && id.clock < struct.id.clock + struct.length ? struct : 'missing'
  }

  /** The place of what is written inside an item that holds a type. */
  #spotInside(item: Struct | 'missing'): Found {
    if (item === 'missing') return 'missing'
    if (item instanceof Y.GC || item.deleted || !(item.content instanceof Y.ContentType)) return 'gone'
    const known = this.#spots.get(item)
    if (known) return known
    const { parent, key } = this.#homeOf(item)
    if (typeof parent === 'string') return parent
    const inDocument = item.parent instanceof Y.AbstractType
    const spot: Spot = {
      root: parent.root,
      path: key === null ? parent.path : [...parent.path, key],
      type: inDocument ? item.content.type : undefined,
    }
    this.#spots.set(item, spot)
    return spot
  }

  #spotOfType(type: SharedType): Found {
    return type._item ? this.#spotInside(type._item) : this.#spotOfRoot(Y.findRootTypeKey(type))
  }

  #spotOfRoot(root: string): Spot {
    const known = this.#spots.get(root)
    if (known) return known
    const spot: Spot = { root, path: [], type: this.doc.share.get(root) }
    this.#spots.set(root, spot)
    return spot
  }
}

const nameOf = (id: Y.ID): string => `${id.client}:${id.clock}`

function written({ content }: Y.Item): { value: unknown } | { isMap: true } | undefined {
  if (content instanceof Y.ContentType) return content.type instanceof Y.Map ? { isMap: true } : undefined
  return content instanceof Y.ContentAny && content.arr.length === 1 ? { value: content.arr[0] } : undefined
}

/** Index of the last entry that starts at or before a clock, or -1. */
function lastAtOrBefore<T>(sorted: readonly T[], clock: number, startOf: (entry: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const entry = sorted[middle]
    if (entry !== undefined && startOf(entry) <= clock) low = middle + 1
    else high = middle
  }
  return low - 1
}
