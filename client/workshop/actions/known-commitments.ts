import { type ActionDraft, actionName, type Commitment, type PutAction } from '../../../shared/domain/action'
import type { ActionId, CommitmentId } from '../../../shared/domain/ids'

/** A commitment, and the action that it belongs to as people name it. */
export type KnownCommitment = Commitment & { actionId: ActionId; action: string }

/** Every commitment by id: of what was put to agreement as it was frozen, of drafts as they stand. */
export function knownCommitments(
  drafts: readonly ActionDraft[],
  actions: readonly PutAction[],
): ReadonlyMap<CommitmentId, KnownCommitment> {
  const known = new Map<CommitmentId, KnownCommitment>()
  for (const { id, title, commitments } of drafts) {
    for (const commitment of commitments) known.set(commitment.id, { ...commitment, actionId: id, action: title })
  }
  for (const { id, number, status, wording } of actions) {
    if (status === 'withdrawn') continue
    const action = `${actionName(number)}. ${wording.title}`
    for (const commitment of wording.commitments) known.set(commitment.id, { ...commitment, actionId: id, action })
  }
  return known
}

/** How one commitment is called where another waits on it. */
export function commitmentName({ organisation, what }: Pick<Commitment, 'organisation' | 'what'>): string {
  return [organisation.trim(), what.trim()].filter((part) => part !== '').join(': ')
}

/** Where the card of a commitment can be jumped to. */
export function commitmentAnchor(id: CommitmentId): string {
  return `commitment-${id}`
}
