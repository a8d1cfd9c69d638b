import type { Draft, Revealed } from '../../shared/document/drafts'
import type { LateNote, ShownNote } from '../../shared/document/reveal'
import type { Signal, StageState, Step } from '../../shared/domain/agenda'
import type { CanvasCopy } from '../../shared/domain/canvas-copy'
import type { CanvasView } from '../../shared/domain/canvas-view'
import type { CanvasId, CopyId, MemberId, NoteId, StepId, WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { StagePatch, StageView } from '../../shared/domain/stage-view'
import type { Brief, CanvasSummary, WorkshopState } from '../../shared/domain/workshop'

/** Rows to be stored in one transaction; only storage knows what is inside. */
export type Rows = readonly unknown[]

/** A workshop as its facilitators command it. */
export type Run = { workshop: WorkshopState; stage: StageState }

export type WorkshopFields = Partial<
  Brief & Pick<WorkshopState, 'door' | 'locked' | 'cursors' | 'endedAt' | 'expected'>
>

/** Keeps what facilitators decide. `rows…` are stored together with the stage that tells of them. */
export interface RunStore {
  run(workshopId: WorkshopId): Promise<Run | undefined>
  rowsForWorkshop(workshopId: WorkshopId, fields: WorkshopFields): Rows
  /** All of the stage but its steps. */
  rowsForStage(workshopId: WorkshopId, stage: StageState): Rows
  /** What differs between two agendas. */
  rowsForAgenda(workshopId: WorkshopId, steps: { before: readonly Step[]; after: readonly Step[] }): Rows
  /** Nobody has said anything about the step any more. */
  rowsForNoSignals(workshopId: WorkshopId, stepId: StepId | null): Rows
}

/** Keeps who takes part, and how they are written. */
export interface PeopleStore extends Pick<RunStore, 'run' | 'rowsForWorkshop'> {
  member(workshopId: WorkshopId, memberId: MemberId): Promise<Member | undefined>
  /** All who ever joined, those who were removed too. */
  members(workshopId: WorkshopId): Promise<Member[]>
  /** Those who have not been removed. */
  facilitators(workshopId: WorkshopId): Promise<Member[]>
  /** Organisations whose answers an action waits for, as they were asked. */
  askedOrganisations(workshopId: WorkshopId): Promise<string[]>
  rowsForMember(member: Member): Rows
  /** Devices whose turn is a removed member's go to the next who sits there; after the rows that removed them. */
  rowsForNextSeats(workshopId: WorkshopId): Rows
  /** Their return and device links open nothing any more. */
  rowsForNoLinksOf(memberId: MemberId, now: number): Rows
}

/** Keeps where everybody is asked to look, and the sentence on every screen. */
export interface AttentionStore extends Pick<RunStore, 'run'> {
  rowsForAttention(workshopId: WorkshopId, fields: AttentionFields): Rows
}

export type AttentionFields = Partial<Pick<StageView, 'spotlight' | 'announcement'>>

/** What people wrote together, for what points into it. Undefined when the canvas is of another workshop. */
export interface WrittenCanvases {
  canvasOf(workshopId: WorkshopId, canvasId: CanvasId): Promise<CanvasView | undefined>
}

/** The stage room, which only the server writes. */
export interface StageRoom {
  /** Stores the rows and the change together; it is seen after that commit, and after `beforeSeen`. */
  write(workshopId: WorkshopId, patch: StagePatch, rows: Rows, beforeSeen?: () => Promise<void>): Promise<void>
}

/** Who has to hear of a decision besides those who see the stage. */
export interface Told {
  /** What members may write has changed. */
  rightsChanged(workshopId: WorkshopId): Promise<void>
  /** The door was opened, or will not open any more. */
  doorChanged(workshopId: WorkshopId): void
  /** It has ended: what was still open is brought to its end. */
  ended(workshopId: WorkshopId): Promise<void>
}

/** Keeps what people say about the step they are in. */
export interface SignalStore {
  currentStep(workshopId: WorkshopId): Promise<StepId | null>
  signalOf(workshopId: WorkshopId, stepId: StepId, memberId: MemberId): Promise<Signal | null>
  setSignal(workshopId: WorkshopId, given: { stepId: StepId; memberId: MemberId; signal: Signal | null }): Promise<void>
  /** Of those who are still in. */
  count(workshopId: WorkshopId, stepId: StepId): Promise<{ ready: number; moreTime: number }>
}

/** The same, of decisions about people. */
export interface PeopleTold extends Pick<Told, 'rightsChanged'> {
  /** Their connections are to be closed at once, and what made a facilitator of them must not do so again. */
  memberRemoved(workshopId: WorkshopId, member: Pick<Member, 'id' | 'role'>): Promise<void>
  /** `before`: as they were. What made a facilitator of them must not do so again. */
  roleChanged(workshopId: WorkshopId, before: Pick<Member, 'id' | 'role'>): Promise<void>
}

/** Notes of a step that were asked to be shown: they are at that instant (server, ms). */
export type PendingReveal = { workshopId: WorkshopId; stepId: StepId; revealAt: number }

/** Keeps what was decided about private writing. */
export interface RevealStore {
  /** Of one workshop, or of all. */
  pending(workshopId?: WorkshopId): Promise<PendingReveal[]>
  /** Everybody who is in, as they joined. */
  people(workshopId: WorkshopId): Promise<Member[]>
  rowsForReveal(stepId: StepId, fields: { revealAt?: number | null; revealedAt?: number }): Rows
}

/** The document of one member's private notes. */
export interface DraftRooms {
  /** What was read is on disk. */
  read(workshopId: WorkshopId, memberId: MemberId): Promise<Draft[]>
  mark(workshopId: WorkshopId, memberId: MemberId, marks: ReadonlyMap<NoteId, Revealed>): Promise<void>
}

/** The canvas that private notes are for. Each call is one change, on disk when it resolves. */
export interface CanvasRooms {
  wordsOf(canvasId: CanvasId, ids: readonly NoteId[]): Promise<Map<NoteId, string>>
  /** `rows` are stored in the same transaction as the notes. */
  show(canvasId: CanvasId, notes: readonly ShownNote[], at: number, rows: Rows): Promise<void>
  showLate(canvasId: CanvasId, notes: readonly LateNote[], at: number): Promise<Map<NoteId, NoteId>>
}

/** Runs something after so many ms; answers how to call it off. */
export type After = (milliseconds: number, run: () => void) => () => void

/** A step was left, and the copy of this canvas is not there yet. */
export type PendingCopy = { id: CopyId; workshopId: WorkshopId; canvasId: CanvasId }

/** `copies`: the oldest first; `pending`: how many more are being taken. */
export type CopiesThere = { copies: CanvasCopy[]; pending: number }

/** Keeps copies of canvases, and the canvases that are opened from them. */
export interface CopyStore {
  /** Of each of these canvases, for whoever commands the step: stored with the step that it is the end of. */
  rowsForPending(
    workshopId: WorkshopId,
    left: { step: Pick<Step, 'id' | 'title'>; canvases: readonly CanvasSummary[]; leftAt: number },
  ): Rows
  /** Of all workshops, the oldest first. */
  pending(): Promise<PendingCopy[]>
  /** It is there: `position` names the state it shows. Copies beyond what is kept of a workshop go. */
  taken(copy: PendingCopy, fields: { position: number; notes: number; at: number }): Promise<void>
  /** It will not be taken. */
  givenUp(copy: PendingCopy): Promise<void>
  copies(workshopId: WorkshopId): Promise<CopiesThere>
  /** Undefined when it is not there, or of another workshop. */
  stateOf(workshopId: WorkshopId, copyId: CopyId): Promise<{ canvasId: CanvasId; position: number } | undefined>
  originOf(canvasId: CanvasId): Promise<{ workshopId: WorkshopId; fromCopy: CopyId | null } | undefined>
  /** A new canvas after the others, with the first bytes of its document. */
  rowsForCanvas(workshopId: WorkshopId, canvas: CanvasSummary & { fromCopy: CopyId; state: Uint8Array }): Rows
}

/** The documents of canvases as they are and as they were. */
export interface CopiedRooms {
  /** Stores how it is now as a full state, and says which that is and how many notes lie on it. */
  keep(canvasId: CanvasId): Promise<{ position: number; notes: number }>
  /** As bytes; undefined when that state is not kept. */
  stateAt(canvasId: CanvasId, position: number): Promise<Uint8Array | undefined>
  /** The first bytes of a new canvas that reads as that state does. */
  copyAt(canvasId: CanvasId, position: number): Promise<Uint8Array | undefined>
}
