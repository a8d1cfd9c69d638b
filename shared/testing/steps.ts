import type { Step } from '../domain/agenda'
import type { StepId } from '../domain/ids'

/** A step in which participants may do nothing but read, but for what is given. */
export function aStep(id: string, given: Partial<Omit<Step, 'id'>> = {}): Step {
  return {
    id: id as StepId,
    kind: 'own',
    title: id,
    prompt: '',
    minutes: 10,
    canvasId: null,
    rights: [],
    writing: 'open',
    closesAtZero: false,
    skipped: false,
    revealedAt: null,
    ...given,
  }
}
