import type { Draft, Revealed } from '../../shared/document/drafts'
import type { CanvasId, MemberId, NoteId, WorkshopId } from '../../shared/domain/ids'
import type { Role } from '../../shared/domain/member'
import { allowedTo } from '../../shared/domain/rights'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { Run } from './ports'
import { isLate, type RevealPorts } from './reveal'
import { lateNote, markOf } from './shown-notes'
import type { Focus } from './writing-notices'

export type Author = { id: MemberId; role: Role }
type Asked = { run: Run; author: Author; focus: Focus | undefined }

/**
 * Puts a member's own notes that came after a reveal, or were left private, onto their canvases [F32]: when they may add
 * notes, and not on a canvas that people write for privately just now. First the canvas, then the marks: cut off between
 * them, the same notes are found there again by their ids.
 */
export async function addLateNotes(
  ports: RevealPorts,
  workshopId: WorkshopId,
  { run, author, focus }: Asked,
): Promise<Reply<{ added: number }>> {
  if (run.workshop.endedAt !== null) return refuse('workshop-ended')
  if (!mayAdd(run, author.role, ports.now())) return refuse('step-does-not-allow')
  const drafts = await ports.drafts.read(workshopId, author.id)
  const canvases = run.workshop.canvases.map(({ id }) => id).filter((id) => id !== focus?.step.canvasId)
  let added = 0
  for (const canvasId of canvases) {
    const late = drafts.filter((draft) => draft.canvas === canvasId && isLate(draft))
    if (late.length === 0) continue
    await addTo(ports, { workshopId, canvasId, author: author.id }, late)
    added += late.length
  }
  return ok({ added })
}

function mayAdd({ workshop, stage }: Run, role: Role, now: number): boolean {
  return role === 'facilitator' || allowedTo({ ...workshop, ...stage }, now).now.includes('add-notes')
}

async function addTo(
  { drafts, canvases, secret, now }: RevealPorts,
  where: { workshopId: WorkshopId; canvasId: CanvasId; author: MemberId },
  late: readonly Draft[],
): Promise<void> {
  const notes = late.map((draft) => lateNote(secret, where.author, draft))
  const shown = await canvases.showLate(where.canvasId, notes, now())
  const marks = new Map<NoteId, Revealed>()
  late.forEach((draft, index) => {
    const id = notes[index]?.id
    marks.set(draft.id, markOf(draft, { id: (id && shown.get(id)) ?? draft.id, text: draft.text }))
  })
  await drafts.mark(where.workshopId, where.author, marks)
}
