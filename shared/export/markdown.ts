import type { RootContent } from 'mdast'
import { sideName } from '../domain/side'
import { ballotBlocks, supportWords } from './markdown-ballots'
import { heading, list, paragraph, strong, table, text } from './markdown-parts'
import { type Block, writeBlocks } from './markdown-writing'
import type { Report, ReportAction, ReportCluster, ReportNote } from './report-schema'
import { ANSWER_WORDS, bySide, clockTime, longDate, plural, shareBySide, total } from './words'

/**
 * The record as Markdown (GitHub flavoured). Built as a tree and written by a serializer, so that whatever people typed
 * (`#`, `*`, `<script>`, `|`) stays plain text.
 */
export function reportToMarkdown(report: Report): string {
  return [...markdownPieces(report)].join('')
}

/** The same in pieces, each the work of a few milliseconds. */
export function markdownPieces(report: Report): Generator<string> {
  return writeBlocks(blocksOf(report))
}

function* blocksOf(report: Report): Generator<Block> {
  yield heading(1, report.workshop.title)
  yield paragraph(text(headLine(report)))
  yield* briefOf(report)
  yield heading(2, 'What we agreed')
  yield* agreed(report)
  if (report.scope === 'everything') {
    yield* openActions(report)
    yield* ballotBlocks(report)
    yield* canvases(report)
    yield* setAside(report)
    yield* notReached(report)
  }
  yield heading(2, 'How this record was made')
  yield* howMade(report)
}

const BANNER_WORDS = { none: '', official: 'OFFICIAL', 'official-sensitive': 'OFFICIAL-SENSITIVE' } as const

function headLine({ workshop, participation, generatedAt, actions }: Report): string {
  const closed = workshop.endedAt
  const hash = actions.find((action) => action.state === 'record')?.hash
  const parts = [
    BANNER_WORDS[workshop.banner],
    longDate(workshop.createdAt),
    bySide(participation.joined, workshop.sides),
    closed ? `Record closed ${clockTime(closed)}` : `As it stood ${longDate(generatedAt)}, ${clockTime(generatedAt)}`,
    hash ? `${hash.slice(0, 6)}…` : '',
  ]
  return parts.filter((part) => part !== '').join(' · ')
}

function briefOf({ workshop }: Report): RootContent[] {
  const lines: [string, string][] = [
    ['Purpose', workshop.purpose],
    ['Fixed', workshop.fixed],
    ['Open when we met', workshop.open],
    ['Unknown', workshop.unknown],
    ['Run by', [workshop.runBy, workshop.contact].filter((part) => part !== '').join(', ')],
  ]
  return lines
    .filter(([, words]) => words !== '')
    .map(([label, words]) => paragraph(strong(`${label}:`), text(` ${words}`)))
}

function agreed(report: Report): RootContent[] {
  const records = report.actions.filter((action) => action.state === 'record')
  if (records.length === 0) return [paragraph(text('Nothing has been signed yet.'))]
  return records.flatMap((action) => actionBlocks(action, report))
}

function openActions(report: Report): RootContent[] {
  const open = report.actions.filter((action) => action.state !== 'record')
  if (open.length === 0) return []
  return [heading(2, 'Not agreed yet'), ...open.flatMap((action) => actionBlocks(action, report))]
}

const STATE_WORDS = {
  draft: 'Draft',
  withdrawn: 'Taken back to be worded again',
  put: 'Waiting for answers',
  record: 'Signed',
} as const

function actionBlocks(action: ReportAction, report: Report): RootContent[] {
  const { sides } = report.workshop
  const blocks: RootContent[] = [
    heading(3, `${action.number ? `${action.number}. ` : ''}${action.title || 'No title yet'}`),
  ]
  if (action.state !== 'record') blocks.push(paragraph(text(STATE_WORDS[action.state])))
  if (action.residentChange) blocks.push(paragraph(text(`What changes for a resident: ${action.residentChange}`)))
  if (action.commitments.length > 0) {
    const rows = action.commitments.map((c) => [
      `${[c.organisation, c.person].filter((part) => part !== '').join(', ')} (${sideName(c.side, sides).toLowerCase()})`,
      c.what,
      c.by ? longDate(c.by) : '',
      c.waitsOn.map((other) => `${other.organisation}: ${other.what}`).join('; '),
    ])
    blocks.push(table(['Who', 'Commits to', 'By', 'Waits on'], rows))
  }
  if (action.measure) blocks.push(paragraph(text(`Measure: ${action.measure}`)))
  const facts = factsOf(action, report)
  if (facts.length > 0) blocks.push(list(facts.map((fact) => [paragraph(text(fact))])))
  return blocks
}

