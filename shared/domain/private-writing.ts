import { currentStep, type StageState, type Step } from './agenda'
import type { CanvasId } from './ids'

/** So long after a facilitator asked for it private notes are shown: time to finish a sentence, and to call it off. */
export const REVEAL_NOTICE_MS = 10_000

/** A step in which everybody writes for themselves. */
export type PrivateStep = Step & { canvasId: CanvasId }

/** Notes written in it are seen by nobody but who wrote them, until they are shown together. */
export function isPrivate(step: Step): step is PrivateStep {
  const forNotes = step.canvasId !== null && step.rights.includes('add-notes')
  return step.writing === 'private' && forNotes && step.revealedAt === null
}

/** The current step, if people write privately in it. */
export function privateStep(stage: Pick<StageState, 'steps' | 'currentStepId'>): PrivateStep | undefined {
  const step = currentStep(stage)?.step
  return step && isPrivate(step) ? step : undefined
}
