import { type Revealed, stateOfDraft } from '../../shared/document/drafts'
import type { StageState } from '../../shared/domain/agenda'
import type { CanvasId, NoteId, StepId, WorkshopId } from '../../shared/domain/ids'
import { isPrivate, type PrivateStep } from '../../shared/domain/private-writing'
import { inParallel } from './in-parallel'
import type { CanvasRooms, DraftRooms, RevealStore, RunStore, Told } from './ports'
import { markOf, shownId, shownNote, shuffled, type Written, waitingFor } from './shown-notes'
import type { Stage } from './stage'
import { AT_A_TIME } from './writing-counts'

export type RevealPorts = {
  runs: Pick<RunStore, 'run' | 'rowsForStage'>
  store: RevealStore
  drafts: DraftRooms
  canvases: CanvasRooms
  stage: Stage
  told: Pick<Told, 'rightsChanged'>
  secret: string
  now: () => number
  random: () => number
}

/**
 * Shows everybody's notes of a step whose notice has run out, in three parts that can each be cut off by a crash [F31]:
 * all notes onto the canvas in one change, with `revealed_at` in the same transaction; then the marks in the drafts; then
 * the stage, with `reveal_at` taken back. As long as `reveal_at` stands, this is not done and is gone on with from where it
 * stopped: what was on the canvas by then was shown together, and later notes stay private. Inside its turn.
 */
export async function showAll(ports: RevealPorts, workshopId: WorkshopId, stepId: StepId): Promise<void> {
  const run = await ports.runs.run(workshopId)
  const step = run?.stage.steps.find(({ id }) => id === stepId)
  if (!run || !step) return
  const isOff = step.revealedAt === null && (run.workshop.endedAt !== null || !isPrivate(step))
  // a step that lost its canvas meanwhile has nothing to show on; a notice left standing would refuse every later reveal
  if (step.canvasId === null || isOff) {
    await ports.stage.publish(workshopId, { writing: null }, ports.store.rowsForReveal(stepId, { revealAt: null }))
    return
  }
  const canvasId = step.canvasId
  const written = await readAll(ports, workshopId)
  const at = step.revealedAt ?? ports.now()
  if (step.revealedAt === null) await putOnCanvas(ports, { ...step, canvasId }, { written, at })
  const words = await ports.canvases.wordsOf(canvasId, idsOf(ports.secret, canvasId, written))
  await markAll(ports, workshopId, { canvasId, written, words, isFirstTime: step.revealedAt === null })
  await publish(ports, workshopId, { stage: run.stage, step, at })
}

function readAll({ store, drafts }: RevealPorts, workshopId: WorkshopId): Promise<Written[]> {
  return store.people(workshopId).then((people) =>
    inParallel(
      people.filter(({ role }) => role !== 'observer'),
      AT_A_TIME,
      async ({ id }) => ({ memberId: id, drafts: await drafts.read(workshopId, id) }),
    ),
  )
}

function putOnCanvas(ports: RevealPorts, step: PrivateStep, what: { written: Written[]; at: number }): Promise<void> {
  const { canvases, store, secret, random } = ports
  const notes = what.written.flatMap(({ memberId, drafts }) =>
    waitingFor(step.canvasId, drafts).map((draft) => shownNote(secret, memberId, draft)),
  )
  const rows = store.rowsForReveal(step.id, { revealedAt: what.at })
  return canvases.show(step.canvasId, shuffled(notes, random), what.at, rows)
}

function idsOf(secret: string, canvasId: CanvasId, written: readonly Written[]): NoteId[] {
  return written.flatMap(({ memberId, drafts }) =>
    waitingFor(canvasId, drafts).map((draft) => shownId(secret, memberId, draft)),
  )
}

type Marking = {
  canvasId: CanvasId
  written: readonly Written[]
  /** Of those that lie on the canvas. */
  words: ReadonlyMap<NoteId, string>
  isFirstTime: boolean
}

/**
 * What the drafts said when they were read is what was shown. After a crash that is not known any more: then it is what
 * the canvas says, and an author whose words differ is asked.
 */
async function markAll(ports: RevealPorts, workshopId: WorkshopId, marking: Marking): Promise<void> {
  const { canvasId, written, words, isFirstTime } = marking
  await inParallel(written, AT_A_TIME, async ({ memberId, drafts }) => {
    const marks = new Map<NoteId, Revealed>()
    for (const draft of waitingFor(canvasId, drafts)) {
      const id = shownId(ports.secret, memberId, draft)
      const text = words.get(id)
      if (text !== undefined) marks.set(draft.id, markOf(draft, { id, text: isFirstTime ? draft.text : text }))
    }
    if (marks.size > 0) await ports.drafts.mark(workshopId, memberId, marks)
  })
}

/** From now on people write openly in the step, and may when they see that they do. */
function publish(
  { stage: shown, store, runs, told }: RevealPorts,
  workshopId: WorkshopId,
  { stage, step, at }: { stage: StageState; step: { id: StepId }; at: number },
): Promise<void> {
  const steps = stage.steps.map((one) => (one.id === step.id ? { ...one, revealedAt: at } : one))
  const after = { ...stage, steps, revision: stage.revision + 1 }
  const rows = [...runs.rowsForStage(workshopId, after), ...store.rowsForReveal(step.id, { revealAt: null })]
  return shown.publish(workshopId, { stage: after, writing: null }, rows, () => told.rightsChanged(workshopId))
}

/** Whether there is anything in somebody's drafts that they could still show. */
export function isLate(draft: Parameters<typeof stateOfDraft>[0]): boolean {
  const state = stateOfDraft(draft)
  return state === 'waiting' || state === 'changed'
}
