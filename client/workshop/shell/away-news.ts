import { currentStep } from '../../../shared/domain/agenda'
import { allNotes, type CanvasView } from '../../../shared/domain/canvas-view'
import type { CanvasId, MemberId } from '../../../shared/domain/ids'
import type { StageView } from '../../../shared/domain/stage-view'
import { stepsText } from '../../text/steps'

const words = stepsText.away

/** A workshop as somebody saw it last. `canvas`: the one on the page, if there is one. */
export type Seen = {
  stepId: string | null
  revealed: ReadonlySet<string>
  openBallots: ReadonlySet<string>
  actions: number
  locked: boolean
  canvas: { id: CanvasId; notes: ReadonlySet<string> } | undefined
}

export function seenNow(stage: StageView, canvas: { id: CanvasId; view: CanvasView } | undefined): Seen {
  const { steps, currentStepId } = stage.stage
  return {
    stepId: currentStepId,
    revealed: new Set(steps.filter((step) => step.revealedAt !== null).map((step) => step.id)),
    openBallots: new Set(stage.ballots.filter((ballot) => ballot.is === 'open').map((ballot) => ballot.id)),
    actions: stage.actions.length,
    locked: stage.workshop?.locked === true,
    canvas: canvas && { id: canvas.id, notes: new Set(allNotes(canvas.view).map((note) => note.id)) },
  }
}

/** Where a turn of the workshop can be looked at: what to do now, the canvas itself, or another page. */
export type TurnAt = 'step' | 'canvas' | 'results' | 'agreement'
export type Turn = { text: string; at: TurnAt | null }

/** What has changed since, in sentences, what asks something of people first. One's own notes are no news. */
export function awayNews(
  before: Seen,
  now: { stage: StageView; canvas: { id: CanvasId; view: CanvasView } | undefined; me: MemberId },
): Turn[] {
  const seen = seenNow(now.stage, now.canvas)
  const news: Turn[] = []
  const tell = (text: string, at: TurnAt | null) => void news.push({ text, at })
  const at = currentStep(now.stage.stage)
  if (at && seen.stepId !== before.stepId) tell(words.step(at.index, at.step.title), 'step')
  const isNew = (then: ReadonlySet<string>, after: ReadonlySet<string>) => [...after].some((id) => !then.has(id))
  if (isNew(before.openBallots, seen.openBallots)) tell(words.ballotOpened, 'results')
  else if (isNew(seen.openBallots, before.openBallots)) tell(words.ballotClosed, 'results')
  if (seen.locked !== before.locked) tell(seen.locked ? words.locked : words.unlocked, null)
  if (isNew(before.revealed, seen.revealed)) tell(words.revealed, 'canvas')
  const added = notesAdded(before, now)
  if (added > 0) tell(words.notes(added), 'canvas')
  if (seen.actions > before.actions) tell(words.actions(seen.actions - before.actions), 'agreement')
  return news
}

function notesAdded(before: Seen, { canvas, me }: Parameters<typeof awayNews>[1]): number {
  const known = before.canvas
  if (!canvas || known?.id !== canvas.id) return 0
  return allNotes(canvas.view).filter((note) => !known.notes.has(note.id) && note.author !== me).length
}
