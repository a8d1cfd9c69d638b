import type { LinkId, MemberId, WorkshopId } from './ids'
import type { Role } from './member'
import type { Side } from './side'

/** `join` makes a new member; `return` and `device` are somebody's own. */
export type LinkKind = 'join' | 'return' | 'device'

/** A way into a workshop. Raising `generation` revokes every token shown before. */
export type JoinLink = {
  id: LinkId
  workshopId: WorkshopId
  kind: LinkKind
  role: Role
  side: Side | null
  /** Whose own link it is. */
  memberId: MemberId | null
  code: string
  generation: number
  expiresAt: number | null
  usedAt: number | null
  revokedAt: number | null
  createdAt: number
}
