import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addAction, addCommitment, readAgreement } from '../document/agreement'
import { addCluster, addNote, linkBarriers } from '../document/edits'
import { fillCanvas } from '../document/new-canvas'
import { readCanvas } from '../document/projection'
import type { ClusterId, MemberId, SectionId, WorkshopId } from '../domain/ids'
import type { Member } from '../domain/member'
import { barriersAndProposals } from '../templates/barriers-and-proposals'
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

function source(scope: ReportSource['scope'] = 'everything'): ReportSource {
  const canvas = new Y.Doc()
  const [template] = barriersAndProposals.canvases
  if (!template) throw new Error('the template has a canvas')
  const [barriers, proposals] = fillCanvas(canvas, template) as [SectionId, SectionId]
  const end = <In extends SectionId | ClusterId>(container: In) => ({ in: container, after: null, before: null })
  const barrier = addCluster(canvas, {
    title: '## Four returns | <i>',
    kind: 'barrier',
    spot: end(barriers),
    now: 1,
  }).id
  const proposal = addCluster(canvas, { title: 'One report', kind: 'proposal', spot: end(proposals), now: 1 }).id
  linkBarriers(canvas, proposal, [barrier])
  for (const text of NASTY)
    addNote(canvas, { text, spot: end(barrier), author: { member: amina.id, side: 'central', now: 2 } })
  const agreement = new Y.Doc()
  const action = addAction(agreement, { title: '# Draft', residentChange: '*less* form', from: null })
  addCommitment(agreement, action, {
    side: 'local',
    organisation: 'North|shire',
    what: 'report | monthly',
    by: '2026-05-31',
  })
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
      ...{ canvases: [], door: 'open', locked: false, endedAt: null, waiting: 0, createdAt: 1_772_600_000_000 },
    },
    stage: { steps: [], currentStepId: null, timer: { is: 'ready', leftMs: 0 }, revision: 0 },
    members: [amina],
    canvases: [{ title: 'Canvas', view: readCanvas(canvas) }],
    agreement: readAgreement(agreement),
    actions: [],
    recordHashes: new Map(),
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
