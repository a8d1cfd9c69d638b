import type { PutAction } from './action'
import type { StageState } from './agenda'
import type { Announcement, Spotlight } from './attention'
import type { Ballot } from './ballot'
import type { MemberId, StepId } from './ids'
import type { Member } from './member'
import type { Turnout } from './turnout'
import type { WorkshopState } from './workshop'

/**
 * Private writing in a step: how many have written, how many notes there are, and when all is shown (null: not yet asked
 * for).
 */
export type PrivateWriting = { stepId: StepId; written: Turnout; notes: number; revealAt: number | null }

/** How many say that they are ready, or need more time, in a step. */
export type Signals = { stepId: StepId; ready: number; moreTime: number }

/** The live state everybody sees, as read from the stage document. `workshop` is missing until the first reading arrived. */
export type StageView = {
  workshop: WorkshopState | undefined
  stage: StageState
  /** Who is in, as they joined. */
  people: Member[]
  /** Who was removed: their notes keep a name, and a facilitator can let them back in. */
  removed: Member[]
  /** Who shares a device with whom, in the order they sat down. Nobody who sits alone. */
  seats: MemberId[][]
  actions: PutAction[]
  /** The open one, if any, and those that are closed; in the order in which they were opened. */
  ballots: Ballot[]
  writing: PrivateWriting | null
  signals: Signals | null
  spotlight: Spotlight | null
  announcement: Announcement | null
}

/** What a command changes on the stage: only what is given is written. */
export type StagePatch = {
  workshop?: WorkshopState
  stage?: StageState
  people?: Member[]
  seats?: MemberId[][]
  actions?: PutAction[]
  ballots?: Ballot[]
  writing?: PrivateWriting | null
  signals?: Signals | null
  spotlight?: Spotlight | null
  announcement?: Announcement | null
}

/** A spotlight is for the step it was given in: once the workshop moved on, or ended, nobody is asked to look there. */
export function spotlightNow({ spotlight, stage, workshop }: Pick<StageView, 'spotlight' | 'stage' | 'workshop'>) {
  const movedOn = spotlight !== null && stage.movedAt !== null && stage.movedAt > spotlight.at
  return movedOn || (workshop?.endedAt ?? null) !== null ? null : spotlight
}
