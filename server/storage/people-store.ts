import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { PeopleStore } from '../facilitation/ports'
import type { Database } from './database'
import type { createRunStore } from './run-store'
import { toStatement } from './statements'
import { actions, links, members, sessionMembers } from './tables'
import { memberOf } from './workshop-rows'

/** Who takes part, in libSQL. */
export function createPeopleStore({ orm }: Database, run: ReturnType<typeof createRunStore>): PeopleStore {
  return {
    run: run.run,
    rowsForWorkshop: run.rowsForWorkshop,

    async member(workshopId, memberId) {
      const one = and(eq(members.workshopId, workshopId), eq(members.id, memberId))
      const row = await orm.select().from(members).where(one).get()
      return row && memberOf(row)
    },

    async members(workshopId) {
      const all = orm.select().from(members).where(eq(members.workshopId, workshopId))
      return (await all.orderBy(asc(members.joinedAt))).map(memberOf)
    },

    async facilitators(workshopId) {
      const present = and(
        eq(members.workshopId, workshopId),
        eq(members.role, 'facilitator'),
        isNull(members.removedAt),
      )
      return (await orm.select().from(members).where(present)).map(memberOf)
    },

    async askedOrganisations(workshopId) {
      const waiting = and(eq(actions.workshopId, workshopId), eq(actions.status, 'put'))
      const rows = await orm.select({ asked: actions.asked }).from(actions).where(waiting)
      return rows.flatMap(({ asked }) => asked.map(({ name }) => name))
    },

    rowsForMember: ({ id, ...fields }) => [toStatement(orm.update(members).set(fields).where(eq(members.id, id)))],

    rowsForNextSeats(workshopId) {
      const next = sql`(SELECT seats.member_id FROM seats JOIN members ON members.id = seats.member_id
        WHERE seats.session_hash = session_members.session_hash AND seats.workshop_id = session_members.workshop_id
        AND members.removed_at IS NULL ORDER BY seats.position LIMIT 1)`
      const isRemoved = sql`(SELECT removed_at FROM members WHERE members.id = session_members.member_id) IS NOT NULL`
      const here = and(eq(sessionMembers.workshopId, workshopId), isRemoved, sql`${next} IS NOT NULL`)
      return [toStatement(orm.update(sessionMembers).set({ memberId: next }).where(here))]
    },

    rowsForNoLinksOf: (memberId, at) => [
      toStatement(orm.update(links).set({ revokedAt: at }).where(eq(links.memberId, memberId))),
    ],
  }
}
