import { currentStep, type StageState, type Step } from '../../shared/domain/agenda'

/** The step that is on, if participants cannot vote in it. */
export function stepWithoutVote(stage: StageState): Step | undefined {
  const step = currentStep(stage)?.step
  return step?.rights.includes('vote') ? undefined : step
}
