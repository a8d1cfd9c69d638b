import type { MemberId, StepId, WorkshopId } from '../../shared/domain/ids'
import type { PrivateStep } from '../../shared/domain/private-writing'
import type { PrivateWriting } from '../../shared/domain/stage-view'
import { turnoutOf } from '../../shared/domain/turnout'
import { inParallel } from './in-parallel'
import type { DraftRooms, RevealStore } from './ports'
import { waitingFor } from './shown-notes'

/** Rooms that are read or written at the same time. */
export const AT_A_TIME = 32

/** How many notes each person has written in the step; `stale` are those who have written since they were counted. */
type Count = { stepId: StepId; notes: Map<MemberId, number>; stale: Set<MemberId> }

/**
 * Who has written in a private step, from their documents alone: everybody is counted once when it is first asked for (so
 * a restart loses nothing), and after that only those who have written something.
 */
export class WritingCounts {
  readonly #counts = new Map<WorkshopId, Count>()

  constructor(private readonly ports: { store: Pick<RevealStore, 'people'>; drafts: Pick<DraftRooms, 'read'> }) {}

  /** Somebody's drafts are others than before. */
  changed(workshopId: WorkshopId, memberId: MemberId): void {
    this.#counts.get(workshopId)?.stale.add(memberId)
  }

  forget(workshopId: WorkshopId): void {
    this.#counts.delete(workshopId)
  }

  async count(workshopId: WorkshopId, step: PrivateStep): Promise<Omit<PrivateWriting, 'revealAt'>> {
    const people = await this.ports.store.people(workshopId)
    const count = this.#countOf(workshopId, step.id)
    const wanted = people.filter(({ id, role }) => role !== 'observer' && (count.stale.has(id) || !count.notes.has(id)))
    await inParallel(wanted, AT_A_TIME, async ({ id }) => {
      // before it is read: what comes while it is being read has to be counted again
      count.stale.delete(id)
      try {
        const drafts = await this.ports.drafts.read(workshopId, id)
        count.notes.set(id, waitingFor(step.canvasId, drafts).length)
      } catch (error) {
        count.stale.add(id)
        throw error
      }
    })
    const written = people.filter(({ id }) => (count.notes.get(id) ?? 0) > 0)
    const participants = people.filter(({ role }) => role === 'participant')
    return {
      stepId: step.id,
      written: turnoutOf(participants, new Set(written.map(({ id }) => id))),
      notes: written.reduce((sum, { id }) => sum + (count.notes.get(id) ?? 0), 0),
    }
  }

  #countOf(workshopId: WorkshopId, stepId: StepId): Count {
    const known = this.#counts.get(workshopId)
    if (known?.stepId === stepId) return known
    const count: Count = { stepId, notes: new Map(), stale: new Set() }
    this.#counts.set(workshopId, count)
    return count
  }
}
