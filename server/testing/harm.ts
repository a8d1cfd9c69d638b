import * as Y from 'yjs'
import type { MemberId } from '../../shared/domain/ids'
import type { Allowed } from '../../shared/domain/rights'

/**
 * A second opinion for the tests of the judge: it knows nothing of updates and touches, but compares what a canvas is
 * before and after, and says the first thing that its writer had no right to.
 */
type Value =
  | { is: 'text'; words: string; made: string }
  | { is: 'map'; items: Map<string, Value> }
  | { is: 'plain'; json: string }
type State = Map<string, Value>
type Writer = {
  id: MemberId
  side: string
  allowed: Pick<Allowed, 'now' | 'finishing'>
  locked: ReadonlySet<string>
}
type Fields = Map<string, Value>
type Item = { id: string; root: string; was: Fields; is: Fields }

const ROOTS = ['sections', 'notes', 'clusters', 'drawings', 'secrets']

export function findHarm(before: State, after: State, writer: Writer): string | undefined {
  const has = (kind: 'now' | 'words', ...rights: string[]) => {
    const list: readonly string[] =
      kind === 'now' ? writer.allowed.now : [...writer.allowed.now, ...writer.allowed.finishing]
    return rights.some((right) => list.includes(right))
  }
  for (const root of ROOTS) {
    const [was, is] = [itemsIn(before, root), itemsIn(after, root)]
    for (const id of new Set([...was.keys(), ...is.keys()])) {
      const [old, fresh] = [was.get(id), is.get(id)]
      if (same(old, fresh)) continue
      if (root === 'sections' || root === 'secrets') return `${root} changed`
      if (!fresh) return `${root}/${id} is gone`
      if (fresh.is !== 'map') return `${root}/${id} is no item`
      if (!old) {
        const why =
          root === 'notes'
            ? newNote(fresh.items, writer, before, has)
            : newItem(root, fresh.items, { writer, before, has })
        if (why) return why
      } else if (old.is === 'map') {
        const why = changed({ id, root, was: old.items, is: fresh.items }, writer, before, has)
        if (why) return why
      }
    }
  }
  return undefined
}

type Has = (kind: 'now' | 'words', ...rights: string[]) => boolean

function newNote(fields: Fields, writer: Writer, before: State, has: Has): string | undefined {
  if (!has('now', 'add-notes')) return 'a new note'
  if (plain(fields, 'author') !== writer.id) return 'a note in another name'
  if (plain(fields, 'side') !== writer.side) return 'a note for another side'
  return placeLocked(before, plain(fields, 'place'), writer.locked) ? 'a note in a locked place' : undefined
}

type Look = { writer: Writer; before: State; has: Has }

function newItem(root: string, fields: Fields, { writer, before, has }: Look): string | undefined {
  if (!has('now', 'move-and-edit')) return `new in ${root}`
  if (root === 'drawings') {
    if (plain(fields, 'author') !== writer.id) return 'a drawing in another name'
    if (plain(fields, 'record') === undefined || plain(fields, 'place') === undefined) return 'a drawing of nothing'
  }
  return placeLocked(before, plain(fields, 'place'), writer.locked) ? 'in a locked place' : undefined
}

