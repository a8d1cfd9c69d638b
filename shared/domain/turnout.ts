import type { MemberId } from './ids'
import type { Member } from './member'
import { SIDES, type Side } from './side'

/** So many people of a side at least, or no figures by side: fewer would point at somebody. */
export const LEAST_OF_A_SIDE = 3

export type Share = { done: number; of: number }

/** How many have done something, of how many; by side only where every side that is there has enough people. */
export type Turnout = Share & { sides: Record<Side, Share> | null }

export const NOBODY_YET: Turnout = { done: 0, of: 0, sides: null }

/** Counts people, whatever device they sit at. Whoever stands on no side counts as *other*. */
export function turnoutOf(people: readonly Pick<Member, 'id' | 'side'>[], done: ReadonlySet<MemberId>): Turnout {
  const sides: Record<Side, Share> = {
    central: { done: 0, of: 0 },
    local: { done: 0, of: 0 },
    other: { done: 0, of: 0 },
  }
  for (const { id, side } of people) {
    const share = sides[side ?? 'other']
    share.of += 1
    if (done.has(id)) share.done += 1
  }
  const all = { done: SIDES.reduce((sum, side) => sum + sides[side].done, 0), of: people.length }
  const isSmall = ({ of }: Share) => of > 0 && of < LEAST_OF_A_SIDE
  const hasBoth = sides.central.of >= LEAST_OF_A_SIDE && sides.local.of >= LEAST_OF_A_SIDE
  return { ...all, sides: hasBoth && !isSmall(sides.other) ? sides : null }
}
