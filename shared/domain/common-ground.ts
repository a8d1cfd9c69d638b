import type { BallotItem, ItemTally, Tally } from './ballot'
import { LEAST_OF_A_SIDE } from './turnout'

/** So many of the voters gave it at least one dot. */
export type Support = { supporters: number; voters: number; dots: number }

export type Ranked = {
  item: BallotItem
  /** From 1; items with the same support share it, and the next one counts them all. Null: there is nothing to rank by. */
  rank: number | null
  /** Another item has the same rank. */
  tied: boolean
  /** 0 to 1; null where the sides are not shown. */
  commonGround: number | null
  all: Support | null
  /** `other` is null where nobody of it voted, or so few that they are not shown. */
  sides: { central: Support; local: Support; other: Support | null } | null
}

/** What is left out of a tally because it would point at somebody. */
export type Hidden = 'nothing' | 'everything' | 'sides' | 'other'

/** What the list is ranked by. */
export type RankedBy = 'common-ground' | 'all' | 'nothing'

/** The share of the voters who gave it at least one dot, 0 to 1. */
export function shareOf({ supporters, voters }: Pick<Support, 'supporters' | 'voters'>): number {
  return voters === 0 ? 0 : supporters / voters
}

/**
 * The items of a counted ballot, ranked by common ground. Support of an item on a side = people of that side who gave it
 * at least one dot ÷ people of that side who voted; common ground = the lower of the supports of central and local. So a
 * side that has more people in the room cannot carry an item that the other does not want. *Other* is shown and does not
 * rank. Without side figures (see `tallyOf`) the support of all ranks. Items with equal support share a rank and keep the
 * order of the ballot. Source: the product's definition, "ranked by common ground: the support of the side that likes it
 * least".
 */
export function rankByCommonGround(ballot: { items: readonly BallotItem[]; tally: Tally }): Ranked[] {
  const counted = new Map(ballot.tally.items.map((one) => [one.id, one]))
  const rows = ballot.items.map((item) => supportOf(item, counted.get(item.id), ballot.tally))
  // Equal fractions divide to the same number, so comparing quotients finds every tie (IEEE 754 division rounds correctly).
  const measured = rows.map((row) => ({ row, by: measureOf(row) }))
  const ranked = measured.map(({ row, by }) => {
    if (by === null) return row
    const better = measured.filter((other) => other.by !== null && other.by > by).length
    return { ...row, rank: better + 1, tied: measured.filter((other) => other.by === by).length > 1 }
  })
  return ranked.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
}

export function rankedBy(tally: Tally): RankedBy {
  if (tally.voters.sides !== null) return 'common-ground'
  return tally.voters.all >= LEAST_OF_A_SIDE ? 'all' : 'nothing'
}

export function hiddenIn({ voters }: Tally): Hidden {
  if (voters.all < LEAST_OF_A_SIDE) return 'everything'
  if (voters.sides === null) return 'sides'
  return voters.sides.other > 0 && voters.sides.other < LEAST_OF_A_SIDE ? 'other' : 'nothing'
}

function measureOf({ commonGround, all }: Ranked): number | null {
  return commonGround ?? (all && shareOf(all))
}

function supportOf(item: BallotItem, counted: ItemTally | undefined, { voters }: Tally): Ranked {
  const all = counted?.all ? { ...counted.all, voters: voters.all } : null
  const unranked = { item, rank: null, tied: false, all }
  if (!counted?.sides || !voters.sides) return { ...unranked, commonGround: null, sides: null }
  const central = { ...counted.sides.central, voters: voters.sides.central }
  const local = { ...counted.sides.local, voters: voters.sides.local }
  const shown = voters.sides.other > 0 ? counted.sides.other : null
  const other = shown && { ...shown, voters: voters.sides.other }
  const commonGround = Math.min(shareOf(central), shareOf(local))
  return { ...unranked, commonGround, sides: { central, local, other } }
}
