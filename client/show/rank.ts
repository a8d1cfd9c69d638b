import type { Backing, Ballot, BallotItem } from '../../shared/domain/ballot'

type Closed = Extract<Ballot, { is: 'closed' }>

/** An item of a closed ballot. `common`: the lower of the two sides' support, 0 to 1; null where sides are not shown. */
export type Ranked = {
  item: BallotItem
  common: number | null
  all: Backing | null
  sides: { central: Backing; local: Backing } | null
  tied: boolean
}

/** What both sides support first; where sides are not shown, what most people support. Ties keep the ballot's order. */
export function ranked({ items, tally }: Closed): Ranked[] {
  const rows = items.map((item): Omit<Ranked, 'tied'> => {
    const counted = tally.items.find((one) => one.id === item.id)
    const sides = (tally.voters.sides && counted?.sides) ?? null
    const share = (side: 'central' | 'local') => (sides?.[side].supporters ?? 0) / (tally.voters.sides?.[side] || 1)
    return { item, common: sides && Math.min(share('central'), share('local')), all: counted?.all ?? null, sides }
  })
  const measure = (row: Omit<Ranked, 'tied'>) => row.common ?? row.all?.supporters ?? 0
  return rows
    .map((row) => ({ ...row, tied: rows.some((other) => other !== row && measure(other) === measure(row)) }))
    .sort((a, b) => measure(b) - measure(a))
}
