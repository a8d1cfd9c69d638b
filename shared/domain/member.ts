import type { MemberId } from './ids'
import type { Side } from './side'

export const ROLES = ['facilitator', 'participant', 'observer'] as const
export type Role = (typeof ROLES)[number]

/** A person's place in one workshop. A facilitator or an observer may stand on no side. */
export type Member = {
  id: MemberId
  name: string
  organisation: string
  side: Side | null
  role: Role
  joinedAt: number
  removedAt: number | null
}

/** One spelling of an organisation for comparing: case, spaces and full stops do not tell two councils apart. */
export function organisationKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[.,'’]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
