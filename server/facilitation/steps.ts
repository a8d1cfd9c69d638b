import {
  enterStep,
  extendTimer,
  neighbourStep,
  pauseTimer,
  type StageState,
  startTimer,
} from '../../shared/domain/agenda'
import { ok, type Result, refuse } from '../../shared/result'

export type StageCommand =
  | { is: 'next' }
  | { is: 'back' }
  | { is: 'start-timer' }
  | { is: 'pause-timer' }
  | { is: 'extend-timer'; minutes: number }

/**
 * The stage after a command [F1, F2]. It names the revision it was given on, so that two facilitators who press at the
 * same moment move one step, and pressing twice is pressing once.
 */
export function afterCommand(
  stage: StageState,
  command: StageCommand,
  given: { revision: number; now: number },
): Result<StageState, 'state-moved-on'> {
  if (given.revision !== stage.revision) return refuse('state-moved-on')
  const next = changed(stage, command, given.now)
  return next ? ok({ ...next, revision: stage.revision + 1 }) : refuse('state-moved-on')
}

/** Undefined where there is no such step: the button was there for a step that is not the last any more. */
function changed(stage: StageState, command: StageCommand, now: number): StageState | undefined {
  const { timer } = stage
  switch (command.is) {
    case 'next':
    case 'back': {
      const step = neighbourStep(stage, command.is === 'next' ? 1 : -1)
      return step && enterStep(stage, step.id, now)
    }
    case 'start-timer':
      return { ...stage, timer: startTimer(timer, now) }
    case 'pause-timer':
      return { ...stage, timer: pauseTimer(timer, now) }
    case 'extend-timer':
      return { ...stage, timer: extendTimer(timer, command.minutes * 60_000, now) }
  }
}
