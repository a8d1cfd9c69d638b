import type { AgreementView, Answer, PutAction } from '../../shared/domain/action'
import type { StageState } from '../../shared/domain/agenda'
import type { ClosedBallot } from '../../shared/domain/ballot'
import type { CanvasView } from '../../shared/domain/canvas-view'
import type { ActionId, CanvasId, MemberId, WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { StagePatch } from '../../shared/domain/stage-view'
import type { WorkshopState } from '../../shared/domain/workshop'

/** Rows to be stored in one transaction; only storage knows what is inside. */
export type Rows = readonly unknown[]

/** The body of a record, written once. `hash` is over everything else. */
export type StoredRecord = {
  number: number
  revision: number
  actionId: ActionId
  body: RecordBody
  hash: string
  madeAt: number
  closedEarly: boolean
}

/** What was signed, complete in itself, so that it can be read and checked without the rest of the workshop. */
export type RecordBody = {
  workshop: { id: WorkshopId; title: string }
  action: PutAction
}

/** Keeps actions that have a number, their answers and the records made of them. */
export interface ActionStore {
  actionsOf(workshopId: WorkshopId): Promise<PutAction[]>
  recordsOf(workshopId: WorkshopId): Promise<StoredRecord[]>
  /** Rows for a new action or for the new state of one. */
  rowsForAction(workshopId: WorkshopId, action: PutAction): Rows
  rowsForAnswer(workshopId: WorkshopId, action: PutAction, answer: Answer): Rows
  rowsForDispute(workshopId: WorkshopId, action: PutAction, answer: Answer, by: MemberId): Rows
  rowsForRecord(workshopId: WorkshopId, record: StoredRecord): Rows
}

/**
 * The rows a report is made of, besides actions; `members` includes those who were removed. `voters`: who gave a vote in a
 * ballot that is closed, each once; undefined when none is. What they chose is not among it.
 */
export type ReportRows = {
  workshop: WorkshopState & { createdAt: number }
  stage: StageState
  members: Member[]
  /** Those that are counted, as they were opened. */
  ballots: ClosedBallot[]
  voters: ReadonlySet<MemberId> | undefined
}

export interface ReportStore {
  reportRows(workshopId: WorkshopId): Promise<ReportRows | undefined>
}

/** The live state everybody sees; commands of one workshop take turns. */
export interface StagePort {
  inTurn<T>(workshopId: WorkshopId, work: () => Promise<T>): Promise<T>
  /** Stores the rows and the change of the stage together; it is seen by all after that commit. */
  publish(workshopId: WorkshopId, patch: StagePatch, rows: Rows): Promise<void>
}

/** What people wrote together, as it stands on the server now. */
export interface WrittenTogether {
  agreement(workshopId: WorkshopId): Promise<AgreementView>
  canvas(canvasId: CanvasId): Promise<CanvasView>
  /** The same, if it is one of this workshop: for ids that come out of a document, where anybody may have written them. */
  canvasOf(workshopId: WorkshopId, canvasId: CanvasId): Promise<CanvasView | undefined>
}
