import type { SpotlightPage } from '../../shared/domain/attention'
import { isolated, quoted } from './isolated'

const PAGES: Record<SpotlightPage, string> = {
  canvas: 'the canvas',
  agreement: 'the agreement',
  results: 'the results',
  record: 'the record',
}
const NOWHERE = ''

/** Where somebody points, as it stands in a sentence. */
const whereTo = (page: SpotlightPage, title: string) => (title.trim() === NOWHERE ? PAGES[page] : quoted(title))

/** Words of bringing everybody to one place, and of the sentence on every screen. */
export const attentionText = {
  somebody: 'A facilitator',
  region: 'Where to look',
  group: 'Everybody’s attention',
  asks: (name: string, page: SpotlightPage, title: string) =>
    `${isolated(name)} asks everybody to look at ${whereTo(page, title)}.`,
  brought: (name: string, page: SpotlightPage, title: string) =>
    `${isolated(name)} shows everybody ${whereTo(page, title)}`,
  youAsk: (page: SpotlightPage, title: string) => `You ask everybody to look at ${whereTo(page, title)}.`,
  goThere: 'Go there',
  /** While a note that one has begun keeps the canvas before on the screen. */
  stepElsewhere: (title: string) =>
    `This step is on ${quoted(title)}. Finish what you are writing; you are taken there afterwards.`,
  /** Heard after it: where the button is. Nobody is taken there. */
  goThereIs: 'To go, press Go there, at the top of the page.',
  notNow: 'Not now',
  stop: 'Stop asking',
  stopped: 'Nobody is asked to look there any more',
  bring: 'Bring everyone here',
  bringDetail: 'To the page that you see',
  bringNamed: (title: string) => `Bring everyone to ${quoted(title)}`,
  gone: 'This is not on the canvas any more.',

  announcement: {
    region: 'Announcement',
    said: (name: string, text: string) => `Announcement from ${isolated(name)}: ${isolated(text)}`,
    from: (name: string) => `From ${isolated(name)}`,
    edit: 'Change',
    fold: 'Fold',
    foldName: 'Fold the announcement',
    unfold: 'Read',
    unfoldName: 'Read the announcement',
    write: 'Write an announcement…',
    change: 'Change or take down the announcement…',
    title: 'Announcement',
    lead: 'One sentence on everybody’s screen, until you take it down.',
    text: 'What everybody should know',
    needed: 'Write what everybody should know.',
    tooLong: (over: number) => (over === 1 ? '1 character too long.' : `${over} characters too long.`),
    show: 'Show to everybody',
    takeDown: 'Take down',
    takenDown: 'The announcement is taken down',
  },
} as const
