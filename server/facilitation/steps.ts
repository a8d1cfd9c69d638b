import {
  endTimer,
  enterStep,
  expectedEnd,
  extendTimer,
  neighbourStep,
  type PlannedStep,
  pauseTimer,
  type StageState,
  startTimer,
  timeLeft,
} from '../../shared/domain/agenda'
import type { CanvasId, StepId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { withAgenda } from './agenda-edit'

export type StageCommand =
  | { is: 'next' }
  | { is: 'back' }
  | { is: 'go'; stepId: StepId }
  | { is: 'start-timer' }
  | { is: 'pause-timer' }
  | { is: 'extend-timer'; minutes: number }
  | { is: 'end-timer' }
  | { is: 'set-agenda'; steps: readonly PlannedStep[] }
  | { is: 'set-planned-end'; at: number | null }

export type CommandGiven = { revision: number; now: number; canvases: readonly CanvasId[]; newId: () => StepId }

/**
 * The stage after a command [F1, F2]. It names the revision it was given on, so that two facilitators who press at the
 * same moment move one step, and pressing twice is pressing once.
 */
export function afterCommand(stage: StageState, command: StageCommand, given: CommandGiven): Reply<StageState> {
  if (given.revision !== stage.revision) return refuse('state-moved-on')
  const changed = afterKind(stage, command, given)
  return changed.ok ? ok({ ...changed.value, revision: stage.revision + 1 }) : changed
}

function afterKind(stage: StageState, command: StageCommand, given: CommandGiven): Reply<StageState> {
  switch (command.is) {
    case 'next':
    case 'back':
    case 'go':
      return moved(stage, command, given.now)
    case 'start-timer':
    case 'pause-timer':
    case 'extend-timer':
    case 'end-timer':
      return timed(stage, command, given.now)
    case 'set-agenda':
      return withAgenda(stage, command.steps, given)
    case 'set-planned-end':
      return planned(stage, command.at, given.now)
  }
}

type Move = Extract<StageCommand, { is: 'next' | 'back' | 'go' }>
type Timing = Extract<StageCommand, { is: 'start-timer' | 'pause-timer' | 'extend-timer' | 'end-timer' }>

function moved(stage: StageState, command: Move, now: number): Reply<StageState> {
  if (command.is === 'go') return wentTo(stage, command.stepId, now)
  const step = neighbourStep(stage, command.is === 'next' ? 1 : -1)
  const entered = step && enterStep(stage, step.id, now)
  // no such step: the button was there for a step that is not the last any more
  return entered ? ok(entered) : refuse('state-moved-on')
}

/** Who goes to a step that was left out wants it: it is back in the agenda. */
function wentTo(stage: StageState, id: StepId, now: number): Reply<StageState> {
  if (!stage.steps.some((step) => step.id === id)) return refuse('not-found')
  const steps = stage.steps.map((step) => (step.id === id && step.skipped ? { ...step, skipped: false } : step))
  const entered = enterStep({ ...stage, steps }, id, now)
  return entered ? ok(entered) : refuse('state-moved-on')
}

function timed(stage: StageState, command: Timing, now: number): Reply<StageState> {
  const { timer } = stage
  switch (command.is) {
    case 'start-timer': {
      const started = { ...stage, timer: startTimer(timer, now) }
      return ok({ ...started, plannedEndAt: stage.plannedEndAt ?? expectedEnd(started, now) })
    }
    case 'pause-timer':
      return ok({ ...stage, timer: pauseTimer(timer, now) })
    case 'extend-timer': {
      const extended = extendTimer(timer, command.minutes * 60_000, now)
      const isTooLong = timeLeft(extended, now) > LIMITS.stepMinutes * 60_000
      return isTooLong ? { ...refuse('timer-too-long'), field: 'minutes' } : ok({ ...stage, timer: extended })
    }
    case 'end-timer':
      return ok({ ...stage, timer: endTimer(timer, now) })
  }
}

/** By hand; what lies in the past, or weeks ahead, is a slip of the hand. */
function planned(stage: StageState, at: number | null, now: number): Reply<StageState> {
  if (at !== null && (at <= now || at > now + LIMITS.plannedEndMs)) return { ...refuse('not-valid'), field: 'at' }
  return ok({ ...stage, plannedEndAt: at })
}
