import { afterEach, describe, expect, test } from 'vitest'
import { addNote, deleteNotes, noteText } from '../../shared/document/edits'
import type { NoteId } from '../../shared/domain/ids'
import { newId } from '../../shared/domain/ids'
import type { StageView } from '../../shared/domain/stage-view'
import { seeded } from '../../shared/testing/random'
import { Ears, type Secret } from '../testing/ears'
import { openPrivateStep, type PrivateStepTable, type Writer } from '../testing/private-step'

const NAMES = ['Amina', 'Jon', 'Alex', 'Lena', 'Ravi', 'Tess', 'Omar', 'Ines', 'Kofi', 'Maya', 'Noor']
const SIDES = ['central', 'local', 'other'] as const

let table: PrivateStepTable
let ears: Ears
let fay: Writer
let people: Writer[]
/** What each of them wrote that nobody else has been shown. */
let secrets: Map<Writer, { words: string[]; drafts: NoteId[] }>
afterEach(() => table.server.close())

/** A word that is nowhere else, in pieces that each are nowhere else. */
const pieces = () => Array.from({ length: 3 }, () => newId().slice(0, 9))

/** Types a note piece by piece, as one does, and goes back over it. */
function typesNote(writer: Writer): NoteId {
  const words = pieces()
  const id = writer.writes('')
  const text = noteText(writer.drafts.document, id)
  for (const piece of words) text?.insert(text.length, piece)
  secrets.get(writer)?.words.push(...words)
  secrets.get(writer)?.drafts.push(id)
  return id
}

function secretsOf(writers: readonly Writer[] = [...secrets.keys()]): Secret[] {
  return writers.map((writer) => {
    const { words, drafts } = secrets.get(writer) ?? { words: [], drafts: [] }
    return { owner: writer.member.name, words: [...words, ...drafts], clients: [writer.drafts.document.clientID] }
  })
}

/** What stays one's own for good: which draft a note comes from, and under which Yjs id it was written. */
function identities(): Secret[] {
  return [...secrets].map(([writer, { drafts }]) => ({
    owner: writer.member.name,
    words: drafts,
    clients: [writer.drafts.document.clientID],
  }))
}

/** Twelve people who write, and an observer; every ear is open before anybody comes in. */
async function gather(): Promise<void> {
  ears = new Ears()
  table = await openPrivateStep({ hearsLog: ears.log })
  secrets = new Map()
  ears.listenTo('Sam', table.made.facilitator)
  fay = await table.facilitates()
  people = await Promise.all(
    NAMES.map(async (name, index) => {
      const browser = table.server.browser()
      ears.listenTo(name, browser)
      const { member } = await table.server.join(
        table.made.link(SIDES[index % 3] ?? 'other'),
        { name, organisation: `${name}’s` },
        browser,
      )
      return table.seats(browser, member)
    }),
  )
  const oscar = table.server.browser()
  ears.listenTo('Oscar', oscar)
  await table.server.join(table.made.link('observer'), { name: 'Oscar' }, oscar)
  await oscar.open({ kind: 'stage', workshopId: table.made.workshop.id })
  await oscar.open({ kind: 'canvas', canvasId: table.canvasId })
  for (const writer of [fay, ...people]) secrets.set(writer, { words: [], drafts: [] })
}

/** Everybody does what people do, and some what they should not. */
async function everybodyWrites(): Promise<void> {
  const random = seeded(7)
  const all = [fay, ...people]
  for (let round = 0; round < 4; round += 1) {
    for (const writer of all) {
      const id = typesNote(writer)
      if (random() < 0.2) deleteNotes(writer.drafts.document, [id], 1)
    }
    await Promise.all(all.map((one) => one.arrived()))
    table.time.pass(1_100)
    await table.made.facilitator.get(`/api/workshops/${table.made.workshop.id}`)
  }
  const [amina, jon] = people as [Writer, Writer]
  amina.drafts.provider.disconnect()
  typesNote(amina)
  amina.drafts.provider.connect()
  await amina.arrived()
  await looksRound(jon)
  await looksRound(fay)
}

