import type { ClusterKind } from '../../shared/domain/cluster'
import { isolated, quoted } from './isolated'

const KIND: Record<ClusterKind, string> = { barrier: 'Barrier', proposal: 'Proposal', theme: 'Theme' }
const kindInText = (kind: ClusterKind) => KIND[kind].toLowerCase()
const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)
const these = (count: number) => (count === 1 ? 'Note' : notes(count))

/** Every word of the list. */
export const outlineText = {
  kind: KIND,
  notes,
  quoted,
  tools: 'Undo and deleted items',
  moreTools: 'More tools',
  undo: 'Undo',
  redo: 'Redo',
  recentlyDeleted: (count: number) => (count === 0 ? 'Recently deleted' : `Recently deleted (${count})`),
  notSorted: 'Not sorted',
  untitled: (kind: ClusterKind) => `Untitled ${kindInText(kind)}`,
  untitledSection: 'Untitled section',
  onCanvas: 'Outside the sections',
  onCanvasPrompt: 'These lie on the board between the sections.',
  emptyNote: 'Empty note',
  noSide: 'No side',
  /** How many of the notes: "3 Central", "2 with no side". */
  onSide: (count: number, side: string | null) => `${count} ${side === null ? 'with no side' : isolated(side)}`,
  empty: 'No notes yet. Write the first one.',
  writeFirst: 'Write a note here',
  /** Heard for a list of notes. */
  listOf: (title: string) => `Notes in ${isolated(title)}`,
  sectionLocked: 'This section is locked. You can read it.',
  sectionLockedByYou: 'This section is locked for everybody but facilitators.',
  lock: {
    mark: 'Locked',
    lock: 'Lock',
    unlock: 'Unlock',
    locked: 'Locked. Only facilitators can change it.',
    unlocked: 'Unlocked.',
    kept: 'A facilitator has locked this. You can read it.',
  },
  section: {
    add: 'New section',
    more: 'More',
    moreNamed: (title: string) => `More, section ${isolated(title)}`,
    change: 'Change section…',
    foldAll: 'Fold all on the board',
    unfoldAll: 'Open all on the board',
    remove: 'Remove section',
    removeDetail: 'What lies in it goes to another section',
    removed: 'Section removed. What lay in it is in another section.',
  },
  lost: {
    words: 'Somebody else deleted this note. Write on: every word is kept in Recently deleted.',
    putBack: 'Put it back',
  },

  observer: 'You are here as an observer. You can read everything and change nothing.',
  closedByStep: 'In this step the canvas is for reading. You can change it again in a later step.',

  row: {
    move: 'Move to…',
    moveNamed: (start: string) => `Move to…, ${isolated(start)}`,
    more: 'More',
    moreNamed: (start: string) => `More, ${isolated(start)}`,
    text: 'Note',
    by: (name: string) => `Written by ${isolated(name)}`,
    byYou: 'Written by you',
    up: 'Move up',
    down: 'Move down',
    makeBarrier: 'Make it a barrier',
    makeProposal: 'Make it a proposal',
    duplicate: 'Duplicate',
    duplicated: 'Note duplicated.',
    delete: 'Delete',
    done: 'Done',
    onlyAuthor: 'Only the person who wrote it, or a facilitator, can delete it.',
    typing: (name: string) => `${isolated(name)} is writing here`,
    alsoTyping: (name: string) => `${isolated(name)} also types in this note`,
    tooLong: (limit: number) =>
      `A note takes up to ${limit.toLocaleString('en-GB')} characters. What you pasted is still in your clipboard: add it line by line below, or shorten it.`,
    made: (kind: ClusterKind) => `It is a ${kindInText(kind)} now.`,
  },

  cluster: {
    more: 'More',
    moreNamed: (title: string) => `More, ${isolated(title)}`,
    rename: 'Rename',
    titleField: (kind: ClusterKind) => `Title of the ${kindInText(kind)}`,
    kindIs: 'It is a',
    up: 'Move up',
    down: 'Move down',
    moveTo: 'Move to another section…',
    merge: 'Merge into…',
    link: 'Link barriers…',
    addHere: 'Write notes into it',
    splitInto: 'Split…',
    split: (count: number) => (count === 1 ? '1 note split off.' : `${count} notes split off.`),
    fold: 'Fold on the board',
    unfold: 'Open on the board',
    isFolded: 'Folded on the board',
    foldedOnBoard: (count: number, folded: boolean) =>
      `${count === 1 ? 'Cluster' : `${count} clusters`} ${folded ? 'folded' : 'opened'} on everybody’s board.`,
    remove: 'Remove heading',
    removeDetail: 'Its notes go to Not sorted',
    addressedBy: 'Addressed by',
    noProposal: 'No proposal yet',
    answers: 'Answers',
    answersNone: 'No barrier linked yet',
    linkButton: 'Link barriers',
    residentChange: 'What changes for a resident',
    residentChangeOf: (proposal: string) => `What changes for a resident: ${isolated(proposal)}`,
    residentHint: 'One line, in their words',
    residentUnsaid: 'Not said yet',
    tooLong: (limit: number) =>
      `That does not fit: at most ${limit.toLocaleString('en-GB')} characters. Nothing was changed.`,
    newOne: (kind: ClusterKind) => `New ${kindInText(kind)}`,
    newNamed: (kind: ClusterKind, section: string) => `New ${kindInText(kind)} in ${quoted(section)}`,
    removed: (count: number) => {
      if (count === 0) return 'Heading removed.'
      return count === 1
        ? 'Heading removed. Its note is in Not sorted.'
        : `Heading removed. Its ${count} notes are in Not sorted.`
    },
    merged: (title: string) => `Merged into ${quoted(title)}.`,
    movedTo: (section: string) => `Moved to ${quoted(section)}.`,
    kindChanged: (kind: ClusterKind) => `It is a ${kindInText(kind)} now.`,
  },

  add: {
    region: 'Add a note',
    to: (place: string) => `Add a note to ${quoted(place)}`,
    placeholder: 'Enter adds it',
    button: 'Add',
    change: 'Change',
    changeNamed: 'Change where the note goes',
    sections: 'Sections',
    clusters: 'Clusters',
    added: (place: string) => `Note added to ${isolated(place)}`,
    tooLong: (over: number) =>
      `This is ${over.toLocaleString('en-GB')} characters too long for one note. Shorten it, or break it into lines: each line becomes a note.`,
  },

  move: {
    title: (count: number) => (count === 1 ? 'Move this note to…' : `Move ${notes(count)} to…`),
    cluster: 'Move it to which section?',
    merge: 'Merge into which one?',
    mergeExplain: 'Its notes go to the end of the other one, and this heading goes away.',
    find: 'Find a heading',
    none: 'Nothing matches. Try other words.',
    noneAtAll: 'There is nowhere else to go on this canvas.',
    here: 'It is here now',
    newOne: (kind: ClusterKind, title: string) =>
      title === '' ? `New ${kindInText(kind)}` : `New ${kindInText(kind)} ${quoted(title)}`,
    done: (count: number, place: string, left: number | undefined) =>
      `${these(count)} moved to ${isolated(place)}.${left === undefined ? '' : ` ${left} left`}`,
    position: (position: number, total: number) => `Now ${position} of ${total}`,
  },

  link: {
    title: 'Which barriers does it answer?',
    none: 'There are no barriers on this canvas yet. Add one first.',
    save: 'Save',
    cancel: 'Cancel',
    saved: (count: number) => (count === 1 ? '1 barrier linked' : `${count} barriers linked`),
  },

  bin: {
    title: 'Recently deleted',
    explain: 'What was deleted on this canvas, latest first. Put back, it goes to where it was.',
    none: 'Nothing has been deleted.',
    putBack: 'Put back',
    putBackNamed: (start: string) => `Put back, ${isolated(start)}`,
    heading: (kind: ClusterKind) => `Heading, ${kindInText(kind)}`,
  },

  deleted: 'Note deleted.',
  undoThis: 'Undo',
  undoTooLate: 'You have changed more since. Use Undo at the top to go back step by step.',
  movedAway: (place: string) => `The note you were on was moved to ${isolated(place)}; you are on the next one`,
  deletedAway: 'The note you were on was deleted; you are on the next one',
  movedAwayLast: (place: string) => `The note you were on was moved to ${isolated(place)}`,
  deletedAwayLast: 'The note you were on was deleted',
  hiddenAway: 'The note you were on is not in what you look for any more; you are on the next one',
  hiddenAwayLast: 'The note you were on is not in what you look for any more',
  /** What one was on went away by somebody else's doing. */
  gone: {
    headingMoved: (title: string, section: string) => `${quoted(title)} was moved to ${isolated(section)}`,
    headingRemoved: (title: string) => `The heading ${quoted(title)} was removed`,
    headingMerged: (title: string) => `The heading ${quoted(title)} was merged into another`,
    section: (title: string) => `The section ${quoted(title)} was removed`,
    youAreOn: (title: string) => `; you are on ${quoted(title)}`,
  },
} as const
