import type * as Y from 'yjs'
import type { Touch } from '../../shared/document/touches'
import type { MemberId, WorkshopId } from '../../shared/domain/ids'
import type { RoomAddress, RoomName } from '../../shared/domain/room'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { Result } from '../../shared/result'

/** Where a room's log stands: `epoch` changes when a document is rebuilt, `position` counts its updates from 1. */
export type LogPosition = { epoch: string; position: number }

/** All that is stored of one document: a full state up to a position (if any), and the updates after it, in order. */
export type StoredDocument = {
  epoch: string
  schemaVersion: number
  snapshot: { position: number; state: Uint8Array } | null
  tail: { position: number; update: Uint8Array }[]
}

/** Rows of the domain that have to be stored in the same transaction as an update. Only storage knows what is inside. */
export type Rows = readonly unknown[]

/** Keeps documents. Every promise resolves only after the commit returned: what it says is on disk. */
export interface UpdateLog {
  load(room: RoomName): Promise<StoredDocument | undefined>
  /** Appends at `at.position`, which must follow the last one stored; two writers of one room therefore cannot both succeed. */
  append(room: RoomName, at: LogPosition, update: Uint8Array, rows?: Rows): Promise<void>
  /** Stores a full state up to a position and lets go of the log before it. */
  compact(room: RoomName, at: LogPosition, state: Uint8Array): Promise<void>
  /** Cuts a full state into updates that are applied one after another, somewhere else than on the event loop. */
  cut(state: Uint8Array): Promise<readonly Uint8Array[]>
}

/** A full state that is kept for looking back. `at`: when it was stored, ms since 1970; `bytes`: its size. */
export type KeptState = { position: number; at: number; bytes: number }

/** Documents as they were. What is kept, and for how long, is the storage's to say. */
export interface History {
  /** Newest first. */
  keptStates(room: RoomName): Promise<KeptState[]>
  /** Undefined when there is none, or it has been let go of since. */
  keptState(room: RoomName, position: number): Promise<{ schemaVersion: number; state: Uint8Array } | undefined>
}

/** What a member may do in one room. Replaced as a whole when role, lock, step or membership changes. */
export type Rights = {
  /** 'yes', or the refusal that every document message of theirs gets. */
  write: 'yes' | RefusalCode
  /**
   * Asked for each thing that an update would create, change or delete, before it is applied; `document` is the room's as
   * it is until then, to be read only; `update` is all that the update touches. Must not wait.
   */
  judge?: (touch: Touch, document: Y.Doc, update: readonly Touch[]) => RefusalCode | undefined
  /** They may still write when the document is full but for its reserve, and as much as they need. */
  mayUseReserve?: boolean
  /** What the server puts right in an update that is taken, once it is in the document; undefined: nothing. Must not wait. */
  mend?: (update: readonly Touch[]) => ((document: Y.Doc) => void) | undefined
}

/**
 * Who stands behind a connection, as the server knows it; nothing of this comes from the client. `session` is the device
 * that they came with: one member may be at several.
 */
export type Visitor = { memberId: MemberId; workshopId: WorkshopId; session: string; rights: Rights }

/** Says who may enter. Implemented by access; asked as a room is entered and again whenever something changes. */
export interface Doorkeeper {
  enter(cookieHeader: string | undefined, room: RoomAddress): Promise<Result<Visitor, RefusalCode>>
  /** The same member's rights now; a refusal closes the connection with the table's code. */
  rights(memberId: MemberId, room: RoomAddress): Promise<Result<Rights, RefusalCode>>
}
