import { expect, test } from 'vitest'
import { AT_THE_START } from '../../shared/domain/agenda'
import type { Ballot, Vote } from '../../shared/domain/ballot'
import type { BallotId, CanvasId, ClusterId, MemberId, WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import { createBallots } from './ballot-service'
import type { BallotStore, Rows, StoredBallot } from './ports'

const HOMES = 'homes1' as WorkshopId
const BALLOT = 'ballot1' as BallotId
const amina: Member = {
  ...{ id: 'amina' as MemberId, name: 'Amina', organisation: '', side: 'central', role: 'participant' },
  ...{ joinedAt: 1, removedAt: null },
}

/** One ballot in memory, on which Amina has voted. Somebody tries to change their vote just after it was read. */
function openBallots() {
  let stored: StoredBallot = {
    ...{ id: BALLOT, workshopId: HOMES, question: 'Which?', dots: 3, most: 2, facilitatorsVote: false, openedAt: 1 },
    items: [{ is: 'cluster', id: 'a' as ClusterId, canvasId: 'c' as CanvasId, kind: 'proposal', title: 'A' }],
    ...{ closesAt: null, closedAt: null, count: null },
  }
  const votes = new Map<MemberId, Vote>([[amina.id, { memberId: amina.id, side: 'central', dots: { a: 1 } }]])
  const shown: Ballot[] = []
  const cast: BallotStore['cast'] = async ({ memberId, dots }) => {
    if (stored.closedAt !== null) return false
    votes.set(memberId, { memberId, side: 'central', dots })
    return true
  }
  const late: boolean[] = []
  let failing = false
  const workshop = { locked: false, endedAt: null }
  const store: BallotStore = {
    stage: async () => ({ workshop, stage: { ...AT_THE_START, steps: [] } }),
    standing: async () => ({ ballot: stored, workshop, stage: { ...AT_THE_START, steps: [] }, member: amina }),
    unfinished: async () => (stored.count ? undefined : stored),
    allUnfinished: async () => (stored.count ? [] : [{ ballot: stored, ended: false }]),
    ballot: async () => stored,
    people: async () => ({ members: [amina], voted: new Map([...votes].map(([id, { side }]) => [id, side])) }),
    async votes() {
      const read = structuredClone([...votes.values()])
      const vote = { workshopId: HOMES, ballotId: BALLOT, memberId: amina.id, dots: { a: 2 }, revision: 0 }
      late.push(await cast(vote))
      return read
    },
    ownVote: async (_ballot, memberId) => votes.get(memberId)?.dots ?? {},
    cast,
    shut: async (_ballot, at) => {
      stored = { ...stored, closedAt: at }
    },
    rowsForBallot: () => [],
    rowsForClosing: (_ballot, closesAt) => [() => (stored = { ...stored, closesAt })],
    rowsForCount: (_ballot, count) => [() => (stored = { ...stored, count })],
    rowsForRights: () => [],
  }
  const publish = async (patch: { ballots?: Ballot[] }, rows: Rows) => {
    if (failing) throw new Error('the disk said no')
    for (const row of rows) (row as () => void)()
    shown.push(...(patch.ballots ?? []))
  }
  const ballots = createBallots({
    store,
    stage: { inTurn: (_workshop, work) => work(), publish: (_workshop, patch, rows) => publish(patch, rows) },
    written: {
      agreement: async () => ({ actions: [], bin: [], leftOut: 0 }),
      canvasOf: async () => undefined,
      actionsOf: async () => [],
    },
    now: () => 5_000,
    fault: () => undefined,
  })
  return { ballots, store, votes, shown, late, fail: (now: boolean) => (failing = now) }
}

test('[B7] it is shut before it is counted: what is answered with yes is in the count', async () => {
  const { ballots, votes, late } = openBallots()
  const closed = await ballots.close(HOMES, BALLOT)
  expect(late).toEqual([false])
  expect(votes.get(amina.id)?.dots).toEqual({ a: 1 })
  expect(closed).toMatchObject({ ok: true, value: { is: 'closed', tally: { voters: { all: 1 } } } })
  ballots.stop()
})

test('[B8] a count that could not be stored takes no votes, tells nothing, and is made again', async () => {
  const { ballots, shown, store, fail } = openBallots()
  fail(true)
  await expect(ballots.close(HOMES, BALLOT)).rejects.toThrow('the disk said no')
  expect(shown).toEqual([])
  const voter = { workshopId: HOMES, ballotId: BALLOT, memberId: amina.id }
  expect(await ballots.vote(voter, { a: 2 })).toMatchObject({ refusal: 'ballot-closed' })
  fail(false)
  await ballots.resume()
  expect(shown).toMatchObject([{ is: 'closed', closedAt: 5_000 }])
  expect(await store.unfinished(HOMES)).toBeUndefined()
  ballots.stop()
})
