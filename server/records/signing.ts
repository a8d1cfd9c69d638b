import {
  type Answer,
  type AskedOrganisation,
  answerOf,
  mayBecomeRecord,
  type PutAction,
  readyToPut,
  type Trail,
  type Wording,
} from '../../shared/domain/action'
import { type Member, organisationKey } from '../../shared/domain/member'
import { wordingHash } from '../../shared/domain/wording-hash'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { ok, type Result, refuse } from '../../shared/result'

/** What a facilitator asks to be put to agreement: the words as they saw them, by hash, and who is asked. */
export type Putting = {
  wording: Wording
  trail: Trail
  seenHash: string
  asked: AskedOrganisation[]
  nextNumber: number
  now: number
}

/**
 * The action as put: it gets its number (kept for good if it had one) and a new revision, and answers start again.
 * Refused when the words on the server are not the words that were seen: nothing is frozen that nobody read.
 */
export function put(existing: PutAction | undefined, putting: Putting): Result<PutAction, RefusalCode> {
  if (existing?.status === 'record') return refuse('record-is-final')
  if (existing?.status === 'put') return refuse('state-moved-on')
  if (!readyToPut(putting.wording).ok) return refuse('action-not-ready')
  const hash = wordingHash(putting.wording)
  if (hash !== putting.seenHash) return refuse('wording-changed')
  return ok({
    id: putting.wording.id,
    number: existing?.number ?? putting.nextNumber,
    revision: (existing?.revision ?? 0) + 1,
    status: 'put',
    wording: putting.wording,
    trail: putting.trail,
    hash,
    asked: onceEach(putting.asked),
    answers: [],
    putAt: putting.now,
    recordedAt: null,
    closedEarly: false,
  })
}

function onceEach(asked: readonly AskedOrganisation[]): AskedOrganisation[] {
  const byKey = new Map(asked.map((organisation) => [organisationKey(organisation.name), organisation]))
  return [...byKey.values()]
}

/** Back to a draft that can be worded again. The number stays with it; its answers are history. */
export function withdraw(action: PutAction | undefined, revision: number): Result<PutAction, RefusalCode> {
  const open = stillOpen(action, revision)
  return open.ok ? ok({ ...open.value, status: 'withdrawn' }) : open
}

export type Answering = Pick<Answer, 'name' | 'jobTitle' | 'answer' | 'reason' | 'byDate'> & {
  organisation: string
  revision: number
  now: number
}

/** A member answers for the organisation they came from, if it was asked. A later answer takes the place of an earlier one. */
export function answer(
  action: PutAction | undefined,
  member: Member,
  given: Answering,
): Result<{ action: PutAction; answer: Answer }, RefusalCode> {
  const open = stillOpen(action, given.revision)
  if (!open.ok) return open
  const asked = askedOf(open.value, given.organisation)
  if (!asked || organisationKey(member.organisation) !== organisationKey(asked.name)) return refuse('not-asked')
  if (given.answer === 'ask-first' && given.byDate === '') return refuse('not-valid')
  if ((given.answer === 'agree-with-reservation' || given.answer === 'do-not-agree') && given.reason === '')
    return refuse('not-valid')
  const { name, jobTitle, answer: kind, reason, byDate, now } = given
  const fresh: Answer = {
    organisation: asked.name,
    side: asked.side,
    memberId: member.id,
    name,
    jobTitle,
    answer: kind,
    reason,
    byDate: kind === 'ask-first' ? byDate : '',
    at: now,
    disputed: null,
  }
  return ok({ action: withAnswer(open.value, fresh), answer: fresh })
}

/** Another member of the organisation says that this is not its answer: it does not count until the organisation answers again. */
export function dispute(
  action: PutAction | undefined,
  member: Member,
  given: { organisation: string; revision: number; reason: string; now: number },
): Result<{ action: PutAction; answer: Answer }, RefusalCode> {
  const open = stillOpen(action, given.revision)
  if (!open.ok) return open
  const disputed = answerOf(open.value, given.organisation)
  if (!disputed || organisationKey(member.organisation) !== organisationKey(given.organisation))
    return refuse('not-asked')
  if (disputed.memberId === member.id || disputed.disputed) return refuse('state-moved-on')
  const fresh: Answer = { ...disputed, disputed: { name: member.name, reason: given.reason, at: given.now } }
  return ok({ action: withAnswer(open.value, fresh), answer: fresh })
}

/** The record, if it may be one now. `closeEarly`: the facilitator ends the signing, and the record names who had not answered. */
export function asRecord(action: PutAction, now: number, closeEarly: boolean): PutAction | undefined {
  if (!mayBecomeRecord(action, closeEarly).ok) return undefined
  return { ...action, status: 'record', recordedAt: now, closedEarly: closeEarly }
}

/** Takes commands only on the revision that the person saw, and only while it is open. */
export function stillOpen(action: PutAction | undefined, revision: number): Result<PutAction, RefusalCode> {
  if (!action) return refuse('not-found')
  if (action.status === 'record') return refuse('record-is-final')
  if (action.status !== 'put' || action.revision !== revision) return refuse('state-moved-on')
  return ok(action)
}

function askedOf(action: PutAction, organisation: string): AskedOrganisation | undefined {
  const key = organisationKey(organisation)
  return action.asked.find((asked) => organisationKey(asked.name) === key)
}

function withAnswer(action: PutAction, fresh: Answer): PutAction {
  const key = organisationKey(fresh.organisation)
  const others = action.answers.filter((other) => organisationKey(other.organisation) !== key)
  return { ...action, answers: [...others, fresh] }
}
