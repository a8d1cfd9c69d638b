import { currentStep } from '../../shared/domain/agenda'
import { allowedTo } from '../../shared/domain/rights'
import { votingText } from '../text/voting'
import type { Workshop } from '../workshop/contract'

const words = votingText.waits

/** Why participants cannot vote just now, by the rules that the server keeps; undefined when they can. */
export function whyNoVoting({ stage, now }: Workshop, facilitates: boolean): string | undefined {
  const { locked = false, endedAt = null } = stage.workshop ?? {}
  const { steps, currentStepId, timer, grace } = stage.stage
  if (endedAt !== null) return words.ended
  if (allowedTo({ steps, currentStepId, timer, grace, locked, endedAt }, now()).now.includes('vote')) return undefined
  if (locked) return words.locked
  const step = currentStep(stage.stage)?.step
  if (!step || step.rights.includes('vote')) return words.time
  return facilitates ? words.stepLead(step.title) : words.step(step.title)
}
