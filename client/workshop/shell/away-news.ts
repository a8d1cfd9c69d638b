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

/** What has changed since, in sentences, what asks something of people first. One's own notes are no news. */
export function awayNews(
  before: Seen,
  now: { stage: StageView; canvas: { id: CanvasId; view: CanvasView } | undefined; me: MemberId },
): string[] {
  const seen = seenNow(now.stage, now.canvas)
  const news: string[] = []
  const at = currentStep(now.stage.stage)
  if (at && seen.stepId !== before.stepId) news.push(words.step(at.index, at.step.title))
  const isNew = (then: ReadonlySet<string>, after: ReadonlySet<string>) => [...after].some((id) => !then.has(id))
  if (isNew(before.openBallots, seen.openBallots)) news.push(words.ballotOpened)
  else if (isNew(seen.openBallots, before.openBallots)) news.push(words.ballotClosed)
  if (seen.locked !== before.locked) news.push(seen.locked ? words.locked : words.unlocked)
  if (isNew(before.revealed, seen.revealed)) news.push(words.revealed)
  const added = notesAdded(before, now)
  if (added > 0) news.push(words.notes(added))
  if (seen.actions > before.actions) news.push(words.actions(seen.actions - before.actions))
  return news
}

function notesAdded(before: Seen, { canvas, me }: Parameters<typeof awayNews>[1]): number {
  const known = before.canvas
  if (!canvas || known?.id !== canvas.id) return 0
  return allNotes(canvas.view).filter((note) => !known.notes.has(note.id) && note.author !== me).length
}
