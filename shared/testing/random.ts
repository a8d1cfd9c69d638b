/** A small seeded random source (mulberry32): the same seed gives the same run, so a test that failed can be replayed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One of a list, chosen by a random source; undefined when it is empty. */
export function pick<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)]
}

/** How many seeds a random test runs: few in every test run, many in `npm run test:fuzz`. */
export function seedsToRun(): number[] {
  const first = Number(globalThis.process?.env.FUZZ_SEED ?? 1)
  const runs = Number(globalThis.process?.env.FUZZ_RUNS ?? 10)
  return Array.from({ length: runs }, (_, index) => first + index)
}
