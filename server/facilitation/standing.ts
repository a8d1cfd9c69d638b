import { currentStep, type StageState } from '../../shared/domain/agenda'
import { allowedTo, type Standing } from '../../shared/domain/rights'
import type { Run } from './ports'

/** What the rules about participants look at, of a workshop as it runs. */
export function standingOf({ workshop, stage }: Run): Standing {
  const { steps, currentStepId, timer, grace } = stage
  return { steps, currentStepId, timer, grace, locked: workshop.locked, endedAt: workshop.endedAt }
}

/** Has to be in force on open connections before anybody sees it [F5]: another step, other rights, or when they end. */
export function changesWhatOneMay(before: Standing, after: Standing, at: number): boolean {
  const facts = (standing: Standing) => {
    const step = currentStep(standing)?.step
    return JSON.stringify([step?.id, step?.writing, step?.canvasId, allowedTo(standing, at)])
  }
  return facts(before) !== facts(after)
}

/** Whether people came into another step: what they said about it before is said no more. */
export function isEntered(before: StageState, after: StageState): boolean {
  return before.currentStepId !== after.currentStepId
}
