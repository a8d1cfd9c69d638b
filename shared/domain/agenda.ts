import type { CanvasId, StepId } from './ids'

/** What participants may do in a step. Enforced by the server; see `rights.ts`. */
export const STEP_RIGHTS = ['add-notes', 'move-and-edit', 'vote', 'word-actions', 'read'] as const
export type StepRight = (typeof STEP_RIGHTS)[number]

export const STEP_KINDS = ['welcome', 'write', 'sort', 'propose', 'prioritise', 'agree', 'close', 'own'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** `private`: everybody sees only their own notes until they are revealed together. */
export const WRITING = ['open', 'private'] as const
export type Writing = (typeof WRITING)[number]

export type Step = {
  id: StepId
  kind: StepKind
  title: string
  prompt: string
  minutes: number
  canvasId: CanvasId | null
  rights: StepRight[]
  writing: Writing
  /** At 0:00 it becomes read only for participants. Otherwise nothing closes by itself. */
  closesAtZero: boolean
  /** Left out: *Next* and *Back* pass it by. */
  skipped: boolean
  /** When its private notes were shown; from then on people write openly in it. */
  revealedAt: number | null
}

/** What everybody may say about the step they are in. */
export const SIGNALS = ['ready', 'more-time'] as const
export type Signal = (typeof SIGNALS)[number]

/** A step as a facilitator plans it. `id: null` is a new one; when its notes were shown is the server's to say. */
export type PlannedStep = Omit<Step, 'id' | 'revealedAt'> & { id: StepId | null }

/** A step's clock. Instants are the server's, in ms; nothing closes by itself at zero. */
export type Timer =
  | { is: 'ready'; leftMs: number }
  | { is: 'running'; endsAt: number }
  | { is: 'paused'; leftMs: number }

/** What people may still finish after a change of step or a lock took rights away, until that instant (server, ms). */
export type Grace = { until: number; rights: StepRight[] }

/** So long after *Next* one can take it back, as if it had not been pressed, ms. */
export const WAY_BACK_MS = 30_000

/** A change of step or a lock gives people so long to finish what they are typing. */
export const GRACE_MS = 10_000

/** Where the workshop stands. `revision` grows with every command: a command names the one it leaves, so twice is once. */
export type StageState = {
  steps: Step[]
  currentStepId: StepId | null
  timer: Timer
  revision: number
  /** When the current step was entered, and from which: *Back to Sort* stays for a while. */
  movedAt: number | null
  cameFrom: StepId | null
  /** The clock of that step as it was left: who goes back soon finds it as if they had stayed. */
  leftTimer: Timer | null
  grace: Grace | null
  /** When it should all be over: set when the first clock starts, or by hand. */
  plannedEndAt: number | null
}

/** A stage on which nothing has happened. */
export const AT_THE_START = {
  currentStepId: null,
  timer: { is: 'ready', leftMs: 0 },
  revision: 0,
  movedAt: null,
  cameFrom: null,
  leftTimer: null,
  grace: null,
  plannedEndAt: null,
} as const satisfies Omit<StageState, 'steps'>

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

/** Time is up, as if it had run out now; one that ran out before stays as it is. */
export function endTimer(timer: Timer, now: number): Timer {
  return { is: 'running', endsAt: Math.min(now, now + timeLeft(timer, now)) }
}

export function readyTimer(step: Step): Timer {
  return { is: 'ready', leftMs: step.minutes * 60_000 }
}

export function currentStep(
  stage: Pick<StageState, 'steps' | 'currentStepId'>,
): { step: Step; index: number } | undefined {
  const index = stage.steps.findIndex((step) => step.id === stage.currentStepId)
  const step = stage.steps[index]
  return step ? { step, index } : undefined
}

/** The step that *Next* or *Back* leads to; those that are left out are passed by. */
export function neighbourStep(stage: Pick<StageState, 'steps' | 'currentStepId'>, by: 1 | -1): Step | undefined {
  const at = currentStep(stage)
  if (!at) return undefined
  const ahead = by === 1 ? stage.steps.slice(at.index + 1) : stage.steps.slice(0, at.index).reverse()
  return ahead.find((step) => !step.skipped)
}

/**
 * The stage in another step, its clock ready at the planned minutes, or as it was where one goes back within `WAY_BACK_MS`;
 * undefined when there is no such step or it is there.
 */
export function enterStep(stage: StageState, id: StepId, now: number): StageState | undefined {
  const step = stage.steps.find((one) => one.id === id)
  if (!step || id === stage.currentStepId) return undefined
  const timer = timerOnReturn(stage, id, now) ?? readyTimer(step)
  return { ...stage, currentStepId: id, timer, movedAt: now, cameFrom: stage.currentStepId, leftTimer: stage.timer }
}

function timerOnReturn({ cameFrom, movedAt, leftTimer }: StageState, id: StepId, now: number): Timer | null {
  return cameFrom === id && movedAt !== null && now - movedAt <= WAY_BACK_MS ? leftTimer : null
}

/**
 * When it will be over as things stand: what is left of this step, at least nothing, and the steps to come as planned.
 * Ms since 1970.
 */
export function expectedEnd(stage: StageState, now: number): number {
  const at = currentStep(stage)
  const ahead = stage.steps.slice((at?.index ?? -1) + 1).filter((step) => !step.skipped)
  const minutes = ahead.reduce((sum, step) => sum + step.minutes, 0)
  return now + Math.max(0, timeLeft(stage.timer, now)) + minutes * 60_000
}
