import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { PendingReveal, RevealStore } from '../facilitation/ports'
import type { Database } from './database'
import { toStatement } from './statements'
import { members, steps } from './tables'
import { memberOf } from './workshop-rows'

/** What was decided about private writing, in libSQL. */
export function createRevealStore({ orm }: Database): RevealStore {
  return {
    async pending(workshopId) {
      const isPending = isNotNull(steps.revealAt)
      const rows = await orm
        .select({ workshopId: steps.workshopId, stepId: steps.id, revealAt: steps.revealAt })
        .from(steps)
        .where(workshopId ? and(eq(steps.workshopId, workshopId), isPending) : isPending)
        .orderBy(asc(steps.position))
      return rows.filter((row): row is PendingReveal => row.revealAt !== null)
    },

    async people(workshopId) {
      const areIn = and(eq(members.workshopId, workshopId), isNull(members.removedAt))
      return (await orm.select().from(members).where(areIn).orderBy(asc(members.joinedAt))).map(memberOf)
    },

    rowsForReveal: (stepId, fields) => [toStatement(orm.update(steps).set(fields).where(eq(steps.id, stepId)))],
  }
}
