import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Step } from '../../shared/domain/agenda'
import type { WorkshopId } from '../../shared/domain/ids'
import type { RunStore } from '../facilitation/ports'
import type { Database } from './database'
import { toStatement } from './statements'
import { canvases, links, members, sessionMembers, signals, steps, waiting, workshops } from './tables'
import { canvasSummaries, memberOf, stageState, stillHere, workshopState } from './workshop-rows'

/** What facilitators decide, in libSQL. */
export function createRunStore({ orm }: Database, now: () => number = Date.now): RunStore {
  return {
    async run(workshopId) {
      const [[row], list, agenda, atTheDoor] = await orm.batch([
        orm.select().from(workshops).where(eq(workshops.id, workshopId)),
        orm.select().from(canvases).where(eq(canvases.workshopId, workshopId)).orderBy(asc(canvases.position)),
        orm.select().from(steps).where(eq(steps.workshopId, workshopId)).orderBy(asc(steps.position)),
        orm.select().from(waiting).where(eq(waiting.workshopId, workshopId)),
      ])
      if (!row) return undefined
      const workshop = workshopState(row, canvasSummaries(list), stillHere(atTheDoor, now()))
      return { workshop, stage: stageState(row, agenda) }
    },

    async member(workshopId, memberId) {
      const one = and(eq(members.workshopId, workshopId), eq(members.id, memberId))
      const row = await orm.select().from(members).where(one).get()
      return row && memberOf(row)
    },

    async facilitators(workshopId) {
      const present = and(
        eq(members.workshopId, workshopId),
        eq(members.role, 'facilitator'),
        isNull(members.removedAt),
      )
      return (await orm.select().from(members).where(present)).map(memberOf)
    },

    rowsForWorkshop: (workshopId, fields) =>
      Object.keys(fields).length === 0
        ? []
        : [toStatement(orm.update(workshops).set(fields).where(eq(workshops.id, workshopId)))],

    rowsForStage(workshopId, { steps: _, revision, ...stage }) {
      const fields = { ...stage, stageRevision: revision }
      return [toStatement(orm.update(workshops).set(fields).where(eq(workshops.id, workshopId)))]
    },

    rowsForAgenda: (workshopId, { before, after }) => agendaRows(orm, workshopId, { before, after }),

    rowsForNoSignals: (workshopId, stepId) =>
      stepId === null
        ? []
        : [toStatement(orm.delete(signals).where(and(eq(signals.workshopId, workshopId), eq(signals.stepId, stepId))))],

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

/** Steps that are in both are changed and not written anew: a row knows more of its step than the agenda says. */
function agendaRows(
  orm: Database['orm'],
  workshopId: WorkshopId,
  { before, after }: { before: readonly Step[]; after: readonly Step[] },
) {
  const had = new Map(before.map((step, position) => [step.id, JSON.stringify({ step, position })]))
  const stays = new Set(after.map((step) => step.id))
  const ofStep = (id: Step['id']) => and(eq(steps.workshopId, workshopId), eq(steps.id, id))
  const gone = before
    .filter((step) => !stays.has(step.id))
    .map(({ id }) => toStatement(orm.delete(steps).where(ofStep(id))))
  const here = after.flatMap((step, position) => {
    const was = had.get(step.id)
    if (was === JSON.stringify({ step, position })) return []
    if (was === undefined) return [toStatement(orm.insert(steps).values({ ...step, workshopId, position }))]
    const { id, revealedAt: _, ...fields } = step
    return [
      toStatement(
        orm
          .update(steps)
          .set({ ...fields, position })
          .where(ofStep(id)),
      ),
    ]
  })
  return [...gone, ...here]
}
