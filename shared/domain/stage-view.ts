import type { PutAction } from './action'
import type { StageState } from './agenda'
import type { Member } from './member'
import type { WorkshopState } from './workshop'

/** The live state everybody sees, as read from the stage document. `workshop` is missing until the first reading arrived. */
export type StageView = {
  workshop: WorkshopState | undefined
  stage: StageState
  /** Who is in, as they joined. */
  people: Member[]
  /** Who was removed: their notes keep a name, and a facilitator can let them back in. */
  removed: Member[]
  actions: PutAction[]
}

/** What a command changes on the stage: only what is given is written. */
export type StagePatch = {
  workshop?: WorkshopState
  stage?: StageState
  people?: Member[]
  actions?: PutAction[]
}
