/** Longest wait between two attempts, ms. */
const LONGEST_MS = 10_000

/**
 * How long to wait before coming back after `failures` attempts: grows twofold from 200 ms and is spread over half of
 * itself, so that a room of people does not fall onto a server that just started.
 */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const full = Math.min(200 * 2 ** failures, LONGEST_MS)
  return Math.round(full * (0.5 + random() / 2))
}
