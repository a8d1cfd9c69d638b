import { describe, expect, test } from 'vitest'
import type { PutAction } from '../domain/action'
import { AT_THE_START } from '../domain/agenda'
import { type BallotItem, type ClosedBallot, tallyOf, type Vote } from '../domain/ballot'
import type { ActionId, BallotId, CanvasId, ClusterId, MemberId, WorkshopId } from '../domain/ids'
import { SIDES, type Side } from '../domain/side'
import { reportToMarkdown } from './markdown'
import { makeReport, type ReportSource } from './report'
import { reportSchema } from './report-schema'

const CANVAS = 'canvas1' as CanvasId
const REPORT = 'p1' as ClusterId
const SETTLEMENT = 'p2' as ClusterId
const proposal = (id: ClusterId, title: string): BallotItem => ({
  is: 'cluster',
  id,
  canvasId: CANVAS,
  kind: 'proposal',
  title,
})
const items = [proposal(SETTLEMENT, 'One settlement | 3 years'), proposal(REPORT, 'One outcomes report')]

/** So many of so many on each side gave the report a dot; all the others gave one to the settlement. */
function votes(by: Partial<Record<Side, [number, number]>>): Vote[] {
  return SIDES.flatMap((side) => {
    const [supporters, voters] = by[side] ?? [0, 0]
    return Array.from({ length: voters }, (_, at) => ({
      memberId: `${side}${at}` as MemberId,
      side,
      dots: { [at < supporters ? REPORT : SETTLEMENT]: 1 },
    }))
  })
}

function closed(cast: Vote[], given: Partial<ClosedBallot> = {}): ClosedBallot {
  const turnout = { done: cast.length, of: cast.length + 2, sides: null }
  return {
    ...{ id: 'ballot1' as BallotId, question: 'Which first?', items, dots: 3, most: 2, facilitatorsVote: false },
    ...{ openedAt: 1_772_630_000_000, is: 'closed', closedAt: 1_772_630_600_000, early: true, turnout },
    tally: tallyOf({ items }, cast),
    ...given,
  }
}

function source(ballots: ClosedBallot[], scope: ReportSource['scope'] = 'everything'): ReportSource {
  const id = 'a1' as ActionId
  const draft = { id, title: 'One report', residentChange: '', measure: '', commitments: [] }
  const signed: PutAction = {
    ...{ id, number: 1, revision: 1, status: 'record', hash: 'x', asked: [], answers: [], putAt: 1 },
    ...{ recordedAt: 1_772_640_000_000, wording: draft, trail: { proposal: null, barriers: [] }, closedEarly: false },
  }
  const plain = { layout: 'flow', frame: { x: 0, y: 0, w: 1, h: 1 }, locked: false, kind: 'proposal' } as const
  const cluster = { addresses: [], residentChange: '', notes: [], at: null, kind: 'proposal' as const }
  const section = { ...plain, id: 's' as never, title: 'What could we do?', prompt: '', parked: false, notes: [] }
  const clusters = [{ ...cluster, id: SETTLEMENT, title: 'One settlement' }]
  return {
    workshop: {
      id: 'w1234567' as WorkshopId,
      ...{ title: 'Homes', purpose: '', fixed: '', open: '', unknown: '', runBy: '', contact: '' },
      ...{ attribution: 'named', banner: 'none', sides: { central: 'Central', local: 'Local' }, expected: [] },
      ...{
        canvases: [],
        door: 'open',
        locked: false,
        cursors: 'shown',
        endedAt: null,
        waiting: 0,
        createdAt: 1_772_600_000_000,
      },
    },
    stage: { ...AT_THE_START, steps: [] },
    members: [],
    canvases: [
      {
        title: 'Canvas',
        view: {
          sections: [{ ...section, clusters }],
          loose: { clusters: [], notes: [] },
          drawings: [],
          bin: [],
          leftOut: 0,
        },
      },
    ],
    agreement: { actions: [{ ...draft, from: { canvasId: CANVAS, clusterId: REPORT } }], bin: [], leftOut: 0 },
    actions: [signed],
    ballots,
    voters: undefined,
    recordHashes: new Map(),
    scope,
    now: 1_772_650_000_000,
  }
}

