import { currentStep, GRACE_MS, type Grace, STEP_RIGHTS, type StageState, type StepRight } from './agenda'
import type { WorkshopState } from './workshop'

/** What the rules about participants look at. */
export type Standing = Pick<StageState, 'steps' | 'currentStepId' | 'timer' | 'grace'> &
  Pick<WorkshopState, 'locked' | 'endedAt'>

/**
 * What participants may do at an instant (server, ms). `now`: in full. `finishing`: only to end what they had begun, words
 * in what is there already, until `until`. `closesAt`: when `now` ends by itself, because the step's clock runs out.
 */
export type Allowed = {
  now: readonly StepRight[]
  finishing: readonly StepRight[]
  until: number | null
  closesAt: number | null
}

const NOTHING: readonly StepRight[] = []

/** The rights of participants. Facilitators have them all until the end; observers none but *read*. */
export function allowedTo(standing: Standing, at: number): Allowed {
  if (standing.endedAt !== null) return { now: NOTHING, finishing: NOTHING, until: null, closesAt: null }
  const step = currentStep(standing)?.step
  const rights = step ? step.rights : STEP_RIGHTS
  const closesAt = step?.closesAtZero && standing.timer.is === 'running' ? standing.timer.endsAt : null
  if (standing.locked) return { now: NOTHING, ...finishing(standing.grace, at), closesAt: null }
  if (closesAt !== null && at >= closesAt) {
    return { now: NOTHING, ...finishing({ until: closesAt + GRACE_MS, rights: [...rights] }, at), closesAt: null }
  }
  return { now: rights, ...finishing(standing.grace, at), closesAt }
}

function finishing(grace: Grace | null, at: number): Pick<Allowed, 'finishing' | 'until'> {
  return grace && at < grace.until
    ? { finishing: grace.rights, until: grace.until }
    : { finishing: NOTHING, until: null }
}

/** The time that a change gives, to finish with what one had until then. Another change that takes nothing more keeps it as it is. */
export function graceFor(before: Standing, at: number): Grace {
  const had = allowedTo(before, at)
  const taken = had.now.filter((right) => right !== 'read')
  if (taken.length === 0) return { until: had.until ?? at, rights: [...had.finishing] }
  return { until: at + GRACE_MS, rights: [...new Set([...taken, ...had.finishing])] }
}

/**
 * The grace that stands after a change from one standing to another: to finish with what was taken away. Null when nothing
 * was, or when it has been given back. Reading is nobody's to lose.
 */
export function graceAfter(before: Standing, after: Standing, at: number): Grace | null {
  const had = allowedTo(before, at)
  const has = allowedTo({ ...after, grace: null }, at).now
  const isLost = (right: StepRight) => right !== 'read' && !has.includes(right)
  if (had.now.some(isLost)) return graceFor(before, at)
  // a second change that takes nothing more leaves the time that was given as it is
  if (had.until !== null && had.finishing.some(isLost)) return { until: had.until, rights: [...had.finishing] }
  return null
}
