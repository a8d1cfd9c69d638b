import type { Report } from '../../shared/export/report-schema'
import { expect } from '../fixtures/workshop-test'
import { ACTIONS, AUTHORS, NOTES, PROPOSALS } from './main-run-play'

const SIDE_NAMES = { central: 'Central', local: 'Local' } as const

export function checkReport(report: Report): void {
  expect(report.workshop).toMatchObject({
    title: 'One town, one budget',
    purpose: 'Agree what central and local do with one budget',
    fixed: 'The total for next year',
    open: 'How long the settlement runs',
    unknown: 'Who decides in spring',
    runBy: 'Department',
  })
  const [canvas] = report.canvases
  const clusters = canvas?.sections.flatMap((section) => section.clusters) ?? []
  expect(canvas?.leftOut).toBe(0)
  expect(canvas?.sections.flatMap((section) => section.notSorted)).toEqual([])
  const exported = clusters.flatMap((cluster) =>
    cluster.notes.map(({ text, side, author }) => ({ cluster: cluster.title, kind: cluster.kind, text, side, author })),
  )
  const entered = NOTES.map(({ cluster, text, side }) => ({
    cluster,
    kind: 'barrier',
    text,
    side,
    author: AUTHORS[side],
  }))
  const inOrder = <T extends { text: string }>(notes: T[]) => [...notes].sort((a, b) => a.text.localeCompare(b.text))
  expect(inOrder(exported)).toEqual(inOrder(entered))

  const proposals = clusters.filter((cluster) => cluster.kind === 'proposal')
  expect(
    proposals.map(({ title, residentChange, addresses }) => ({
      title,
      resident: residentChange,
      answers: addresses.map((barrier) => barrier.title).sort(),
    })),
  ).toEqual(PROPOSALS.map((proposal) => ({ ...proposal, answers: [...proposal.answers].sort() })))

  expect(report.actions.map(({ number, state, title }) => ({ number, state, title }))).toEqual(
    ACTIONS.map(({ from }, index) => ({ number: `A${index + 1}`, state: 'record', title: from })),
  )
  for (const [index, action] of ACTIONS.entries()) {
    const recorded = report.actions[index]
    expect(recorded?.commitments.map(({ side, organisation, what, by }) => ({ side, organisation, what, by }))).toEqual(
      [
        { side: 'central', organisation: 'Department', ...action.central },
        { side: 'local', organisation: 'Westshire Council', ...action.local },
      ],
    )
    expect(recorded?.answers.map(({ name, answer, reason }) => ({ name, answer, reason }))).toEqual([
      { name: 'Amina', answer: 'agree', reason: '' },
      {
        name: 'Jon',
        answer: action.reservation === '' ? 'agree' : 'agree-with-reservation',
        reason: action.reservation,
      },
    ])
    expect(recorded?.hash).toMatch(/^[0-9a-f]{64}$/)
  }
}

/** What a reader of the file sees: each note once, under its own heading, with who wrote it. */
export function checkMarkdown(markdown: string): void {
  const lines = markdown.split('\n').map((line) => line.replace(/\\([!-/:-@[-`{-~])/g, '$1'))
  const found: { cluster: string; line: string }[] = []
  let heading = ''
  for (const line of lines) {
    if (line.startsWith('#')) heading = line
    else if (line.startsWith('- ')) found.push({ cluster: heading, line })
  }
  for (const { text, side, cluster } of NOTES) {
    const { name, organisation } = AUTHORS[side]
    const where = found.filter(({ line }) => line.startsWith(`- ${text} (`))
    expect(where).toEqual([
      { cluster: `#### Barrier: ${cluster}`, line: `- ${text} (${SIDE_NAMES[side]}, ${name}, ${organisation})` },
    ])
  }
  for (const { title, resident } of PROPOSALS) {
    expect(lines).toContain(`#### Proposal: ${title}`)
    expect(lines).toContain(`What changes for a resident: ${resident}`)
  }
  expect(lines[0]).toBe('# One town, one budget')
  expect(lines).toContain('### A1. One outcomes report replaces five')
  expect(lines).toContain('### A2. Count the whole spend of one town')
  expect(markdown).toContain('Jon, Director of Place, Westshire Council: agree with reservation')
  expect(markdown).toContain('subject to information governance')
}
