import type { Step } from '../../shared/domain/agenda'
import type { StepId } from '../../shared/domain/ids'

/** What the form is open for: a new step after another (null: at the end), or one that is there. */
export type Editing = { is: 'none' } | { is: 'new'; after: StepId | null } | { is: 'step'; step: Step }
