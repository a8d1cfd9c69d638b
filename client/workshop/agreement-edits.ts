import * as edits from '../../shared/document/agreement'
import type { ActionId, CommitmentId } from '../../shared/domain/ids'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import type { Agreement, Workshop } from './contract'

export type AgreementEdits = ReturnType<typeof createAgreementEdits>

/**
 * Every edit of drafts but typing, as this person. Asked at each, since a step can end while a dialog or a message with *Undo*
 * is open: the server would refuse it, and everything written since would have to be put aside. Answers no where it is not made.
 */
export function createAgreementEdits(
  agreement: Pick<Agreement, 'document'>,
  { may, now }: Pick<Workshop, 'may' | 'now'>,
) {
  const open = () => {
    if (may('word-action')) return true
    showToast({ text: workshopText.undoClosed })
    return false
  }
  /** Runs it where it may be made. */
  const when = (run: () => void): boolean => {
    if (!open()) return false
    run()
    return true
  }
  const document = () => agreement.document()
  return {
    add: (action: edits.NewAction): ActionId | undefined => (open() ? edits.addAction(document(), action) : undefined),
    setBinned: (id: ActionId, binned: boolean) =>
      when(() => edits.setActionBinned(document(), id, binned ? Math.round(now()) : null)),
    addCommitment: (
      action: ActionId,
      commitment: Parameters<typeof edits.addCommitment>[2],
    ): CommitmentId | undefined => (open() ? edits.addCommitment(document(), action, commitment) : undefined),
    setCommitment: (action: ActionId, id: CommitmentId, fields: edits.CommitmentFields) =>
      when(() => edits.setCommitment(document(), action, id, fields)),
    setCommitmentRemoved: (action: ActionId, id: CommitmentId, removed: boolean) =>
      when(() => edits.setCommitmentRemoved(document(), action, id, removed)),
  }
}
