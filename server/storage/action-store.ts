import { and, eq, max, sql } from 'drizzle-orm'
import type { Answer, PutAction } from '../../shared/domain/action'
import { newId } from '../../shared/domain/ids'
import { organisationKey } from '../../shared/domain/member'
import type { ActionStore, RecordBody } from '../records/ports'
import type { Database } from './database'
import { actions, answers, members, records } from './tables'

/** The order in which answers were stored. Clocks are set back, and two answers may have one millisecond. */
const GIVEN = sql`${answers}.rowid`

/** Actions, answers and records in libSQL. */
export function createActionStore({ orm }: Database): ActionStore {
  return {
    async actionsOf(workshopId) {
      const rows = await orm.select().from(actions).where(eq(actions.workshopId, workshopId)).orderBy(actions.number)
      const given = await orm
        .select({ answer: answers, disputer: members.name })
        .from(answers)
        .leftJoin(members, eq(members.id, answers.disputedBy))
        .where(eq(answers.workshopId, workshopId))
        .orderBy(GIVEN)
      return rows.map((row) => {
        const { actionId: id, number, revision, status, frozen, hash, asked, putAt, closedAt, closedEarly } = row
        const own = given.filter(({ answer }) => answer.actionId === id && answer.revision === revision)
        const latest = latestOfEach(own.map(({ answer, disputer }) => asAnswer(answer, disputer)))
        return {
          id,
          number,
          revision,
          status,
          ...frozen,
          hash,
          asked,
          answers: latest,
          putAt,
          recordedAt: closedAt,
          closedEarly,
        }
      })
    },

    async recordsOf(workshopId) {
      const rows = await orm.select().from(records).where(eq(records.workshopId, workshopId)).orderBy(records.number)
      return rows.map(({ workshopId: _, body, ...row }) => ({ ...row, body: body as RecordBody }))
    },

    rowsForAction(workshopId, action) {
      const {
        id: actionId,
        number,
        revision,
        status,
        wording,
        trail,
        hash,
        asked,
        putAt,
        recordedAt: closedAt,
        closedEarly,
      } = action
      const row = { number, revision, status, frozen: { wording, trail }, hash, asked, putAt, closedAt, closedEarly }
      return [
        orm
          .insert(actions)
          .values({ workshopId, actionId, ...row })
          .onConflictDoUpdate({ target: [actions.workshopId, actions.actionId], set: row }),
      ]
    },

    rowsForAnswer(workshopId, action, answer) {
      const { organisation, side, memberId, name, jobTitle, answer: kind, reason, byDate, at } = answer
      const of = {
        workshopId,
        actionId: action.id,
        revision: action.revision,
        organisationKey: organisationKey(organisation),
      }
      return [
        orm.insert(answers).values({
          id: newId(),
          ...of,
          organisation,
          side,
          memberId,
          name,
          jobTitle,
          answer: kind,
          reason,
          byDate,
          at,
        }),
      ]
    },

    rowsForDispute(workshopId, action, answer, by) {
      const which = and(
        eq(answers.workshopId, workshopId),
        eq(answers.actionId, action.id),
        eq(answers.revision, action.revision),
        eq(answers.organisationKey, organisationKey(answer.organisation)),
      )
      // commands of a workshop take turns: the answer that is disputed is the last that they gave
      const last = orm
        .select({ rowid: max(GIVEN) })
        .from(answers)
        .where(which)
      const { reason, at } = answer.disputed ?? { reason: '', at: 0 }
      return [orm.update(answers).set({ disputedBy: by, disputeReason: reason, disputedAt: at }).where(eq(GIVEN, last))]
    },

    rowsForRecord(workshopId, record) {
      return [orm.insert(records).values({ workshopId, ...record })]
    },
  }
}

function asAnswer(row: typeof answers.$inferSelect, disputer: string | null): Answer {
  const { organisation, side, memberId, name, jobTitle, answer, reason, byDate, at, disputedAt, disputeReason } = row
  const disputed = disputedAt === null ? null : { name: disputer ?? '', reason: disputeReason ?? '', at: disputedAt }
  return { organisation, side, memberId, name, jobTitle, answer, reason, byDate: byDate ?? '', at, disputed }
}

function latestOfEach(given: Answer[]): PutAction['answers'] {
  const latest = new Map<string, Answer>()
  for (const answer of given) {
    latest.delete(organisationKey(answer.organisation))
    latest.set(organisationKey(answer.organisation), answer)
  }
  return [...latest.values()]
}
