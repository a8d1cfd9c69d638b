import { newId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import { organisationKey } from '../../shared/domain/member'
import type { Side } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import type { Refused, Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import { whyShut } from './links'
import type { SeatedMember } from './ports'

/** What somebody says of themselves when joining. */
export type Joining = { name: string; organisation: string; side: Side | null; asSomebodyElse: boolean }

/** All that decides whether and as whom somebody comes in. */
export type AtTheDoor = {
  link: JoinLink
  replaced: boolean
  /** The member that this session already is here. */
  seated: SeatedMember | undefined
  /** The member whose own link it is. */
  owner: SeatedMember | undefined
  members: readonly SeatedMember[]
  workshop: { door: 'open' | 'closed'; endedAt: number | null }
  given: Joining
  now: number
}

export type WayIn =
  /** Already in: nothing changes, whatever the link says. */
  | { is: 'same'; member: SeatedMember }
  /** Their own link, on another device. */
  | { is: 'own'; member: SeatedMember }
  | { is: 'new'; member: SeatedMember }
  | { is: 'waits'; as: { name: string; organisation: string; side: Side | null } }

/** Decides. A link never changes what somebody already is: not the role, not the side, not which member. */
export function wayIn(at: AtTheDoor): Reply<WayIn> {
  const { link, seated, owner } = at
  if (seated) return wayOfSeated(at, seated)
  const shut = at.replaced ? 'link-replaced' : whyShut(link, at.now)
  if (link.kind !== 'join') {
    if (!owner) return refuse('link-unknown')
    if (owner.removedAt !== null) return refuse('removed')
    return shut ? refuse(shut) : ok({ is: 'own', member: owner })
  }
  if (shut) return refuse(shut)
  if (at.workshop.endedAt !== null) return refuse('workshop-ended')
  return wayOfNewcomer(at)
}

function wayOfSeated(at: AtTheDoor, seated: SeatedMember): Reply<WayIn> {
  if (seated.removedAt !== null) return refuse('removed')
  if (at.link.kind !== 'join') {
    if (at.link.memberId === seated.id) return ok({ is: 'same', member: seated })
    return { ...refuse('another-member-here'), detail: { workshopId: seated.workshopId } }
  }
  const shut = at.replaced ? 'link-replaced' : whyShut(at.link, at.now)
  return shut ? { ...refuse(shut), detail: { workshopId: seated.workshopId } } : ok({ is: 'same', member: seated })
}

function wayOfNewcomer({ link, given, members, workshop, now }: AtTheDoor): Reply<WayIn> {
  if (given.name === '') return { ...refuse('not-valid'), field: 'name' } satisfies Refused
  const side = link.side ?? given.side
  if (link.role === 'participant' && side === null) return { ...refuse('side-needed'), field: 'side' }
  const { name, organisation } = given
  if (!given.asSomebodyElse && members.some((member) => isNamed(member, given))) return refuse('joined-already')
  if (members.length >= LIMITS.members && link.role !== 'facilitator') return refuse('room-full')
  if (workshop.door === 'closed') return ok({ is: 'waits', as: { name, organisation, side } })
  return ok({ is: 'new', member: newcomer(link, { name, organisation, side }, now) })
}

export function newcomer(
  link: JoinLink,
  as: { name: string; organisation: string; side: Side | null },
  now: number,
): SeatedMember {
  const { workshopId, role } = link
  return { id: newId<'member'>(), workshopId, ...as, role, joinedAt: now, removedAt: null, briefReadAt: null }
}

/** The same person, as far as a name and an organisation can say. */
export function isNamed(member: SeatedMember, given: Pick<Joining, 'name' | 'organisation'>): boolean {
  return (
    member.removedAt === null &&
    nameKey(member.name) === nameKey(given.name) &&
    organisationKey(member.organisation) === organisationKey(given.organisation)
  )
}

function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
