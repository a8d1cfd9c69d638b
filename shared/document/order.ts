import { generateNKeysBetween } from 'fractional-indexing'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Compares what a container lays out: by key, equal keys by id. The same on every device. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/**
 * `count` keys in rising order strictly between two keys (null: no neighbour on that side). Each ends in a random tail, so
 * that two people who insert at the same gap hardly ever get the same key (TRAPS: fractional keys tie).
 * `before` must be less than `after`; see `gapAround` for ties. Base-62 keys after D. Greenspan, "Implementing Fractional Indexing".
 */
export function keysBetween(
  before: string | null,
  after: string | null,
  count: number,
  random: () => number = Math.random,
): string[] {
  return generateNKeysBetween(usable(before), usable(after), count).map((key, index, keys) => {
    const ceiling = keys[index + 1] ?? after
    return withTail(key, ceiling, random)
  })
}

function withTail(key: string, ceiling: string | null, random: () => number): string {
  for (let attempt = 0; attempt < 4; attempt++) {
    const tailed = key + digit(random) + digit(random) + digit(random) + digit(random, 1)
    if (ceiling === null || tailed < ceiling) return tailed
  }
  return key
}

/** The last digit of a fraction is never 0, else the key is not valid to insert next to. */
function digit(random: () => number, lowest = 0): string {
  return DIGITS[lowest + Math.floor(random() * (DIGITS.length - lowest))] ?? 'V'
}

/** A key that somebody else's client wrote badly counts as no neighbour rather than throwing. */
function usable(key: string | null): string | null {
  if (key === null) return null
  try {
    generateNKeysBetween(key, null, 1)
    return key
  } catch {
    return null
  }
}