function factsOf(action: ReportAction, { workshop }: Report): string[] {
  const facts: string[] = []
  const { proposal } = action
  if (proposal)
    facts.push(
      `From the proposal “${proposal.title}” (${plural(total(proposal.notes), 'note')}${split(proposal.notes, workshop.sides)})`,
    )
  for (const { title, notes } of action.addresses) {
    facts.push(`Addresses: “${title}” (${plural(total(notes), 'note')}${split(notes, workshop.sides)})`)
  }
  if (action.support) facts.push(`Support: ${supportWords(action.support, workshop.sides)}`)
  for (const answer of action.answers) {
    const who = [answer.name, answer.jobTitle, answer.organisation].filter((part) => part !== '').join(', ')
    const until = answer.byDate ? `, by ${longDate(answer.byDate)}` : ''
    const reason = answer.reason ? `, “${answer.reason}”` : ''
    const disputed = answer.disputed ? ` (disputed by ${answer.disputed.name}: “${answer.disputed.reason}”)` : ''
    const verb = action.state === 'record' ? 'Signed' : 'Answered'
    facts.push(`${verb}: ${who}: ${ANSWER_WORDS[answer.answer]}${until}${reason}${disputed}`)
  }
  if (action.notAnswered.length > 0)
    facts.push(`Not answered: ${action.notAnswered.map((asked) => asked.name).join(', ')}`)
  if (action.closedEarly) facts.push('Signing was closed before every organisation had answered.')
  if (action.reviewOn) facts.push(`Review: ${longDate(action.reviewOn)}`)
  if (action.state === 'record' && action.hash) facts.push(`Fingerprint (SHA-256): ${action.hash}`)
  return facts
}

function split(counts: Parameters<typeof bySide>[0], names: Parameters<typeof bySide>[1]): string {
  const words = bySide(counts, names)
  return words ? `: ${words}` : ''
}

/** Barriers and what answers them first, then every section as it stood, note by note. */
function canvases(report: Report): Block[] {
  const clusters = report.canvases.flatMap((c) => [...c.sections.flatMap((s) => s.clusters), ...c.loose.clusters])
  const proposals = clusters.filter((cluster) => cluster.kind === 'proposal')
  const barriers = clusters.filter((cluster) => cluster.kind === 'barrier')
  const answers = barriers.map((barrier) => {
    const found = proposals.filter((proposal) => proposal.addresses.some((a) => a.id === barrier.id))
    return [barrier.title, found.length > 0 ? found.map((p) => p.title).join('; ') : 'No proposal yet']
  })
  return [
    heading(2, 'Barriers and what answers them'),
    barriers.length > 0 ? table(['Barrier', 'Answered by'], answers) : paragraph(text('No barriers were named.')),
    ...report.canvases.flatMap((canvas) => [
      heading(2, report.canvases.length > 1 ? `The notes: ${canvas.title}` : 'The notes'),
      ...canvas.sections
        .filter((s) => !s.parked)
        .flatMap((s) => sectionBlocks(s.title, s.notSorted, s.clusters, report)),
      ...(canvas.loose.notSorted.length + canvas.loose.clusters.length > 0
        ? sectionBlocks('Outside every section', canvas.loose.notSorted, canvas.loose.clusters, report)
        : []),
      ...(canvas.leftOut > 0
        ? [paragraph(text(`${plural(canvas.leftOut, 'entry', 'entries')} could not be read and left out.`))]
        : []),
    ]),
  ]
}

function sectionBlocks(title: string, notSorted: ReportNote[], clusters: ReportCluster[], report: Report): Block[] {
  const blocks: Block[] = [heading(3, title)]
  if (notSorted.length + clusters.length === 0) blocks.push(paragraph(text('Nothing here.')))
  if (notSorted.length > 0) blocks.push(heading(4, 'Not sorted'), noteList(notSorted, report))
  for (const cluster of clusters) {
    blocks.push(heading(4, `${KIND_WORDS[cluster.kind]}: ${cluster.title || 'No title yet'}`))
    if (cluster.residentChange) blocks.push(paragraph(text(`What changes for a resident: ${cluster.residentChange}`)))
    if (cluster.addresses.length > 0)
      blocks.push(paragraph(text(`Answers: ${cluster.addresses.map((a) => `“${a.title}”`).join(', ')}`)))
    if (cluster.support)
      blocks.push(paragraph(text(`Support: ${supportWords(cluster.support, report.workshop.sides)}`)))
    if (cluster.notes.length > 0) blocks.push(noteList(cluster.notes, report))
  }
  return blocks
}

