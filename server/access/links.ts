import { type MemberId, newId, type WorkshopId } from '../../shared/domain/ids'
import type { JoinLink, LinkKind } from '../../shared/domain/join-link'
import type { Role } from '../../shared/domain/member'
import type { Side } from '../../shared/domain/side'
import type { ShareLink } from '../../shared/protocol/http'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalCode } from '../../shared/protocol/refusals'

/** The links that every workshop has for whoever is to come, in the order of the share panel. */
const FOR_ALL: readonly { role: Role; side: Side | null }[] = [
  { role: 'participant', side: null },
  { role: 'participant', side: 'central' },
  { role: 'participant', side: 'local' },
  { role: 'participant', side: 'other' },
  { role: 'observer', side: null },
  { role: 'facilitator', side: null },
]

type NewLink = { kind: LinkKind; role: Role; side: Side | null; memberId: MemberId | null; expiresAt: number | null }

/** Draws a code of one or two pairs of words; see `newCode`. */
export type DrawCode = (pairs: 1 | 2) => string

/** Makes links and their codes. Nobody has looked yet whether a code is free: see `withFreeCodes`. */
export interface LinkMaker {
  joinLinks(workshopId: WorkshopId, now: number): JoinLink[]
  /** A facilitator's private way back in, from any device, until it is replaced. */
  returnLink(member: { id: MemberId; workshopId: WorkshopId; role: Role }, now: number): JoinLink
  /** For one other device of the same person: works once, and not for long. */
  deviceLink(member: { id: MemberId; workshopId: WorkshopId; role: Role }, now: number): JoinLink
  /**
   * The link anew, and what remains of the old one: its code is kept under an id of its own, so that whoever types it is
   * told that it was replaced.
   */
  replaceLink(link: JoinLink, now: number): { link: JoinLink; old: JoinLink }
}

export function createLinkMaker(drawCode: DrawCode): LinkMaker {
  const newLink = (workshopId: WorkshopId, link: NewLink, now: number): JoinLink => ({
    id: newId<'link'>(),
    workshopId,
    ...link,
    code: drawCode(pairsFor(link)),
    generation: 1,
    usedAt: null,
    revokedAt: null,
    createdAt: now,
  })
  return {
    joinLinks: (workshopId, now) =>
      FOR_ALL.map((link) => newLink(workshopId, { kind: 'join', ...link, memberId: null, expiresAt: null }, now)),
    returnLink(member, now) {
      const own = { kind: 'return', role: member.role, side: null, memberId: member.id, expiresAt: null } as const
      return newLink(member.workshopId, own, now)
    },
    deviceLink(member, now) {
      const expiresAt = now + LIMITS.deviceLinkMs
      const own = { kind: 'device', role: member.role, side: null, memberId: member.id, expiresAt } as const
      return newLink(member.workshopId, own, now)
    },
    replaceLink(link, now) {
      const next = { ...link, code: drawCode(pairsFor(link)), generation: link.generation + 1, createdAt: now }
      return { link: next, old: { ...link, id: newId<'link'>(), revokedAt: now } }
    },
  }
}

/** Guessing somebody's own link, or one that makes a facilitator, must be harder. */
function pairsFor(link: { kind: LinkKind; role: Role }): 1 | 2 {
  return link.kind !== 'join' || link.role === 'facilitator' ? 2 : 1
}

/** Why a link, once found, opens nothing now. */
export function whyShut(link: JoinLink, now: number): Extract<RefusalCode, `link-${string}`> | undefined {
  if (link.revokedAt !== null) return 'link-replaced'
  if (link.usedAt !== null) return 'link-used'
  if (link.expiresAt !== null && link.expiresAt <= now) return 'link-expired'
  return undefined
}

/** Which of the share panel's links it is. */
export function keyOf({ kind, role, side }: Pick<JoinLink, 'kind' | 'role' | 'side'>): ShareLink['key'] {
  if (kind !== 'join') return kind
  if (role === 'observer') return 'observer'
  if (role === 'facilitator') return 'co-facilitator'
  return side ?? 'everyone'
}

const ORDER: readonly ShareLink['key'][] = [
  'everyone',
  'central',
  'local',
  'other',
  'observer',
  'co-facilitator',
  'return',
  'device',
]

export function inPanelOrder(links: readonly JoinLink[]): JoinLink[] {
  return links.toSorted((a, b) => ORDER.indexOf(keyOf(a)) - ORDER.indexOf(keyOf(b)))
}
