const KEPT_AS = 'started-again'
/** A page that failed so soon after it was loaded again, ms, would only fail over and over. */
const SOON_MS = 60_000

type Start = { reload: () => void; now: () => number }

const inThisWindow: Start = { reload: () => window.location.reload(), now: () => Date.now() }

/**
 * The code of a page did not come, as happens where the network is bad. A browser does not fetch a module a second time for as
 * long as the page is open, so the page is loaded again, once, and only while nobody has pressed or typed anything: then
 * nothing can be lost. Never resolves then; else the fault stands, and is told.
 */
export function startAgain(fault: unknown, { reload, now }: Start = inThisWindow): Promise<never> {
  if (!mayReload(now())) return Promise.reject(fault)
  reload()
  return new Promise(() => undefined)
}

function mayReload(now: number): boolean {
  const { userActivation, onLine } = navigator
  // a browser that does not tell whether somebody has pressed anything is not asked to throw it away
  if (!userActivation || userActivation.hasBeenActive || !onLine) return false
  try {
    const before = Number(sessionStorage.getItem(KEPT_AS) ?? Number.NEGATIVE_INFINITY)
    if (now - before < SOON_MS) return false
    sessionStorage.setItem(KEPT_AS, String(now))
    return true
  } catch {
    return false
  }
}
