import type { PlannedStep, StageState, Step } from '../../shared/domain/agenda'
import type { StepId } from '../../shared/domain/ids'

/**
 * A change to the agenda, made on the agenda as it is when it is sent: what others changed meanwhile stays. Undefined when
 * what it is about is no longer there.
 */
export type AgendaEdit = (steps: readonly PlannedStep[]) => PlannedStep[] | undefined

export type StepFields = Omit<PlannedStep, 'id'>

export function plannedSteps({ steps }: Pick<StageState, 'steps'>): PlannedStep[] {
  return steps.map(plannedOf)
}

export function plannedOf({ revealedAt: _, ...step }: Step): PlannedStep {
  // plain copies: a step is read from the page's store
  return { ...step, rights: [...step.rights] }
}

const at = (steps: readonly PlannedStep[], id: StepId) => steps.findIndex((step) => step.id === id)

export function changeStep(id: StepId, change: Partial<StepFields>): AgendaEdit {
  return (steps) =>
    at(steps, id) < 0 ? undefined : steps.map((step) => (step.id === id ? { ...step, ...change } : step))
}

/** Past its neighbour; at the end of the agenda nothing changes. */
export function moveStep(id: StepId, by: 1 | -1): AgendaEdit {
  return (steps) => {
    const from = at(steps, id)
    const step = steps[from]
    if (!step) return undefined
    const others = steps.filter((one) => one.id !== id)
    return [...others.slice(0, Math.max(0, from + by)), step, ...others.slice(Math.max(0, from + by))]
  }
}

export function removeStep(id: StepId): AgendaEdit {
  return (steps) => (at(steps, id) < 0 ? undefined : steps.filter((step) => step.id !== id))
}

/** After a step, or where that is gone, or none is named, at the end. */
export function insertStep(fields: StepFields, after: StepId | null): AgendaEdit {
  return (steps) => {
    const index = after === null ? -1 : at(steps, after)
    const place = index < 0 ? steps.length : index + 1
    return [...steps.slice(0, place), { ...fields, id: null }, ...steps.slice(place)]
  }
}

/** Where it was: undo of a removal. It comes back as a new step. */
export function bringBack(fields: StepFields, index: number): AgendaEdit {
  return (steps) => [...steps.slice(0, index), { ...fields, id: null }, ...steps.slice(index)]
}
