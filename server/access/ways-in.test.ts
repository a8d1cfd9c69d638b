import { describe, expect, test } from 'vitest'
import type { LinkId, MemberId, WorkshopId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import { LIMITS } from '../../shared/protocol/limits'
import type { SeatedMember } from './ports'
import { type AtTheDoor, wayIn } from './ways-in'

const NOW = 1_772_600_000_000
const WORKSHOP = 'workshop1' as WorkshopId

const LINK: JoinLink = {
  id: 'link01' as LinkId,
  workshopId: WORKSHOP,
  kind: 'join',
  role: 'participant',
  side: null,
  memberId: null,
  code: 'amber-otter-42',
  generation: 1,
  expiresAt: null,
  usedAt: null,
  revokedAt: null,
  createdAt: NOW,
}
const AMINA: SeatedMember = {
  id: 'amina1' as MemberId,
  workshopId: WORKSHOP,
  name: 'Amina Rahman',
  organisation: 'Department',
  side: 'central',
  role: 'participant',
  joinedAt: NOW,
  removedAt: null,
  briefReadAt: null,
}
const JON = {
  ...AMINA,
  id: 'jon001' as MemberId,
  name: 'Jon Pugh',
  organisation: 'Northshire Council',
  side: 'local',
} as const

type Given = Partial<Omit<AtTheDoor, 'link' | 'given'>> & {
  link?: Partial<JoinLink>
  given?: Partial<AtTheDoor['given']>
}

function come({ link, given, ...at }: Given = {}) {
  return wayIn({
    link: { ...LINK, ...link },
    replaced: false,
    seated: undefined,
    owner: undefined,
    members: [],
    workshop: { door: 'open', endedAt: null },
    given: { name: 'Jon Pugh', organisation: 'Northshire Council', side: 'local', asSomebodyElse: false, ...given },
    now: NOW,
    ...at,
  })
}

describe('a newcomer', () => {
  test('comes in as they say, on the side they choose', () => {
    expect(come()).toMatchObject({
      ok: true,
      value: { is: 'new', member: { name: 'Jon Pugh', side: 'local', role: 'participant' } },
    })
  })

  test('comes in on the side of the link, whatever they say', () => {
    expect(come({ link: { side: 'central' } })).toMatchObject({ value: { member: { side: 'central' } } })
  })

  test('needs a side as a participant, none as an observer or facilitator', () => {
    expect(come({ given: { side: null } })).toMatchObject({ refusal: 'side-needed', field: 'side' })
    expect(come({ given: { side: null }, link: { role: 'observer' } })).toMatchObject({
      value: { member: { side: null } },
    })
    expect(come({ given: { side: null }, link: { role: 'facilitator' } })).toMatchObject({ ok: true })
  })

  test('needs a name', () => {
    expect(come({ given: { name: '' } })).toMatchObject({ refusal: 'not-valid', field: 'name' })
  })

  test('[A5] with the name and organisation of somebody there is asked once', () => {
    const members = [JON]
    const given = { name: 'jon  PUGH', organisation: 'northshire council.' }
    expect(come({ members, given })).toMatchObject({ refusal: 'joined-already' })
    expect(come({ members, given: { ...given, asSomebodyElse: true } })).toMatchObject({ ok: true })
    expect(come({ members, given: { organisation: 'Westshire Council' } })).toMatchObject({ ok: true })
    expect(come({ members: [{ ...JON, removedAt: NOW }] })).toMatchObject({ ok: true })
  })

  test('[A6] waits at a closed door, and comes in nowhere after the end', () => {
    expect(come({ workshop: { door: 'closed', endedAt: null } })).toMatchObject({ value: { is: 'waits' } })
    expect(come({ workshop: { door: 'open', endedAt: NOW } })).toMatchObject({ refusal: 'workshop-ended' })
  })

  test.each([
    ['link-replaced', { replaced: true }],
    ['link-replaced', { link: { revokedAt: NOW } }],
    ['link-used', { link: { usedAt: NOW } }],
    ['link-expired', { link: { expiresAt: NOW } }],
  ] as const)('[A3] is told %s', (refusal, at) => {
    expect(come(at)).toMatchObject({ refusal })
  })
})

describe('[A2] somebody who is in already', () => {
  test.each([{}, { side: 'local' }, { role: 'facilitator' }, { role: 'observer' }] as const)(
    'stays who they are with %j',
    (link) => {
      expect(come({ seated: AMINA, link })).toEqual({ ok: true, value: { is: 'same', member: AMINA } })
    },
  )

  test('comes back through a closed door and after the end', () => {
    expect(come({ seated: AMINA, workshop: { door: 'closed', endedAt: NOW } })).toMatchObject({ value: { is: 'same' } })
  })

  test('is not turned into the owner of somebody’s own link', () => {
    const link = { kind: 'return', memberId: JON.id } as const
    expect(come({ seated: AMINA, owner: JON, link })).toMatchObject({ refusal: 'another-member-here' })
  })

  test('may open their own link again, also when it was used', () => {
    const link = { kind: 'device', memberId: AMINA.id, usedAt: NOW } as const
    expect(come({ seated: AMINA, owner: AMINA, link })).toMatchObject({ value: { is: 'same' } })
  })

  test('is told of a replaced link, and that they can go back in', () => {
    expect(come({ seated: AMINA, replaced: true })).toMatchObject({
      refusal: 'link-replaced',
      detail: { workshopId: WORKSHOP },
    })
  })

  test('[A7] does not come back once removed', () => {
    expect(come({ seated: { ...AMINA, removedAt: NOW } })).toMatchObject({ refusal: 'removed' })
  })
})

describe('somebody’s own link', () => {
  const own = { kind: 'device', memberId: AMINA.id } as const

  test('makes the same member on another device, and asks for no name', () => {
    expect(come({ owner: AMINA, link: own, given: { name: '' } })).toMatchObject({
      value: { is: 'own', member: AMINA },
    })
  })

  test('works through a closed door and after the end', () => {
    expect(come({ owner: AMINA, link: own, workshop: { door: 'closed', endedAt: NOW } })).toMatchObject({ ok: true })
  })

  test('works once, and not for ever', () => {
    expect(come({ owner: AMINA, link: { ...own, usedAt: NOW } })).toMatchObject({ refusal: 'link-used' })
    expect(come({ owner: AMINA, link: { ...own, expiresAt: NOW - 1 } })).toMatchObject({ refusal: 'link-expired' })
  })

  test('[A7] opens nothing when its owner was removed', () => {
    expect(come({ owner: { ...AMINA, removedAt: NOW }, link: own })).toMatchObject({ refusal: 'removed' })
  })
})

test('a flood of made-up people comes to an end, and members and facilitators still come in', () => {
  const members = Array.from({ length: LIMITS.members }, (_, i) => ({
    ...AMINA,
    id: `m${i}` as MemberId,
    name: `${i}`,
  }))
  expect(come({ members })).toMatchObject({ ok: false, refusal: 'room-full' })
  expect(come({ members, seated: JON })).toMatchObject({ ok: true })
  expect(come({ members, link: { role: 'facilitator' } })).toMatchObject({ ok: true })
  expect(come({ members: members.slice(1) })).toMatchObject({ ok: true })
})