function changed(item: Item, writer: Writer, before: State, has: Has): string | undefined {
  const own = item.root !== 'clusters' && plain(item.was, 'author') === writer.id
  for (const key of new Set([...item.was.keys(), ...item.is.keys()])) {
    const [was, is] = [item.was.get(key), item.is.get(key)]
    if (same(was, is)) continue
    if (locks(item, before, writer)) return `${item.id} is locked`
    if (key === 'locked') return 'a lock'
    if (was?.is === 'text') {
      if (is?.is !== 'text' || is.made !== was.made) return 'words replaced'
      const rights = own && item.root === 'notes' ? ['add-notes', 'move-and-edit'] : ['move-and-edit']
      if (!has('words', ...rights)) return 'words changed'
      continue
    }
    if (item.root === 'drawings' && ['author', 'createdAt', 'record', 'sketch'].includes(key)) return `${key} changed`
    if (item.root === 'drawings' && key === 'place') {
      const to = plain(item.is, key) as Place
      if (!liesSomewhere(to)) return 'a drawing nowhere'
      if (to?.in === 'bin' && !own) return 'the drawing of somebody else deleted'
    }
    if (item.root === 'notes' && ['author', 'side', 'createdAt'].includes(key)) return `${key} changed`
    if (item.root === 'notes' && key === 'place') {
      const [from, to] = [plain(item.was, key) as Place, plain(item.is, key) as Place]
      if (to?.in === 'bin' && !own) return 'the note of somebody else deleted'
      const isDeleting =
        own && (to?.in === 'bin' || (from?.in === 'bin' && JSON.stringify(from.from) === JSON.stringify(to)))
      if (!has('now', ...(isDeleting ? ['add-notes', 'move-and-edit'] : ['move-and-edit']))) return 'a note moved'
    } else if (!has('now', 'move-and-edit')) return `${item.root} ${key}`
  }
  return undefined
}

type Place = { in?: string; from?: object } | undefined

function liesSomewhere(place: Place): boolean {
  const at = place?.in === 'bin' ? place.from : place
  return typeof at === 'object' && at !== null && 'x' in at
}

function locks({ id, was, is }: Item, before: State, { locked }: Writer): boolean {
  return (
    locked.has(id) ||
    placeLocked(before, plain(was, 'place'), locked) ||
    placeLocked(before, plain(is, 'place'), locked)
  )
}

/** A place in a locked container, or in a cluster that lies in one. */
function placeLocked(state: State, place: unknown, locked: ReadonlySet<string>): boolean {
  const at = place as { in?: string; from?: { in?: string } } | undefined
  const container = at?.in === 'bin' ? at.from?.in : at?.in
  if (container === undefined) return false
  if (locked.has(container)) return true
  const cluster = itemsIn(state, 'clusters').get(container)
  const home =
    cluster?.is === 'map' ? (plain(cluster.items, 'place') as { in?: string; from?: { in?: string } }) : undefined
  const section = home?.in === 'bin' ? home.from?.in : home?.in
  return section !== undefined && locked.has(section)
}

findHarm.stateOf = (document: Y.Doc): State => new Map(ROOTS.map((root) => [root, read(document.getMap(root))]))

findHarm.isLocked = (document: Y.Doc, id: string, locked: ReadonlySet<string>): boolean => {
  const state = findHarm.stateOf(document)
  const item = ['notes', 'clusters', 'drawings'].map((root) => itemsIn(state, root).get(id)).find(Boolean)
  return locked.has(id) || (item?.is === 'map' && placeLocked(state, plain(item.items, 'place'), locked))
}

function read(value: unknown): Value {
  if (value instanceof Y.Map) return { is: 'map', items: new Map([...value].map(([key, inner]) => [key, read(inner)])) }
  if (value instanceof Y.Text) {
    const id = value._item?.id
    return { is: 'text', words: value.toString(), made: `${id?.client}/${id?.clock}` }
  }
  return { is: 'plain', json: JSON.stringify(value) ?? 'nothing' }
}

function itemsIn(state: State, root: string): Fields {
  const map = state.get(root)
  return map?.is === 'map' ? map.items : new Map()
}

function plain(fields: Fields, key: string): unknown {
  const value = fields.get(key)
  return value?.is === 'plain' && value.json !== 'nothing' ? JSON.parse(value.json) : undefined
}

function same(a: Value | undefined, b: Value | undefined): boolean {
  return JSON.stringify(a, asJson) === JSON.stringify(b, asJson)
}

const asJson = (_key: string, value: unknown) => (value instanceof Map ? [...value].sort() : value)
