import type { ClusterId } from '../../shared/domain/ids'

export const KEYS = 9

/** Which cluster each of the keys 1 to 9 stands for; null: none. */
export type KeySlots = readonly (ClusterId | null)[]

/**
 * Keys for the first nine. What has a key keeps it while others add and remove clusters, for a number that changes its
 * meaning under the finger puts a note into the wrong cluster: new ones come after the last, and only then where one became
 * free.
 */
export function keepKeys(before: KeySlots, order: readonly ClusterId[]): KeySlots {
  const slots = Array.from({ length: KEYS }, (_, index) => keptAt(before, order, index))
  const used = slots.findLastIndex((id) => id !== null) + 1
  const free = [...range(used, KEYS), ...range(0, used).filter((index) => slots[index] === null)]
  for (const id of order) {
    if (slots.includes(id)) continue
    const index = free.shift()
    if (index === undefined) break
    slots[index] = id
  }
  return slots
}

/** The key of a cluster, as it is written on it. */
export function keyOf(slots: KeySlots, id: ClusterId): string | undefined {
  const index = slots.indexOf(id)
  return index < 0 ? undefined : String(index + 1)
}

function keptAt(before: KeySlots, order: readonly ClusterId[], index: number): ClusterId | null {
  const id = before[index] ?? null
  return id !== null && order.includes(id) ? id : null
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
