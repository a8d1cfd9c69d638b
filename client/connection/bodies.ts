import type { StageState, Step } from '../../shared/domain/agenda'
import type { Role } from '../../shared/domain/member'
import type { Side, SideNames } from '../../shared/domain/side'
import type { Attribution, Banner, Brief, CanvasSummary, ExpectedOrganisation } from '../../shared/domain/workshop'
import type { MemberBody, ShareLink } from '../../shared/protocol/http'

/** The bodies of answers, with the ids' own types; their schemas are in shared/protocol/http-bodies. */

/** What this browser's server says about itself before anybody joins. */
export type ConfigBody = {
  creationKey: boolean
  board: boolean
  /** Whether the addresses in join links reach other devices. */
  reach: 'this-computer' | 'network'
  /** Addresses of this machine in its networks, to suggest as PUBLIC_URL. */
  addresses: string[]
  /** Who runs this server and where to write about accessibility, if its settings say so. */
  host: { name: string | null; contact: string | null }
}

export type WorkshopBody = Brief & {
  id: string
  attribution: Attribution
  banner: Banner
  sides: SideNames
  endedAt: number | null
}

export type CreatedBody = {
  workshop: WorkshopBody
  canvases: CanvasSummary[]
  links: ShareLink[]
  member: MemberBody
}

/** What a join link opens, before anybody joins: looking consumes nothing. */
export type LookBody = {
  workshop: {
    id: string
    title: string
    purpose: string
    runBy: string
    contact: string
    banner: Banner
    sides: SideNames
    attribution: Attribution
  }
  link: { role: Role; side: Side | null; kind: 'join' | 'return' | 'device' }
  organisations: ExpectedOrganisation[]
  already: MemberBody | null
  door: 'open' | 'closed'
  ended: boolean
}

export type JoinedBody = WorkshopPageBody | { waiting: true; workshopId: string }

export type WaitingBody = { state: 'in' | 'waiting' }

export type Membership = {
  workshop: { id: string; title: string; endedAt: number | null }
  member: MemberBody
  joinedAt: number
}
export type StageChangedBody = { stage: StageState }

export type MeBody = { memberships: Membership[] }

export type WorkshopPageBody = {
  workshop: WorkshopBody
  canvases: CanvasSummary[]
  agenda: Step[]
  stage: StageState
  member: MemberBody & { joinedAt: number; briefReadAt: number | null }
  now: number
}

/** Somebody at the closed door. */
export type WaitingPerson = {
  id: string
  name: string
  organisation: string
  side: Side | null
  /** What they come in as. */
  role: Role
  askedAt: number
}

/** A link to oneself on another device; works once, until then. */
export type DeviceLink = ShareLink & { expiresAt: number | null }
