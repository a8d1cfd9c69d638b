import { describe, expect, test } from 'vitest'
import type { AgreementView, Commitment, PutAction } from '../domain/action'
import { AT_THE_START } from '../domain/agenda'
import type { CanvasView, ClusterView, NoteView, SectionView } from '../domain/canvas-view'
import type { ActionId, ClusterId, CommitmentId, MemberId, NoteId, SectionId, WorkshopId } from '../domain/ids'
import type { Member } from '../domain/member'
import { reportToMarkdown } from './markdown'
import { makeReport, type ReportSource } from './report'
import { reportSchema } from './report-schema'

const NASTY = [
  '# not a heading',
  '* <script>alert(1)</script>',
  '=cmd()|calc',
  '| a | b |',
  '[x](javascript:alert(1))',
  '1. one\n2. two',
  '`code` _em_ **b**',
]

const amina: Member = {
  id: 'amina' as MemberId,
  name: 'Amina | *A*',
  organisation: '<b>Dept</b>',
  side: 'central',
  role: 'participant',
  joinedAt: 1,
  removedAt: null,
}

function cluster(id: string, title: string, kind: ClusterView['kind'], fields: Partial<ClusterView> = {}): ClusterView {
  return { id: id as ClusterId, title, kind, addresses: [], residentChange: '', notes: [], at: null, ...fields }
}

function section(title: string, fields: Partial<SectionView> = {}): SectionView {
  const plain = { prompt: '', layout: 'flow', frame: { x: 0, y: 0, w: 400, h: 300 }, locked: false } as const
  return { id: title as SectionId, title, ...plain, kind: 'theme', parked: false, clusters: [], notes: [], ...fields }
}

function note(id: string, text: string, author: MemberId | null = amina.id): NoteView {
  return { id: id as NoteId, text, side: 'central', author, createdAt: 1, at: null }
}

const hostile = NASTY.map((text, index) => note(`n${index}`, text))
const barrier = cluster('b1', '## Four returns | <i>', 'barrier', { notes: hostile })
const proposal = cluster('p1', 'One report', 'proposal', { addresses: [barrier.id] })

const canvas: CanvasView = {
  sections: [
    section('What gets in the way?', { clusters: [barrier, cluster('b2', 'Nobody reports back', 'barrier')] }),
    section('What could we do?', { clusters: [proposal] }),
    section('Parked', { parked: true, notes: [note('np', 'Council tax reform', null)] }),
  ],
  loose: { clusters: [], notes: [] },
  drawings: [],
  bin: [],
  leftOut: 0,
}

const commitment = {
  side: 'local',
  organisation: 'North|shire',
  person: '',
  what: 'report | monthly',
  by: '2026-05-31',
  waitsOn: [],
} as const
const agreement: AgreementView = {
  actions: [
    {
      ...{ id: 'a1' as ActionId, title: '# Draft', residentChange: '*less* form', measure: '', from: null },
      commitments: [{ ...commitment, id: 'c1' as CommitmentId, waitsOn: [] }],
    },
  ],
  bin: [],
  leftOut: 0,
}

function putAction(fields: Partial<PutAction>, commitments: Commitment[]): PutAction {
  const id = 'a2' as ActionId
  return {
    ...{ id, number: 1, revision: 1, status: 'put', hash: '', asked: [], answers: [], putAt: 1, recordedAt: null },
    wording: { id, title: 'One report', residentChange: '', measure: '', commitments },
    ...{ trail: { proposal: null, barriers: [] }, closedEarly: false },
    ...fields,
  }
}