const KIND_WORDS = { barrier: 'Barrier', proposal: 'Proposal', theme: 'Theme' } as const

function noteList(notes: ReportNote[], { workshop }: Report): Block {
  const lines = notes.map(({ text: words, side, author }) => {
    const by = [side ? sideName(side, workshop.sides) : '', author ? author.name : '', author?.organisation ?? '']
    return { words, from: by.filter((part) => part !== '').join(', ') }
  })
  return { type: 'lines', lines }
}

function setAside(report: Report): Block[] {
  const parked = report.canvases.flatMap((canvas) => canvas.sections.filter((s) => s.parked))
  const notes = parked.flatMap((s) => s.notSorted)
  const clusters = parked.flatMap((s) => s.clusters)
  const blocks: Block[] = [heading(2, 'What we set aside, and why')]
  if (notes.length + clusters.length === 0) return [...blocks, paragraph(text('Nothing was parked.'))]
  if (notes.length > 0) blocks.push(noteList(notes, report))
  for (const cluster of clusters) {
    blocks.push(heading(3, `${KIND_WORDS[cluster.kind]}: ${cluster.title || 'No title yet'}`))
    if (cluster.notes.length > 0) blocks.push(noteList(cluster.notes, report))
  }
  return blocks
}

function notReached(report: Report): RootContent[] {
  const sections = report.canvases.flatMap((canvas) => [
    ...canvas.sections.filter((s) => !s.parked),
    { ...canvas.loose, title: 'Outside every section' },
  ])
  const clusters = sections.flatMap((s) => s.clusters)
  const answered = new Set(clusters.flatMap((cluster) => cluster.addresses.map((a) => a.id)))
  const open = clusters.filter((cluster) => cluster.kind === 'barrier' && !answered.has(cluster.id))
  const unsorted = sections.reduce((sum, s) => sum + s.notSorted.length, 0)
  const steps = report.steps.filter((step) => !step.reached)
  const lines = [
    ...open.map((barrier) => `No proposal answers the barrier “${barrier.title}”`),
    ...(unsorted > 0 ? [`${plural(unsorted, 'note')} not sorted`] : []),
    ...steps.map((step) => `Step not reached: ${step.title}`),
  ]
  const body =
    lines.length > 0
      ? list(lines.map((line) => [paragraph(text(line))]))
      : paragraph(text('Everything on the agenda was reached.'))
  return [heading(2, 'What was not reached'), body]
}

function howMade(report: Report): RootContent[] {
  const { joined, workshop, canvases, generatedAt } = report
  const notes = canvases.flatMap((c) => [
    ...c.sections.flatMap((s) => [...s.notSorted, ...s.clusters.flatMap((k) => k.notes)]),
    ...c.loose.notSorted,
    ...c.loose.clusters.flatMap((k) => k.notes),
  ])
  const lines = [
    tookPart(report),
    `Besides: ${plural(joined.facilitators, 'facilitator')}, ${plural(joined.observers, 'observer')}`,
    workshop.attribution === 'named' ? 'Notes are named: each says who wrote it.' : 'Safe space: notes carry no name.',
    ...(report.scope === 'everything'
      ? [`Notes on the canvas: ${notes.length}`]
      : ['This copy holds only what is signed.']),
    `Made on ${longDate(generatedAt)} at ${clockTime(generatedAt)} from what was saved on the server. A signed action cannot be changed, only superseded.`,
  ]
  return [list(lines.map((line) => [paragraph(text(line))]))]
}

/** "Took part: invited 8 organisations (2 central, 6 local); joined 14 central, 17 local; wrote 20 of 31; voted …". */
function tookPart({ participation, workshop: { sides } }: Report): string {
  const { invited, joined, wrote, voted } = participation
  const organisations = total(invited)
  const parts = [
    organisations > 0 ? `invited ${plural(organisations, 'organisation')} (${bySide(invited, sides)})` : '',
    `joined ${bySide(joined, sides) || 'nobody yet'}`,
    wrote ? `wrote ${shareBySide(wrote, sides)}` : '',
    voted ? `voted ${shareBySide(voted, sides)}` : '',
  ]
  return `Took part: ${parts.filter((part) => part !== '').join('; ')}`
}
