import type { Accessor } from 'solid-js'
import type * as Y from 'yjs'
import type { Edit } from '../../shared/document/change'
import type { DrawingMove } from '../../shared/document/drawings'
import type { ClusterSpot, NoteSpot, PutBack } from '../../shared/document/edits'
import type { NoteGroup } from '../../shared/document/note-groups'
import type { AgreementView } from '../../shared/domain/action'
import type { CanvasView } from '../../shared/domain/canvas-view'
import type { ClusterKind } from '../../shared/domain/cluster'
import type { Deed } from '../../shared/domain/deeds'
import type { DrawingRecord } from '../../shared/domain/drawing'
import type { CanvasId, ClusterId, DrawingId, MemberId, NoteId, SectionId, WorkshopId } from '../../shared/domain/ids'
import type { Member } from '../../shared/domain/member'
import type { FreePlace } from '../../shared/domain/spot'
import type { StageView } from '../../shared/domain/stage-view'
import type { ConnectionStatus } from '../connection/connection-status'
import type { SeveralEdits } from './several-edits'
import type { ShapeEdits } from './shape-edits'

/** The person in front of this screen. In a preview the role is the previewed one and nothing can be changed. */
export type Me = Member & { preview: boolean }

/** Why a canvas is closed for me just now, in the order it is explained; `yes` when there is something I may do on it. */
export type MayEdit = 'yes' | 'preview' | 'ended' | 'observer' | 'locked' | 'step'

/** What every page under `/w/:id` stands in. Got with `useWorkshop()`. */
export interface Workshop {
  id: WorkshopId
  /** Solid store: read its fields inside tracking scopes, do not destructure. */
  stage: StageView
  me: Accessor<Me>
  /** Who has a screen open now, each once. */
  here: Accessor<Member[]>
  /** The server's clock in ms, ticking every second, whatever this device's clock says. */
  now: Accessor<number>
  /** Over all rooms this page has open; the worst one speaks. */
  status: Accessor<ConnectionStatus>
  mayEdit: Accessor<MayEdit>
  /** What I may do in documents just now, by the table that the server enforces. Tracks. */
  may(deed: Deed): boolean
  /** A member by id, also one who left; undefined when unknown. */
  member(id: MemberId): Member | undefined
  /** Resolves once everything this page wrote is on the server's disk. Commands that read a document wait for it. */
  saved(): Promise<void>
}

/** What others see of a person on a canvas, passing and never stored. Canvas units. */
export type CanvasPresence = {
  cursor?: { x: number; y: number }
  /** Items selected; more than 30 go as `many`. */
  selected?: string[]
  /** How many are selected, and the box round them, where naming each would be too long for a state. */
  many?: { count: number; x: number; y: number; w: number; h: number }
  /** The note or cluster title being typed in. */
  typing?: string
  /** The note that they have before them in the sorting mode; others are offered another one. */
  sorting?: string
  /** Items being dragged, and how far from where they lie. */
  dragging?: { ids: string[]; dx: number; dy: number }
}
export type OtherPerson = { clientId: number; member: Member; presence: CanvasPresence }

/** One open canvas: the same object for board and list. Made with `createCanvas(canvasId)` inside a Solid owner. */
export interface Canvas {
  id: CanvasId
  /** Solid store, kept in step with the document; survives its replacement. */
  view: CanvasView
  /**
   * The same as plain objects, which share what did not change. For what looks through the whole canvas: over the store, that
   * would follow each note by itself. Tracks; never written into.
   */
  reading: Accessor<CanvasView>
  /** True once the content has arrived. */
  ready: Accessor<boolean>
  /** The document now. It can be replaced at any time: read it when needed, never keep it. */
  document: Accessor<Y.Doc>
  /** Plain (not Solid) subscription for the React side; called with every new reading, at once with the present one. */
  subscribe(listener: (view: CanvasView) => void): () => void
  edits: CanvasEdits
  others: Accessor<OtherPerson[]>
  /** Whether what a Yjs client writes is written by this person: here, or at another screen of theirs. */
  isOwnScreen(clientId: number): boolean
  showPresence(presence: CanvasPresence): void
  noteText(id: NoteId): Y.Text | undefined
  clusterText(id: ClusterId, key: 'title' | 'residentChange'): Y.Text | undefined
  sectionTitle(id: SectionId): Y.Text | undefined
  drawingText(id: DrawingId): Y.Text | undefined
}

/**
 * Every named edit of a canvas, as this person: author, time and undo are taken care of. What one may not do just now does
 * nothing, and answers with nothing: only what was done is said, and offered to be taken back.
 */
export interface CanvasEdits extends DrawingEdits, ShapeEdits, SeveralEdits {
  addNote(note: { text?: string; spot: NoteSpot }): NoteId | undefined
  addNotes(notes: { texts: string[]; spot: NoteSpot }): NoteId[]
  /** Notes for several places in one step. Only a facilitator's count for another side than their own. */
  addNoteGroups(groups: readonly NoteGroup[]): NoteId[]
  moveNotes(ids: readonly NoteId[], spot: NoteSpot): Edit | undefined
  /** Each to a place of its own on free ground. */
  placeNotes(places: ReadonlyMap<NoteId, FreePlace>): Edit | undefined
  deleteNotes(ids: readonly NoteId[]): Edit | undefined
  addCluster(cluster: {
    title?: string
    kind: ClusterKind
    spot: ClusterSpot
    notes?: readonly NoteId[]
    /** The barriers that it answers from the start. */
    addresses?: readonly ClusterId[]
  }): ClusterId | undefined
  noteToCluster(note: { id: NoteId; kind: ClusterKind; spot: ClusterSpot }): ClusterId | undefined
  moveCluster(id: ClusterId, spot: ClusterSpot): Edit | undefined
  changeKind(id: ClusterId, kind: ClusterKind): Edit | undefined
  linkBarriers(proposal: ClusterId, barriers: readonly ClusterId[]): Edit | undefined
  putBack(item: PutBack): Edit | undefined
  /** The spot at the end of a container's flow, as the view stands. */
  endOf(container: SectionId | ClusterId): NoteSpot
  /** The spot for a new or moved cluster at the end of a section. */
  endOfSection(section: SectionId): ClusterSpot
  undo: UndoHistory
}

/** Drawings, for board and list. What is drawn is drawn on the board; everything else can be done in both. */
export interface DrawingEdits {
  addDrawing(drawing: { record: DrawingRecord; place: FreePlace; sketch?: string }): DrawingId | undefined
  moveDrawings(moves: readonly DrawingMove[]): Edit | undefined
  /** Only one's own, but for facilitators; says so of the others. */
  deleteDrawings(ids: readonly DrawingId[]): Edit | undefined
  /** Says what they show: all that were drawn in one go. */
  describeDrawings(ids: readonly DrawingId[], description: string): Edit | undefined
}

/** One's own work only. Labels are words for a button or menu: "Undo move of 3 notes". */
export interface UndoHistory {
  undoLabel: Accessor<string | undefined>
  redoLabel: Accessor<string | undefined>
  /** Says in words (toast and live region) when somebody changed the item since; then nothing is undone. */
  undo(): void
  redo(): void
  /**
   * What was done last, to be taken back later from a message about it. Answers no, and takes nothing back, when
   * something else has been done since.
   */
  last(): () => boolean
}

/** The open agreement document. Made with `createAgreement()` inside a Solid owner. */
export interface Agreement {
  view: AgreementView
  ready: Accessor<boolean>
  document: Accessor<Y.Doc>
}
