/** The two sides of a workshop, and everybody else. Told apart by shape, label and colour together. */
export const SIDES = ['central', 'local', 'other'] as const
export type Side = (typeof SIDES)[number]

/** What the two sides are called in one workshop; *other* keeps its name. */
export type SideNames = { central: string; local: string }

export const DEFAULT_SIDE_NAMES: SideNames = { central: 'Central', local: 'Local' }

export function sideName(side: Side, names: SideNames): string {
  return side === 'other' ? 'Other' : names[side]
}

/** How many of something each side has. `none` counts what carries no side. */
export type SideCounts = Record<Side | 'none', number>

export function countBySide(items: Iterable<{ side: Side | null }>): SideCounts {
  const counts: SideCounts = { central: 0, local: 0, other: 0, none: 0 }
  for (const item of items) counts[item.side ?? 'none'] += 1
  return counts
}
