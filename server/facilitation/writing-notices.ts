import type { WorkshopId } from '../../shared/domain/ids'
import { isPrivate, type PrivateStep, privateStep } from '../../shared/domain/private-writing'
import type { PrivateWriting, StagePatch } from '../../shared/domain/stage-view'
import type { After, RevealStore, RunStore } from './ports'
import type { Stage } from './stage'
import type { WritingCounts } from './writing-counts'

/** What comes within this time of the first change is told with it, ms. */
const GATHER_MS = 50
/** Then nothing more for this long: thirty people who type must not become thirty messages to everybody. */
const PAUSE_MS = 1_000

const NOTHING = JSON.stringify(null)

/** What people write in privately: the step they are in, or one whose notes are about to be shown. */
export type Focus = { step: PrivateStep; revealAt: number | null }

type Ports = {
  runs: Pick<RunStore, 'run'>
  store: Pick<RevealStore, 'pending'>
  stage: Stage
  counts: WritingCounts
  after: After
  fault: (error: unknown) => void
}

/** Keeps `writing` on the stage true, at most once a second in each workshop [F30]. */
export class WritingNotices {
  /** What everybody was told last. */
  readonly #shown = new Map<WorkshopId, string>()
  /** Workshops that were looked at just now; `again`: there is more to tell. */
  readonly #busy = new Map<WorkshopId, { again: boolean; callOff: () => void }>()
  #isClosed = false

  constructor(private readonly ports: Ports) {}

  async focus(workshopId: WorkshopId): Promise<Focus | undefined> {
    const [run, [pending]] = await Promise.all([this.ports.runs.run(workshopId), this.ports.store.pending(workshopId)])
    if (!run || run.workshop.endedAt !== null) return undefined
    const { steps } = run.stage
    const step = pending ? steps.find(({ id }) => id === pending.stepId) : privateStep(run.stage)
    return step && isPrivate(step) ? { step, revealAt: pending?.revealAt ?? null } : undefined
  }

  /** Something was published: perhaps a step or people about whom there is something else to tell. */
  told(workshopId: WorkshopId, { stage, people, workshop, writing }: StagePatch): void {
    if (writing !== undefined) this.#shown.set(workshopId, JSON.stringify(writing))
    const mayMatter = stage?.steps.some((step) => step.writing === 'private') || this.#shown.has(workshopId)
    if ((stage || people || workshop) && mayMatter) this.wake(workshopId)
  }

  /** Somebody has written, or the step is another: everybody is told soon. */
  wake(workshopId: WorkshopId): void {
    const busy = this.#busy.get(workshopId)
    if (this.#isClosed) return
    if (busy) busy.again = true
    else this.#begin(workshopId)
  }

  /** Nobody looks at the stage any more. What is on it for the next who come has to be known still: it may have to go. */
  stageClosed(workshopId: WorkshopId): void {
    if (this.#shown.get(workshopId) === NOTHING) this.#shown.delete(workshopId)
  }

  close(): void {
    this.#isClosed = true
    for (const { callOff } of this.#busy.values()) callOff()
    this.#busy.clear()
  }

  #begin(workshopId: WorkshopId): void {
    const busy = { again: false, callOff: this.ports.after(GATHER_MS, () => void this.#look(workshopId)) }
    this.#busy.set(workshopId, busy)
  }

  async #look(workshopId: WorkshopId): Promise<void> {
    const busy = this.#busy.get(workshopId)
    if (!busy) return
    try {
      await this.#tell(workshopId)
    } catch (error) {
      if (!this.#isClosed) this.ports.fault(error)
      busy.again = true
    }
    if (this.#isClosed) return
    busy.callOff = this.ports.after(PAUSE_MS, () => {
      this.#busy.delete(workshopId)
      if (busy.again) this.#begin(workshopId)
    })
  }

  /** Counted before its turn, so that no command has to wait for it. */
  async #tell(workshopId: WorkshopId): Promise<void> {
    const { counts, stage } = this.ports
    const before = await this.focus(workshopId)
    const count = before && (await counts.count(workshopId, before.step))
    await stage.inTurn(workshopId, async () => {
      const focus = await this.focus(workshopId)
      if (focus?.step.id !== count?.stepId) {
        this.wake(workshopId)
        return
      }
      const writing: PrivateWriting | null = focus && count ? { ...count, revealAt: focus.revealAt } : null
      if (!writing) counts.forget(workshopId)
      if (this.#shown.get(workshopId) === JSON.stringify(writing)) return
      await stage.publish(workshopId, { writing }, [])
    })
  }
}
