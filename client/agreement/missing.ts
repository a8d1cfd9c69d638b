import { type ActionDraft, readyToPut } from '../../shared/domain/action'
import type { ActionId, CommitmentId } from '../../shared/domain/ids'
import { type SideNames, sideName } from '../../shared/domain/side'
import { LIMITS } from '../../shared/protocol/limits'
import { agreementText } from '../text/agreement'
import type { FormError } from '../ui/error-summary'

/** The ids of a draft's inputs, for errors that lead to them. */
export const fieldIds = {
  title: (action: ActionId) => `action-title-${action}`,
  add: (action: ActionId) => `action-add-${action}`,
  what: (commitment: CommitmentId) => `commitment-what-${commitment}`,
  organisation: (commitment: CommitmentId) => `commitment-organisation-${commitment}`,
  person: (commitment: CommitmentId) => `commitment-person-${commitment}`,
} as const

/** Everything to be put right before the draft can be put to agreement: what `readyToPut` misses, and names too long for a record. */
export function missingFrom(draft: ActionDraft, sides: SideNames): Required<FormError>[] {
  const errors = tooLongIn(draft, sides)
  if (readyToPut(draft).ok) return errors
  const { missing } = agreementText
  if (draft.title.trim() === '') errors.push({ message: missing.noTitle, fieldId: fieldIds.title(draft.id) })
  if (draft.commitments.length === 0) errors.push({ message: missing.noCommitment, fieldId: fieldIds.add(draft.id) })
  for (const { id, what, organisation } of draft.commitments) {
    const name = labelOf(draft, id, sides)
    if (what.trim() === '') errors.push({ message: missing.noWhat(name), fieldId: fieldIds.what(id) })
    if (organisation.trim() === '') {
      errors.push({ message: missing.noOrganisation(name), fieldId: fieldIds.organisation(id) })
    }
  }
  return errors
}

function tooLongIn(draft: ActionDraft, sides: SideNames): Required<FormError>[] {
  return draft.commitments.flatMap(({ id, organisation, person }) => {
    const name = labelOf(draft, id, sides)
    const fields = [
      { fieldId: fieldIds.organisation(id), words: organisation, most: LIMITS.organisation },
      { fieldId: fieldIds.person(id), words: person, most: LIMITS.name },
    ]
    return fields
      .filter(({ words, most }) => words.trim().length > most)
      .map(({ fieldId, most }) => ({ message: agreementText.missing.tooLong(name, most), fieldId }))
  })
}

/** "Central, commitment 2": one of a draft's commitments, whatever it says yet. */
export function labelOf(draft: ActionDraft, id: CommitmentId, sides: SideNames): string {
  const commitment = draft.commitments.find((c) => c.id === id)
  if (!commitment) return ''
  const ofSide = draft.commitments.filter((c) => c.side === commitment.side)
  return agreementText.editing.commitment(sideName(commitment.side, sides), ofSide.findIndex((c) => c.id === id) + 1)
}