/** Every address that could say something, and everybody's drafts. */
async function looksRound(writer: Writer): Promise<void> {
  const { workshop } = table.made
  const paths = ['', '/export?format=markdown', '/export?format=json', '/links', '/waiting']
  for (const path of paths) await writer.browser.get(`/api/workshops/${workshop.id}${path}`)
  for (const path of ['/api/me', '/metrics', '/api/openapi.json', '/health/ready']) await writer.browser.get(path)
  for (const other of [fay, ...people]) {
    if (other === writer) continue
    const room = { kind: 'drafts', workshopId: workshop.id, memberId: other.member.id } as const
    expect((await writer.browser.open(room)).closedWith).toBe(4404)
  }
}

const isRevealed = ({ stage }: StageView) => stage.steps.some((step) => step.revealedAt !== null)

describe('[F33] nothing of another’s private note reaches any device or the log', () => {
  test('while twelve people write, look round, move on and come back', async () => {
    await gather()
    await everybodyWrites()
    await table.command('steps/next')
    await looksRound(fay)
    await table.command('steps/back')
    await table.command('reveal')
    table.time.pass(9_999)
    await table.command('reveal/call-off')
    await table.server.restart()
    await Promise.all(people.map((one) => one.arrived()))
    for (const one of ['Sam', 'Oscar', ...NAMES]) expect(ears.count(one)).toBeGreaterThan(10)
    expect(ears.count('the log')).toBeGreaterThan(10)
    expect(ears.leaks(secretsOf())).toEqual([])
  })

  test('after the reveal: what came late, and which drafts the notes come from', async () => {
    await gather()
    await everybodyWrites()
    const [amina, jon, alex] = people as [Writer, Writer, Writer]
    await table.reveals()
    await Promise.all(people.map((one) => one.untilStage(isRevealed)))
    for (const one of secrets.values()) one.words.length = 0
    const revealed = new Map([...secrets].map(([writer, { drafts }]) => [writer, [...drafts]]))
    typesNote(jon)
    const [own] = revealed.get(alex) ?? []
    const more = newId()
    if (own) noteText(alex.drafts.document, own)?.insert(0, more)
    secrets.get(alex)?.words.push(more)
    await Promise.all([jon, alex].map((one) => one.arrived()))
    addNote(amina.canvas.document, {
      text: 'Openly now',
      spot: { in: amina.sections()[0] as never, after: null, before: null },
      author: { member: amina.member.id, side: amina.member.side, now: 1 },
    })
    await jon.canvas.until(() => jon.notes().some(({ text }) => text === 'Openly now'))
    await looksRound(fay)
    await looksRound(amina)
    expect(ears.leaks([...secretsOf(), ...identities()])).toEqual([])
    await jon.add()
    await amina.canvas.until(() =>
      amina.notes().some(({ author, createdAt }) => author === jon.member.id && createdAt === table.time.now()),
    )
    expect(ears.leaks(identities())).toEqual([])
  })
})

describe('the ears themselves', () => {
  test.each([
    [
      'a canvas',
      async (word: string) => {
        const { registry } = table.server.app.services
        await registry.write(
          { kind: 'canvas', canvasId: table.canvasId },
          (document) => void document.getText('leak').insert(0, word),
        )
      },
    ],
    [
      'the stage',
      async (word: string) => {
        const { stage } = table.server.app.services
        const announcement = { text: `about ${word}`, by: fay.member.id, at: 1 }
        await stage.publish(table.made.workshop.id, { announcement }, [])
      },
    ],
    [
      'an answer',
      async (word: string) => {
        await table.made.facilitator.patch(`/api/workshops/${table.made.workshop.id}`, { purpose: word })
      },
    ],
  ] as const)('hear a word that leaks by %s', async (_what, leak) => {
    await gather()
    const [amina] = people as [Writer]
    typesNote(amina)
    await amina.arrived()
    const [word = ''] = secrets.get(amina)?.words ?? []
    expect(ears.leaks(secretsOf())).toEqual([])
    await leak(word)
    await fay.browser.get(`/api/workshops/${table.made.workshop.id}`)
    await expect.poll(() => ears.leaks(secretsOf()).length, { timeout: 10_000 }).toBeGreaterThan(0)
  })
})
