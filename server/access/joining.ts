import type { JoinLink } from '../../shared/domain/join-link'
import type { WorkshopState } from '../../shared/domain/workshop'
import type { RefusalCode, Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { findLink, type GivenLink } from './link-finder'
import { whyShut } from './links'
import type { AccessStore, Left, Rows, SeatedMember, SessionTicket, StagePort } from './ports'
import { groupsOf } from './seats'
import { asMember, type WaitingRoom } from './waiting-room'
import { type AtTheDoor, type Joining, wayIn } from './ways-in'

export type Looked = {
  workshop: WorkshopState
  link: Pick<JoinLink, 'role' | 'side' | 'kind'>
  already: SeatedMember | null
}

export type Joined =
  | { is: 'in'; member: SeatedMember; workshop: WorkshopState }
  | { is: 'waiting'; workshop: WorkshopState }

export interface JoinService {
  /** What a link opens. Consumes nothing: mail scanners open links too. */
  look(given: GivenLink, sessionHash: string | undefined): Promise<Reply<Looked>>
  join(given: GivenLink, as: Joining, ticket: SessionTicket): Promise<Reply<Joined>>
  /** Lets go of the seat on this device, and of those of all who share it; the members stay. */
  leave(sessionHash: string, workshopId: WorkshopState['id']): Promise<void>
}

type Ports = {
  store: AccessStore
  stage: StagePort
  waiting: WaitingRoom
  secret: string
  now: () => number
  left: Left
}

export function createJoinService({ store, stage, waiting, secret, now, left }: Ports): JoinService {
  const seatedAs = async (sessionHash: string | undefined, workshopId: WorkshopState['id']) =>
    sessionHash === undefined ? undefined : (await store.seat(sessionHash, workshopId))?.member

  async function come(found: { link: JoinLink; replaced: boolean }, as: Joining, ticket: SessionTicket) {
    const { link, replaced } = found
    const { workshopId } = link
    const [workshop, members, seated] = await Promise.all([
      store.workshop(workshopId),
      store.members(workshopId),
      ticket.isNew ? undefined : seatedAs(ticket.hash, workshopId),
    ])
    if (!workshop) return refuse('link-unknown')
    const owner = members.find((member) => member.id === link.memberId)
    const at: AtTheDoor = { link, replaced, seated, owner, members, workshop, given: as, now: now() }
    const way = wayIn(at)
    if (!way.ok) return way
    switch (way.value.is) {
      case 'same':
        return ok({ is: 'in', member: way.value.member, workshop } satisfies Joined)
      case 'waits': {
        const asked = await waiting.ask(ticket, link, way.value.as)
        return asked.ok ? ok({ is: 'waiting', workshop } satisfies Joined) : asked
      }
      case 'own':
        await store.write([...rowsForSeat(ticket, way.value.member), ...rowsForUse(link)])
        return ok({ is: 'in', member: way.value.member, workshop } satisfies Joined)
      case 'new': {
        const { member } = way.value
        const rows = [...store.rowsForNewMember(member, link.id), ...rowsForSeat(ticket, member)]
        await stage.publish(workshopId, { people: [asMember(member)] }, rows)
        return ok({ is: 'in', member, workshop } satisfies Joined)
      }
    }
  }

  function rowsForSeat(ticket: SessionTicket, member: SeatedMember): Rows {
    const session = { idHash: ticket.hash, createdAt: now(), seenAt: now() }
    return [...(ticket.isNew ? store.rowsForSession(session) : []), ...store.rowsForSeat(ticket.hash, member)]
  }

  function rowsForUse(link: JoinLink): Rows {
    return link.kind === 'device' ? store.rowsForLink({ ...link, usedAt: now() }) : []
  }

  return {
    async look(given, sessionHash) {
      const found = await findLink({ store, secret }, given)
      if (!found.ok) return found
      const { link, replaced } = found.value
      const [workshop, seated, owner] = await Promise.all([
        store.workshop(link.workshopId),
        seatedAs(sessionHash, link.workshopId),
        link.memberId ? store.seatOfMember(link.memberId) : undefined,
      ])
      if (!workshop) return refuse('link-unknown')
      const refusal = whyNot({ link, replaced, seated, owner: owner?.member, now: now() })
      if (refusal) return { ...refuse(refusal), detail: seated?.removedAt === null ? { workshopId: workshop.id } : {} }
      const { role, side, kind } = link
      return ok({ workshop, link: { role, side, kind }, already: seated ?? null })
    },

    async join(given, as, ticket) {
      const first = await findLink({ store, secret }, given)
      if (!first.ok) return first
      return stage.inTurn(first.value.link.workshopId, async (): Promise<Reply<Joined>> => {
        // Looked up again now that it is our turn: somebody before may have used or replaced it.
        const found = await findLink({ store, secret }, given)
        return found.ok ? come(found.value, as, ticket) : found
      })
    },

    async leave(sessionHash, workshopId) {
      const rows = store.rowsForNoSeat(sessionHash, workshopId)
      await stage.inTurn(workshopId, async () => {
        const sitting = await store.sitting(workshopId)
        const others = sitting.filter((one) => one.sessionHash !== sessionHash)
        if (others.length === sitting.length) await store.write(rows)
        else await stage.publish(workshopId, { seats: groupsOf(others) }, rows)
      })
      left(sessionHash, workshopId)
    },
  }
}

type Seen = Pick<AtTheDoor, 'link' | 'replaced' | 'seated' | 'owner' | 'now'>

/** The same order of reasons as when joining, as far as they are known before anybody said who they are. */
function whyNot({ link, replaced, seated, owner, now }: Seen): RefusalCode | undefined {
  if (seated?.removedAt != null) return 'removed'
  if (seated && link.memberId === seated.id) return undefined
  if (owner && owner.removedAt !== null) return 'removed'
  return replaced ? 'link-replaced' : whyShut(link, now)
}
