/**
 * Makes one question of those that are asked in the same turn: what four hundred open connections may do is read at once.
 * `ask` gets each key once; a key it has no answer for is answered with undefined.
 */
export function gathered<Key, Value>(
  ask: (keys: Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let next: { keys: Set<Key>; answers: Promise<ReadonlyMap<Key, Value>> } | undefined
  const begin = () => {
    const keys = new Set<Key>()
    const answers = Promise.resolve().then(() => {
      next = undefined
      return ask([...keys])
    })
    return { keys, answers }
  }
  return async (key) => {
    next ??= begin()
    next.keys.add(key)
    return (await next.answers).get(key)
  }
}
