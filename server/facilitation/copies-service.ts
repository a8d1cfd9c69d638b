import type { CanvasId, CopyId, WorkshopId } from '../../shared/domain/ids'
import type { CanvasSummary } from '../../shared/domain/workshop'
import { LIMITS } from '../../shared/protocol/limits'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { CopyTaker } from './copy-taker'
import type { LeavingSteps } from './facilitation-service'
import type { After, CopiedRooms, CopiesThere, CopyStore, RunStore } from './ports'
import type { Stage } from './stage'

/** Canvases as they were at the end of each step. Who may look at them is asked before. */
export interface CopiesService extends LeavingSteps {
  list(workshopId: WorkshopId): Promise<CopiesThere>
  /** The whole document as it was. */
  read(workshopId: WorkshopId, copyId: CopyId): Promise<Reply<Uint8Array>>
  /** A new canvas that starts as the copy. `canvas.id` is made by whoever asks: twice is once. */
  open(workshopId: WorkshopId, copyId: CopyId, canvas: CanvasSummary): Promise<Reply<CanvasSummary>>
  close(): void
}

type Ports = {
  runs: Pick<RunStore, 'run'>
  store: CopyStore
  rooms: CopiedRooms
  stage: Stage
  now: () => number
  after: After
  fault: (error: unknown) => void
}

export function createCopies(ports: Ports): CopiesService {
  const { runs, store, rooms, stage } = ports
  const taker = new CopyTaker(ports)

  async function firstBytes(workshopId: WorkshopId, copyId: CopyId): Promise<Uint8Array | undefined> {
    const copy = await store.stateOf(workshopId, copyId)
    return copy && rooms.copyAt(copy.canvasId, copy.position)
  }

  /** Asked again in its turn: two who press at once open one canvas. */
  async function openedBefore(id: CanvasId, copyId: CopyId, workshopId: WorkshopId): Promise<Reply<boolean>> {
    const origin = await store.originOf(id)
    if (!origin) return ok(false)
    // what others have is not said to be there
    if (origin.workshopId !== workshopId) return refuse('not-found')
    return origin.fromCopy === copyId ? ok(true) : { ...refuse('not-valid'), field: 'id' }
  }

  return {
    rowsFor({ workshop, stage: { steps, currentStepId } }, leftAt) {
      const step = steps.find(({ id }) => id === currentStepId)
      return step ? store.rowsForPending(workshop.id, { step, canvases: workshop.canvases, leftAt }) : []
    },

    takeSoon: () => taker.wake(),

    list: (workshopId) => store.copies(workshopId),

    async read(workshopId, copyId) {
      const copy = await store.stateOf(workshopId, copyId)
      const state = copy && (await rooms.stateAt(copy.canvasId, copy.position))
      return state ? ok(state) : refuse('not-found')
    },

    async open(workshopId, copyId, canvas) {
      // takes a while for a large canvas: nobody's command waits for it
      const state = await firstBytes(workshopId, copyId)
      if (!state) return refuse('not-found')
      return stage.inTurn(workshopId, async (): Promise<Reply<CanvasSummary>> => {
        const before = await openedBefore(canvas.id, copyId, workshopId)
        if (!before.ok) return before
        const run = await runs.run(workshopId)
        if (!run) return refuse('not-found')
        const { workshop } = run
        const there = before.value ? workshop.canvases.find(({ id }) => id === canvas.id) : undefined
        if (there) return ok(there)
        if (workshop.endedAt !== null) return refuse('workshop-ended')
        if (workshop.canvases.length >= LIMITS.canvases) return refuse('too-many-canvases')
        const patch = { workshop: { ...workshop, canvases: [...workshop.canvases, canvas] } }
        await stage.publish(workshopId, patch, store.rowsForCanvas(workshopId, { ...canvas, fromCopy: copyId, state }))
        return ok(canvas)
      })
    },

    close: () => taker.close(),
  }
}
