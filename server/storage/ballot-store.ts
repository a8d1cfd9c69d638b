import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import type { ClosedBallot } from '../../shared/domain/ballot'
import type { BallotStore, StoredBallot } from '../ballots/ports'
import type { Database } from './database'
import { toStatement } from './statements'
import { ballots, members, steps, votes, workshops } from './tables'
import { memberOf, stageState } from './workshop-rows'

/**
 * One statement looks and takes: between the two nothing can be closed, locked or moved, and many votes at once do not
 * wait for each other. Participants are bound to the stage on which they were found to be allowed.
 */
const CAST = `
INSERT INTO votes (ballot_id, member_id, side, dots, at)
SELECT ballots.id, members.id, coalesce(members.side, 'other'), ?, ?
FROM ballots
JOIN workshops ON workshops.id = ballots.workshop_id
JOIN members ON members.workshop_id = ballots.workshop_id
WHERE ballots.id = ? AND ballots.workshop_id = ? AND members.id = ?
  AND ballots.closed_at IS NULL AND (ballots.closes_at IS NULL OR ballots.closes_at > ?)
  AND workshops.ended_at IS NULL AND members.removed_at IS NULL
  AND CASE members.role
    WHEN 'participant' THEN workshops.locked = 0 AND workshops.stage_revision = ?
    WHEN 'facilitator' THEN ballots.facilitators_vote = 1
    ELSE 0 END
ON CONFLICT (ballot_id, member_id) DO UPDATE SET side = excluded.side, dots = excluded.dots, at = excluded.at
RETURNING 1`

/** Ballots and votes in libSQL. No error of the query builder, which quotes what was sent, comes of a vote. */
export function createBallotStore(database: Database, now: () => number): BallotStore {
  const { orm } = database
  const uncounted = isNull(ballots.tally)
  return {
    async stage(workshopId) {
      const [[workshop], agenda] = await orm.batch([
        orm.select().from(workshops).where(eq(workshops.id, workshopId)),
        orm.select().from(steps).where(eq(steps.workshopId, workshopId)).orderBy(asc(steps.position)),
      ])
      return workshop && { workshop, stage: stageState(workshop, agenda) }
    },

    async standing({ workshopId, ballotId, memberId }) {
      const [[row], [workshop], agenda, [member]] = await orm.batch([
        orm.select().from(ballots).where(ofWorkshop(workshopId, ballotId)),
        orm.select().from(workshops).where(eq(workshops.id, workshopId)),
        orm.select().from(steps).where(eq(steps.workshopId, workshopId)).orderBy(asc(steps.position)),
        orm
          .select()
          .from(members)
          .where(and(eq(members.workshopId, workshopId), eq(members.id, memberId))),
      ])
      if (!row || !workshop || !member) return undefined
      return { ballot: ballotOf(row), workshop, stage: stageState(workshop, agenda), member: memberOf(member) }
    },

    async unfinished(workshopId) {
      const row = await orm
        .select()
        .from(ballots)
        .where(and(eq(ballots.workshopId, workshopId), uncounted))
        .get()
      return row && ballotOf(row)
    },

    async allUnfinished() {
      const rows = await orm
        .select({ ballot: ballots, endedAt: workshops.endedAt })
        .from(ballots)
        .innerJoin(workshops, eq(workshops.id, ballots.workshopId))
        .where(uncounted)
      return rows.map(({ ballot, endedAt }) => ({ ballot: ballotOf(ballot), ended: endedAt !== null }))
    },

    async ballot(workshopId, ballotId) {
      const row = await orm.select().from(ballots).where(ofWorkshop(workshopId, ballotId)).get()
      return row && ballotOf(row)
    },

    async people({ id, workshopId }) {
      const [everybody, cast] = await orm.batch([
        orm.select().from(members).where(eq(members.workshopId, workshopId)),
        // whether, never what
        orm
          .select({ memberId: votes.memberId, side: votes.side })
          .from(votes)
          .where(and(eq(votes.ballotId, id), GIVEN)),
      ])
      return { members: everybody.map(memberOf), voted: new Map(cast.map(({ memberId, side }) => [memberId, side])) }
    },

    async votes(ballotId) {
      const { memberId, side, dots } = votes
      return orm
        .select({ memberId, side, dots })
        .from(votes)
        .where(and(eq(votes.ballotId, ballotId), GIVEN))
    },

    async ownVote(ballotId, memberId) {
      const own = and(eq(votes.ballotId, ballotId), eq(votes.memberId, memberId))
      const row = await orm.select({ dots: votes.dots }).from(votes).where(own).get()
      return row?.dots ?? {}
    },

    async cast({ workshopId, ballotId, memberId, dots, revision }) {
      // the moment is taken as the statement is handed over: what is handed over later cannot be earlier
      const at = now()
      const params = [JSON.stringify(dots), at, ballotId, workshopId, memberId, at, revision]
      return (await database.change({ sql: CAST, params })).length > 0
    },

    async shut(ballotId, at) {
      await orm
        .update(ballots)
        .set({ closedAt: at })
        .where(and(eq(ballots.id, ballotId), isNull(ballots.closedAt)))
    },

    rowsForBallot({ count, ...ballot }) {
      return [toStatement(orm.insert(ballots).values({ ...ballot, ...count }))]
    },

    rowsForClosing: (ballotId, closesAt) => [
      toStatement(orm.update(ballots).set({ closesAt }).where(eq(ballots.id, ballotId))),
    ],

    rowsForCount: (ballotId, count) => [toStatement(orm.update(ballots).set(count).where(eq(ballots.id, ballotId)))],

    rowsForRights(workshopId, { steps: all, revision }, stepId) {
      const { rights = [] } = all.find((step) => step.id === stepId) ?? {}
      return [
        toStatement(orm.update(steps).set({ rights }).where(eq(steps.id, stepId))),
        toStatement(orm.update(workshops).set({ stageRevision: revision }).where(eq(workshops.id, workshopId))),
      ]
    },
  }
}

function ofWorkshop(workshopId: StoredBallot['workshopId'], ballotId: StoredBallot['id']) {
  return and(eq(ballots.id, ballotId), eq(ballots.workshopId, workshopId))
}

/** A vote that was taken back keeps its row without a dot in it. */
const GIVEN = ne(votes.dots, {})

/** For the report: what a ballot came to, once it is counted. */
export function closedBallot(row: typeof ballots.$inferSelect): ClosedBallot | undefined {
  const { workshopId: _, closesAt: __, closedAt, tally, turnout, early, ...terms } = row
  if (closedAt === null || !tally || !turnout) return undefined
  return { ...terms, is: 'closed', closedAt, tally, turnout, early }
}

function ballotOf(row: typeof ballots.$inferSelect): StoredBallot {
  const { tally, turnout, early, ...ballot } = row
  return { ...ballot, count: tally && turnout ? { tally, turnout, early } : null }
}
