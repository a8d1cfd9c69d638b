import type { StepRight } from './agenda'
import type { Role } from './member'
import { type Allowed, allowedTo, type Standing } from './rights'

/**
 * What one can do inside documents. `roles`: who at all, while the workshop runs. `rights`: a participant needs one of these
 * in the step; facilitators need none. `words`: it changes words in what is there, so it may be finished after a change.
 */
export type Deed = keyof typeof DEEDS
type Rule = {
  room: 'canvas' | 'agreement' | 'drafts' | 'stage'
  roles: readonly Role[]
  rights?: readonly StepRight[]
  words?: true
}

const WHO_WORK: readonly Role[] = ['facilitator', 'participant']
const FACILITATORS: readonly Role[] = ['facilitator']
const ADDING: readonly StepRight[] = ['add-notes', 'move-and-edit']
const EDITING: readonly StepRight[] = ['move-and-edit']

/** The half of the table of permissions that is about documents; views show by it what the server enforces by it. */
export const DEEDS = {
  'add-note': { room: 'canvas', roles: WHO_WORK, rights: ['add-notes'] },
  'write-own-note': { room: 'canvas', roles: WHO_WORK, rights: ADDING, words: true },
  'write-note': { room: 'canvas', roles: WHO_WORK, rights: EDITING, words: true },
  /** And putting it back where it was. */
  'delete-own-note': { room: 'canvas', roles: WHO_WORK, rights: ADDING },
  'delete-note': { room: 'canvas', roles: FACILITATORS },
  'move-note': { room: 'canvas', roles: WHO_WORK, rights: EDITING },
  /** New clusters, their places, kinds and links. */
  arrange: { room: 'canvas', roles: WHO_WORK, rights: EDITING },
  'write-cluster': { room: 'canvas', roles: WHO_WORK, rights: EDITING, words: true },
  /** New drawings, their places and descriptions; and taking away one's own. */
  draw: { room: 'canvas', roles: WHO_WORK, rights: EDITING },
  'write-drawing': { room: 'canvas', roles: WHO_WORK, rights: EDITING, words: true },
  'delete-drawing': { room: 'canvas', roles: FACILITATORS },
  'change-sections': { room: 'canvas', roles: FACILITATORS },
  'lock-items': { room: 'canvas', roles: FACILITATORS },
  'change-locked': { room: 'canvas', roles: FACILITATORS },
  'word-action': { room: 'agreement', roles: WHO_WORK, rights: ['word-actions'] },
  'write-action': { room: 'agreement', roles: WHO_WORK, rights: ['word-actions'], words: true },
  'write-draft': { room: 'drafts', roles: WHO_WORK },
  'write-stage': { room: 'stage', roles: [] },
} as const satisfies Record<string, Rule>

/** May this role do it, where a step allows participants so much? */
export function mayDo(role: Role, deed: Deed, allowed: Pick<Allowed, 'now' | 'finishing'>): boolean {
  const { roles, rights = [], words }: Rule = DEEDS[deed]
  if (!roles.includes(role)) return false
  if (role !== 'participant' || rights.length === 0) return true
  return hasOne(allowed.now, rights) || (words === true && hasOne(allowed.finishing, rights))
}

/** Can they do anything in such a room now, or in the time they have to finish? */
export function mayWriteIn(room: Rule['room'], role: Role, standing: Standing, at: number): boolean {
  if (standing.endedAt !== null) return false
  const allowed = allowedTo(standing, at)
  return (Object.keys(DEEDS) as Deed[]).some((deed) => DEEDS[deed].room === room && mayDo(role, deed, allowed))
}

function hasOne(has: readonly StepRight[], wanted: readonly StepRight[]): boolean {
  return wanted.some((right) => has.includes(right))
}
