import { expect, test } from 'vitest'
import type { Ballot } from '../../shared/domain/ballot'
import { ranked } from './rank'

const backing = (supporters: number) => ({ supporters, dots: supporters })

/** By item: supporters of central and of local, out of 14 and 15. */
function ballotOf(support: Record<string, [number, number]>, bySide = true) {
  const entries = Object.entries(support)
  return {
    is: 'closed',
    items: entries.map(([id]) => ({ is: 'cluster', id, title: id })),
    tally: {
      voters: { all: 29, sides: bySide ? { central: 14, local: 15, other: 0 } : null },
      items: entries.map(([id, [central, local]]) => ({
        id,
        all: backing(central + local),
        sides: bySide ? { central: backing(central), local: backing(local), other: backing(0) } : null,
      })),
    },
  } as unknown as Extract<Ballot, { is: 'closed' }>
}

test('what both sides support comes first, not what most people chose', () => {
  const rows = ranked(ballotOf({ 'local alone': [0, 15], both: [8, 9], few: [1, 1] }))
  expect(rows.map((row) => row.item.title)).toEqual(['both', 'few', 'local alone'])
  expect(rows[0]?.common).toBeCloseTo(8 / 14)
})

test('ties are said to be ties', () => {
  const rows = ranked(ballotOf({ a: [7, 15], b: [7, 9], c: [1, 1] }))
  expect(rows.map((row) => row.tied)).toEqual([true, true, false])
})

test('without sides, by people', () => {
  const rows = ranked(ballotOf({ few: [1, 1], many: [0, 9] }, false))
  expect(rows.map((row) => [row.item.title, row.common])).toEqual([
    ['many', null],
    ['few', null],
  ])
})
