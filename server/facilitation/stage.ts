import type { WorkshopId } from '../../shared/domain/ids'
import type { StagePatch } from '../../shared/domain/stage-view'
import type { Rows, StageRoom } from './ports'

/** The live state everybody sees, and the order in which commands change it. */
export interface Stage {
  /** Runs the work when everything asked before for this workshop is done: what it reads is still so when it writes. */
  inTurn<T>(workshopId: WorkshopId, work: () => Promise<T>): Promise<T>
  /**
   * Stores the rows and the change of the stage together; it is seen by all after that commit, and after `beforeSeen`, which
   * puts in force what the stage is about to say that people may do. It must not reject.
   */
  publish(workshopId: WorkshopId, patch: StagePatch, rows: Rows, beforeSeen?: () => Promise<void>): Promise<void>
}

/** The stage as the server as a whole has it. */
export type OwnedStage = Stage & {
  /** Nobody looks at it any more: what was kept for those who did is let go of. */
  closed(workshopId: WorkshopId): void
}

type Ports = {
  room: StageRoom
  write: (rows: Rows) => Promise<void>
  /** Told of what was published, by whomever; it must be quick and must not throw. */
  told?: (workshopId: WorkshopId, patch: StagePatch) => void
}

export function createStage({ room, write, told }: Ports): OwnedStage {
  const turns = new Map<WorkshopId, Promise<unknown>>()
  /** What was published last, so that the same again costs no update in the log. */
  const shown = new Map<WorkshopId, string>()

  async function publish(
    workshopId: WorkshopId,
    patch: StagePatch,
    rows: Rows,
    beforeSeen?: () => Promise<void>,
  ): Promise<void> {
    const { workshop, ...others } = patch
    const workshopNow = workshop && JSON.stringify(workshop)
    const isNews =
      Object.keys(others).length > 0 || (workshopNow !== undefined && shown.get(workshopId) !== workshopNow)
    if (!isNews) {
      if (rows.length > 0) await write(rows)
      await beforeSeen?.()
      return
    }
    await room.write(workshopId, patch, rows, beforeSeen)
    if (workshopNow !== undefined) shown.set(workshopId, workshopNow)
    told?.(workshopId, patch)
  }

  return {
    inTurn<T>(workshopId: WorkshopId, work: () => Promise<T>): Promise<T> {
      const before = turns.get(workshopId) ?? Promise.resolve()
      const turn = before.then(work, work)
      turns.set(workshopId, turn)
      const done = () => {
        if (turns.get(workshopId) === turn) turns.delete(workshopId)
      }
      turn.then(done, done)
      return turn
    },
    publish,
    closed: (workshopId) => void shown.delete(workshopId),
  }
}
