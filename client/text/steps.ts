import type { StepKind, StepRight, Writing } from '../../shared/domain/agenda'
import { timeText } from './dates'
import { isolated } from './isolated'

const RIGHTS: Record<StepRight, string> = {
  'add-notes': 'add notes',
  'move-and-edit': 'move and edit',
  vote: 'vote',
  'word-actions': 'word actions',
  read: 'read',
}

const KINDS: Record<StepKind, string> = {
  welcome: 'Welcome',
  write: 'Write',
  sort: 'Sort',
  propose: 'Propose',
  prioritise: 'Prioritise',
  agree: 'Agree',
  close: 'Close',
  own: 'Own step',
}

const count = (number: number, one: string, many: string) => (number === 1 ? `1 ${one}` : `${number} ${many}`)

type Doing = { rights: readonly StepRight[]; writing: Writing; revealedAt: number | null }

/** What participants may do: "add notes, move and edit". */
function rightsText({ rights }: Pick<Doing, 'rights'>, words: Record<StepRight, string> = RIGHTS): string {
  const writing = rights.filter((right) => right !== 'read')
  return writing.length === 0 ? 'read only' : writing.map((right) => words[right]).join(', ')
}

/** The same, said to those who do it. */
function mayText(step: Doing): string {
  const isPrivate = step.writing === 'private' && step.revealedAt === null
  const words = isPrivate ? { ...RIGHTS, 'add-notes': 'add notes that only you see' } : RIGHTS
  return `In this step: ${rightsText(step, words)}`
}

/** "2 hours", "1 hour 30 minutes". Whole minutes. */
function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  const parts = [
    hours > 0 && count(hours, 'hour', 'hours'),
    (rest > 0 || hours === 0) && count(rest, 'minute', 'minutes'),
  ]
  return parts.filter((part) => part !== false).join(' ')
}

const MINUTE = 60_000

/** "Ends about 16:10, 10 minutes later than planned". A minute more or less is no news. */
function endText(expected: number, planned: number | null): string {
  const ends = `Ends about ${timeText(expected)}`
  if (planned === null) return ends
  const by = Math.round((expected - planned) / MINUTE)
  if (Math.abs(by) <= 1) return `${ends}, as planned`
  return `${ends}, ${durationText(Math.abs(by))} ${by > 0 ? 'later' : 'earlier'} than planned`
}

/** Words of steps, their clock, and what people say about them. */
export const stepsText = {
  kind: (kind: StepKind) => KINDS[kind],
  right: (right: StepRight) => RIGHTS[right],
  may: mayText,
  participantsMay: (step: Doing) => `Participants: ${rightsText(step)}`,
  duration: durationText,
  ends: endText,
  /** Before any clock has started. */
  endsIfStarted: (expected: number) => `If you start now it ends about ${timeText(expected)}`,

  moreMinutes: (minutes: number) => `+${minutes} min`,
  addMinutes: (minutes: number) => `Add ${count(minutes, 'minute', 'minutes')}`,
  moreTools: 'More for this step',
  endNow: 'End now',
  endNowDetail: 'Time is up for everybody; nothing closes',
  endNowCloses: 'Time is up, and participants can only read',
  go: 'Go',
  goTo: (title: string) => `Go to ${isolated(title)}`,
  leftOut: 'left out',
  changePlan: 'Change the plan',
  seePlan: 'See the whole agenda',

  signals: {
    group: 'Tell the facilitator',
    ready: 'I’m ready',
    moreTime: 'I need more time',
    readyShort: 'Ready',
    moreTimeShort: 'More time',
    counts: ({ ready, moreTime }: { ready: number; moreTime: number }) =>
      [
        ready > 0 && `${ready} ready`,
        moreTime > 0 && (moreTime === 1 ? '1 needs more time' : `${moreTime} need more time`),
      ]
        .filter((part) => part !== false)
        .join(' · '),
    saidReady: 'You said that you are ready',
    saidMoreTime: 'You said that you need more time',
    takenBack: 'Taken back',
    notSent: 'That could not be sent. Try again in a moment.',
  },

  sound: {
    label: 'Sound of the timer',
    detail: 'At 5 minutes, 1 minute and the end, on this device',
    on: 'Sound is on. This is what it sounds like.',
    off: 'Sound is off.',
  },

  away: {
    region: 'While you were away',
    title: (seconds: number) => `You were away ${awayText(seconds)}`,
    nothing: 'Nothing has changed.',
    step: (index: number, title: string) => `We are on step ${index + 1} now: ${isolated(title)}.`,
    notes: (number: number) => (number === 1 ? '1 note was added here.' : `${number} notes were added here.`),
    revealed: 'Private notes have been shown.',
    ballotOpened: 'Voting has opened.',
    ballotClosed: 'Voting has closed.',
    actions: (number: number) =>
      number === 1 ? '1 action was put to agreement.' : `${number} actions were put to agreement.`,
    locked: 'The canvas has been locked.',
    unlocked: 'The canvas is open again.',
    dismiss: 'Dismiss',
  },
} as const

function awayText(seconds: number): string {
  if (seconds < 120) return count(seconds, 'second', 'seconds')
  return durationText(Math.round(seconds / 60))
}
