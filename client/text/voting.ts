import type { Hidden, RankedBy } from '../../shared/domain/common-ground'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { isolated, quoted } from './isolated'
import { plural } from './plural'

/** What is voted on, as one word for all of it. */
export type Noun = 'proposal' | 'barrier' | 'theme' | 'action' | 'item'

const MANY: Record<Noun, string> = {
  proposal: 'proposals',
  barrier: 'barriers',
  theme: 'themes',
  action: 'actions',
  item: 'items',
}

export type ShareWords = { done: number; of: number }

/** Words of ballots: opening, voting, closing, what was found. */
export const votingText = {
  heading: 'Vote',
  noTitle: 'No title yet',
  action: 'Action',
  gone: (noun: Noun) => `This ${noun} has since been removed from the canvas. It stays on this ballot.`,

  empty: {
    title: 'Nothing to vote on yet',
    text: 'When a facilitator opens a ballot, it appears here, and later its result.',
    lead: 'Choose what people vote on. Nobody sees who voted for what, and the result shows what both sides back.',
  },
  open: 'Open a ballot',
  observer: 'You are here as an observer: you see the result once voting is closed.',
  facilitatorOut: 'Facilitators do not vote in this ballot.',
  preview: 'You see what a participant sees. Nothing can be given here.',

  rules: (dots: number, most: number, noun: Noun) =>
    most < dots
      ? `You have ${plural(dots, 'dot')}, at most ${most} on one ${noun}. You can change them until voting closes. Nobody sees who voted for what.`
      : `You have ${plural(dots, 'dot')} to give. You can change them until voting closes. Nobody sees who voted for what.`,
  rulesForOthers: (dots: number, most: number, noun: Noun) =>
    most < dots ? `${plural(dots, 'dot')} each, at most ${most} on one ${noun}.` : `${plural(dots, 'dot')} each.`,
  turnout: ({ done, of }: ShareWords) => `${done} of ${of} have voted`,
  turnoutSide: ({ done, of }: ShareWords, side: string) => `${done} of ${of} ${side.toLowerCase()}`,
  turnoutRegion: 'How many have voted',

  give: (title: string) => `Give a dot to ${isolated(title)}`,
  take: (title: string) => `Take a dot from ${isolated(title)}`,
  dots: (count: number) => plural(count, 'dot'),
  left: (left: number, dots: number) => `${left} of ${plural(dots, 'dot')} left`,
  given: (count: number, title: string, left: number, dots: number) =>
    `${plural(count, 'dot')} for ${isolated(title)}. ${left} of ${dots} left.`,
  noneLeft: 'You have no dots left. Take one back first.',
  mostReached: (most: number, noun: Noun) => `At most ${most} on one ${noun}.`,
  yourDots: 'Your dots',

  state: {
    loading: 'Getting your vote…',
    none: 'You have not voted yet',
    sending: 'Sending your vote…',
    sent: 'Your vote is in',
    failed: 'Your vote has not arrived',
  },
  again: 'Send again',
  readAgain: 'Try again',
  notRead: 'Your vote could not be fetched. What you gave before still counts.',
  lateTitle: 'Your last change came after voting had closed',
  late: 'It is not counted. What you had given before is.',

  waits: {
    step: (title: string) =>
      `People cannot vote in the step ${quoted(title)}. Your dots are kept until they can again.`,
    stepLead: (title: string) =>
      `Participants cannot vote in the step ${quoted(title)}. Go back to a step with voting, or let them vote in the plan.`,
    locked: 'The workshop is locked. You can vote when a facilitator unlocks it.',
    ended: 'This workshop has ended.',
    time: 'The time for this step is over. You can vote when a facilitator adds time.',
  },

  bar: {
    region: 'Voting',
    open: 'Voting is open',
    vote: 'Vote',
    change: 'See or change your vote',
    voted: 'Voting is open. Your vote is in.',
    look: 'See the ballot',
    mayOpen: 'People can vote in this step.',
  },

  close: 'Close voting',
  closeHint: (waiting: number) =>
    waiting === 0
      ? 'Everybody has voted: it closes at once.'
      : `${plural(waiting, 'person has', 'people have')} not voted. Everybody is told, and it closes 10 seconds later.`,
  closesIn: (seconds: number) => (seconds <= 0 ? 'Voting closes now' : `Voting closes in ${plural(seconds, 'second')}`),
  closesInText: 'What has been given by then is counted.',
  callOff: 'Go on voting',
  said: {
    open: (question: string) => `Voting is open: ${isolated(question)}`,
    closing: 'Voting closes in 10 seconds. What you have given is counted.',
    goesOn: 'Voting goes on.',
    closed: 'Voting is closed.',
  },
  seeResult: 'See the result',

  result: {
    closedAt: (time: string, early: boolean) =>
      early ? `Closed at ${time}, before everybody had voted` : `Closed at ${time}`,
    voted: ({ done, of }: ShareWords) => `${done} of ${of} voted`,
    lead: (first: string) => `Voting is closed. The list starts with what both sides support: ${first}.`,
    leadPlain: 'Voting is closed.',
    nothingShared: 'Voting is closed. Nothing has support on both sides.',
    rankedBy: {
      'common-ground':
        'Ranked by common ground: the support of the side that likes it least. Support is the share of that side’s voters who gave it at least one dot.',
      all: 'Ranked by the share of all voters who gave it at least one dot.',
      nothing: '',
    } satisfies Record<RankedBy, string>,
    hidden: {
      nothing: '',
      sides:
        'Figures by side are not shown: fewer than three people voted on one of the two sides, and they would point at somebody.',
      other:
        'Figures of others and of all together are not shown: only one or two others voted, and they would point at somebody.',
      everything: 'The result is not shown: fewer than three people voted, and it would tell what they chose.',
    } satisfies Record<Hidden, string>,
    of: (supporters: number, voters: number) => `${supporters} of ${voters}`,
    commonGround: 'Common ground',
    percent: (share: number) => `${Math.round(share * 100)}%`,
    together: 'Together',
    rank: (rank: number, tied: boolean) => (tied ? `=${rank}` : `${rank}`),
    rankHeard: (rank: number, tied: boolean) => (tied ? `Joint place ${rank}` : `Place ${rank}`),
    tick: (title: string) => `Tick ${isolated(title)}`,
    ticked: (count: number) => (count === 0 ? 'Tick the proposals to take forward.' : `${count} ticked`),
    make: 'Make actions from the ticked proposals',
    has: 'Has an action',
    made: (count: number) => `${plural(count, 'action')} made. Word ${count === 1 ? 'it' : 'them'} together.`,
    toAgreement: 'Go to the agreement',
    again: 'Vote again on the same',
    earlier: (question: string, time: string) => `Earlier ballot, closed at ${time}: ${isolated(question)}`,
    list: (question: string) => `Result, ${isolated(question)}`,
  },

  againDialog: {
    title: 'Vote again on the same?',
    text: 'This opens a new ballot with the same question and the same items. The first result stays, and nobody’s dots are taken over.',
    confirm: 'Open a new ballot',
  },

  dialog: {
    title: 'Open a ballot',
    lead: 'Everybody votes in secret until you close it. The items keep the words that they have now.',
    question: 'Question',
    asks: 'Which would you take forward?',
    dots: 'Dots for each person',
    most: 'At most on one',
    facilitators: 'Facilitators vote too',
    items: 'What people vote on',
    itemsHint: (most: number) => `From 2 to ${most}. In the order in which they stand here.`,
    onCanvas: (many: Noun, canvas: string) => `${upper(MANY[many])} on ${isolated(canvas)}`,
    kind: (many: Noun) => upper(MANY[many]),
    kindOne: { proposal: 'Proposal', barrier: 'Barrier', theme: 'Theme' },
    actions: 'Actions not signed yet',
    all: (heading: string) => `Choose all, ${isolated(heading)}`,
    none: (heading: string) => `Choose none, ${isolated(heading)}`,
    allShort: 'All',
    noneShort: 'None',
    nothing: 'There is nothing to vote on yet: write proposals first.',
    loading: 'Getting the proposals…',
    chosen: (count: number) => `${count} chosen`,
    letVote: (step: string) => `Let people vote in the step ${quoted(step)}`,
    letsVote: (step: string) => `People cannot vote in the step ${quoted(step)} yet. Opening the ballot lets them.`,
    letVoteHint: 'This step does not allow it yet.',
    confirm: 'Open voting',
    errorsTitle: 'Voting was not opened yet',
    errors: {
      question: 'Enter a question',
      fewItems: 'Choose at least two',
      manyItems: (most: number) => `Choose at most ${most}`,
      letVote: 'Let people vote in this step, or go to a step in which they may',
    },
    cancel: 'Cancel',
  },
  supportLine: (support: string) => `Support: ${support}`,
  supportAll: (supporters: number, voters: number) => `${supporters} of ${voters} who voted`,
  supportGround: (share: number) => `common ground ${Math.round(share * 100)}%`,
} as const

function upper(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const REFUSED: Partial<Record<RefusalCode, string>> = {
  'ballot-open-already': 'A ballot is open already. Close it first.',
  'ballot-closed': 'Voting is closed.',
  'item-gone': 'Something you chose has been deleted or merged meanwhile. Look at the list and open it again.',
  'wording-changed': 'Somebody changed a title meanwhile. Look at the list and open it again.',
  'not-on-ballot': 'This is not on the ballot. Reload the page.',
  'too-many-dots': 'Those are more dots than you have. Reload the page.',
  'step-does-not-allow': 'People cannot vote in this step.',
  'canvas-locked': 'The workshop is locked. You can vote when a facilitator unlocks it.',
  'role-may-not': 'You cannot vote in this ballot.',
}

/** Where a ballot says more than the general words. */
export function ballotRefusal(refusal: RefusalCode | 'no-answer'): string | undefined {
  return refusal === 'no-answer' ? undefined : REFUSED[refusal]
}
