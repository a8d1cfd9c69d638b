import type { StepRight } from '../../shared/domain/agenda'
import { DEEDS } from '../../shared/domain/deeds'
import { ROLES, type Role } from '../../shared/domain/member'
import { ok, type Result, refuse } from '../../shared/result'

/**
 * `afterEnd`: still possible once the workshop has ended, when everything is read only. `rights`: a participant needs one of
 * these in the step; whoever carries the command out looks, since a step may change while it is on its way.
 */
type Rule = { roles: readonly Role[]; afterEnd: boolean; rights?: readonly StepRight[] }

const FACILITATORS: readonly Role[] = ['facilitator']
const WHO_WORK: readonly Role[] = ['facilitator', 'participant']

/** The one table of who may give which command. Everything that a member asks for over HTTP is a row here. */
export const COMMANDS = {
  'read-workshop': { roles: ROLES, afterEnd: true },
  'mark-brief-read': { roles: ROLES, afterEnd: true },
  'make-device-link': { roles: ROLES, afterEnd: true },
  // Several people at one device: whoever sits there must be able to pass it on, whatever they are
  'see-seats': { roles: ROLES, afterEnd: true },
  'add-seat': { roles: WHO_WORK, afterEnd: false },
  'pass-seat': { roles: ROLES, afterEnd: true },
  'leave-seat': { roles: ROLES, afterEnd: true },
  'edit-brief': { roles: FACILITATORS, afterEnd: false },
  'set-door': { roles: FACILITATORS, afterEnd: false },
  'set-lock': { roles: FACILITATORS, afterEnd: false },
  /** Whether people see each other's pointers on the board. */
  'set-cursors': { roles: FACILITATORS, afterEnd: false },
  /** Ending twice is ending once. */
  'end-workshop': { roles: FACILITATORS, afterEnd: true },
  'move-step': { roles: FACILITATORS, afterEnd: false },
  'run-timer': { roles: FACILITATORS, afterEnd: false },
  'edit-agenda': { roles: FACILITATORS, afterEnd: false },
  // Canvases as they were at the end of each step
  'list-copies': { roles: FACILITATORS, afterEnd: true },
  'read-copy': { roles: FACILITATORS, afterEnd: true },
  'open-copy': { roles: FACILITATORS, afterEnd: false },
  /** *I'm ready*, *I need more time*. */
  signal: { roles: WHO_WORK, afterEnd: false },
  /** Asking for it and calling it off. */
  'reveal-notes': { roles: FACILITATORS, afterEnd: false },
  /** One's own alone. */
  'add-own-drafts': { roles: WHO_WORK, afterEnd: false, rights: ['add-notes'] },
  'set-side': { roles: FACILITATORS, afterEnd: false },
  'rename-member': { roles: FACILITATORS, afterEnd: false },
  /** One's own name, as one spells it oneself. */
  'rename-self': { roles: ROLES, afterEnd: false },
  'merge-organisations': { roles: FACILITATORS, afterEnd: false },
  /** Somebody has to be able to take over also when it has ended. */
  'set-role': { roles: FACILITATORS, afterEnd: true },
  'remove-member': { roles: FACILITATORS, afterEnd: true },
  'let-back': { roles: FACILITATORS, afterEnd: true },
  'see-links': { roles: FACILITATORS, afterEnd: true },
  'replace-link': { roles: FACILITATORS, afterEnd: true },
  'see-waiting': { roles: FACILITATORS, afterEnd: true },
  'let-in': { roles: FACILITATORS, afterEnd: false },
  'open-ballot': { roles: FACILITATORS, afterEnd: false },
  /** Also calls a close off. */
  'close-ballot': { roles: FACILITATORS, afterEnd: false },
  /** Whether facilitators may is said by the ballot. */
  vote: { roles: WHO_WORK, afterEnd: false, rights: ['vote'] },
  'read-own-vote': { roles: WHO_WORK, afterEnd: true },
  'bring-everyone': { roles: FACILITATORS, afterEnd: false },
  /** Changes nothing that was written; a sentence that nobody could take down would stand for ever. */
  announce: { roles: FACILITATORS, afterEnd: true },
  // Actions and what is handed out
  'put-action': { roles: FACILITATORS, afterEnd: false },
  'withdraw-action': { roles: FACILITATORS, afterEnd: false },
  'close-signing': { roles: FACILITATORS, afterEnd: false },
  'sign-off': { roles: WHO_WORK, afterEnd: false },
  dispute: { roles: WHO_WORK, afterEnd: false },
  /** Everything that was written; observers see what is signed. */
  'export-all': { roles: WHO_WORK, afterEnd: true },
  'export-signed': { roles: ROLES, afterEnd: true },
} as const satisfies Record<string, Rule>

export type Command = keyof typeof COMMANDS

/** The whole table of who may do what: what is asked for over HTTP, and what is done in documents. */
export const PERMISSIONS = { ...COMMANDS, ...DEEDS }

/** Does the table let this role do it in a step that gives participants these rights, while the workshop runs? */
export function inTable(what: keyof typeof PERMISSIONS, role: Role, step: readonly StepRight[]): boolean {
  const { roles, rights = [] }: Pick<Rule, 'roles' | 'rights'> = PERMISSIONS[what]
  if (!roles.includes(role)) return false
  return role !== 'participant' || rights.length === 0 || rights.some((right) => step.includes(right))
}

/** May this role give this command in a workshop that ended then (null: has not)? */
export function may(
  role: Role,
  command: Command,
  endedAt: number | null,
): Result<null, 'role-may-not' | 'workshop-ended'> {
  const rule: Rule = COMMANDS[command]
  if (!rule.roles.includes(role)) return refuse('role-may-not')
  if (endedAt !== null && !rule.afterEnd) return refuse('workshop-ended')
  return ok(null)
}
