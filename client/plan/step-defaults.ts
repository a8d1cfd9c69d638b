import { STEP_RIGHTS, type StepKind } from '../../shared/domain/agenda'
import type { CanvasId } from '../../shared/domain/ids'
import { barriersAndProposals } from '../../shared/templates/barriers-and-proposals'
import type { StepFields } from './agenda-edits'

/** What a new step of a kind starts with: as in the default run, or for one's own kind nothing but what is usual. */
export function defaultsOf(kind: StepKind, canvas: CanvasId | null): StepFields {
  const usual = barriersAndProposals.steps.find((step) => step.kind === kind)
  return {
    kind,
    title: usual?.title ?? '',
    prompt: usual?.prompt ?? '',
    minutes: usual?.minutes ?? 15,
    canvasId: usual?.onCanvas === false ? null : canvas,
    rights: STEP_RIGHTS.filter((right) => (usual?.rights ?? ['add-notes', 'move-and-edit']).includes(right)),
    writing: usual?.writing ?? 'open',
    closesAtZero: false,
    skipped: false,
  }
}
