import type { ClusterKind } from '../../shared/domain/cluster'
import { isolated, quoted } from './isolated'

const KIND: Record<ClusterKind, string> = { barrier: 'barrier', proposal: 'proposal', theme: 'theme' }
const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)
const who = (name: string | undefined) => (name === undefined ? 'Somebody' : isolated(name))
const both = (names: readonly string[]) =>
  names.length > 2 ? `${names.length} others` : names.join(' and ') || 'Somebody'

/** Every word of the sorting mode. */
export const sortingText = {
  title: 'Sort one by one',
  link: (left: number) => `Sort one by one, ${left} left`,
  tool: 'Sort',
  notes,
  loading: 'Opening the notes…',

  progress: (sorted: number, total: number) => `${sorted} of ${total} sorted`,
  section: 'Notes from',
  allSections: 'All sections',
  outside: 'Outside the sections',
  untitledSection: 'Untitled section',
  untitled: (kind: ClusterKind) => `Untitled ${KIND[kind]}`,
  noSide: 'No side',

  choices: 'Where does it belong?',
  choicesIn: (section: string) => `Clusters in ${isolated(section)}`,
  none: 'There is no heading here yet. Make the first one.',
  find: 'Find a heading',
  noMatch: 'Nothing matches. Try other words, or make a new one.',
  locked: 'Locked',
  lockedCluster: 'A facilitator has locked this one. Choose another.',
  clusterGone: 'Somebody has just removed this one. Choose another.',

  make: (kind: ClusterKind) => `New ${KIND[kind]}`,
  makeNamed: (kind: ClusterKind, title: string) => `New ${KIND[kind]} ${quoted(title)}`,
  titleOfNew: (kind: ClusterKind) => `Title of the new ${KIND[kind]}`,
  titleMissing: 'Write a title first.',
  add: 'Add and move',
  cancel: 'Cancel',
  skip: 'Skip',
  goOn: 'Next note',
  back: 'Back',
  undo: 'Undo',

  moved: (place: string, left: number) => `Note moved to ${isolated(place)}. ${left} left`,
  onlyOne: 'This is the only note left.',
  again: 'This is a note that you skipped.',
  backAt: 'Back at this note.',
  /** Said after what was undone. */
  takenBack: (left: number) => `${left} left`,
  tooLate: 'You have changed more since. Undo in the list goes back step by step.',

  alsoHere: (names: readonly string[]) => `${both(names)} ${names.length > 1 ? 'have' : 'has'} this note too.`,
  put: (name: string | undefined, place: string) => `${who(name)} put this note in ${quoted(place)}.`,
  putStill: 'It may stay there, or choose another: the later answer stands.',
  deleted: (name: string | undefined) => `${who(name)} deleted this note.`,
  lockedNote: 'A facilitator has locked this note. Go on with the next one.',
  movedOn: (name: string | undefined, note: string, place: string) =>
    `${who(name)} also sorted ${quoted(note)} and put it in ${quoted(place)}. The later answer stands.`,

  keys: 'Keys: 1 to 9 choose, N for new, S skips, B goes back',
  keysHint: 'They work while this page has the focus, and not in a field.',

  doneTitle: 'All notes are sorted',
  doneLead: 'Nothing waits any more. Look at what came of it together.',
  emptyTitle: 'There are no notes to sort yet',
  emptyLead: 'As soon as somebody has written one, it comes here.',
  waiting: (left: number) => (left === 1 ? 'Another note has come in' : `${left} notes have come in`),
  resume: 'Go on sorting',
  list: 'Open the list',
  board: 'Open the board',
  toList: 'List',
  toBoard: 'Board',

  closed: {
    observer: 'You are here as an observer. You can read everything and change nothing.',
    step: 'In this step notes are not sorted. You can read them in the list.',
    other: 'Notes cannot be sorted just now. You can read them in the list.',
  },
} as const
