import { ok, type Result, refuse } from '../result'
import type { ActionId, CanvasId, ClusterId, CommitmentId, MemberId } from './ids'
import { organisationKey } from './member'
import type { Side } from './side'

/** Who does what by when, on one side. `by` is an ISO date (YYYY-MM-DD) or ''. */
export type Commitment = {
  id: CommitmentId
  side: Side
  organisation: string
  person: string
  what: string
  by: string
  /** Commitments, of this action or another, that have to move first. */
  waitsOn: CommitmentId[]
}

/** An action while it is worded together. */
export type ActionDraft = {
  id: ActionId
  title: string
  residentChange: string
  measure: string
  from: { canvasId: CanvasId; clusterId: ClusterId } | null
  commitments: Commitment[]
}

export type AgreementView = {
  actions: ActionDraft[]
  bin: { id: ActionId; title: string; at: number }[]
  leftOut: number
}

/** The words that were put to agreement. What a person saw is compared with this by its hash, and a record is made of it. */
export type Wording = Omit<ActionDraft, 'from'>

/** Where the action came from, frozen with its wording: the barriers answered and how their notes split by side. */
export type Trail = {
  proposal: { title: string; notes: Record<Side | 'none', number> } | null
  barriers: { title: string; notes: Record<Side | 'none', number> }[]
}

export const ANSWERS = ['agree', 'agree-with-reservation', 'do-not-agree', 'ask-first'] as const
export type AnswerKind = (typeof ANSWERS)[number]

export type AskedOrganisation = { name: string; side: Side }

/** One organisation's answer to one revision. A disputed answer does not count until that organisation answers again. */
export type Answer = {
  organisation: string
  side: Side
  memberId: MemberId
  name: string
  jobTitle: string
  answer: AnswerKind
  reason: string
  /** For *ask-first*: until when, ISO date. */
  byDate: string
  at: number
  disputed: { name: string; reason: string; at: number } | null
}

export type ActionStatus = 'put' | 'withdrawn' | 'record'

/** Where an action stands, for people: a withdrawn one is a draft again, with its number. */
export const ACTION_STATES = ['draft', 'withdrawn', 'put', 'record'] as const
export type ActionState = (typeof ACTION_STATES)[number]

/** Six months: when each side is asked how its commitments went. */
export function reviewDate(recordedAt: number): string {
  const date = new Date(recordedAt)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + 6, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, last))
  return date.toISOString().slice(0, 10)
}

/** "A1": how people name an action. */
export function actionName(number: number): string {
  return `A${number}`
}

/** An action that has its number. Never deleted: a withdrawn one keeps the number, which is not used again. */
export type PutAction = {
  id: ActionId
  number: number
  revision: number
  status: ActionStatus
  wording: Wording
  trail: Trail
  /** Hash of the wording, hex; see protocol/wording-hash. */
  hash: string
  asked: AskedOrganisation[]
  /** The latest answer of each organisation, in the order given. */
  answers: Answer[]
  putAt: number
  /** Set when it became a record. */
  recordedAt: number | null
  closedEarly: boolean
}

/** *Ask first* keeps an organisation's place but is not its answer yet; a disputed answer waits for a new one. */
export function hasAnswered(action: Pick<PutAction, 'answers'>, organisation: string): boolean {
  const answer = answerOf(action, organisation)
  return answer !== undefined && answer.answer !== 'ask-first' && answer.disputed === null
}

export function answerOf(action: Pick<PutAction, 'answers'>, organisation: string): Answer | undefined {
  const key = organisationKey(organisation)
  return action.answers.findLast((answer) => organisationKey(answer.organisation) === key)
}

export function notAnswered(action: Pick<PutAction, 'answers' | 'asked'>): AskedOrganisation[] {
  return action.asked.filter((organisation) => !hasAnswered(action, organisation.name))
}

/** Sides among central and local with at least one organisation that agrees; a reservation counts. */
export function sidesAgreeing(action: Pick<PutAction, 'answers'>): Set<Side> {
  const counted = action.answers.filter((answer) => answer.disputed === null && isYes(answer.answer))
  return new Set(counted.map((answer) => answer.side))
}

function isYes(answer: AnswerKind): boolean {
  return answer === 'agree' || answer === 'agree-with-reservation'
}

export type NotYetARecord = 'somebody-says-no' | 'one-side-missing' | 'answers-missing'

/**
 * May it become a record? Every asked organisation has answered (`closeEarly` waives that), at least one of central and
 * one of local agrees, and none says no.
 */
export function mayBecomeRecord(
  action: Pick<PutAction, 'answers' | 'asked'>,
  closeEarly: boolean,
): Result<null, NotYetARecord> {
  if (action.answers.some((answer) => answer.answer === 'do-not-agree' && answer.disputed === null))
    return refuse('somebody-says-no')
  if (!closeEarly && notAnswered(action).length > 0) return refuse('answers-missing')
  const sides = sidesAgreeing(action)
  if (!sides.has('central') || !sides.has('local')) return refuse('one-side-missing')
  return ok(null)
}

/** The side that has promised something while the other of the two has not; undefined when both or neither have. */
export function onlySide(commitments: readonly Pick<Commitment, 'side' | 'what'>[]): 'central' | 'local' | undefined {
  const sides = new Set(commitments.filter((c) => c.what.trim() !== '').map((c) => c.side))
  if (sides.has('central') === sides.has('local')) return undefined
  return sides.has('central') ? 'central' : 'local'
}

export type NotReady = 'no-title' | 'no-commitment' | 'commitment-incomplete'

/** What has to be there before people are asked to put their organisation's name to it. */
export function readyToPut(wording: Pick<Wording, 'title' | 'commitments'>): Result<null, NotReady> {
  if (wording.title.trim() === '') return refuse('no-title')
  if (wording.commitments.length === 0) return refuse('no-commitment')
  const complete = wording.commitments.every((c) => c.what.trim() !== '' && c.organisation.trim() !== '')
  return complete ? ok(null) : refuse('commitment-incomplete')
}

/** Organisations named in a commitment, each once, as spelled first. */
export function organisationsNamed(commitments: readonly Commitment[]): AskedOrganisation[] {
  const named = new Map<string, AskedOrganisation>()
  for (const { organisation, side } of commitments) {
    const key = organisationKey(organisation)
    if (key !== '' && !named.has(key)) named.set(key, { name: organisation.trim(), side })
  }
  return [...named.values()]
}
