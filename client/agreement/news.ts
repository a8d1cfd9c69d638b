import { type Answer, actionName, answerOf, type PutAction } from '../../shared/domain/action'
import { ANSWER_LABELS, agreementText } from '../text/agreement'

/** What happened between two readings of the stage, each in a sentence to be read out. */
export function newsBetween(before: readonly PutAction[], now: readonly PutAction[]): string[] {
  return now.flatMap((action) =>
    newsOf(
      before.find((other) => other.id === action.id),
      action,
    ),
  )
}

function newsOf(before: PutAction | undefined, now: PutAction): string[] {
  const name = actionName(now.number)
  const { said } = agreementText
  const moved = before?.status !== now.status || before.revision !== now.revision
  if (moved && now.status === 'put') return [said.put(name, now.wording.title)]
  if (moved && now.status === 'withdrawn') return [said.takenBack(name)]
  const answers = now.asked.flatMap(({ name: organisation }) => {
    const answer = answerOf(now, organisation)
    return answer && !same(answer, before && answerOf(before, organisation)) ? [sentenceOf(answer, name)] : []
  })
  return moved && now.status === 'record' ? [...answers, said.record(name)] : answers
}

function sentenceOf(answer: Answer, action: string): string {
  const { said } = agreementText
  if (answer.disputed) return said.disputed(answer.organisation, action, answer.disputed.name)
  return said.answered(answer.organisation, action, ANSWER_LABELS[answer.answer])
}

function same(a: Answer, b: Answer | undefined): boolean {
  return a.at === b?.at && a.answer === b.answer && a.disputed?.at === b.disputed?.at
}
