import { currentStep, type Step } from '../../shared/domain/agenda'
import type { Spotlight } from '../../shared/domain/attention'
import type { Ballot } from '../../shared/domain/ballot'
import type { CanvasId } from '../../shared/domain/ids'
import type { StageView } from '../../shared/domain/stage-view'

/** What fills the show screen. */
export type Scene =
  | { is: 'welcome' }
  | { is: 'canvas'; canvasId: CanvasId; look: string | null; title: string }
  | { is: 'writing' }
  | { is: 'voting'; ballot: Extract<Ballot, { is: 'open' }> }
  | { is: 'results'; ballot: Extract<Ballot, { is: 'closed' }> }
  | { is: 'agreement' }
  | { is: 'record' }

/**
 * What the room is to see: whatever the facilitator did last. A step brings its canvas, its private writing or its page; a
 * ballot that opens or closes, and a place that everybody is brought to, stand over it until the next of these.
 */
export function sceneOf(stage: StageView): Scene {
  if (stage.workshop?.endedAt != null) return { is: 'record' }
  const happened = [ofStep(stage), ofBallots(stage), ofSpotlight(stage)].filter((one) => one !== undefined)
  return happened.reduce((last, one) => (one.at >= last.at ? one : last)).scene
}

type Happened = { at: number; scene: Scene }

function ofStep(stage: StageView): Happened {
  const step = currentStep(stage.stage)?.step
  const at = Math.max(stage.stage.movedAt ?? 0, step?.revealedAt ?? 0)
  return { at, scene: step ? sceneOfStep(step, stage) : { is: 'welcome' } }
}

function sceneOfStep(step: Step, stage: StageView): Scene {
  if (step.kind === 'welcome') return { is: 'welcome' }
  if (step.kind === 'agree') return { is: 'agreement' }
  if (step.kind === 'close') return { is: 'record' }
  if (step.writing === 'private' && step.revealedAt === null) return { is: 'writing' }
  return canvasScene(stage, step.canvasId)
}

function canvasScene({ workshop }: StageView, wanted: CanvasId | null, item?: { id: string; title: string }): Scene {
  const canvases = workshop?.canvases ?? []
  const canvas = canvases.find(({ id }) => id === wanted) ?? canvases[0]
  if (!canvas) return { is: 'welcome' }
  return { is: 'canvas', canvasId: canvas.id, look: item?.id ?? null, title: item?.title ?? '' }
}

function ofBallots({ ballots }: StageView): Happened | undefined {
  const ballot = ballots.at(-1)
  if (!ballot) return undefined
  return ballot.is === 'open'
    ? { at: ballot.openedAt, scene: { is: 'voting', ballot } }
    : { at: ballot.closedAt, scene: { is: 'results', ballot } }
}

function ofSpotlight(stage: StageView): Happened | undefined {
  const { spotlight } = stage
  const scene = spotlight && sceneOfSpotlight(stage, spotlight)
  return spotlight && scene ? { at: spotlight.at, scene } : undefined
}

function sceneOfSpotlight(stage: StageView, { page, canvasId, item, title }: Spotlight): Scene | undefined {
  switch (page) {
    case 'agreement':
    case 'record':
      return { is: page }
    case 'results': {
      const closed = stage.ballots.findLast((ballot) => ballot.is === 'closed')
      return closed?.is === 'closed' ? { is: 'results', ballot: closed } : undefined
    }
    case 'canvas':
      return canvasScene(stage, canvasId, item ? { id: item.id, title } : undefined)
  }
}
