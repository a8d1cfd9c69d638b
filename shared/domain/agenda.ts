import type { CanvasId, StepId } from './ids'

/** What participants may do in a step. Shown and kept from the first day; enforced once steps have rights. */
export const STEP_RIGHTS = ['add-notes', 'move-and-edit', 'vote', 'word-actions', 'read'] as const
export type StepRight = (typeof STEP_RIGHTS)[number]

export type Step = {
  id: StepId
  title: string
  prompt: string
  minutes: number
  canvasId: CanvasId | null
  rights: StepRight[]
}

/** A step's clock. Instants are the server's, in ms; nothing closes by itself at zero. */
export type Timer =
  | { is: 'ready'; leftMs: number }
  | { is: 'running'; endsAt: number }
  | { is: 'paused'; leftMs: number }

/** Where the workshop stands. `revision` grows with every command: a command names the one it leaves, so twice is once. */
export type StageState = { steps: Step[]; currentStepId: StepId | null; timer: Timer; revision: number }

/** Time left in ms; negative once it ran out. */
export function timeLeft(timer: Timer, now: number): number {
  return timer.is === 'running' ? timer.endsAt - now : timer.leftMs
}

export function startTimer(timer: Timer, now: number): Timer {
  return timer.is === 'running' ? timer : { is: 'running', endsAt: now + timer.leftMs }
}

export function pauseTimer(timer: Timer, now: number): Timer {
  return timer.is === 'running' ? { is: 'paused', leftMs: timer.endsAt - now } : timer
}

/** Adds time; a clock that ran out starts again from now, so that two minutes more are two minutes. */
export function extendTimer(timer: Timer, ms: number, now: number): Timer {
  if (timer.is === 'running') return { is: 'running', endsAt: Math.max(timer.endsAt, now) + ms }
  return { is: timer.is, leftMs: Math.max(timer.leftMs, 0) + ms }
}

export function currentStep(stage: StageState): { step: Step; index: number } | undefined {
  const index = stage.steps.findIndex((step) => step.id === stage.currentStepId)
  const step = stage.steps[index]
  return step ? { step, index } : undefined
}

/** The stage one step on or back, its clock ready at the planned minutes; undefined at either end. */
export function moveStep(stage: StageState, by: 1 | -1): StageState | undefined {
  const at = currentStep(stage)
  const next = at && stage.steps[at.index + by]
  if (!next) return undefined
  return { ...stage, currentStepId: next.id, timer: readyTimer(next), revision: stage.revision + 1 }
}

export function readyTimer(step: Step): Timer {
  return { is: 'ready', leftMs: step.minutes * 60_000 }
}
