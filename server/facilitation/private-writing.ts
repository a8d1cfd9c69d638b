import type { StageState } from '../../shared/domain/agenda'
import type { MemberId, WorkshopId } from '../../shared/domain/ids'
import { privateStep, REVEAL_NOTICE_MS } from '../../shared/domain/private-writing'
import type { PrivateWriting, StagePatch } from '../../shared/domain/stage-view'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { type Author, addLateNotes } from './late-notes'
import type { After, PendingReveal, Run } from './ports'
import { type RevealPorts, showAll } from './reveal'
import { WritingCounts } from './writing-counts'
import { WritingNotices } from './writing-notices'

/** Notes that only their authors see, how many there are, and how they come onto the canvas. */
export interface PrivateWritingService {
  /** Asks for everybody's notes of the current step to be shown, which they are after the notice. */
  reveal(workshopId: WorkshopId, revision: number): Promise<Reply<StageState>>
  callOff(workshopId: WorkshopId, revision: number): Promise<Reply<StageState>>
  /** Shows a member's own notes that are still private though their step is not. */
  addOwn(workshopId: WorkshopId, author: Author): Promise<Reply<{ added: number }>>
  /** A member's drafts took something in. */
  draftsChanged(workshopId: WorkshopId, memberId: MemberId): void
  /** Something was published on the stage. */
  stageTold(workshopId: WorkshopId, patch: StagePatch): void
  /** Nobody looks at the stage any more. */
  stageClosed(workshopId: WorkshopId): void
  /** Goes on with what another process had begun. */
  resume(): Promise<void>
  close(): void
}

type Ports = RevealPorts & { after: After; fault: (error: unknown) => void }

/** After a failure, which should not happen: the disk said no. */
const RETRY_MS = 1_000

export function createPrivateWriting(ports: Ports): PrivateWritingService {
  const { runs, store, stage, now, after } = ports
  const counts = new WritingCounts(ports)
  const notices = new WritingNotices({ ...ports, counts })
  const alarms = new Map<WorkshopId, () => void>()
  let isClosed = false

  function setAlarm({ workshopId, revealAt, ...rest }: PendingReveal, wait = revealAt - now()): void {
    alarms.get(workshopId)?.()
    const ring = () => void show({ workshopId, revealAt, ...rest })
    if (!isClosed) alarms.set(workshopId, after(Math.max(0, wait), ring))
  }

  /** In its turn, if it has not been called off meanwhile. */
  async function show(asked: PendingReveal): Promise<void> {
    const { workshopId } = asked
    alarms.delete(workshopId)
    try {
      await stage.inTurn(workshopId, async () => {
        const [pending] = await store.pending(workshopId)
        if (!pending || isClosed) return
        if (pending.revealAt > now()) setAlarm(pending)
        else await showAll(ports, workshopId, pending.stepId)
      })
    } catch (error) {
      if (isClosed) return
      ports.fault(error)
      setAlarm(asked, RETRY_MS)
    }
  }

  function onRevision(
    workshopId: WorkshopId,
    revision: number,
    decide: (run: Run, pending: PendingReveal | undefined) => Promise<Reply<StageState>>,
  ): Promise<Reply<StageState>> {
    return stage.inTurn(workshopId, async () => {
      const [run, [pending]] = await Promise.all([runs.run(workshopId), store.pending(workshopId)])
      if (!run) return refuse('not-found')
      if (run.workshop.endedAt !== null) return refuse('workshop-ended')
      const moved = { ...refuse('state-moved-on'), detail: { stage: run.stage } }
      if (run.stage.revision !== revision) return moved
      const reply = await decide(run, pending)
      return reply.ok ? reply : { ...moved, ...reply }
    })
  }

  async function change(
    run: Run,
    {
      stepId,
      revealAt,
      writing,
    }: { stepId: PendingReveal['stepId']; revealAt: number | null; writing: PrivateWriting },
  ): Promise<Reply<StageState>> {
    const workshopId = run.workshop.id
    const next = { ...run.stage, revision: run.stage.revision + 1 }
    const rows = [...runs.rowsForStage(workshopId, next), ...store.rowsForReveal(stepId, { revealAt })]
    await stage.publish(workshopId, { stage: next, writing: { ...writing, revealAt } }, rows)
    return ok(next)
  }

  return {
    async reveal(workshopId, revision) {
      return onRevision(workshopId, revision, async (run, pending) => {
        const step = privateStep(run.stage)
        if (!step || pending) return refuse('state-moved-on')
        const count = await counts.count(workshopId, step)
        const revealAt = now() + REVEAL_NOTICE_MS
        const reply = await change(run, { stepId: step.id, revealAt, writing: { ...count, revealAt } })
        setAlarm({ workshopId, stepId: step.id, revealAt })
        return reply
      })
    },

    callOff: (workshopId, revision) =>
      onRevision(workshopId, revision, async (run, pending) => {
        const focus = await notices.focus(workshopId)
        if (!pending || !focus || pending.revealAt <= now()) return refuse('state-moved-on')
        const count = await counts.count(workshopId, focus.step)
        const reply = await change(run, {
          stepId: pending.stepId,
          revealAt: null,
          writing: { ...count, revealAt: null },
        })
        alarms.get(workshopId)?.()
        alarms.delete(workshopId)
        return reply
      }),

    addOwn: (workshopId, author) =>
      stage.inTurn(workshopId, async () => {
        const [run, focus] = await Promise.all([runs.run(workshopId), notices.focus(workshopId)])
        return run ? addLateNotes(ports, workshopId, { run, author, focus }) : refuse('not-found')
      }),

    draftsChanged(workshopId, memberId) {
      counts.changed(workshopId, memberId)
      notices.wake(workshopId)
    },

    stageTold: (workshopId, patch) => notices.told(workshopId, patch),

    stageClosed(workshopId) {
      notices.stageClosed(workshopId)
      counts.forget(workshopId)
    },

    async resume() {
      for (const pending of await store.pending()) setAlarm(pending)
    },

    close() {
      isClosed = true
      for (const callOff of alarms.values()) callOff()
      notices.close()
    },
  }
}
