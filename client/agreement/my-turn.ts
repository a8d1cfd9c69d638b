import { answerOf, type PutAction } from '../../shared/domain/action'
import { type Member, organisationKey } from '../../shared/domain/member'

/** What one person can do about one organisation's answer. */
export type MyTurn = 'answer' | 'answer-again' | 'change' | 'dispute' | 'nothing'

type Person = Pick<Member, 'id' | 'organisation' | 'role'>

/**
 * One answers for the organisation one came from. Somebody else's answer for it is not changed but disputed; an answer
 * that is disputed, or that only keeps a place, anybody of that organisation may give.
 */
export function myTurn(action: PutAction, organisation: string, me: Person): MyTurn {
  if (action.status !== 'put' || me.role === 'observer') return 'nothing'
  if (organisationKey(me.organisation) !== organisationKey(organisation)) return 'nothing'
  const answer = answerOf(action, organisation)
  if (!answer) return 'answer'
  if (answer.disputed) return 'answer-again'
  if (answer.answer === 'ask-first') return 'answer'
  return answer.memberId === me.id ? 'change' : 'dispute'
}
