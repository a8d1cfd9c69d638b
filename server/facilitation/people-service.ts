import type { MemberId, WorkshopId } from '../../shared/domain/ids'
import { type Member, organisationKey, type Role } from '../../shared/domain/member'
import { mergeExpected } from '../../shared/domain/organisations'
import type { Side } from '../../shared/domain/side'
import type { ExpectedOrganisation } from '../../shared/domain/workshop'
import type { Reply } from '../../shared/protocol/refusals'
import { ok, refuse } from '../../shared/result'
import type { PeopleStore, PeopleTold } from './ports'
import type { Stage } from './stage'

/** How somebody is written: what is not given stays. */
export type Naming = { name?: string | undefined; organisation?: string | undefined }
/** `side`: where somebody without one goes who is to take part from now on. */
export type NewRole = { role: Extract<Role, 'facilitator' | 'participant'>; side?: Side | undefined }
/** `spellings` mean the same organisation as `keep`, which all of them are written as from now on. */
export type Merging = { spellings: readonly string[]; keep: string }
export type Merged = { people: Member[]; expected: ExpectedOrganisation[] }

/** What facilitators decide about the people of a workshop. Who may is asked before. */
export interface PeopleService {
  rename(workshopId: WorkshopId, memberId: MemberId, naming: Naming): Promise<Reply<Member>>
  setSide(workshopId: WorkshopId, memberId: MemberId, side: Side | null): Promise<Reply<Member>>
  setRole(workshopId: WorkshopId, memberId: MemberId, given: NewRole): Promise<Reply<Member>>
  /** Answers with the members who are written otherwise now. */
  mergeOrganisations(workshopId: WorkshopId, merging: Merging): Promise<Reply<Merged>>
  remove(workshopId: WorkshopId, memberId: MemberId): Promise<Reply<Member>>
  letBack(workshopId: WorkshopId, memberId: MemberId): Promise<Reply<Member>>
}

type Ports = { store: PeopleStore; stage: Stage; told: PeopleTold; now: () => number }

export function createPeople({ store, stage, told, now }: Ports): PeopleService {
  /** In its turn, on the member as they are then. Whoever is of another workshop is not found. */
  function onMember(
    workshopId: WorkshopId,
    memberId: MemberId,
    decide: (member: Member) => Promise<Reply<Member>>,
  ): Promise<Reply<Member>> {
    return stage.inTurn(workshopId, async () => {
      const member = await store.member(workshopId, memberId)
      return member ? decide(member) : refuse('not-found')
    })
  }

  const isLastFacilitator = async (workshopId: WorkshopId, { role }: Member) =>
    role === 'facilitator' && (await store.facilitators(workshopId)).length < 2

  /** What people see that they may do, or may not any more, is so by then. */
  const inForce = (workshopId: WorkshopId) => () => told.rightsChanged(workshopId)

  async function show(
    workshopId: WorkshopId,
    member: Member,
    beforeSeen?: () => Promise<void>,
  ): Promise<Reply<Member>> {
    await stage.publish(workshopId, { people: [member] }, store.rowsForMember(member), beforeSeen)
    return ok(member)
  }

  return {
    rename: (workshopId, memberId, { name, organisation }) =>
      onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        const written = { name: name ?? member.name, organisation: organisation ?? member.organisation }
        return show(workshopId, { ...member, ...written })
      }),

    setSide: (workshopId, memberId, side) =>
      onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        if (member.role === 'participant' && side === null) return { ...refuse('side-needed'), field: 'side' }
        return show(workshopId, { ...member, side }, inForce(workshopId))
      }),

    async setRole(workshopId, memberId, given) {
      let before: Member | undefined
      const reply = await onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        before = member
        const next = withRole(member, given)
        if (!next.ok || next.value.role === member.role) return next
        if (await isLastFacilitator(workshopId, member)) return refuse('last-facilitator')
        return show(workshopId, next.value, inForce(workshopId))
      })
      if (reply.ok && before && before.role !== reply.value.role) await told.roleChanged(workshopId, before)
      return reply
    },

    mergeOrganisations: (workshopId, merging) =>
      stage.inTurn(workshopId, async (): Promise<Reply<Merged>> => {
        const workshop = (await store.run(workshopId))?.workshop
        if (!workshop) return refuse('not-found')
        const asked = await store.askedOrganisations(workshopId)
        const lost = asked.find((name) => isMergedAway(name, merging))
        if (lost !== undefined) return { ...refuse('spelling-was-asked'), field: 'keep', detail: { keep: lost } }
        const means = meansTheSame(merging)
        const people = (await store.members(workshopId))
          .filter(({ organisation }) => means(organisation) && organisation !== merging.keep)
          .map((member) => ({ ...member, organisation: merging.keep }))
        const expected = mergeExpected(workshop.expected, means, merging.keep)
        const isNews = JSON.stringify(expected) !== JSON.stringify(workshop.expected)
        if (people.length === 0 && !isNews) return refuse('nothing-to-merge')
        const rows = [
          ...people.flatMap((member) => store.rowsForMember(member)),
          ...(isNews ? store.rowsForWorkshop(workshopId, { expected }) : []),
        ]
        await stage.publish(workshopId, { people, ...(isNews ? { workshop: { ...workshop, expected } } : {}) }, rows)
        return ok({ people, expected })
      }),

    async remove(workshopId, memberId) {
      const reply = await onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        if (member.removedAt !== null) return ok(member)
        if (await isLastFacilitator(workshopId, member)) return refuse('last-facilitator')
        const removed = { ...member, removedAt: now() }
        const rows = [
          ...store.rowsForMember(removed),
          ...store.rowsForNoLinksOf(memberId, now()),
          ...store.rowsForNextSeats(workshopId),
        ]
        await stage.publish(workshopId, { people: [removed] }, rows)
        return ok(removed)
      })
      if (reply.ok) await told.memberRemoved(workshopId, reply.value)
      return reply
    },

    letBack: (workshopId, memberId) =>
      onMember(workshopId, memberId, async (member): Promise<Reply<Member>> => {
        const back = { ...member, removedAt: null }
        await stage.publish(workshopId, { people: [back] }, [
          ...store.rowsForMember(back),
          ...store.rowsForNextSeats(workshopId),
        ])
        return ok(back)
      }),
  }
}

/** [F21] Observers came to read, and whoever was removed is not here: neither is made a facilitator. */
function withRole(member: Member, { role, side }: NewRole): Reply<Member> {
  if (member.removedAt !== null) return refuse('removed-before')
  if (role === member.role) return ok(member)
  if (member.role === 'observer') return refuse('observers-only-read')
  const stands = side ?? member.side
  if (role === 'participant' && stands === null) return { ...refuse('side-needed'), field: 'side' }
  return ok({ ...member, role, side: stands })
}

function meansTheSame({ spellings, keep }: Merging): (organisation: string) => boolean {
  const keys = new Set([...spellings, keep].map(organisationKey))
  return (organisation) => keys.has(organisationKey(organisation))
}

/** [F22] It would not be the organisation any more that was asked, and nobody could answer for it. */
function isMergedAway(asked: string, merging: Merging): boolean {
  return organisationKey(asked) !== organisationKey(merging.keep) && meansTheSame(merging)(asked)
}
