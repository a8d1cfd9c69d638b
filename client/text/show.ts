import { isolated } from './isolated'
/** Words of the show screen: read by a whole room, from its last row. */
export const showText = {
  pageTitle: 'Show screen',
  step: (index: number, total: number) => `Step ${index + 1} of ${total}`,
  ended: 'The workshop has ended',
  outOfDate: 'No connection. This may be out of date.',
  announcement: 'Announcement',
  join: {
    heading: 'Join here',
    goTo: 'Go to',
    code: 'Code',
    qr: (title: string) => `QR code that opens ${isolated(title)}`,
  },
  writing: {
    count: (done: number, of: number) => `${done} of ${of}`,
    done: 'have written',
    private: 'Everybody writes for themselves. The notes will be shown all together, in mixed order.',
    soon: (seconds: number) =>
      seconds === 1 ? 'Notes will be shown in 1 second' : `Notes will be shown in ${seconds} seconds`,
    finish: 'Finish your sentence.',
  },
  voting: {
    done: 'have voted',
    secret: 'Nobody sees who voted for what.',
    closing: (seconds: number) => (seconds === 1 ? 'Voting closes in 1 second' : `Voting closes in ${seconds} seconds`),
  },
  results: {
    heading: 'Results',
    lead: {
      nothing: 'First what both sides support',
      other: 'First what both sides support',
      sides: 'First what most people support. Too few of a side voted to show the sides.',
      everything: 'Fewer than three people voted, so there are no figures.',
    },
    support: (supporters: number, of: number) => `${supporters} of ${of}`,
    percent: (percent: number) => `${percent}%`,
    common: 'common ground',
    more: (count: number) => `and ${count} more`,
    tied: 'tied',
  },
  actions: {
    heading: 'What we agree',
    none: 'No action has been put to agreement yet.',
    records: 'What we agreed',
    noRecords: 'Nothing has been signed yet.',
    state: { put: 'Waiting for answers', withdrawn: 'Back in draft', record: 'Signed' },
    answered: (done: number, of: number) => `${done} of ${of} organisations have answered`,
  },
  lookAt: 'Look at',
  notSorted: 'Not sorted',
  untitled: 'No title yet',
  untitledSection: 'Untitled section',
} as const
