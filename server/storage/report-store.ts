import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { WorkshopId } from '../../shared/domain/ids'
import type { ReportStore } from '../records/ports'
import { closedBallot } from './ballot-store'
import type { Database } from './database'
import { ballots, canvases, members, steps, votes, workshops } from './tables'
import { canvasSummaries, memberOf, stageState, workshopState } from './workshop-rows'

/** Nothing of an open ballot leaves it, not even who has voted. */
const isClosed = (workshopId: WorkshopId) => and(eq(ballots.workshopId, workshopId), isNotNull(ballots.closedAt))

/** The rows a report is made of, as they were at one moment. */
export function createReportStore({ orm }: Database): ReportStore {
  return {
    async reportRows(workshopId) {
      const [[row], list, agenda, people, voted, given] = await orm.batch([
        orm.select().from(workshops).where(eq(workshops.id, workshopId)),
        orm.select().from(canvases).where(eq(canvases.workshopId, workshopId)).orderBy(asc(canvases.position)),
        orm.select().from(steps).where(eq(steps.workshopId, workshopId)).orderBy(asc(steps.position)),
        orm.select().from(members).where(eq(members.workshopId, workshopId)).orderBy(asc(members.joinedAt)),
        orm.select().from(ballots).where(isClosed(workshopId)).orderBy(asc(ballots.openedAt)),
        orm
          .selectDistinct({ id: votes.memberId })
          .from(votes)
          .innerJoin(ballots, eq(ballots.id, votes.ballotId))
          .where(isClosed(workshopId)),
      ])
      if (!row) return undefined
      const workshop = { ...workshopState(row, canvasSummaries(list), 0), createdAt: row.createdAt }
      const counted = voted.flatMap((ballot) => closedBallot(ballot) ?? [])
      const voters = voted.length > 0 ? new Set(given.map(({ id }) => id)) : undefined
      return { workshop, stage: stageState(row, agenda), members: people.map(memberOf), ballots: counted, voters }
    },
  }
}
