import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { AT_THE_START } from '../../shared/domain/agenda'
import type { BallotId, CanvasId, ClusterId, MemberId, WorkshopId } from '../../shared/domain/ids'
import type { Role } from '../../shared/domain/member'
import type { Side } from '../../shared/domain/side'
import type { StoredBallot } from '../ballots/ports'
import { createBallotStore } from './ballot-store'
import { type Database, openDatabase } from './database'
import { members, workshops } from './tables'

const HOMES = 'homes1' as WorkshopId
const BALLOT = 'ballot1' as BallotId

let database: Database
let clock: number

beforeAll(async () => {
  database = await openDatabase({ url: ':memory:' })
})
afterAll(() => database.close())
beforeEach(async () => {
  clock = 1_000
  await database.write([database.orm.delete(workshops)])
})

const ballot: StoredBallot = {
  id: BALLOT,
  workshopId: HOMES,
  question: 'Which?',
  items: ['a', 'b'].map((id) => ({
    is: 'cluster' as const,
    id: id as ClusterId,
    canvasId: 'canvas1' as CanvasId,
    kind: 'proposal' as const,
    title: id,
  })),
  dots: 3,
  most: 2,
  facilitatorsVote: false,
  openedAt: 1,
  closesAt: null,
  closedAt: null,
  count: null,
}

/** A workshop with an open ballot and so many participants, by number. */
async function openStore(given: Partial<StoredBallot> = {}, people = 1) {
  const store = createBallotStore(database, () => clock)
  const { orm } = database
  const sides = { centralName: 'Central', localName: 'Local', expected: [] }
  const { timer, ...now } = AT_THE_START
  await database.write([
    orm.insert(workshops).values({
      ...{ id: HOMES, title: 'Homes', template: 'blank', attribution: 'named', banner: 'none', createdAt: 1 },
      ...sides,
      timer,
      stageRevision: now.revision,
    }),
    ...Array.from({ length: people }, (_, at) => orm.insert(members).values(memberRow(`m${at}`, {}))),
    ...store.rowsForBallot({ ...ballot, ...given }),
  ])
  const cast = (member: string, dots: Record<string, number>, revision = 0) =>
    store.cast({ workshopId: HOMES, ballotId: BALLOT, memberId: member as MemberId, dots, revision })
  return { store, cast, orm }
}

function memberRow(id: string, { role = 'participant', side = 'local' }: { role?: Role; side?: Side | null }) {
  const who = { name: id, organisation: '', joinedAt: 1 }
  return { id: id as MemberId, workshopId: HOMES, role, side, ...who }
}

describe('[B5] a vote is taken by one statement', () => {
  test('[B4] once a person, the last one counts, and without a dot it is none', async () => {
    const { store, cast } = await openStore({}, 2)
    expect(await cast('m0', { a: 1 })).toBe(true)
    expect(await cast('m0', { b: 2 })).toBe(true)
    expect(await cast('m1', { a: 1 })).toBe(true)
    expect(await cast('m1', {})).toBe(true)
    expect(await store.votes(BALLOT)).toEqual([{ memberId: 'm0', side: 'local', dots: { b: 2 } }])
    expect((await store.people(ballot)).voted).toEqual(new Map([['m0', 'local']]))
    expect(await store.ownVote(BALLOT, 'm1' as MemberId)).toEqual({})
  })

  test('on the side on which the person stands just then, and on other without one', async () => {
    const { store, cast, orm } = await openStore({ facilitatorsVote: true })
    await database.write([orm.insert(members).values(memberRow('fay', { role: 'facilitator', side: null }))])
    await cast('fay', { a: 1 })
    await cast('m0', { a: 1 })
    await orm.update(members).set({ side: 'central' })
    expect((await store.votes(BALLOT)).map(({ side }) => side).sort()).toEqual(['local', 'other'])
    await cast('m0', { a: 2 })
    expect((await store.votes(BALLOT)).map(({ side }) => side).sort()).toEqual(['central', 'other'])
  })

  test.each<[string, (orm: Database['orm']) => Promise<unknown>]>([
    ['it was locked', (orm) => orm.update(workshops).set({ locked: true })],
    ['it has ended', (orm) => orm.update(workshops).set({ endedAt: 5 })],
    ['the step moved on', (orm) => orm.update(workshops).set({ stageRevision: 1 })],
    ['the person was removed', (orm) => orm.update(members).set({ removedAt: 5 })],
    ['the person observes', (orm) => orm.update(members).set({ role: 'observer' })],
    ['facilitators do not vote', (orm) => orm.update(members).set({ role: 'facilitator' })],
  ])('and not when %s meanwhile', async (_what, change) => {
    const { store, cast, orm } = await openStore()
    await change(orm)
    expect(await cast('m0', { a: 1 })).toBe(false)
    expect(await store.votes(BALLOT)).toEqual([])
  })

  test('nor by somebody of another workshop, or for a ballot that is not there', async () => {
    const { store, cast } = await openStore()
    expect(await cast('nobody', { a: 1 })).toBe(false)
    const elsewhere = { workshopId: 'roads1' as WorkshopId, ballotId: BALLOT, memberId: 'm0' as MemberId }
    expect(await store.cast({ ...elsewhere, dots: { a: 1 }, revision: 0 })).toBe(false)
    expect(await store.standing(elsewhere)).toBeUndefined()
  })

  test('[B6] until the announced instant and not at it', async () => {
    const { cast } = await openStore({ closesAt: 2_000 })
    clock = 1_999
    expect(await cast('m0', { a: 1 })).toBe(true)
    clock = 2_000
    expect(await cast('m0', { b: 1 })).toBe(false)
  })

  test('[B7] of four hundred at once, with the close among them, exactly those that were taken are counted', async () => {
    const { store, cast } = await openStore({}, 400)
    const taken: string[] = []
    const votes = Array.from({ length: 400 }, async (_, at) => {
      if (at === 250) await store.shut(BALLOT, clock)
      if (await cast(`m${at}`, { a: 1 })) taken.push(`m${at}`)
    })
    const counted = store.shut(BALLOT, clock).then(() => store.votes(BALLOT))
    await Promise.all(votes)
    expect((await counted).map(({ memberId }) => memberId).sort()).toEqual(taken.sort())
    expect(taken.length).toBeGreaterThan(0)
  })
})

test('[B8] a ballot is unfinished until its count is stored, and comes back as it was stored', async () => {
  const { store } = await openStore()
  expect(await store.unfinished(HOMES)).toEqual(ballot)
  await store.shut(BALLOT, 5)
  await store.shut(BALLOT, 9)
  expect(await store.allUnfinished()).toEqual([{ ballot: { ...ballot, closedAt: 5 }, ended: false }])
  const count = {
    tally: { voters: { all: 0, sides: null }, items: [] },
    turnout: { done: 0, of: 1, sides: null },
    early: true,
  }
  await database.write(store.rowsForCount(BALLOT, count))
  expect(await store.unfinished(HOMES)).toBeUndefined()
  expect(await store.ballot(HOMES, BALLOT)).toEqual({ ...ballot, closedAt: 5, count })
})
