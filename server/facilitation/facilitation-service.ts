import { pauseTimer, type StageState } from '../../shared/domain/agenda'
import { newId, type WorkshopId } from '../../shared/domain/ids'
import { graceAfter } from '../../shared/domain/rights'
import type { Brief, WorkshopState } from '../../shared/domain/workshop'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { Rows, Run, RunStore, Told, WorkshopFields } from './ports'
import type { Stage } from './stage'
import { changesWhatOneMay, isEntered, standingOf } from './standing'
import { afterCommand, type StageCommand } from './steps'

/** What facilitators decide. Who may is asked before; every change is stored and shown in one transaction. */
export interface FacilitationService {
  run(workshopId: WorkshopId): Promise<Run | undefined>
  editBrief(workshopId: WorkshopId, brief: Partial<Brief>): Promise<Reply<WorkshopState>>
  setDoor(workshopId: WorkshopId, door: 'open' | 'closed'): Promise<Reply<WorkshopState>>
  setLock(workshopId: WorkshopId, locked: boolean): Promise<Reply<WorkshopState>>
  setCursors(workshopId: WorkshopId, cursors: WorkshopState['cursors']): Promise<Reply<WorkshopState>>
  end(workshopId: WorkshopId): Promise<Reply<WorkshopState>>
  command(workshopId: WorkshopId, command: StageCommand, revision: number): Promise<Reply<StageState>>
}

/** What is kept of a step when everybody leaves it. */
export interface LeavingSteps {
  /** To be stored with the command that leaves it. */
  rowsFor(run: Run, at: number): Rows
  /** They are stored: the rest is done in the background. */
  takeSoon(): void
}

type Ports = { store: RunStore; stage: Stage; told: Told; copies: LeavingSteps; now: () => number }

export function createFacilitation({ store, stage, told, copies, now }: Ports): FacilitationService {
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

    setCursors: (workshopId, cursors) => whileItRuns(workshopId, (run) => change(run, { cursors })),

    async end(workshopId) {
      const reply = await onRun(workshopId, async (run): Promise<Reply<WorkshopState>> => {
        if (run.workshop.endedAt !== null) return ok(run.workshop)
        const at = now()
        const workshop = { ...run.workshop, endedAt: at }
        const paused = { ...run.stage, timer: pauseTimer(run.stage.timer, at), revision: run.stage.revision + 1 }
        const rows = [
          ...store.rowsForWorkshop(workshopId, { endedAt: at }),
          ...store.rowsForStage(workshopId, paused),
          ...copies.rowsFor(run, at),
        ]
        await stage.publish(workshopId, { workshop, stage: paused }, rows, inForce(workshopId))
        return ok(workshop)
      })
      told.doorChanged(workshopId)
      if (reply.ok) {
        copies.takeSoon()
        await told.ended(workshopId)
      }
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
        const moves = isEntered(run.stage, next)
        const rows = [
          ...store.rowsForAgenda(workshopId, { before: run.stage.steps, after: next.steps }),
          ...store.rowsForStage(workshopId, next),
          ...(moves ? [...store.rowsForNoSignals(workshopId, next.currentStepId), ...copies.rowsFor(run, at)] : []),
        ]
        const patch = { stage: next, ...(moves ? { signals: null } : {}) }
        const differs = changesWhatOneMay(before, { ...then, ...next }, at)
        await stage.publish(workshopId, patch, rows, differs ? inForce(workshopId) : undefined)
        if (moves) copies.takeSoon()
        return ok(next)
      }),
  }
}
