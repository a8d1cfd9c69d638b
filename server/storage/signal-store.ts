import { and, count, eq, isNull } from 'drizzle-orm'
import type { MemberId, StepId, WorkshopId } from '../../shared/domain/ids'
import type { SignalStore } from '../facilitation/ports'
import type { Database } from './database'
import { members, signals, workshops } from './tables'

const ofMember = (workshopId: WorkshopId, stepId: StepId, memberId: MemberId) =>
  and(eq(signals.workshopId, workshopId), eq(signals.stepId, stepId), eq(signals.memberId, memberId))

/** What people say about the step they are in, in libSQL. */
export function createSignalStore(database: Database): SignalStore {
  const { orm } = database
  return {
    async currentStep(workshopId) {
      const wanted = orm.select({ id: workshops.currentStepId }).from(workshops).where(eq(workshops.id, workshopId))
      return (await wanted.get())?.id ?? null
    },

    async signalOf(workshopId, stepId, memberId) {
      const row = await orm
        .select()
        .from(signals)
        .where(ofMember(workshopId, stepId, memberId))
        .get()
      return row?.signal ?? null
    },

    async setSignal(workshopId, { stepId, memberId, signal }) {
      const target = [signals.workshopId, signals.stepId, signals.memberId]
      await database.write([
        signal === null
          ? orm.delete(signals).where(ofMember(workshopId, stepId, memberId))
          : orm
              .insert(signals)
              .values({ workshopId, stepId, memberId, signal })
              .onConflictDoUpdate({ target, set: { signal } }),
      ])
    },

    async count(workshopId, stepId) {
      const rows = await orm
        .select({ signal: signals.signal, of: count() })
        .from(signals)
        .innerJoin(members, eq(members.id, signals.memberId))
        .where(and(eq(signals.workshopId, workshopId), eq(signals.stepId, stepId), isNull(members.removedAt)))
        .groupBy(signals.signal)
      const of = (wanted: 'ready' | 'more-time') => rows.find((row) => row.signal === wanted)?.of ?? 0
      return { ready: of('ready'), moreTime: of('more-time') }
    },
  }
}
