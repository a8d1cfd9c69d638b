import type { WorkshopId } from '../../shared/domain/ids'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { createJoinService, type JoinService } from './joining'
import type { LinkMaker } from './links'
import { createLinks, type LinksService } from './links-service'
import { type Command, may } from './permissions'
import type { AccessStore, Left, Seat, SeatedMember, StagePort } from './ports'
import { createSeats, type SeatsService } from './seats-service'
import { hashOfSession, SESSION_DAYS, sessionExpired, sessionNeedsTouch } from './session'
import { tokenOf } from './token'
import { createWaitingRoom, type WaitingRoom } from './waiting-room'

/** Who somebody is, how they come in, and what they may ask for. */
export interface Access {
  joining: JoinService
  links: LinksService
  waiting: WaitingRoom
  /** Who shares a device. */
  seats: SeatsService
  /** The live session behind a cookie's id. `renew`: its cookie should be set again, so that it lasts. */
  session(id: string): Promise<{ hash: string; renew: boolean } | undefined>
  /** May whoever has this session give this command there? Workshops of others are not found. */
  admit(sessionHash: string | undefined, workshopId: WorkshopId, command: Command): Promise<Reply<Seat>>
  /** Every workshop that this browser is in, as whom. */
  memberships(sessionHash: string): Promise<Seat[]>
  markBriefRead(member: SeatedMember): Promise<void>
  tokenOf(link: Parameters<typeof tokenOf>[1]): string
  close(): void
}

type Ports = {
  store: AccessStore
  stage: StagePort
  links: LinkMaker
  secret: string
  now: () => number
  heldMs?: number
  left: Left
}

const DAY = 86_400_000

export async function createAccess(ports: Ports): Promise<Access> {
  const { store, stage, links, secret, now, left } = ports
  const waiting = await createWaitingRoom(ports)
  await tidy(store, now())
  const tidying = setInterval(() => void tidy(store, now()).catch(() => undefined), DAY)
  tidying.unref()

  return {
    joining: createJoinService({ store, stage, waiting, secret, now, left }),
    links: createLinks({ store, stage, maker: links, now, replaced: waiting.wake }),
    waiting,
    seats: createSeats({ store, stage, now, left }),

    async session(id) {
      const hash = hashOfSession(id)
      const session = await store.session(hash)
      if (!session || sessionExpired(session, now())) return undefined
      const renew = sessionNeedsTouch(session, now())
      if (renew) await store.write(store.rowsForSession({ ...session, seenAt: now() }))
      return { hash, renew }
    },

    async admit(sessionHash, workshopId, command) {
      if (sessionHash === undefined) return refuse('session-missing')
      const seat = await store.seat(sessionHash, workshopId)
      if (!seat) return refuse('not-a-member')
      // Their device has to know whose copies to throw away.
      if (seat.member.removedAt !== null) return { ...refuse('removed'), detail: { memberId: seat.member.id } }
      const allowed = may(seat.member.role, command, seat.workshop.endedAt)
      return allowed.ok ? ok(seat) : allowed
    },

    memberships: (sessionHash) => store.seats(sessionHash),

    async markBriefRead(member) {
      // This alone: the member may have been moved or removed since they were looked up.
      if (member.briefReadAt === null) await store.write(store.rowsForBriefRead(member.id, now()))
    },

    tokenOf: (link) => tokenOf(secret, link),

    close() {
      clearInterval(tidying)
      waiting.close()
    },
  }
}

function tidy(store: AccessStore, now: number): Promise<void> {
  return store.write(store.rowsForTidying({ sessions: now - SESSION_DAYS * DAY, waiting: now - DAY }))
}
