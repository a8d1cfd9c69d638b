import { isolated, quoted } from './isolated'

const kinds = { theme: 'Theme', barrier: 'Barrier', proposal: 'Proposal' } as const
const kindsInText = { theme: 'theme', barrier: 'barrier', proposal: 'proposal' } as const
type Kind = keyof typeof kinds

const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

/** Every word of the board. */
export const boardText = {
  board: (canvas: string) => `Board: ${isolated(canvas)}`,
  picture: (canvas: string, count: number) => `Canvas: ${isolated(canvas)}, ${notes(count)}`,
  canvasKeys:
    'Arrow keys go from item to item. Enter edits. Space picks up. Tab leaves the board. All keys are in Keys on the board.',
  manySelected: (count: number) => `${count} items`,
  items: 'Items on the canvas',
  asList: 'This canvas as a list',
  loading: 'Opening the board…',
  failed: 'The board could not be loaded. Check your connection and try again, or use the list.',
  tryAgain: 'Try again',
  empty: 'No notes yet. Write the first one.',
  emptyHow: 'Double click where it should go, or press Note.',
  kinds,
  kindInText: (kind: Kind) => kindsInText[kind],
  notes,
  clusters: (count: number) => (count === 1 ? '1 cluster' : `${count} clusters`),
  untitled: (kind: Kind) => `Untitled ${kindsInText[kind]}`,
  untitledSection: 'Untitled section',
  emptyNote: 'Empty note',
  noSide: 'No side',
  notSortedCount: (count: number) => `Not sorted · ${count}`,
  dropHere: 'Drop notes here',
  residentChange: 'What changes for a resident',
  residentUnsaid: 'Not said yet',
  noProposal: 'No proposal yet',
  addressedBy: (count: number) => (count === 1 ? 'Addressed by 1 proposal' : `Addressed by ${count} proposals`),
  answers: (count: number) => (count === 1 ? 'Answers 1 barrier' : `Answers ${count} barriers`),
  writeHere: 'Write a note',
  titleHere: 'Give it a title',
  typing: (name: string) => `${isolated(name)} is typing`,
  locked: 'Locked',
  /** The line that opens a folded cluster. */
  more: (count: number) => `${count} more`,

  closed: {
    observer: 'You are here as an observer. You can read everything and change nothing.',
    locked: 'This canvas is locked. You can read it; nothing of yours is lost.',
    ended: 'This workshop has ended. Nothing can be changed any more.',
    preview: 'This is what a participant sees. Nothing can be changed in the preview.',
    step: 'In this step that is not for changing. You can read it; a later step opens it.',
  },

  folded: (count: number, folded: boolean) =>
    `${count === 1 ? 'Cluster' : `${count} clusters`} ${folded ? 'folded' : 'opened'}.`,

  lock: {
    lock: 'Lock',
    unlock: 'Unlock',
    locked: 'Locked. Only facilitators can change it.',
    unlocked: 'Unlocked.',
  },

  section: {
    add: 'New section',
    change: 'Change section…',
    remove: 'Remove section',
    removed: 'Section removed. What lay in it is in another section.',
    foldAll: 'Fold all clusters',
    unfoldAll: 'Open all clusters',
    onlyFacilitators: 'Only facilitators can move sections.',
    drag: 'Drag its heading to move it, its corner to change its size.',
  },

  tools: {
    toolbar: 'Board tools',
    zoom: 'Zoom',
    select: 'Select',
    note: 'Note',
    cluster: 'Cluster',
    section: 'Section',
    undo: 'Undo',
    redo: 'Redo',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    zoomTo: (percent: number) => `Zoom: ${percent}%. Show at 100%`,
    fit: 'Show the whole canvas',
    recent: 'Recently deleted',
    bin: 'Deleted',
  },

  said: {
    section: (title: string, count: string, clusters: string) => `Section: ${isolated(title)}. ${count}, ${clusters}`,
    cluster: (kind: string, title: string, count: string, place: string) =>
      `${kind}: ${isolated(title)}. ${count}. ${isolated(place)}`,
    note: (text: string, side: string, place: string) => `${isolated(text)}. ${isolated(side)}. ${isolated(place)}`,
    inCluster: (kind: string, title: string) => `In ${kind} ${isolated(title)}`,
    inSection: (title: string) => `Not sorted, in ${isolated(title)}`,
    clusterIn: (title: string) => `In ${isolated(title)}`,
    onCanvas: 'On the canvas, outside the sections',
    position: (index: number, total: number) => `${index} of ${total}`,
    left: 'Press Tab to leave the board.',
    copied: (count: number) => (count === 1 ? '1 note copied as text' : `${count} notes copied as text`),
    notCopied: 'Copying did not work here. Select the text in the list and copy it there.',
  },

  /** Picking up, moving and dropping by keys. */
  carry: {
    pickedUp: (name: string) => `Picked up: ${isolated(name)}.`,
    how: 'Arrow keys move it. Space drops it, Escape puts it back.',
    howFreely:
      'Arrow keys move it, Page Up and Page Down bring it to another section. Space drops it, Escape puts it back.',
    /** "In barrier Four returns ask the same questions, 2 of 5" */
    place: (where: string, index: number, of: number) => `${where}, ${index} of ${of}`,
    free: (where: string, right: number, down: number) => `${where}, ${right} across, ${down} down`,
    dropped: (where: string) => `Dropped. ${where}.`,
    putBack: 'Put back where it was.',
    gone: 'Somebody else deleted it while you were moving it.',
    placeGone: 'That place is not there any more. It stays where it was.',
  },

  search: {
    label: 'Find on the canvas',
    field: 'Find notes and headings',
    at: (index: number, of: number) => `${index} of ${of}`,
    found: (count: number) => (count === 1 ? '1 found' : `${count} found`),
    none: 'Nothing found',
    next: 'Next',
    previous: 'Previous',
    close: 'Close the search',
  },

  ways: {
    title: 'Go to',
    whole: 'Whole canvas',
    selection: 'What is selected',
    sections: 'Sections',
  },

  panel: {
    addressedBy: 'Addressed by',
    nothingYet: 'No proposal yet',
    answers: 'Answers',
    answersNone: 'No barrier linked yet',
    moveNotes: 'Move notes to…',
    moveCluster: 'Move the cluster to…',
    proposeAnswer: 'Propose an answer',
    linkBarriers: 'Link barriers…',
    merge: 'Merge with…',
    split: 'Split…',
    splitOff: 'Split off as a cluster',
    fold: 'Fold',
    unfold: 'Open',
    foldedNotes: 'Notes in it',
    changeKind: 'Change kind',
    deleteHeading: 'Delete heading',
    headingRemoved: (count: number) =>
      count === 0
        ? 'Heading removed.'
        : `Heading removed. Its ${notes(count)} ${count === 1 ? 'is' : 'are'} in Not sorted.`,
    undo: 'Undo',
    undoTooLate: 'You have changed more since. Use Undo below to go back step by step.',
    noteBy: (name: string) => `Written by ${isolated(name)}`,
    noteByYou: 'Written by you',
    edit: 'Edit note',
    makeBarrier: 'Make it a barrier',
    makeProposal: 'Make it a proposal',
    editTitle: 'Edit title',
    move: 'Move to…',
    delete: 'Delete',
    deleted: (count: number) => (count === 1 ? 'Note deleted.' : `${notes(count)} deleted.`),
    onlyAuthor: 'Only the person who wrote it, or a facilitator, can delete it.',
    someNotYours: (count: number) =>
      count === 1
        ? 'One of these was written by somebody else and stays. Only its author or a facilitator can delete it.'
        : `${count} of these were written by others and stay. Only their authors or a facilitator can delete them.`,
    many: (items: string) => `${items} selected`,
    newCluster: (kind: Kind) => `New ${kindsInText[kind]} from these`,
    copy: 'Copy as text',
    duplicate: 'Duplicate',
    tidy: 'Tidy into rows',
    tidied: (count: number) => `${notes(count)} put in rows.`,
    tidyAlready: 'These are in rows already. Sections and clusters keep their notes tidy by themselves.',
  },

  move: {
    one: 'Move this note to…',
    many: (items: string) => `Move ${items} to…`,
    cluster: 'Move this cluster to…',
    find: 'Find a cluster or section',
    none: 'Nothing matches. Try other words.',
    notSortedIn: (section: string) => `Not sorted, in ${quoted(section)}`,
    newIn: (kind: Kind, section: string) => `New ${kindsInText[kind]} in ${quoted(section)}`,
    done: (place: string) => `Moved to ${isolated(place)}.`,
  },

  merge: {
    title: (title: string) => `Merge ${quoted(title)} with…`,
    explain: 'Its notes go to the end of the other one, and this heading goes away.',
    none: 'There is no other cluster on this canvas.',
    onTitle: (from: string, into: string) => `Merge ${quoted(from)} into ${quoted(into)}?`,
    onExplain: (count: number, into: string) =>
      `${count === 0 ? 'It has no notes.' : `Its ${notes(count)} ${count === 1 ? 'goes' : 'go'} to the end of ${quoted(into)}.`} The heading of the dragged one goes away. You can undo it.`,
    merge: 'Merge',
    beside: 'Put it beside',
    link: 'Link it as an answer',
    cancel: 'Cancel',
    done: (title: string) => `Merged into ${quoted(title)}.`,
  },

  link: {
    title: 'Which barriers does it answer?',
    none: 'There are no barriers on this canvas yet.',
    save: 'Save',
    cancel: 'Cancel',
  },

  bin: {
    title: 'Recently deleted',
    explain: 'What was deleted on this canvas, latest first. Put back, it goes to where it was.',
    none: 'Nothing has been deleted.',
    putBack: 'Put back',
    putBackNamed: (words: string) => `Put back ${quoted(words)}`,
  },

  paste: {
    noLinks: 'Links are not opened here. Paste the address as text if people should see it.',
  },

  tooLong: 'That is more than fits in one note. Paste it on the board instead, to make one note a line.',
  /** What one had selected and somebody else deleted or merged away. */
  goneMeanwhile: (count: number, name: string | undefined) =>
    `${name ?? 'Somebody else'} removed ${count === 1 ? 'what you had selected' : `${count} of the items you had selected`}. A facilitator can put back what was deleted.`,
  /** Where the keys went on by themselves. */
  onTheNext: 'You are on the next one.',
  foldedOver: 'The note you were on is in a folded cluster now; you are on the cluster.',
  lost: {
    note: 'Somebody else deleted this note. Write on: every word is kept in Recently deleted.',
    finished: 'This note was deleted while you wrote in it. Every word is in Recently deleted.',
    folded: 'Somebody folded this cluster while you wrote in it. Write on: your note is in it.',
    heading: 'Somebody else merged this cluster or removed its heading. Its notes are still on the canvas.',
  },
  tooLongHere: 'That is more than fits here.',
  selectFirst: 'Select something first: a note, several, or a cluster.',
  noDeleteSection: 'Sections cannot be deleted here.',

  keys: {
    title: 'Keys on the board',
    single: 'Letters and signs as shortcuts',
    singleHint:
      'N, C, M, /, ?, + and the like. Switch them off if you dictate or hit keys by accident. Kept on this device.',
    groups: [
      {
        title: 'Going about',
        rows: [
          ['Arrow keys', 'From item to item, in reading order'],
          ['Home, End', 'First item, last item'],
          ['Shift + arrow keys', 'Select more'],
          ['/  or Ctrl + F', 'Find notes and headings'],
          ['0  or Shift + 1', 'Whole canvas'],
          ['Shift + 2', 'What is selected'],
          ['+  −', 'Zoom in, zoom out'],
          ['Space and drag', 'Move around'],
        ],
      },
      {
        title: 'Writing',
        rows: [
          ['N', 'New note'],
          ['Enter', 'Edit a note or a title'],
          ['Enter, while writing', 'Finish and start the next note'],
          ['Shift + Enter', 'New line in a note'],
          ['Escape', 'Stop writing; again: select nothing'],
        ],
      },
      {
        title: 'Moving',
        rows: [
          ['Space', 'Pick up; again: drop'],
          ['Up, Down', 'While moving: one place on'],
          ['Left, Right', 'While moving: to the next cluster or section'],
          ['Arrows, Page Up, Page Down', 'While moving drawings, or several kinds: by steps, to the next section'],
          ['Escape', 'While moving: put back'],
          ['M', 'Move to…'],
          ['C', 'New cluster, from the selected notes'],
        ],
      },
      {
        title: 'And',
        rows: [
          ['Ctrl + Z, Ctrl + Y', 'Undo, redo your own work'],
          ['Delete', 'Delete what is selected'],
          ['Ctrl + A', 'Select all notes'],
          ['Ctrl + C, Ctrl + V', 'Copy notes as text; paste lines as notes'],
          ['Ctrl + D', 'Duplicate selected notes'],
          ['?', 'This list'],
        ],
      },
    ],
  },
} as const
