import { pauseTimer, type StageState } from '../../shared/domain/agenda'
import { type MemberId, newId, type WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import { graceAfter } from '../../shared/domain/rights'
import type { Side } from '../../shared/domain/side'
import type { Brief, WorkshopState } from '../../shared/domain/workshop'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { Run, RunStore, Told, WorkshopFields } from './ports'
import type { Stage } from './stage'
import { changesWhatOneMay, isEntered, standingOf } from './standing'
import { afterCommand, type StageCommand } from './steps'

/** What facilitators decide. Who may is asked before; every change is stored and shown in one transaction. */
export interface FacilitationService {
  run(workshopId: WorkshopId): Promise<Run | undefined>
  editBrief(workshopId: WorkshopId, brief: Partial<Brief>): Promise<Reply<WorkshopState>>
  setDoor(workshopId: WorkshopId, door: 'open' | 'closed'): Promise<Reply<WorkshopState>>
  setLock(workshopId: WorkshopId, locked: boolean): Promise<Reply<WorkshopState>>
  end(workshopId: WorkshopId): Promise<Reply<WorkshopState>>
  command(workshopId: WorkshopId, command: StageCommand, revision: number): Promise<Reply<StageState>>
  setSide(workshopId: WorkshopId, memberId: MemberId, side: Side | null): Promise<Reply<Member>>
  remove(workshopId: WorkshopId, memberId: MemberId): Promise<Reply<Member>>
  letBack(workshopId: WorkshopId, memberId: MemberId): Promise<Reply<Member>>
}

type Ports = { store: RunStore; stage: Stage; told: Told; now: () => number }

export function createFacilitation({ store, stage, told, now }: Ports): FacilitationService {
  /** In its turn, on the workshop as it is then. */
  function onRun<T>(workshopId: WorkshopId, decide: (run: Run) => Promise<Reply<T>>): Promise<Reply<T>> {
    return stage.inTurn(workshopId, async () => {
      const run = await store.run(workshopId)
      return run ? decide(run) : refuse('not-found')
    })
  }

  /** The same, unless it has ended meanwhile. */
  function whileItRuns<T>(workshopId: WorkshopId, decide: (run: Run) => Promise<Reply<T>>): Promise<Reply<T>> {
    return onRun(workshopId, async (run) => (run.workshop.endedAt === null ? decide(run) : refuse('workshop-ended')))
  }

  /** What people see that they may do, or may not any more, is so by then. */
  const inForce = (workshopId: WorkshopId) => () => told.rightsChanged(workshopId)

  async function change(
    run: Run,
    fields: WorkshopFields,
    beforeSeen?: () => Promise<void>,
  ): Promise<Reply<WorkshopState>> {
    const workshop = { ...run.workshop, ...fields }
    await stage.publish(workshop.id, { workshop }, store.rowsForWorkshop(workshop.id, fields), beforeSeen)
    return ok(workshop)
  }

  function onMember(
    workshopId: WorkshopId,
    memberId: MemberId,
    decide: (member: Member) => Promise<Reply<Member>>,
  ): Promise<Reply<Member>> {
    return onRun(workshopId, async () => {
      const member = await store.member(workshopId, memberId)
      return member ? decide(member) : refuse('not-found')
    })
  }

  return {
    run: (workshopId) => store.run(workshopId),

    editBrief: (workshopId, brief) => whileItRuns(workshopId, (run) => change(run, brief)),

    async setDoor(workshopId, door) {
      const reply = await whileItRuns(workshopId, (run) => change(run, { door }))
      told.doorChanged(workshopId)
      return reply
    },

    setLock: (workshopId, locked) =>
      whileItRuns(workshopId, async (run): Promise<Reply<WorkshopState>> => {
        const workshop = { ...run.workshop, locked }
        const before = standingOf(run)
        const grace = locked === run.workshop.locked ? before.grace : graceAfter(before, { ...before, locked }, now())
        const stageThen = { ...run.stage, grace }
        const rows = [...store.rowsForWorkshop(workshopId, { locked }), ...store.rowsForStage(workshopId, stageThen)]
        const patch = { workshop, ...(grace === before.grace ? {} : { stage: stageThen }) }
        await stage.publish(workshopId, patch, rows, inForce(workshopId))
        return ok(workshop)
      }),

    async end(workshopId) {
      const reply = await onRun(workshopId, async (run): Promise<Reply<WorkshopState>> => {
        if (run.workshop.endedAt !== null) return ok(run.workshop)
        const at = now()
        const workshop = { ...run.workshop, endedAt: at }
        const paused = { ...run.stage, timer: pauseTimer(run.stage.timer, at), revision: run.stage.revision + 1 }
        const rows = [...store.rowsForWorkshop(workshopId, { endedAt: at }), ...store.rowsForStage(workshopId, paused)]
        await stage.publish(workshopId, { workshop, stage: paused }, rows, inForce(workshopId))
        return ok(workshop)
      })
      told.doorChanged(workshopId)
      if (reply.ok) await told.ended(workshopId)
      return reply
    },

    command: (workshopId, command, revision) =>
      whileItRuns(workshopId, async (run): Promise<Reply<StageState>> => {
        const at = now()
        const canvases = run.workshop.canvases.map(({ id }) => id)
        const after = afterCommand(run.stage, command, { revision, now: at, canvases, newId })
        if (!after.ok) return { ...after, detail: { stage: run.stage } }
        const before = standingOf(run)
        const then = { ...before, ...after.value }
        const next = { ...after.value, grace: graceAfter(before, then, at) }
        const rows = [
          ...store.rowsForAgenda(workshopId, { before: run.stage.steps, after: next.steps }),
          ...store.rowsForStage(workshopId, next),
          ...(isEntered(run.stage, next) ? store.rowsForNoSignals(workshopId, next.currentStepId) : []),
        ]
        const patch = { stage: next, ...(isEntered(run.stage, next) ? { signals: null } : {}) }
        const differs = changesWhatOneMay(before, { ...then, ...next }, at)
        await stage.publish(workshopId, patch, rows, differs ? inForce(workshopId) : undefined)
        return ok(next)
      }),

    setSide: (workshopId, memberId, side) =>
      onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        if (member.role === 'participant' && side === null) return { ...refuse('side-needed'), field: 'side' }
        const moved = { ...member, side }
        await stage.publish(workshopId, { people: [moved] }, store.rowsForMember(moved), inForce(workshopId))
        return ok(moved)
      }),

    async remove(workshopId, memberId) {
      const reply = await onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        if (member.removedAt !== null) return ok(member)
        const facilitators = await store.facilitators(workshopId)
        if (member.role === 'facilitator' && facilitators.length < 2) return refuse('last-facilitator')
        const removed = { ...member, removedAt: now() }
        const rows = [
          ...store.rowsForMember(removed),
          ...store.rowsForNoLinksOf(memberId, now()),
          ...store.rowsForNextSeats(workshopId),
        ]
        await stage.publish(workshopId, { people: [removed] }, rows)
        return ok(removed)
      })
      if (reply.ok) await told.memberRemoved(workshopId, reply.value)
      return reply
    },

    letBack: (workshopId, memberId) =>
      onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        const back = { ...member, removedAt: null }
        const rows = [...store.rowsForMember(back), ...store.rowsForNextSeats(workshopId)]
        await stage.publish(workshopId, { people: [back] }, rows)
        return ok(back)
      }),
  }
}
