import { type ActionDraft, notAnswered, type PutAction, type Wording } from '../../shared/domain/action'
import type { ActionId } from '../../shared/domain/ids'
import { type Side, type SideNames, sideName } from '../../shared/domain/side'
import { agreementText } from '../text/agreement'

/** Put actions in the order of their numbers, then drafts as they were made; a draft that was put is shown once, as put. */
export function cardsOf(
  drafts: readonly Pick<ActionDraft, 'id'>[],
  actions: readonly PutAction[],
): { put: ActionId[]; drafts: ActionId[] } {
  const put = actions
    .filter((action) => action.status !== 'withdrawn')
    .sort((a, b) => a.number - b.number)
    .map((action) => action.id)
  return { put, drafts: drafts.map((draft) => draft.id).filter((id) => !put.includes(id)) }
}

/** "3 actions: 1 agreed, 1 waiting for Westshire Council, 1 draft" */
export function summaryOf(drafts: readonly Pick<ActionDraft, 'id'>[], actions: readonly PutAction[]): string {
  const cards = cardsOf(drafts, actions)
  const count = cards.put.length + cards.drafts.length
  if (count === 0) return agreementText.nothingYet
  const open = actions.filter((action) => action.status === 'put')
  const waiting = open.filter((action) => notAnswered(action).length > 0)
  const agreed = actions.filter((action) => action.status === 'record').length
  const { part } = agreementText
  const [only] = waiting
  const parts = [
    agreed > 0 && part.agreed(agreed),
    waiting.length === 1 && only && part.waitingFor(notAnswered(only).map((asked) => asked.name)),
    waiting.length > 1 && part.waiting(waiting.length),
    open.length > waiting.length && part.notAgreed(open.length - waiting.length),
    cards.drafts.length > 0 && part.draft(cards.drafts.length),
  ]
  return agreementText.counted(
    count,
    parts.filter((words) => words !== false && words !== undefined),
  )
}

/** Where a put action stands, in one line; `next` says what to do where waiting alone does not help. */
export function statusOf(action: PutAction, sides: SideNames): { words: string; next: string } {
  const { status } = agreementText
  const says = action.answers.filter((answer) => answer.answer === 'do-not-agree' && answer.disputed === null)
  const missing = notAnswered(action).map((asked) => asked.name)
  const parts: string[] = []
  if (says.length > 0) parts.push(status.no(says.map((answer) => answer.organisation)))
  if (missing.length > 0) parts.push(status.waiting(missing))
  const next = says.length > 0 ? status.nextNo : ''
  if (parts.length > 0) return { words: parts.join('. '), next }
  const agreeing = new Set(action.answers.map((answer) => answer.side))
  const without: Side = agreeing.has('central') ? 'local' : 'central'
  return { words: status.oneSide(sideName(without, sides)), next: status.nextNo }
}

/** Which parts of an action read differently now: its fields by name, its commitments by id. */
export function changedParts(before: Wording, now: Wording): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const key of ['title', 'residentChange', 'measure'] as const) {
    if (before[key] !== now[key]) changed.add(key)
  }
  for (const commitment of now.commitments) {
    const was = before.commitments.find((other) => other.id === commitment.id)
    if (JSON.stringify(was) !== JSON.stringify(commitment)) changed.add(commitment.id)
  }
  return changed
}
