import { isolated, quoted } from './isolated'

const notes = (count: number) => (count === 1 ? '1 note' : `${count} notes`)

/** Words of the page of earlier copies. */
export const copiesText = {
  title: 'Earlier copies',
  lead: 'Each canvas is kept as it was at the end of every step. Only facilitators see this page.',
  none: 'No copies yet',
  noneText: 'The first ones are kept when everybody leaves this step.',
  onlyFacilitators: 'Only facilitators can look at earlier copies',
  onlyFacilitatorsText: 'Ask one of them if you miss something.',
  loading: 'Looking for copies…',
  failed: 'The copies could not be loaded.',
  again: 'Try again',
  pending: (count: number) => (count === 1 ? 'One copy is being kept…' : `${count} copies are being kept…`),

  after: (step: string) => `After ${quoted(step)}`,
  notes,
  unchanged: 'nothing changed since the copy before',
  openedAs: (title: string) => `opened as ${quoted(title)}`,
  linkName: (canvas: string, step: string, time: string) => `${isolated(canvas)}, as after ${isolated(step)}, ${time}`,

  all: 'All copies',
  heading: (canvas: string, step: string) => `${isolated(canvas)}, as after ${isolated(step)}`,
  keptAt: (date: string, time: string) => `${date}, ${time}`,
  opening: 'Opening the copy…',
  gone: 'This copy is not there any more',
  goneText: 'Only the newest copies of a workshop are kept.',
  look: 'How to look at the copy',
  list: 'List',
  picture: 'Picture',
  show: 'What the picture shows',
  whole: 'The whole canvas',

  untitledSection: 'Untitled section',
  untitled: { theme: 'Untitled theme', barrier: 'Untitled barrier', proposal: 'Untitled proposal' },
  kinds: { theme: 'Theme', barrier: 'Barrier', proposal: 'Proposal' },
  emptyNote: 'Empty note',
  noSide: 'No side',
  notSorted: 'Not sorted',
  loose: 'Outside of the sections',
  nothing: 'Nothing here.',
  deletedSince: 'Deleted since',
  changedSince: 'Changed since',
  since: (deleted: number, changed: number) =>
    [deleted > 0 && `${notes(deleted)} deleted since`, changed > 0 && `${notes(changed)} changed since`]
      .filter((part) => part !== false)
      .join(', '),
  sinceNothing: 'No note was deleted or changed since',
  onlySince: 'Show only these',
  noneSinceHere: 'Nothing here was deleted or changed since.',

  open: {
    button: 'Open as a new canvas',
    title: 'Open as a new canvas?',
    text: (count: number) =>
      `Everybody gets a new canvas that starts as this copy, with its ${notes(count)}. The canvas there is now stays as it is.`,
    name: 'Name of the new canvas',
    nameNeeded: 'Give the new canvas a name',
    tooLong: (most: number) => `Use at most ${most} characters`,
    errorsTitle: 'The canvas cannot be opened yet',
    confirm: 'Open new canvas',
    cancel: 'Cancel',
    done: (title: string) => `${quoted(title)} is open for everybody`,
    before: (title: string) => `This copy was opened as ${quoted(title)} before.`,
    goThere: 'Go there',
  },
} as const
