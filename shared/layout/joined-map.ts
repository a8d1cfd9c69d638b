/**
 * Many maps read as one, in their order, without being copied: what changed is one small map, and the others stay. A key lies
 * in one of them only.
 */
export class JoinedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly size: number
  #looked = 0
  #all: ReadonlyMap<Key, Value> | undefined

  constructor(readonly maps: readonly ReadonlyMap<Key, Value>[]) {
    this.size = maps.reduce((sum, map) => sum + map.size, 0)
  }

  get(key: Key): Value | undefined {
    if (this.#all) return this.#all.get(key)
    // by now one list of everything would have cost no more
    if (this.#looked > this.size) this.#all = new Map(this)
    for (const map of this.maps) {
      this.#looked += 1
      const value = map.get(key)
      if (value !== undefined) return value
    }
    return undefined
  }

  has(key: Key): boolean {
    return this.get(key) !== undefined
  }

  forEach(act: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) act(value, key, this)
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const map of this.maps) yield* map
  }

  *keys(): MapIterator<Key> {
    for (const map of this.maps) yield* map.keys()
  }

  *values(): MapIterator<Value> {
    for (const map of this.maps) yield* map.values()
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }
}
