import type { AnswerKind } from '../../shared/domain/action'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { isolated, quoted } from './isolated'
import { plural } from './plural'

/** "30 June 2026" of an ISO date (YYYY-MM-DD); the same day wherever it is read. */
export function isoDateText(iso: string): string {
  const at = Date.parse(`${iso}T00:00:00Z`)
  if (Number.isNaN(at)) return iso
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    at,
  )
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** "Northshire Council and Westshire Council"; from four on only how many. */
export function organisationsText(names: readonly string[]): string {
  return names.length > 3 ? `${names.length} organisations` : LIST.format(names)
}

/** Every name, however many: for what is kept. */
export function allNamesText(names: readonly string[]): string {
  return LIST.format(names)
}

export const ANSWER_LABELS: Record<AnswerKind, string> = {
  agree: 'Agree',
  'agree-with-reservation': 'Agree, with reservation',
  'do-not-agree': 'Do not agree',
  'ask-first': 'I need to ask first',
}

export const agreementText = {
  /** What one was on went away by somebody else's doing. */
  vanished: {
    line: (title: string) => `What you were on is not there any more; you are on ${quoted(title)}`,
    card: (title: string, next: string) => `${quoted(title)} was deleted; you are on ${quoted(next)}`,
    lastCard: (title: string) => `${quoted(title)} was deleted`,
  },
  heading: 'What we agree',
  nothingYet: 'No actions yet',
  counted: (count: number, parts: readonly string[]) => `${plural(count, 'action')}: ${parts.join(', ')}`,
  part: {
    agreed: (count: number) => `${count} agreed`,
    waitingFor: (names: readonly string[]) => `1 waiting for ${organisationsText(names)}`,
    waiting: (count: number) => `${count} waiting for answers`,
    notAgreed: (count: number) => `${count} not agreed`,
    draft: (count: number) => `${plural(count, 'draft')}`,
  },
  loading: 'Getting the actions…',

  empty: {
    title: 'Nothing to agree on yet',
    text: 'An action says who does what by when, on each side. Start it from a proposal, or from scratch.',
    read: 'Actions appear here as people word them.',
  },
  newAction: 'New action',
  draft: 'Draft',
  noTitle: 'No title yet',
  state: { put: 'Answers', record: 'Signed' },

  observer: 'You are here as an observer: you can read everything and change nothing.',
  closedByStep: 'Actions are worded in a later step. Until then you can read what is here.',

  newDialog: {
    title: 'New action',
    lead: 'A proposal brings its title and what changes for a resident. You word the rest together.',
    proposals: 'From a proposal',
    start: 'Start from this',
    startNamed: (title: string) => `Start from this: ${isolated(title)}`,
    scratch: 'Start from scratch',
    notes: (count: number) => plural(count, 'note'),
    answers: (titles: readonly string[]) => `Answers ${LIST.format(titles.map((title) => quoted(title)))}`,
    none: 'Every proposal has become an action, or there is none yet.',
    loading: 'Looking for proposals…',
    cancel: 'Cancel',
  },

  wording: {
    residentChange: 'What changes for a resident',
    measure: 'Measure',
    commits: (side: string) => `${isolated(side)} commits`,
    who: 'Who',
    by: 'By',
    noDate: 'no date yet',
    waitsOn: 'Waits on',
    noCommitments: 'Nobody has promised anything yet.',
    changed: 'Changed',
    noWords: 'No words yet',
  },

  editing: {
    title: 'Title of the action',
    titlePlaceholder: 'What will happen?',
    residentHint: 'What will somebody notice who has never heard of us?',
    measure: 'Measure',
    measureHint: 'How will we know? For example: hours spent on returns, from 31 a month to 8.',
    what: 'Commits to',
    whatPlaceholder: 'What will be done?',
    organisation: 'Organisation',
    person: 'Person',
    by: 'By',
    waitsOn: 'We can move if…',
    waitsOnNone: 'There is no other commitment yet. Add one first.',
    thisAction: 'This action',
    waitsOnNamed: (commitment: string) => `We can move if… for ${isolated(commitment)}`,
    stopWaiting: (commitment: string) => `Stop waiting on ${isolated(commitment)}`,
    add: (side: string) => `Add a commitment for ${isolated(side)}`,
    commitment: (side: string, number: number) => `${isolated(side)}, commitment ${number}`,
    remove: (commitment: string) => `Remove ${isolated(commitment)}`,
    removed: 'Commitment removed.',
    undo: 'Undo',
    more: (title: string) => `More, ${isolated(title)}`,
    delete: 'Delete draft',
    deleted: (title: string) => `Draft ${quoted(title)} deleted.`,
    tooLong: (most: number) => `That does not fit: at most ${most} characters. Nothing was changed.`,
    oneSided: {
      before: 'Only ',
      after: ' has promised something so far. What could ',
      end: ' do to make it possible?',
    },
    other: 'Other',
    put: 'Put to agreement',
    putHint: 'The wording is then locked, and each organisation answers.',
    participantHint: 'When the words are right, a facilitator puts them to agreement.',
    takenBack: 'Taken back to be worded again. Answers start again when it is put to agreement.',
  },
  missing: {
    title: 'Before it can be put to agreement',
    noTitle: 'Give the action a title',
    noCommitment: 'Add a commitment',
    noWhat: (commitment: string) => `Say what is promised in ${isolated(commitment)}`,
    noOrganisation: (commitment: string) => `Say which organisation promises it in ${isolated(commitment)}`,
    tooLong: (commitment: string, most: number) => `Shorten the name in ${isolated(commitment)} to ${most} characters`,
  },
  bin: {
    label: (count: number) => `Deleted drafts (${count})`,
    putBack: 'Put back',
    putBackNamed: (title: string) => `Put back ${isolated(title)}`,
    back: (title: string) => `Draft ${quoted(title)} is back.`,
  },

  putDialog: {
    title: 'Put to agreement',
    lead: 'The wording is then locked. Each organisation answers. Any change starts the answers again.',
    wording: 'The wording, as it will be locked',
    asked: 'Who is asked to answer?',
    askedHint: 'Those named in a commitment are ticked.',
    nobodyHere: 'Nobody from here has joined, so nobody can answer yet.',
    add: 'Another organisation',
    addSide: 'Its side',
    addButton: 'Add',
    addMissing: 'Enter the name of the organisation',
    addTooLong: (most: number) => `Shorten the name to ${most} characters`,
    added: (name: string) => `${isolated(name)} added and ticked`,
    sideMissing: (side: string) =>
      `Nobody from ${isolated(side)} is asked. It becomes a record only when at least one organisation of each side agrees.`,
    nobodyAsked: 'Tick at least one organisation',
    errors: 'Not put to agreement yet',
    changedLive: 'Somebody has changed the words since you opened this.',
    showNew: 'Show the new words',
    changed:
      'The words changed while you were reading, so nothing was locked. This is how they stand now. Read what is marked, then put it to agreement.',
    gone: 'This draft was deleted or put to agreement meanwhile.',
    send: 'Lock the wording and ask',
    saving: 'Saving the last words first…',
    cancel: 'Not yet',
  },

  status: {
    waiting: (names: readonly string[]) => `Waiting for ${organisationsText(names)}`,
    no: (names: readonly string[]) => `${organisationsText(names)} ${names.length === 1 ? 'does' : 'do'} not agree`,
    oneSide: (side: string) => `All have answered, but nobody from ${isolated(side)} agrees yet`,
    locked: (revision: number) => `wording locked, revision ${revision}`,
    signed: (date: string) => `Signed on ${date}`,
    nextNo: 'Talk about what would have to change, then take it back and word it again.',
  },
  answers: {
    caption: (name: string) => `Answers to ${isolated(name)}`,
    organisation: 'Organisation',
    signedBy: 'Signed by',
    answer: 'Answer',
    todo: 'What you can do',
    notYet: 'not yet',
    askFirst: 'Asks first',
    askFirstBy: (date: string) => `Asks first, by ${date}`,
    disputed: (name: string, reason: string) => `Disputed by ${isolated(name)}: ${quoted(reason)}`,
    disputedNext: (organisation: string) => `It does not count until ${isolated(organisation)} answers again.`,
    answerFor: (organisation: string) => `Answer for ${isolated(organisation)}`,
    answerAgain: (organisation: string) => `Answer again for ${isolated(organisation)}`,
    change: 'Change this answer',
    changeNamed: (organisation: string) => `Change this answer for ${isolated(organisation)}`,
    dispute: 'Dispute this answer',
    disputeNamed: (organisation: string) => `Dispute this answer for ${isolated(organisation)}`,
  },
  facilitator: {
    takeBack: 'Take back to draft',
    closeEarly: 'Close signing now',
  },

  answerDialog: {
    title: (organisation: string) => `Answer for ${isolated(organisation)}`,
    lead: (organisation: string) =>
      `You are answering for ${isolated(organisation)}. Your name, job title and answer go into the record.`,
    about: (action: string) => `About ${action}`,
    name: 'Your name',
    jobTitle: 'Job title',
    answer: 'Your answer',
    options: {
      agree: 'We put our name to these words.',
      'agree-with-reservation': 'We agree, and the record says what with.',
      'do-not-agree': 'It does not become a record with these words.',
      'ask-first': 'Keeps your place until a day you name.',
    } satisfies Record<AnswerKind, string>,
    reason: {
      agree: 'Anything to add',
      'agree-with-reservation': 'What is your reservation?',
      'do-not-agree': 'What would have to change?',
      'ask-first': 'Who do you need to ask?',
    } satisfies Record<AnswerKind, string>,
    reasonHint: 'Everybody here sees it at once, in these words.',
    byDate: 'When will you have an answer?',
    errors: 'Your answer was not sent yet',
    nameMissing: 'Enter your name',
    jobTitleMissing: 'Enter your job title',
    answerMissing: 'Choose an answer',
    reservationMissing: 'Say what your reservation is',
    reasonMissing: 'Say what would have to change',
    dateMissing: 'Give the day by which you will have an answer',
    tooLong: (most: number) => `Shorten it to ${most} characters`,
    send: 'Send answer',
    cancel: 'Not now',
    until: 'You can change it until it becomes a record.',
    movedOn:
      'The wording was taken back while you were answering. Nothing was sent. What you typed is kept until you leave this page.',
    record: 'It became a record while you were answering. Your answer was not needed and not sent.',
    close: 'Close',
  },
  disputeDialog: {
    title: (organisation: string) => `Dispute the answer for ${isolated(organisation)}`,
    lead: (name: string) =>
      `${isolated(name)}’s answer then does not count until your organisation answers again. Your name and reason are shown to all.`,
    reason: 'Why is this not your organisation’s answer?',
    reasonMissing: 'Say why',
    errors: 'Not sent yet',
    send: 'Dispute this answer',
  },
  takeBackDialog: {
    title: (action: string) => `Take ${action} back to draft?`,
    text: 'The words can then be changed. It keeps its number, and the answers start again.',
    answered: (names: readonly string[]) => `${allNamesText(names)} will have to answer again.`,
    confirm: 'Take back to draft',
    cancel: 'Leave it',
  },
  closeDialog: {
    title: (action: string) => `Close signing of ${action} now?`,
    text: 'It becomes a record as it stands and cannot be changed any more.',
    names: (names: readonly string[]) => `The record will say that ${allNamesText(names)} had not answered.`,
    confirm: 'Close signing',
    cancel: 'Keep it open',
  },

  record: {
    fingerprint: (hash: string) => `Fingerprint of the wording ${hash.slice(0, 6)}…`,
    review: (date: string) => `Review on ${date}`,
    closedEarly: (names: readonly string[]) => `Signing was closed before ${allNamesText(names)} had answered.`,
  },
  trail: {
    addresses: 'Addresses:',
    from: 'From the proposal:',
    notes: (title: string, count: number, split: string) =>
      `${quoted(title)}, ${plural(count, 'note')}${split === '' ? '' : ` (${split})`}`,
  },

  said: {
    put: (action: string, title: string) => `${action} was put to agreement: ${isolated(title)}`,
    takenBack: (action: string) => `${action} was taken back to be worded again`,
    answered: (organisation: string, action: string, answer: string) =>
      `${isolated(organisation)} on ${action}: ${answer}`,
    disputed: (organisation: string, action: string, name: string) =>
      `${isolated(name)} disputes the answer for ${isolated(organisation)} on ${action}`,
    record: (action: string) => `${action} is signed. It is a record now.`,
  },
} as const

const REFUSALS: Partial<Record<RefusalCode, string>> = {
  'wording-changed': 'The words changed meanwhile. Nothing was locked.',
  'action-not-ready': 'Something is still missing. Give it a title, and each commitment an organisation and words.',
  'wording-locked': 'This wording is locked. A facilitator can take it back to draft.',
  'not-asked': 'Your organisation was not asked to answer this, so nothing was sent.',
  'cannot-close-signing': 'Signing cannot be closed yet: both sides have to agree, and nobody may have said no.',
  'record-is-final': 'It is a record now and cannot be changed.',
  'state-moved-on': 'Somebody was quicker: this action has moved on. Nothing was sent. This is how things stand now.',
}

/** What an action's own refusals say; others are worded for everything. */
export function agreementRefusal(refusal: string): string | undefined {
  return REFUSALS[refusal as RefusalCode]
}
