import { type PlannedStep, readyTimer, type StageState, type Step } from '../../shared/domain/agenda'
import type { CanvasId, StepId } from '../../shared/domain/ids'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'

type Given = { canvases: readonly CanvasId[]; newId: () => StepId }

/**
 * The stage with another agenda [F10, F11]. Steps keep their id, and when their private notes were shown; the step that
 * everybody is in stays in it. A clock that has not been started follows the minutes of its step.
 */
export function withAgenda(stage: StageState, planned: readonly PlannedStep[], given: Given): Reply<StageState> {
  const known = new Map(stage.steps.map((step) => [step.id, step]))
  const steps: Step[] = []
  for (const [index, one] of planned.entries()) {
    const before = one.id === null ? undefined : known.get(one.id)
    if (one.id !== null && !before) return wrong(`steps.${index}.id`)
    if (one.canvasId !== null && !given.canvases.includes(one.canvasId)) return wrong(`steps.${index}.canvasId`)
    if (before) known.delete(before.id)
    steps.push(stepAs(one, { id: before?.id ?? given.newId(), revealedAt: before?.revealedAt ?? null }))
  }
  const now = stage.steps.find((step) => step.id === stage.currentStepId)
  const later = steps.find((step) => step.id === now?.id)
  if (now && (!later || (later.skipped && !now.skipped))) return refuse('step-is-now')
  const follows = now && later && stage.timer.is === 'ready' && later.minutes !== now.minutes
  return ok({ ...stage, steps, timer: follows ? readyTimer(later) : stage.timer })
}

/** Its fields in the order of every step, so that one that is the same is not published again [F8]. */
function stepAs(planned: PlannedStep, { id, revealedAt }: Pick<Step, 'id' | 'revealedAt'>): Step {
  const { kind, title, prompt, minutes, canvasId, writing, closesAtZero, skipped } = planned
  const rights = [...new Set(planned.rights)]
  return { id, kind, title, prompt, minutes, rights, canvasId, writing, closesAtZero, skipped, revealedAt }
}

/** An id of nowhere, or named twice. */
function wrong(field: string): Reply<never> {
  return { ...refuse('not-valid'), field }
}
