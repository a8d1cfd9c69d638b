import { type Accessor, batch, createComputed, createSignal, getListener, onCleanup, untrack } from 'solid-js'

/**
 * A memo for many readers. Those of Solid's own are all visited whenever something that it reads changes, even if its
 * value does not; those of this one only when the value does [L60].
 */
export function createSteady<Value>(
  read: () => Value,
  equals: (a: Value, b: Value) => boolean = Object.is,
): Accessor<Value> {
  const [value, setValue] = createSignal(untrack(read), { equals })
  createComputed(() => {
    const now = read()
    setValue(() => now)
  })
  return value
}

/** Values by key, for as many readers as there are keys: a change tells those of the keys that changed, and nobody else [L60]. */
export function createKeyed<Key, Value>(
  read: () => ReadonlyMap<Key, Value>,
  equals: (a: Value | undefined, b: Value | undefined) => boolean = Object.is,
): (key: Key) => Value | undefined {
  let now: ReadonlyMap<Key, Value> = new Map()
  const readers = new Map<Key, Reader>()
  createComputed(() => {
    const before = now
    now = read()
    batch(() => {
      for (const [key, value] of now) if (!equals(before.get(key), value)) readers.get(key)?.tell()
      for (const key of before.keys()) if (!now.has(key)) readers.get(key)?.tell()
    })
  })
  return (key) => {
    if (getListener()) track(readers, key)
    return now.get(key)
  }
}

/** `count`: how many computations follow the key; with the last of them it goes. */
type Reader = { track: () => void; tell: () => void; count: number }

function track<Key>(readers: Map<Key, Reader>, key: Key): void {
  const reader = readers.get(key) ?? newReader()
  readers.set(key, reader)
  reader.track()
  reader.count += 1
  onCleanup(() => {
    reader.count -= 1
    if (reader.count === 0 && readers.get(key) === reader) readers.delete(key)
  })
}

function newReader(): Reader {
  const [follow, tell] = createSignal(undefined, { equals: false })
  return { track: follow, tell: () => tell(undefined), count: 0 }
}
