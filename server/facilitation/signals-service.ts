import type { Signal } from '../../shared/domain/agenda'
import type { MemberId, StepId, WorkshopId } from '../../shared/domain/ids'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { createPaced } from './paced'
import type { SignalStore } from './ports'
import type { Stage } from './stage'

export type OwnSignal = { stepId: StepId | null; signal: Signal | null }

/** *I'm ready* and *I need more time*: one a person and step, shown to everybody as counts [F14]. */
export interface SignalsService {
  give(
    workshopId: WorkshopId,
    memberId: MemberId,
    given: { stepId: StepId; signal: Signal | null },
  ): Promise<Reply<OwnSignal>>
  own(workshopId: WorkshopId, memberId: MemberId): Promise<OwnSignal>
  /** Shows what was still to be shown. */
  close(): Promise<void>
}

type Ports = { store: SignalStore; stage: Stage; fault: (error: unknown) => void; every?: number }

/** Counts of a crowd that presses at once are shown so often, ms, and not once for each of them. */
const EVERY_MS = 1_000

export function createSignals({ store, stage, fault, every = EVERY_MS }: Ports): SignalsService {
  // in its turn, so that counts of a step that is over are never shown over those of the next
  const show = createPaced<WorkshopId>({
    every,
    fault,
    run: (workshopId) =>
      stage.inTurn(workshopId, async () => {
        const stepId = await store.currentStep(workshopId)
        if (stepId === null) return
        const counts = await store.count(workshopId, stepId)
        await stage.publish(workshopId, { signals: { stepId, ...counts } }, [])
      }),
  })
  return {
    async give(workshopId, memberId, { stepId, signal }) {
      if ((await store.currentStep(workshopId)) !== stepId) return refuse('state-moved-on')
      await store.setSignal(workshopId, { stepId, memberId, signal })
      show.ask(workshopId)
      return ok({ stepId, signal })
    },
    async own(workshopId, memberId) {
      const stepId = await store.currentStep(workshopId)
      return { stepId, signal: stepId && (await store.signalOf(workshopId, stepId, memberId)) }
    },
    close: () => show.close(),
  }
}
