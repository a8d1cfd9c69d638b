import { type Change, type EditName, isBin } from '../../shared/document/change'
import type { CanvasRoot } from '../../shared/document/roots'
import type { Lock } from '../../shared/domain/locks'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { isolated, quoted } from './isolated'
import { itemsText } from './items'

type Done = { name: EditName; ids: readonly string[]; changes?: readonly Pick<Change, 'root' | 'before' | 'after'>[] }
type Step = { is: 'edit'; edit: Done } | { is: 'typing'; path: readonly string[] }

const STEPS: Record<EditName, (count: number, edit: Done) => string> = {
  'add-note': () => 'new note',
  'add-notes': (count) => `${count} new notes`,
  'move-notes': (count) => (count === 1 ? 'move of a note' : `move of ${count} notes`),
  'move-items': (_, edit) => `move of ${itemsText(countsOf(edit))}`,
  'delete-items': (_, edit) =>
    `delete of ${itemsText(countsOf(edit, ({ before, after }) => isBin(before) || isBin(after)))}`,
  'delete-notes': (count) => (count === 1 ? 'deleting a note' : `deleting ${count} notes`),
  'add-cluster': () => 'new cluster',
  'move-cluster': () => 'move of a cluster',
  'delete-cluster': () => 'removing a heading',
  'merge-clusters': (_, edit) => {
    const { clusters } = countsOf(edit)
    return clusters > 1 ? `merging ${clusters + 1} clusters` : 'merging two clusters'
  },
  'change-kind': () => 'change of kind',
  'note-to-cluster': () => 'making a cluster of a note',
  'link-barriers': () => 'linking barriers',
  'put-back': () => 'putting back',
  'add-drawing': () => 'drawing',
  'move-drawings': () => 'move of a drawing',
  'describe-drawing': () => 'description of a drawing',
  'delete-drawings': (count) => (count === 1 ? 'deleting a drawing' : `deleting ${count} drawn lines`),
  'fold-clusters': (count) => (count === 1 ? 'folding a cluster' : `folding ${count} clusters`),
  'unfold-clusters': (count) => (count === 1 ? 'opening a cluster' : `opening ${count} clusters`),
  'split-cluster': () => 'splitting a cluster',
  'lock-items': (count) => (count === 1 ? 'locking' : `locking ${count} items`),
  'unlock-items': (count) => (count === 1 ? 'unlocking' : `unlocking ${count} items`),
  'add-section': () => 'new section',
  'change-section': () => 'change of a section',
  'move-section': () => 'move of a section',
  'resize-section': () => 'change of a section’s size',
  'remove-section': () => 'removing a section',
}

function stepText(step: Step): string {
  if (step.is === 'edit') return STEPS[step.edit.name](step.edit.ids.length, step.edit)
  return step.path[0] === 'notes' ? 'typing in a note' : 'typing'
}

type Changed = NonNullable<Done['changes']>[number]

/** Of each kind, where each change is about another item. `counts`: those that the step is said to be about. */
function countsOf({ changes = [] }: Done, counts: (change: Changed) => boolean = () => true) {
  const of = (root: CanvasRoot) => changes.filter((change) => change.root === root && counts(change)).length
  return { notes: of('notes'), clusters: of('clusters'), drawings: of('drawings'), sections: of('sections') }
}

const NOT_ADDED: Partial<Record<RefusalCode, string>> = {
  'canvas-locked': 'The canvas was locked before your words arrived. They are kept here.',
  'step-does-not-allow': 'This step ended before your words arrived. They are kept here.',
  'item-locked': 'A facilitator has locked this, so your words were not added. They are kept here.',
  'role-may-not-edit': 'You may not change this, so your words were not added. They are kept here.',
  'wording-locked': 'This action was put to agreement before your words arrived. They are kept here.',
  'document-full': 'This is full. Delete something to make room, or ask a facilitator. Your words are kept here.',
  'share-full': 'You have added as much here as one person can. Ask a facilitator. Your words are kept here.',
  'text-too-long': 'Too many words came together in one place. Shorten it first. Your words are kept here.',
  'too-large': 'This was too much at once for the server. Your words are kept here.',
  'workshop-ended': 'The workshop ended before your words arrived. They are kept here.',
  'state-moved-on': 'This canvas was restored to an earlier state. Your words are kept here.',
}

const DID = { moved: 'moved', wrote: 'wrote in', changed: 'changed' } as const

export const workshopText = {
  somebody: 'Somebody else',
  /** Label of a button or menu: "Undo move of 3 notes". */
  undo: (step: Step) => `Undo ${stepText(step)}`,
  redo: (step: Step) => `Redo ${stepText(step)}`,
  undone: (step: Step) => `Undone: ${stepText(step)}`,
  redone: (step: Step) => `Done again: ${stepText(step)}`,
  overtaken: (what: keyof typeof DID, name: string | undefined) =>
    `${name === undefined ? 'Somebody else' : isolated(name)} ${DID[what]} it since, so it stays as it is.`,
  putBack: 'Put back where it was.',
  putBackIn: (home: string) => `Put back in ${quoted(home)}.`,
  notPutBack: 'It cannot be put back just now.',
  undoClosed: 'That may not be changed just now, so it stays as it is.',
  /** Why something stays as it is. */
  lockedItem: (lock: Lock | undefined) => {
    const title = lock?.title.replace(/\s+/g, ' ').trim()
    if (lock?.is === 'note' || !title) return 'A facilitator has locked this. Ask them to unlock it.'
    return `${quoted(title)} is locked. Ask a facilitator to unlock it.`
  },
  clusterGone: 'Somebody deleted or merged that cluster meanwhile. Nothing was changed.',
  sectionGone: 'Somebody removed that section meanwhile.',
  notesGone: (count: number) =>
    count === 1 ? 'Somebody deleted that note meanwhile.' : 'Somebody deleted those notes meanwhile.',
  itemsGone: 'Somebody deleted all of that meanwhile. Nothing was changed.',
  onlyAuthorDeletes: 'Only the person who wrote a note, or a facilitator, can delete it.',
  onlyDrawerDeletes: 'Only the person who drew it, or a facilitator, can delete it.',
  notAdded: {
    heading: (count: number) => (count === 1 ? 'Not added: 1 text' : `Not added: ${count} texts`),
    announced: 'Your note was not added. Your words are kept on this page.',
    nothingLost: 'Your last change was not made. Nothing you wrote is lost.',
    why: (code: RefusalCode) => NOT_ADDED[code] ?? 'The server did not take this. Your words are kept here.',
    copy: 'Copy',
    copied: 'Copied',
    addAgain: 'Add again',
    addedAgain: 'Added again',
    cannotNow: 'This cannot be added just now. It stays here.',
    dismiss: 'Dismiss',
  },
  section: 'this section',
} as const