function source(scope: ReportSource['scope'] = 'everything'): ReportSource {
  return {
    workshop: {
      id: 'w1234567' as WorkshopId,
      ...{
        title: '<h1>Homelessness</h1>',
        purpose: '# purpose',
        fixed: '',
        open: '',
        unknown: '',
        runBy: 'Dept',
        contact: '',
      },
      ...{ attribution: 'named', banner: 'official', sides: { central: 'Central', local: 'Local' }, expected: [] },
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
    members: [amina],
    canvases: [{ title: 'Canvas', view: canvas }],
    agreement,
    actions: [],
    ballots: [],
    recordHashes: new Map(),
    voters: undefined,
    scope,
    now: 1_772_640_000_000,
  }
}

describe('the Markdown record', () => {
  test('keeps everything people typed as plain text, note by note', () => {
    const markdown = reportToMarkdown(makeReport(source()))
    expect(markdown).toMatch(/^# \\<h1>Homelessness/)
    expect(markdown).not.toMatch(/^[*-] \s*<script>/m)
    expect(markdown.match(/^#{1,6} .*/gm)?.filter((line) => line.includes('not a heading'))).toEqual([])
    expect(markdown).toContain('\\<script>')
    expect(markdown).toContain('\\[x]')
    for (const word of ['=cmd()', 'not a heading', 'report \\| monthly', '31 May 2026'])
      expect(markdown).toContain(word)
  })

  test('says a day that is in no calendar as it was frozen', () => {
    const promise: Commitment = { ...commitment, id: 'c1' as CommitmentId, by: '2026-13-45', waitsOn: [] }
    const markdown = reportToMarkdown(makeReport({ ...source(), actions: [putAction({}, [promise])] }))
    expect(markdown).toContain('| 2026-13-45 |')
  })

  test('leads with what was agreed and says where nothing was', () => {
    const markdown = reportToMarkdown(makeReport(source()))
    const headings = markdown.match(/^## .*/gm)
    expect(headings?.[0]).toBe('## What we agreed')
    expect(headings).toEqual(
      expect.arrayContaining([
        '## Barriers and what answers them',
        '## What we set aside, and why',
        '## What was not reached',
        '## How this record was made',
      ]),
    )
    expect(markdown).toContain('Nothing has been signed yet.')
  })

  test('names the barriers that nothing answers, and what was parked', () => {
    const [, notReached = ''] = reportToMarkdown(makeReport(source())).split('## What was not reached')
    expect(notReached).toContain('No proposal answers the barrier “Nobody reports back”')
    expect(notReached).not.toContain('Four returns')
    const [, setAside = ''] = reportToMarkdown(makeReport(source())).split('## What we set aside, and why')
    expect(setAside.split('## ')[0]).toContain('Council tax reform')
  })

  test('of a note of a million spaces is made at once, and no name turns its line round', () => {
    const flood = `a${' '.repeat(1_000_000)}b\n\n\r\n${'\t'.repeat(1_000_000)}c`
    const jo = { ...amina, name: '\u202eegra\u0000ton oD\u202c' }
    const view = { ...canvas, sections: [section('What is there', { notes: [note('n1', flood)] })] }
    const report = makeReport({ ...source(), members: [jo], canvases: [{ title: 'Canvas', view }] })
    const markdown = reportToMarkdown(report)
    expect(markdown).toMatch(/a +b \/ c \(Central, egraton oD,/)
  })

  test('of an observer quotes nothing unsigned, not even as what a signed commitment waits on', () => {
    const waiting = { ...commitment, id: 'c2' as CommitmentId, waitsOn: ['c1' as CommitmentId, 'c3' as CommitmentId] }
    const later = { ...commitment, id: 'c3' as CommitmentId, what: 'publish the figures', waitsOn: [] }
    const signed = putAction({ status: 'record', recordedAt: 1_772_630_000_000 }, [waiting, later])
    const observers = makeReport({ ...source('signed'), actions: [signed] })
    expect(observers.actions[0]?.commitments[0]?.waitsOn.map((other) => other.what)).toEqual(['publish the figures'])
    expect(reportToMarkdown(observers)).not.toContain('report \\| monthly; publish')
    const everybody = makeReport({ ...source(), actions: [signed] })
    expect(everybody.actions[0]?.commitments[0]?.waitsOn).toHaveLength(2)
  })

  test('says who was invited, joined, wrote and voted', () => {
    const { workshop, ...rest } = source()
    const expected = [
      { name: 'Department', side: 'central' as const },
      { name: 'Northshire', side: 'local' as const },
      { name: 'Westshire', side: 'local' as const },
    ]
    const voters = new Set([amina.id])
    const markdown = reportToMarkdown(makeReport({ ...rest, workshop: { ...workshop, expected }, voters }))
    expect(markdown).toContain(
      'Took part: invited 3 organisations (1 central, 2 local); joined 1 central; wrote 1 of 1; voted 1 of 1',
    )
    expect(markdown).toContain('Besides: 0 facilitators, 0 observers')
    expect(reportToMarkdown(makeReport(source()))).toContain('Took part: joined 1 central; wrote 1 of 1')
  })

  test('of an observer has only what is signed', () => {
    const report = makeReport(source('signed'))
    expect(report).toMatchObject({ actions: [], canvases: [], members: [] })
    expect(reportToMarkdown(report)).not.toContain('Four returns')
  })
})

test('the JSON report is valid against the schema that is served', () => {
  expect(reportSchema.parse(JSON.parse(JSON.stringify(makeReport(source()))))).toMatchObject({
    format: 'concordat-report',
  })
})
