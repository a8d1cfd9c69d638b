/** So long a page is waited for before the rest is fetched beside it, ms. */
const PATIENCE_MS = 15_000

let isThere = false
const waiting = new Set<() => void>()

/**
 * Runs once the page that somebody came for is complete: what it does not need itself (other views, dialogs) would take the
 * line away from it. Should it never say so, the rest is fetched all the same.
 */
export function whenFirstViewIsThere(run: () => void): void {
  if (isThere) run()
  else {
    if (waiting.size === 0) setTimeout(firstViewIsThere, PATIENCE_MS)
    waiting.add(run)
  }
}

/** Said by the page; once is enough. */
export function firstViewIsThere(): void {
  isThere = true
  const all = [...waiting]
  waiting.clear()
  for (const run of all) run()
}
