import type { Owner } from 'solid-js'

/** A computation or a signal as Solid has it; a signal has only those that follow it. */
type Run = { updatedAt?: number | null; owner?: unknown; owned?: unknown; observers?: unknown; sources?: unknown }

/**
 * What an act costs: how many of Solid's computations run because of it, again or for the first time, and how many signals
 * these follow. One that follows each of all notes counts as all of them.
 */
export function workOf(owner: Owner, act: () => void): number {
  const before = new Map([...reachedFrom(owner)].map((one) => [one, one.updatedAt]))
  act()
  const ran = [...reachedFrom(owner)].filter((one) => !before.has(one) || before.get(one) !== one.updatedAt)
  return ran.reduce((sum, { sources }) => sum + 1 + listOf(sources).length, 0)
}

/** Rows of a list have roots of their own, which nobody owns: they are found by what they read together with others. */
function reachedFrom(owner: Owner): Set<Run> {
  const reached = new Set<Run>([owner])
  for (const { owned, observers, owner: above, sources } of reached) {
    const beside = listOf(sources).flatMap((source) => listOf(source.observers))
    for (const one of [...listOf(owned), ...listOf(observers), ...beside, ...listOf([above])]) reached.add(one)
  }
  return reached
}

function listOf(some: unknown): Run[] {
  return Array.isArray(some) ? some.filter((one) => one !== null) : []
}