const markdown = (ballots: ClosedBallot[], scope?: ReportSource['scope']) =>
  reportToMarkdown(makeReport(source(ballots, scope)))
const voted = closed(votes({ central: [11, 14], local: [15, 17] }))

const rowsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => /^\| (Rank|---|=?\d)/.test(line))
    .map((line) => line.replace(/ +/g, ' '))

describe('what a ballot found, in the record', () => {
  test('stands by the action that came of the proposal, and by the proposal', () => {
    const text = markdown([voted])
    expect(text).toContain('- Support: 11 of 14 central, 15 of 17 local · common ground 79%')
    expect(text).toMatch(/#### Proposal: One settlement\n\nSupport: 3 of 14 central, 2 of 17 local · common ground 12%/)
  })

  test('is a ranked list of its own, with what was asked, how many voted and how it was ranked', () => {
    const [, section = ''] = markdown([voted]).split('## How people voted')
    expect(section).toContain('### Which first?')
    expect(section).toContain('31 of 33 voted. 3 dots each, at most 2 on one. Closed 4 March 2026, 13:23, before')
    expect(section).toContain('Ranked by common ground')
    const rows = rowsIn(section)
    expect(rows[0]).toBe('| Rank | Voted on | Central | Local | Together | Common ground |')
    expect(rows.slice(2)).toEqual([
      '| 1 | One outcomes report | 11 of 14 | 15 of 17 | 26 of 31 | 79% |',
      '| 2 | One settlement \\| 3 years | 3 of 14 | 2 of 17 | 5 of 31 | 12% |',
    ])
  })

  test('a tie is written as one', () => {
    const tie = closed(votes({ central: [2, 4], local: [3, 6] }))
    expect(rowsIn(markdown([tie])).map((row) => row.split(' | ')[0])).toEqual(['| Rank', '| ---', '| =1', '| =1'])
  })

  test('of a later ballot counts, and both are told', () => {
    const later = closed(votes({ central: [3, 3], local: [3, 3] }), { openedAt: 1_772_640_000_000, question: 'Again?' })
    const text = markdown([voted, later])
    expect(text).toContain('- Support: 3 of 3 central, 3 of 3 local · common ground 100%')
    expect(text.match(/^### .*\?$/gm)).toEqual(['### Which first?', '### Again?', '### What could we do?'])
  })

  test.each<[string, Parameters<typeof votes>[0], RegExp, string]>([
    ['a side of two', { central: [2, 2], local: [1, 4] }, /Figures by side are not shown/, '3 of 6 who voted'],
    [
      'one other',
      { central: [3, 3], local: [1, 4], other: [1, 1] },
      /of others, and of all together/,
      '3 of 3 central, 1 of 4 local · common ground 25%',
    ],
    ['two voters', { central: [1, 1], local: [1, 1] }, /The result is not shown/, 'not shown, because fewer'],
  ])('says what is left out for %s, and why', (_what, cast, why, support) => {
    const text = markdown([closed(votes(cast))])
    expect(text).toMatch(why)
    expect(text).toContain(`Support: ${support}`)
    expect(text.includes('Together')).toBe(_what === 'a side of two')
  })

  test('of an observer: the support of what is signed, and no list', () => {
    const text = markdown([voted], 'signed')
    expect(text).toContain('common ground 79%')
    expect(text).not.toContain('How people voted')
    expect(text).not.toContain('One settlement')
  })

  test('is in the JSON of the served schema, and nothing of who voted for what', () => {
    const json = JSON.stringify(makeReport(source([voted])))
    const report = reportSchema.parse(JSON.parse(json))
    expect(report.ballots[0]).toMatchObject({ rankedBy: 'common-ground', hidden: 'nothing', closedEarly: true })
    expect(report.ballots[0]?.items[0]).toMatchObject({ rank: 1, tied: false, commonGround: 11 / 14 })
    expect(json).not.toContain('central0')
  })
})
