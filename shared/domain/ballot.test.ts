import { describe, expect, test } from 'vitest'
import { pick, seeded, seedsToRun } from '../testing/random'
import { type BallotItem, checkVote, mayVote, type Tally, tallyOf, type Vote } from './ballot'
import { hiddenIn, type Ranked, rankByCommonGround, rankedBy, shareOf } from './common-ground'
import type { CanvasId, ClusterId, MemberId } from './ids'
import type { Role } from './member'
import { SIDES, type Side } from './side'

const item = (id: string): BallotItem => ({
  is: 'cluster',
  id: id as ClusterId,
  canvasId: 'canvas1' as CanvasId,
  kind: 'proposal',
  title: id.toUpperCase(),
})
const items = ['a', 'b', 'c'].map(item)
const terms = { items, dots: 3, most: 2 }

let voters = 0
const vote = (side: Side, dots: Vote['dots']): Vote => {
  voters += 1
  return { memberId: `m${voters}` as MemberId, side, dots }
}
const crowd = (side: Side, count: number, dots: Vote['dots'] = {}) =>
  Array.from({ length: count }, () => vote(side, { b: 1, ...dots }))

const ranking = (votes: Vote[]): Ranked[] => rankByCommonGround({ items, tally: tallyOf({ items }, votes) })
const places = (votes: Vote[]) => ranking(votes).map((row) => `${row.tied ? '=' : ''}${row.rank} ${row.item.id}`)

