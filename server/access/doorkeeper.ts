import type { CanvasDocument } from '../../shared/document/authorship'
import type { Touch } from '../../shared/document/touches'
import { type Deed, mayDo, mayWriteIn } from '../../shared/domain/deeds'
import type { ActionId, CanvasId, MemberId, WorkshopId } from '../../shared/domain/ids'
import { privateStep } from '../../shared/domain/private-writing'
import { allowedTo, type Standing } from '../../shared/domain/rights'
import type { RoomAddress } from '../../shared/domain/room'
import type { Side } from '../../shared/domain/side'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { ok, type Result, refuse } from '../../shared/result'
import { timesToMend } from './clocks'
import { sessionIdIn } from './cookie'
import { type Judge, judgeOfAgreement, judgeOfCanvas } from './judging'
import { judgeOfDrafts } from './judging-drafts'
import type { AccessStore, Seat } from './ports'
import { hashOfSession, sessionExpired } from './session'

/** What a member may do in one room, in the words of rooms. */
export type RoomRights = { write: 'yes' | RefusalCode; judge?: Judge; mayUseReserve?: boolean; mend?: Mend }
type Mend = (update: readonly Touch[]) => ((document: CanvasDocument) => void) | undefined
/** `session`: the hash of the session that they came with. */
export type RoomVisitor = { memberId: MemberId; workshopId: WorkshopId; session: string; rights: RoomRights }

export interface RoomDoorkeeper {
  enter(cookieHeader: string | undefined, room: RoomAddress): Promise<Result<RoomVisitor, RefusalCode>>
  rights(memberId: MemberId, room: RoomAddress): Promise<Result<RoomRights, RefusalCode>>
  /** Nobody is in the workshop any more. */
  closed(workshopId: WorkshopId): void
}

type Ports = {
  store: AccessStore
  cookieName: string
  now: () => number
  /** Actions whose wording nobody may change now. The set is live. */
  lockedActions: (workshopId: WorkshopId) => Promise<ReadonlySet<ActionId>> | ReadonlySet<ActionId>
}

/** Says who may enter a room and what they may write there. */
export function createDoorkeeper({ store, cookieName, now, lockedActions }: Ports): RoomDoorkeeper {
  const sides = new SidesHad()
  const mend: Mend = (update) => timesToMend(update, now())

  async function workshopOf(room: RoomAddress): Promise<WorkshopId | undefined> {
    return room.kind === 'canvas' ? store.workshopOfCanvas(room.canvasId) : room.workshopId
  }

  async function rightsOf(seat: Seat, room: RoomAddress): Promise<Result<RoomRights, RefusalCode>> {
    const { member, workshop } = seat
    if (member.removedAt !== null) return refuse('removed')
    // where everything is full, somebody has to be able to say so and to make room
    const mayUseReserve = member.role === 'facilitator'
    switch (room.kind) {
      case 'stage':
        return ok({ write: 'role-may-not-edit' })
      case 'drafts':
        return rightsOnDrafts(seat, room.memberId)
      case 'canvas': {
        const write = mayWrite(seat, room.kind, now())
        const judged = member.role === 'participant' && workshop.attribution === 'named'
        const writer = { id: member.id, sides: sides.of(seat), deny: denying(seat, room.canvasId) }
        return ok(judged ? { write, mend, judge: judgeOfCanvas(writer) } : { write, mend, mayUseReserve })
      }
      case 'agreement': {
        const locked = await lockedActions(workshop.id)
        const judge = judgeOfAgreement(locked, denying(seat))
        return ok({ write: mayWrite(seat, room.kind, now()), judge, mayUseReserve })
      }
    }
  }

  /** Asked for each update: what one may do ends by the clock while connections stay open [A17]. */
  function denying({ member, workshop }: Seat, canvasId?: CanvasId): (deed: Deed) => RefusalCode | undefined {
    return (deed) => {
      // [A19] where everybody writes for themselves, a note goes to their own drafts
      const isPrivate = canvasId !== undefined && privateStep(workshop.standing)?.canvasId === canvasId
      if (deed === 'add-note' && isPrivate) return 'step-does-not-allow'
      const allowed = allowedTo(workshop.standing, now())
      return mayDo(member.role, deed, allowed) ? undefined : whyNot(workshop.standing)
    }
  }

  /** [A19] There is no such room for anybody but the member whose it is, not for facilitators either. */
  function rightsOnDrafts(seat: Seat, of: MemberId): Result<RoomRights, RefusalCode> {
    const { member, workshop } = seat
    const isTheirs = member.id === of && member.role !== 'observer'
    // In safe space nothing that somebody writes may lie on the server under their id.
    if (!isTheirs || workshop.attribution !== 'named') return refuse('not-found')
    const judge = judgeOfDrafts({ id: member.id, sides: sides.of(seat) })
    return ok({ write: workshop.standing.endedAt === null ? 'yes' : 'workshop-ended', judge, mend })
  }

  return {
    async enter(cookieHeader, room) {
      const id = sessionIdIn(cookieHeader, cookieName)
      if (id === undefined) return refuse('session-missing')
      const session = await store.session(hashOfSession(id))
      if (!session || sessionExpired(session, now())) return refuse('session-missing')
      const workshopId = await workshopOf(room)
      const seat = workshopId && (await store.seat(session.idHash, workshopId))
      if (!seat) return refuse('not-a-member')
      const rights = await rightsOf(seat, room)
      if (!rights.ok) return rights
      const { member, workshop } = seat
      return ok({ memberId: member.id, workshopId: workshop.id, session: session.idHash, rights: rights.value })
    },

    async rights(memberId, room) {
      const [seat, workshopId] = await Promise.all([store.seatOfMember(memberId), workshopOf(room)])
      if (!seat || seat.workshop.id !== workshopId) return refuse('not-a-member')
      return rightsOf(seat, room)
    },

    closed: (workshopId) => sides.forget(workshopId),
  }
}

/** [A8] Nobody once it has ended, no observer ever, participants what the step allows unless it is locked. */
function mayWrite({ member, workshop }: Seat, room: 'canvas' | 'agreement', at: number): 'yes' | RefusalCode {
  if (member.role === 'observer') return 'role-may-not-edit'
  if (workshop.standing.endedAt !== null) return 'workshop-ended'
  return mayWriteIn(room, member.role, workshop.standing, at) ? 'yes' : whyNot(workshop.standing)
}

function whyNot(standing: Standing): RefusalCode {
  return standing.locked ? 'canvas-locked' : 'step-does-not-allow'
}

/** The sides that a member had while anybody was in the workshop: what they wrote as they were moved is still on its way. */
class SidesHad {
  readonly #sides = new Map<WorkshopId, Map<MemberId, Set<Side | null>>>()

  of({ workshop, member: { id, side } }: Seat): ReadonlySet<Side | null> {
    const members = this.#sides.get(workshop.id) ?? new Map<MemberId, Set<Side | null>>()
    const had = members.get(id) ?? new Set()
    this.#sides.set(workshop.id, members.set(id, had.add(side)))
    return had
  }

  forget(workshopId: WorkshopId): void {
    this.#sides.delete(workshopId)
  }
}
