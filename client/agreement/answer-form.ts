import { ANSWERS, type AnswerKind, answerOf, type PutAction } from '../../shared/domain/action'
import type { Member } from '../../shared/domain/member'
import { LIMITS } from '../../shared/protocol/limits'
import { agreementText } from '../text/agreement'

/** What a person has filled in so far to answer for their organisation. */
export type AnswerForm = {
  name: string
  jobTitle: string
  answer: AnswerKind | undefined
  reason: string
  byDate: string
}
export type AnswerField = keyof AnswerForm
export type AnswerErrors = Partial<Record<AnswerField, string>>

/** Starts with what is known: my earlier answer here, else my name and job title as I gave them before. */
export function startAnswer(
  me: Member,
  action: PutAction,
  before: Pick<AnswerForm, 'name' | 'jobTitle'> | undefined,
): AnswerForm {
  const earlier = answerOf(action, me.organisation)
  if (earlier && earlier.memberId === me.id && earlier.disputed === null) {
    const { name, jobTitle, answer, reason, byDate } = earlier
    return { name, jobTitle, answer, reason, byDate }
  }
  return { name: before?.name ?? me.name, jobTitle: before?.jobTitle ?? '', answer: undefined, reason: '', byDate: '' }
}

/** What was filled in before a reload, if it is an answer. */
export function begunAnswer(kept: Record<string, unknown>): AnswerForm | undefined {
  const { name, jobTitle, answer, reason, byDate } = kept
  const given = ANSWERS.find((one) => one === answer)
  if (typeof name !== 'string' || typeof jobTitle !== 'string') return undefined
  const words = (value: unknown) => (typeof value === 'string' ? value : '')
  return { name, jobTitle, answer: given, reason: words(reason), byDate: words(byDate) }
}

/** How I signed last, on any action. */
export function lastSignature(
  me: Member,
  actions: readonly PutAction[],
): Pick<AnswerForm, 'name' | 'jobTitle'> | undefined {
  return actions.flatMap((action) => action.answers).findLast((answer) => answer.memberId === me.id)
}

/** What is wrong with it, by field, in the order of the fields. */
export function errorsOf(form: AnswerForm): AnswerErrors {
  const text = agreementText.answerDialog
  const errors: AnswerErrors = {}
  if (form.name.trim() === '') errors.name = text.nameMissing
  else if (form.name.trim().length > LIMITS.name) errors.name = text.tooLong(LIMITS.name)
  if (form.jobTitle.trim() === '') errors.jobTitle = text.jobTitleMissing
  else if (form.jobTitle.trim().length > LIMITS.jobTitle) errors.jobTitle = text.tooLong(LIMITS.jobTitle)
  if (form.answer === undefined) errors.answer = text.answerMissing
  if (form.reason.trim().length > LIMITS.reason) errors.reason = text.tooLong(LIMITS.reason)
  if (form.reason.trim() === '' && form.answer === 'agree-with-reservation') errors.reason = text.reservationMissing
  if (form.reason.trim() === '' && form.answer === 'do-not-agree') errors.reason = text.reasonMissing
  if (form.answer === 'ask-first' && form.byDate === '') errors.byDate = text.dateMissing
  return errors
}
