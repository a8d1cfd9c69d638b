import type { MemberId } from '../../shared/domain/ids'
import { newId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import type { Refused, Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { SeatedMember, Sitting } from './ports'
import { isNamed } from './ways-in'

/** What is said of somebody who sits down at a device. Left out: as whoever adds them. */
export type NewSeat = { name: string; organisation?: string; side?: Side; asSomebodyElse: boolean }

/** All that decides whether somebody may sit down here. */
export type AtTheDevice = {
  /** Whose turn it is: they add the other. */
  by: SeatedMember
  given: NewSeat
  /** Those who sit here already. */
  here: readonly SeatedMember[]
  members: readonly SeatedMember[]
  workshop: { door: 'open' | 'closed'; endedAt: number | null }
  now: number
}

/** [A21] Decides: a new participant, on the same terms as somebody who comes with a link. */
export function sitDown(at: AtTheDevice): Reply<SeatedMember> {
  const { by, given, here, members, workshop, now } = at
  if (workshop.endedAt !== null) return refuse('workshop-ended')
  if (given.name === '') return { ...refuse('not-valid'), field: 'name' } satisfies Refused
  const side = given.side ?? by.side
  if (side === null) return { ...refuse('side-needed'), field: 'side' }
  // [A21] Whoever came by the link of one side must not bring votes for the other.
  if (by.role !== 'facilitator' && side !== by.side) return { ...refuse('role-may-not'), field: 'side' }
  const as = { name: given.name, organisation: given.organisation ?? by.organisation, side }
  if (!given.asSomebodyElse && members.some((member) => isNamed(member, as))) return refuse('joined-already')
  if (here.length >= LIMITS.seats) return refuse('device-full')
  if (members.length >= LIMITS.members) return refuse('room-full')
  if (workshop.door === 'closed') return refuse('door-closed')
  const { workshopId } = by
  return ok({
    id: newId<'member'>(),
    workshopId,
    ...as,
    role: 'participant',
    joinedAt: now,
    removedAt: null,
    briefReadAt: null,
  })
}

/** Who sits together, in the order they sat down. Says nothing of the devices themselves, and leaves out who sits alone. */
export function groupsOf(sitting: readonly Sitting[]): MemberId[][] {
  const devices = new Map<string, Sitting[]>()
  for (const one of sitting) devices.set(one.sessionHash, [...(devices.get(one.sessionHash) ?? []), one])
  return [...devices.values()]
    .filter((seats) => seats.length > 1)
    .map((seats) => inOrder(seats).map((seat) => seat.member.id))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

export function inOrder(sitting: readonly Sitting[]): Sitting[] {
  return [...sitting].sort((a, b) => a.position - b.position)
}
