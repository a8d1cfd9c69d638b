import type { RefusalCode } from '../../shared/protocol/refusals'
import { isolated } from './isolated'

/** Words of the frame of a workshop: header, step bar, brief, people. */
export const workshopShellText = {
  views: 'Views',
  board: 'Board',
  list: 'List',
  results: 'Vote',
  agreement: 'Agreement',
  record: 'Record',
  brief: 'Brief',
  share: 'Share',
  more: 'More',
  menu: 'Menu',
  here: (count: number) => `${count} here`,
  peopleHere: (count: number) => `People, ${count} here`,
  canvases: 'Canvases',
  skip: {
    now: 'Skip to what to do now',
    main: 'Skip to main content',
    notes: 'Skip to notes',
    addNote: 'Skip to add a note',
  },
  pageTitle: {
    results: 'Vote',
    board: 'board',
    list: 'list',
    sort: 'sort one by one',
    agreement: 'Agreement',
    record: 'Record',
    plan: 'Agenda',
    copies: 'Earlier copies',
  },
  loading: 'Opening the workshop…',
  loadingBoard: 'Opening the board…',

  step: (index: number, total: number) => `Step ${index + 1} of ${total}`,
  stepRegion: 'What to do now',
  agenda: 'Agenda',
  minutes: (minutes: number) => (minutes === 1 ? '1 minute' : `${minutes} minutes`),
  stepNow: 'now',
  start: 'Start',
  pause: 'Pause',
  goOn: 'Go on',
  back: 'Back',
  backTo: (title: string) => `Back to ${isolated(title)}`,
  next: (title: string) => `Next: ${isolated(title)}`,
  waitsForConnection: 'Waits for the connection',
  waitsOffline: 'Offline: waits for the connection',
  movedOn: 'Somebody was quicker. This is the step now.',

  timer: {
    name: 'Timer',
    left: 'left',
    over: 'over',
    notStarted: 'not started',
    paused: 'paused',
    spokenLeft: (minutes: number) => (minutes === 1 ? '1 minute left' : `${minutes} minutes left`),
    spokenSeconds: 'less than a minute left',
    spokenOver: (minutes: number) =>
      minutes < 1 ? 'Time is up' : minutes === 1 ? '1 minute over' : `${minutes} minutes over`,
    timeIsUp: 'Time is up. Nothing closes: finish what you are writing.',
    timeIsUpCloses: 'Time is up. This step is closed: you have ten seconds to finish.',
    added: (minutes: number) =>
      minutes === 1 ? 'One minute added' : minutes === 2 ? 'Two minutes added' : `${minutes} minutes added`,
  },
  /** Where everybody is now, and what to do. */
  stepAnnounced: (index: number, title: string, prompt: string) =>
    `Step ${index + 1}: ${isolated(title)}${prompt.trim() === '' ? '' : `. ${prompt.trim()}`}`,

  preview: {
    region: 'Preview',
    bar: 'You see what a participant sees. Nothing can be changed here.',
    leave: 'Back to your own view',
  },
  locked: 'A facilitator has locked this canvas. You can read it; nothing of yours is lost.',
  lockedForOthers: 'This canvas is locked. Only facilitators can change it.',
  unlock: 'Unlock',
  leftOutRegion: 'Left out',
  leftOut: (count: number) =>
    count === 1
      ? 'One entry on this canvas could not be read and is left out. Everything else is here.'
      : `${count} entries on this canvas could not be read and are left out. Everything else is here.`,
  stateRegion: 'State of the workshop',
  ended: 'This workshop has ended. You can read it; nothing can be changed.',
  endedNow: 'The workshop has ended. This is its record.',
  openRecord: 'Open the record',

  briefTitle: 'Brief',
  purpose: 'Purpose',
  fixed: 'Fixed',
  open: 'Open',
  unknown: 'Unknown',
  runsThis: 'Who runs this',
  briefEmpty: 'No purpose has been written yet.',
  runByUnknown: 'Not said',
  startNow: 'Start',
  close: 'Close',
  editBrief: 'Edit brief',
  welcome: 'Welcome. Read this first: it takes a minute.',
  welcomeLate: (index: number, total: number, title: string) =>
    `Welcome. We are on step ${index + 1} of ${total}: ${isolated(title)}. Read the brief (1 minute), then start.`,
  doneSoFar: 'Done so far',
  doNow: 'What to do now',
  counts: {
    notes: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    clusters: (count: number) => (count === 1 ? '1 cluster' : `${count} clusters`),
    actions: (count: number) => (count === 1 ? '1 action put to agreement' : `${count} actions put to agreement`),
  },

  gate: {
    loading: 'Opening the workshop…',
    noAnswer: {
      title: 'The server cannot be reached',
      lead: 'This page keeps trying. What you wrote before is kept on this device.',
    },
    removed: {
      title: 'You are no longer in this workshop',
      lead: (contact: string | undefined) =>
        `If that is a mistake, contact ${contact ?? 'the person who invited you'}.`,
    },
    notMember: {
      title: 'This device is not in this workshop',
      lead: 'Join with the link or the code you were given. If you joined on another device, choose “Use another device” there.',
    },
    session: {
      title: 'This device is not signed in to the workshop',
      lead: 'Join with the link or the code you were given, or join again if you were in before. If you are still in on another device, choose “Use another device” there.',
    },
    notFound: {
      title: 'There is no such workshop',
      lead: 'Part of the address may be missing, or the workshop has been erased.',
    },
    old: {
      title: 'This page is older than the server',
      lead: 'Reload it to go on. What you wrote is kept on this device.',
    },
    serverOld: {
      title: 'This server is older than the workshop',
      lead: 'The workshop was last open on a newer version of Concordat. Nothing in it was changed or lost. Ask whoever runs the server to update it, then reload this page.',
    },
    other: {
      title: 'The workshop cannot be opened',
      lead: 'Try again in a moment. What you wrote is kept on this device.',
    },
    haveCode: 'Have a code?',
    home: 'Your workshops on this device',
    reload: 'Reload',
  },
} as const

export type GateWords = { title: string; lead: string; mayJoin: boolean; reload: boolean }

/** What a workshop that does not open says, and what there is to do. */
export function gateWords(refusal: RefusalCode | 'no-answer', contact?: string): GateWords {
  const { gate } = workshopShellText
  switch (refusal) {
    case 'removed':
      return { title: gate.removed.title, lead: gate.removed.lead(contact), mayJoin: false, reload: false }
    case 'not-a-member':
      return { ...gate.notMember, mayJoin: true, reload: false }
    case 'session-missing':
      return { ...gate.session, mayJoin: true, reload: false }
    case 'not-found':
      return { ...gate.notFound, mayJoin: true, reload: false }
    case 'no-answer':
      return { ...gate.noAnswer, mayJoin: false, reload: false }
    case 'page-is-old':
      return { ...gate.old, mayJoin: false, reload: true }
    case 'server-is-old':
      return { ...gate.serverOld, mayJoin: false, reload: true }
    default:
      return { ...gate.other, mayJoin: false, reload: true }
  }
}
