import type { CanvasId, LinkId, MemberId, WorkshopId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import type { Member } from '../../shared/domain/member'
import type { Standing } from '../../shared/domain/rights'
import type { Side } from '../../shared/domain/side'
import type { StagePatch } from '../../shared/domain/stage-view'
import type { WorkshopState } from '../../shared/domain/workshop'

/** Rows to be stored in one transaction; only storage knows what is inside. */
export type Rows = readonly unknown[]

export type Session = { idHash: string; createdAt: number; seenAt: number }

/** What a session may be asked to become: `isNew` has no row yet. */
export type SessionTicket = { hash: string; isNew: boolean }

export type SeatedMember = Member & { workshopId: WorkshopId; briefReadAt: number | null }

/** What the rules need to know of a workshop. */
export type WorkshopStanding = {
  id: WorkshopId
  title: string
  endedAt: number | null
  /** What participants may do follows from it. Of the steps it has the current one alone. */
  standing: Standing
  attribution: WorkshopState['attribution']
}

export type Seat = { member: SeatedMember; workshop: WorkshopStanding }

/** Somebody who shares a device with others. Whose turn it is there, is the session's membership. */
export type Sitting = { sessionHash: string; position: number; member: SeatedMember }

/** Somebody at the closed door. */
export type Waiting = {
  id: string
  workshopId: WorkshopId
  sessionHash: string
  linkId: LinkId
  /** Of the link when they asked. */
  linkGeneration: number
  name: string
  organisation: string
  side: Side | null
  askedAt: number
  seenAt: number
  letInAt: number | null
}

/** A link's code is another link's already: a write of links rejects with it, and has stored nothing. */
export class CodeTaken extends Error {
  override readonly name = 'CodeTaken'
}

/** Keeps sessions, members, links and the people at the door. `rows…` are stored by whoever gets them. */
export interface AccessStore {
  session(idHash: string): Promise<Session | undefined>
  /** Every seat of a session, latest first, those of removed members too. */
  seats(sessionHash: string): Promise<Seat[]>
  seat(sessionHash: string, workshopId: WorkshopId): Promise<Seat | undefined>
  seatOfMember(memberId: MemberId): Promise<Seat | undefined>
  /** Everybody who shares a device, those who were removed too. */
  sitting(workshopId: WorkshopId): Promise<Sitting[]>
  workshopOfCanvas(canvasId: CanvasId): Promise<WorkshopId | undefined>
  workshop(workshopId: WorkshopId): Promise<WorkshopState | undefined>
  members(workshopId: WorkshopId): Promise<SeatedMember[]>
  linkById(id: LinkId): Promise<JoinLink | undefined>
  linkByCode(code: string): Promise<JoinLink | undefined>
  links(workshopId: WorkshopId): Promise<JoinLink[]>
  waitingOf(workshopId: WorkshopId): Promise<Waiting[]>
  /** Workshops with anybody at the door. */
  workshopsWithWaiting(): Promise<WorkshopId[]>

  rowsForSession(session: Session): Rows
  rowsForSeat(sessionHash: string, member: { id: MemberId; workshopId: WorkshopId }): Rows
  /** The device is nobody's any more, whoever else sat there. */
  rowsForNoSeat(sessionHash: string, workshopId: WorkshopId): Rows
  rowsForSitting(sitting: Sitting): Rows
  rowsForStandingUp(sessionHash: string, memberId: MemberId): Rows
  rowsForNewMember(member: SeatedMember, linkId: LinkId | null): Rows
  rowsForBriefRead(memberId: MemberId, at: number): Rows
  rowsForLink(link: JoinLink): Rows
  rowsForWaiting(waiting: Waiting): Rows
  /** Only that they were seen: whoever lets them in meanwhile has let them in. */
  rowsForSeen(waitingId: string, at: number): Rows
  rowsForNoWaiting(waitingId: string): Rows
  /** Lets go of sessions and of people at the door that nobody has seen since, and of device links that ran out before then. */
  rowsForTidying(before: { sessions: number; waiting: number }): Rows
  write(rows: Rows): Promise<void>
}

/** The live state everybody sees; commands of one workshop take turns. */
export interface StagePort {
  inTurn<T>(workshopId: WorkshopId, work: () => Promise<T>): Promise<T>
  /** Stores the rows and the change of the stage together; it is seen by all after that commit. */
  publish(workshopId: WorkshopId, patch: StagePatch, rows: Rows): Promise<void>
}

/** Told when a workshop was left on one device, or passed to somebody else there: what that device has open of it is closed. */
export type Left = (sessionHash: string, workshopId: WorkshopId) => void
