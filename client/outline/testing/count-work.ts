import type { Owner } from 'solid-js'

type Run = Owner & { updatedAt?: number | null; sources?: readonly unknown[] | null }

/**
 * What an act costs: how many of Solid's computations under an owner run because of it, again or for the first time, and how
 * many signals these follow. One that follows each of all notes counts as all of them.
 */
export function workOf(owner: Owner, act: () => void): number {
  const before = new Map(all(owner).map((one) => [one, one.updatedAt]))
  act()
  const ran = all(owner).filter((one) => !before.has(one) || before.get(one) !== one.updatedAt)
  return ran.reduce((sum, { sources }) => sum + 1 + (sources?.length ?? 0), 0)
}

function all(owner: Run): Run[] {
  return [owner, ...(owner.owned ?? []).flatMap(all)]
}
