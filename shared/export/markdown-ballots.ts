import type { RootContent } from 'mdast'
import { SIDES, type SideNames, sideName } from '../domain/side'
import { heading, paragraph, table, text } from './markdown-parts'
import type { Report, ReportBallot, ReportSupport } from './report-schema'
import { clockTime, longDate, plural } from './words'

/** "11 of 14 central, 15 of 17 local · common ground 79%", or what can be said without pointing at anybody. */
export function supportWords({ all, sides, commonGround }: ReportSupport, names: SideNames): string {
  if (sides && commonGround !== null) return `${sideWords(sides, names)} · common ground ${percent(commonGround)}`
  return all ? `${of(all)} who voted` : 'not shown, because fewer than three people voted'
}

/** Every closed ballot with its ranked list; nothing where nobody was asked. */
export function ballotBlocks({ ballots, workshop }: Report): RootContent[] {
  if (ballots.length === 0) return []
  return [heading(2, 'How people voted'), ...ballots.flatMap((ballot) => oneBallot(ballot, workshop.sides))]
}

function oneBallot(ballot: ReportBallot, names: SideNames): RootContent[] {
  const { question, items, closedAt, closedEarly, hidden } = ballot
  const early = closedEarly ? ', before everybody had voted' : ''
  const rules = `${plural(ballot.dots, 'dot')} each, at most ${ballot.most} on one.`
  const closed = `Closed ${longDate(closedAt)}, ${clockTime(closedAt)}${early}.`
  const blocks: RootContent[] = [
    heading(3, question),
    paragraph(text(`${turnoutWords(ballot, names)} ${rules} ${closed}`)),
  ]
  const how = [RANKED_BY[ballot.rankedBy], hidden === 'nothing' ? '' : HIDDEN[hidden]].filter((words) => words !== '')
  if (how.length > 0) blocks.push(paragraph(text(how.join(' '))))
  const columns = columnsOf(ballot, names)
  const row = (item: ReportBallot['items'][number]) => [
    rankWords(item),
    item.title || 'No title yet',
    ...columns.map((c) => c.cell(item)),
  ]
  return [...blocks, table(['Rank', 'Voted on', ...columns.map((c) => c.head)], items.map(row))]
}

const RANKED_BY = {
  'common-ground':
    'Ranked by common ground: the share of its voters that gave it a dot, on the side that likes it least.',
  all: 'Ranked by the share of all voters that gave it a dot.',
  nothing: '',
} as const

const HIDDEN = {
  sides: 'Figures by side are not shown, because fewer than three people of a side voted.',
  other: 'Figures of others, and of all together, are not shown, because only one or two others voted.',
  everything: 'The result is not shown, because fewer than three people voted.',
} as const

type Column = { head: string; cell: (item: ReportBallot['items'][number]) => string }

/** Only those that say something. */
function columnsOf({ items }: ReportBallot, names: SideNames): Column[] {
  const columns: Column[] = SIDES.filter((side) => items.some((item) => item.sides?.[side])).map((side) => ({
    head: sideName(side, names),
    cell: (item) => of(item.sides?.[side]),
  }))
  if (items.some((item) => item.all)) columns.push({ head: 'Together', cell: (item) => of(item.all) })
  if (items.some((item) => item.commonGround !== null))
    columns.push({ head: 'Common ground', cell: (item) => percent(item.commonGround ?? 0) })
  return columns
}

function turnoutWords({ turnout: { done, of: all, sides } }: ReportBallot, names: SideNames): string {
  const parts = sides
    ? SIDES.filter((side) => sides[side].of > 0).map(
        (side) => `${sides[side].done} of ${sides[side].of} ${sideName(side, names).toLowerCase()}`,
      )
    : []
  return `${done} of ${all} voted${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

function sideWords(sides: NonNullable<ReportSupport['sides']>, names: SideNames): string {
  const parts = SIDES.flatMap((side) => {
    const support = sides[side]
    return support ? [`${of(support)} ${sideName(side, names).toLowerCase()}`] : []
  })
  return parts.join(', ')
}

function rankWords({ rank, tied }: ReportSupport): string {
  return rank === null ? '' : `${tied ? '=' : ''}${rank}`
}

function of(support: ReportSupport['all'] | undefined): string {
  return support ? `${support.supporters} of ${support.voters}` : ''
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