describe('a vote', () => {
  test.each<[string, Record<string, number>]>([
    ['over the budget', { a: 2, b: 2 }],
    ['over the most on one', { a: 3 }],
  ])('%s is refused', (_what, dots) => {
    expect(checkVote(terms, dots)).toEqual({ ok: false, refusal: 'too-many-dots' })
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('of %d dots is none', (count) => {
    expect(checkVote(terms, { a: count })).toEqual({ ok: false, refusal: 'dots-not-whole' })
  })

  test('for something that is not on the ballot is refused, even with no dots on it', () => {
    expect(checkVote(terms, { a: 1, z: 0 })).toEqual({ ok: false, refusal: 'not-on-ballot' })
    expect(checkVote(terms, JSON.parse('{"__proto__": 1}'))).toEqual({ ok: false, refusal: 'not-on-ballot' })
  })

  test('within the terms is taken, without what got nothing', () => {
    expect(checkVote(terms, { a: 2, b: 0, c: 1 })).toEqual({ ok: true, value: { a: 2, c: 1 } })
    expect(checkVote(terms, {})).toEqual({ ok: true, value: {} })
  })

  test.each<[Role, boolean, boolean]>([
    ['participant', false, true],
    ['participant', true, true],
    ['facilitator', false, false],
    ['facilitator', true, true],
    ['observer', true, false],
  ])('%s, facilitators in: %s → %s', (role, facilitatorsVote, allowed) => {
    expect(mayVote({ facilitatorsVote }, { role, removedAt: null })).toBe(allowed)
    expect(mayVote({ facilitatorsVote }, { role, removedAt: 1 })).toBe(false)
  })
})

describe('common ground', () => {
  test('is the support of the side that likes it least: who has more people in the room decides nothing', () => {
    const votes = [
      ...Array.from({ length: 14 }, (_, at) => vote('central', at < 11 ? { a: 1 } : { c: 1 })),
      ...Array.from({ length: 17 }, (_, at) => vote('local', { ...(at < 15 ? { a: 1 } : {}), b: 1 })),
    ]
    const [first, ...others] = ranking(votes)
    expect(first).toMatchObject({
      item: { id: 'a' },
      rank: 1,
      sides: { central: { supporters: 11, voters: 14 }, local: { supporters: 15, voters: 17 }, other: null },
      all: { supporters: 26, voters: 31, dots: 26 },
    })
    expect(Math.round((first?.commonGround ?? 0) * 100)).toBe(79)
    // every local voter wants b, more than anything has: no central voter does
    expect(others.map((row) => [row.item.id, row.commonGround, row.rank, row.tied])).toEqual([
      ['b', 0, 2, true],
      ['c', 0, 2, true],
    ])
  })

  test('counts people and not dots: two dots of one person are one supporter', () => {
    const votes = [vote('central', { a: 2 }), ...crowd('central', 2), ...crowd('local', 3, { a: 1 })]
    expect(ranking(votes).find((row) => row.item.id === 'a')).toMatchObject({
      commonGround: 1 / 3,
      sides: { central: { supporters: 1, dots: 2 }, local: { supporters: 3, dots: 3 } },
    })
  })

  test('equal fractions of sides that differ in size are a tie, in the order of the ballot', () => {
    const votes = [
      vote('central', { a: 1 }),
      ...Array.from({ length: 2 }, () => vote('central', { c: 1 })),
      ...Array.from({ length: 2 }, () => vote('local', { b: 1, a: 1 })),
      ...Array.from({ length: 4 }, () => vote('local', { c: 1, a: 1 })),
      vote('central', { b: 1 }),
      vote('central', { b: 1 }),
      vote('central', { a: 1 }),
    ]
    // of 6 central: a 2, b 2, c 2; of 6 local: a 6, b 2, c 4
    expect(places(votes)).toEqual(['=1 a', '=1 b', '=1 c'])
  })

  test('after a tie the next rank counts all that stand before it', () => {
    const both = { a: 1, b: 1 }
    const votes = [...crowd('central', 3, both), ...crowd('local', 2, both), vote('local', { ...both, c: 1 })]
    expect(places(votes)).toEqual(['=1 a', '=1 b', '3 c'])
  })

  test('other is shown and does not rank', () => {
    const votes = [
      ...crowd('central', 3),
      ...crowd('local', 3),
      ...Array.from({ length: 9 }, () => vote('other', { a: 1 })),
    ]
    expect(places(votes)).toEqual(['1 b', '=2 a', '=2 c'])
    expect(ranking(votes)[1]).toMatchObject({ sides: { other: { supporters: 9, voters: 9 } }, all: { supporters: 9 } })
  })
})

describe('what a tally keeps to itself', () => {
  const tally = (central: number, local: number, other: number): Tally =>
    tallyOf({ items }, [...crowd('central', central), ...crowd('local', local), ...crowd('other', other)])
  const shown = (central: number, local: number, other: number) => {
    const of = tally(central, local, other)
    const [first] = of.items
    return [hiddenIn(of), rankedBy(of), first?.all !== null, first?.sides != null, first?.sides?.other != null]
  }

  test.each<[number, number, number, ReturnType<typeof shown>]>([
    // voters            hidden        ranked by        all    sides  other
    [3, 3, 0, ['nothing', 'common-ground', true, true, true]],
    [3, 3, 3, ['nothing', 'common-ground', true, true, true]],
    [3, 3, 1, ['other', 'common-ground', false, true, false]],
    [3, 3, 2, ['other', 'common-ground', false, true, false]],
    [2, 9, 0, ['sides', 'all', true, false, false]],
    [9, 2, 5, ['sides', 'all', true, false, false]],
    [0, 3, 0, ['sides', 'all', true, false, false]],
    [1, 1, 0, ['everything', 'nothing', false, false, false]],
    [0, 0, 0, ['everything', 'nothing', false, false, false]],
  ])('%d central, %d local, %d other', (central, local, other, expected) => {
    expect(shown(central, local, other)).toEqual(expected)
  })

  test('without side figures the support of all ranks; with fewer than three voters nothing does', () => {
    expect(places([...crowd('local', 2, { a: 1 }), vote('central', { a: 1 })])).toEqual(['1 a', '2 b', '3 c'])
    expect(ranking([vote('local', { a: 1 })]).map((row) => [row.item.id, row.rank])).toEqual([
      ['a', null],
      ['b', null],
      ['c', null],
    ])
  })

  test('who took their dots back did not vote', () => {
    expect(tallyOf({ items }, [...crowd('central', 3), vote('central', {}), vote('local', { a: 0 })]).voters.all).toBe(
      3,
    )
  })
})

describe('random ballots', () => {
  test.each(seedsToRun())('seed %i: sums, order of votes, thresholds', (seed) => {
    const random = seeded(seed)
    const votes = Array.from({ length: Math.floor(random() * 40) }, () => randomVote(random))
    const tally = tallyOf({ items }, votes)
    const shuffled = [...votes].map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at)
    expect(
      tallyOf(
        { items },
        shuffled.map(({ one }) => one),
      ),
    ).toEqual(tally)

    const cast = votes.filter((one) => Object.keys(one.dots).length > 0)
    expect(tally.voters.all).toBe(cast.length)
    if (tally.voters.sides) expect(sum(SIDES.map((side) => tally.voters.sides?.[side] ?? 0))).toBe(cast.length)
    for (const { all, sides } of tally.items) {
      if (all && sides?.other) {
        expect(all.supporters).toBe(sides.central.supporters + sides.local.supporters + sides.other.supporters)
        expect(all.dots).toBe(sides.central.dots + sides.local.dots + sides.other.dots)
      }
      if (all) expect(all.supporters).toBeLessThanOrEqual(cast.length)
      expectNobodyPointedAt({ all, sides }, cast)
    }
    const ranks = rankByCommonGround({ items, tally })
    expect(ranks.map((row) => row.item.id).sort()).toEqual(['a', 'b', 'c'])
    for (const [at, row] of ranks.entries()) {
      const before = ranks[at - 1]
      if (!before || row.rank === null || before.rank === null) continue
      expect(measure(before)).toBeGreaterThanOrEqual(measure(row))
      expect(row.rank === before.rank).toBe(measure(row) === measure(before))
    }
  })

  /** Every group that figures are given for, or that can be had by subtraction, has at least three voters or none. */
  function expectNobodyPointedAt({ all, sides }: Pick<Tally['items'][number], 'all' | 'sides'>, cast: Vote[]): void {
    const of = (side: Side) => cast.filter((one) => one.side === side).length
    const told: number[] = []
    if (all) told.push(cast.length)
    if (sides) told.push(of('central'), of('local'))
    if (sides?.other || (all && sides)) told.push(of('other'))
    expect(told.filter((count) => count === 1 || count === 2)).toEqual([])
  }

  function randomVote(random: () => number): Vote {
    const dots: Vote['dots'] = {}
    for (let left = Math.floor(random() * 4); left > 0; left -= 1) {
      const { id } = pick(random, items) ?? item('a')
      if ((dots[id] ?? 0) < 2) dots[id] = (dots[id] ?? 0) + 1
    }
    return vote(pick(random, SIDES) ?? 'other', dots)
  }

  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const measure = (row: Ranked) => row.commonGround ?? (row.all ? shareOf(row.all) : -1)
})
