import { isolated, quoted } from './isolated'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

/** Words of the list of people, and of what facilitators do about them. */
export const peopleText = {
  title: 'People',
  lead: (here: number, all: number) => `${here} here now, ${all} have joined`,
  list: 'Everybody, by side and organisation',
  isHere: 'here',
  isAway: 'away',
  hereOf: (here: number, all: number) => (all === here ? `${all} here` : `${here} of ${all} here`),
  you: 'you',
  noOrganisation: 'No organisation',
  noSide: 'No side',
  find: 'Find a person or an organisation',
  found: (count: number) => (count === 0 ? 'Nobody found' : `${people(count)} found`),
  nobodyFound: 'Nobody by that name. Try fewer letters.',

  more: (name: string) => `More, ${isolated(name)}`,
  rename: 'Correct the name…',
  moveTo: (side: string) => `Move to ${isolated(side)}`,
  moved: (name: string, side: string) => `${isolated(name)} is now on ${isolated(side)}`,

  renaming: {
    title: (name: string) => `How is ${isolated(name)} written?`,
    own: 'Correct my name',
    ownTitle: 'How are you called?',
    lead: 'Everybody sees the change at once. What is signed already keeps the name it was signed with.',
    name: 'Name',
    organisation: 'Organisation',
    organisationHint: 'They answer for this organisation when an action is put to agreement.',
    nameNeeded: 'Enter a name.',
    tooLong: (most: number) => `At most ${most} characters.`,
    errorsTitle: 'The name was not changed yet',
    save: 'Save',
    done: (name: string) => `Now written ${isolated(name)}`,
  },

  role: {
    give: 'Make facilitator…',
    giveTitle: (name: string) => `Make ${isolated(name)} a facilitator?`,
    giveText:
      'They can then do everything that you can: run steps and the clock, let people in and remove them, lock the canvas, end the workshop.',
    giveConfirm: 'Make facilitator',
    given: (name: string) => `${isolated(name)} is a facilitator now`,
    take: 'Take the role back…',
    takeOwn: 'Give up the role…',
    takeTitle: (name: string) => `Take the role back from ${isolated(name)}?`,
    takeOwnTitle: 'Give up your role as facilitator?',
    takeText:
      'They take part like everybody else from now on. The link for co-facilitators, which they have seen, is replaced.',
    takeOwnText: 'You take part like everybody else from now on. Only another facilitator can give you the role again.',
    takeConfirm: 'Take the role back',
    takeOwnConfirm: 'Give up the role',
    taken: (name: string) => `${isolated(name)} takes part like everybody else now`,
    whichSide: (name: string) => `Which side is ${isolated(name)} on?`,
    whichSideOwn: 'Which side are you on?',
    sideNeeded: 'Choose a side.',
    last: 'A workshop needs a facilitator',
    observer: 'Observers only read',
    /** To the person themselves, wherever they are. */
    nowFacilitator: 'You are a facilitator now. Steps, people and the clock are yours to run too.',
    nowParticipant: 'You are not a facilitator any more. You take part like everybody else.',
  },

  remove: 'Remove from the workshop',
  removeTitle: (name: string) => `Remove ${isolated(name)}?`,
  removeText:
    'Their connection closes at once and they cannot come back in. What they wrote stays. You can let them back in later.',
  removeConfirm: (name: string) => `Remove ${isolated(name)}`,
  removed: (name: string) => `${isolated(name)} was removed`,
  removedHeading: 'Removed',
  letBack: 'Let back in',
  letBackName: (name: string) => `Let ${isolated(name)} back in`,
  backIn: (name: string) => `${isolated(name)} can come back in`,

  merge: {
    open: 'Merge spellings…',
    title: 'Spellings of one organisation',
    lead: 'Choose those that mean the same. Everybody under them is then written alike, also where you expect them.',
    likely: 'May be the same',
    likelyPair: (a: string, b: string) => `${quoted(a)} and ${quoted(b)}`,
    variants: (name: string, others: readonly string[]) =>
      `${quoted(name)} is also written ${others.map((other) => quoted(other)).join(', ')}`,
    choose: 'Choose',
    chooseNamed: (what: string) => `Choose ${isolated(what)}`,
    which: 'Organisations',
    detail: (count: number, expected: boolean) =>
      count === 0 ? 'Expected, nobody here yet' : `${people(count)}${expected ? ', expected' : ''}`,
    find: 'Find an organisation',
    keep: 'Write all of them as',
    keepHint: 'One of those you chose, or another way.',
    chooseFirst: 'Choose two that mean the same, or one to write otherwise.',
    keepNeeded: 'Say how to write them.',
    same: 'It is written like that already.',
    none: 'Nobody has named an organisation yet.',
    errorsTitle: 'Nothing was changed yet',
    confirm: 'Write them alike',
    done: (count: number, keep: string) =>
      count === 0 ? `Expected as ${keep} now` : `${people(count)} now from ${keep}`,
  },

  balance: {
    title: 'Balance',
    lead: 'Who writes and votes, by side. Only facilitators see this.',
    notes: 'Notes',
    notesOn: (canvas: string) => `Notes on ${isolated(canvas)}`,
    share: (count: number, percent: number) => `${count} (${percent}%)`,
    noNotes: 'No notes yet.',
    noSideNotes: (count: number) => (count === 1 ? '1 note has no side.' : `${count} notes have no side.`),
    votes: 'Votes',
    soFar: (done: number, of: number) => `${done} of ${of} have voted so far`,
    voted: (done: number, of: number) => `${done} of ${of} voted`,
    ofSide: (done: number, of: number, percent: number) => `${done} of ${of} (${percent}% of votes)`,
    noBallot: 'There has been no vote yet.',
    tooFew: (least: number) =>
      `Not shown by side: with fewer than ${least} people on a side, a figure would point at somebody.`,
  },
} as const
