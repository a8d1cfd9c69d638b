import type { JoinLink } from '../../shared/domain/join-link'
import type { Member } from '../../shared/domain/member'
import type { WorkshopState } from '../../shared/domain/workshop'
import type { MemberBody, ShareLink } from '../../shared/protocol/http'
import type { WorkshopBody, WorkshopPageBody } from '../../shared/protocol/http-bodies'
import { keyOf } from '../access/links'
import type { SeatedMember } from '../access/ports'
import type { Run } from '../facilitation/ports'

export function memberBodyOf({ id, name, organisation, side, role }: Member): MemberBody {
  return { id, name, organisation, side, role }
}

/** Without its canvases, which every body lists beside it. */
export function workshopBodyOf({ canvases: _, ...workshop }: WorkshopState): WorkshopBody {
  return workshop
}

/** What the page of a workshop begins with. */
export function pageBodyOf({ workshop, stage }: Run, member: SeatedMember, now: number): WorkshopPageBody {
  const { joinedAt, briefReadAt } = member
  return {
    workshop: workshopBodyOf(workshop),
    canvases: workshop.canvases,
    agenda: stage.steps,
    stage,
    member: { ...memberBodyOf(member), joinedAt, briefReadAt },
    now,
  }
}

/** A link as facilitators see it. The address is the one that the person asking sees the product at. */
export function shareLinkOf(link: JoinLink, { token, origin }: { token: string; origin: string }): ShareLink {
  const { id, role, side, code } = link
  return { id, key: keyOf(link), role, side, token, code, url: `${origin}/join/${token}` }
}
