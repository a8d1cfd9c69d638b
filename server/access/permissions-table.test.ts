import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actionText, addAction, readAgreement } from '../../shared/document/agreement'
import { addDrawing, deleteDrawings, drawingText } from '../../shared/document/drawings'
import * as edits from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { STEP_RIGHTS, type StepRight } from '../../shared/domain/agenda'
import { allNotes } from '../../shared/domain/canvas-view'
import { DEEDS, type Deed, mayDo } from '../../shared/domain/deeds'
import type { ActionId, ClusterId, DrawingId, MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import type { RoomAddress } from '../../shared/domain/room'
import type { Side } from '../../shared/domain/side'
import type { Browser, OpenRoom } from '../testing/browser'
import { ADDRESSES } from '../testing/command-addresses'
import { clockOf, itemsOf } from '../testing/judging-table'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'
import { COMMANDS, type Command, inTable } from './permissions'

// The whole table of permissions, walked cell by cell through the real doors: commands over HTTP, deeds over WebSocket.

/** One of each thing that the table of deeds knows, done by somebody to a canvas or an agreement that has everything. */
type Doing = { document: OpenRoom['document']; me: { id: string; side: Side | null }; section: SectionId }
const own = ({ document, me }: Doing) => note(document, (author) => author === me.id)
const others = ({ document, me }: Doing) => note(document, (author) => author !== null && author !== me.id)
const cluster = ({ document }: Doing) => [...itemsOf(document, 'clusters').keys()][0] as ClusterId
const action = ({ document }: Doing) => readAgreement(document).actions[0]

function note(document: OpenRoom['document'], wanted: (author: string | null) => boolean): NoteId {
  const found = allNotes(readCanvas(document)).find((one) => wanted(one.author))
  if (!found) throw new Error('no such note')
  return found.id
}

const DOING: Record<Exclude<Deed, 'write-draft' | 'write-stage' | 'change-locked'>, (doing: Doing) => void> = {
  'add-note': ({ document, me, section }) =>
    edits.addNote(document, {
      text: 'New',
      spot: { in: section, after: null, before: null },
      author: { member: me.id as MemberId, side: me.side, now: 1 },
    }),
  'write-own-note': (doing) => edits.noteText(doing.document, own(doing))?.insert(0, '.'),
  'write-note': (doing) => edits.noteText(doing.document, others(doing))?.insert(0, '.'),
  'delete-own-note': (doing) => edits.deleteNotes(doing.document, [own(doing)], 1),
  'delete-note': (doing) => edits.deleteNotes(doing.document, [others(doing)], 1),
  'move-note': (doing) => edits.moveNotes(doing.document, [others(doing)], { in: null, x: Math.random(), y: 7 }),
  arrange: ({ document, section }) =>
    edits.addCluster(document, { title: '', kind: 'theme', spot: { in: section, after: null, before: null }, now: 1 }),
  'write-cluster': (doing) => edits.clusterText(doing.document, cluster(doing), 'title')?.insert(0, '.'),
  draw: (doing) => drawn(doing, doing.me.id),
  'write-drawing': ({ document }) => drawingText(document, drawing(document))?.insert(0, '.'),
  'delete-drawing': ({ document }) => deleteDrawings(document, [drawing(document)], Math.random()),
  'change-sections': ({ document, section }) => edits.sectionTitle(document, section)?.insert(0, '.'),
  'lock-items': (doing) => itemsOf(doing.document, 'clusters').get(cluster(doing))?.set('locked', Math.random()),
  'word-action': ({ document }) => addAction(document, { title: 'Two', residentChange: '', from: null }),
  'write-action': (doing) => actionText(doing.document, action(doing)?.id as ActionId, 'title')?.insert(0, '.'),
}

function drawn({ document, section }: Pick<Doing, 'document' | 'section'>, member: string): void {
  addDrawing(document, {
    record: { v: 1, kind: 'text', points: [], colour: 'ink', size: 'medium' },
    place: { in: section, x: 8, y: 8 },
    author: { member: member as MemberId, side: null, now: 1 },
  })
}

function drawing(document: OpenRoom['document']): DrawingId {
  const found = readCanvas(document).drawings.find(({ author }) => author === 'gone00')
  if (!found) throw new Error('no such drawing')
  return found.id
}

type Walked = keyof typeof DOING
const WALKED = Object.keys(DOING) as Walked[]
/** Ending is walked in server/api/who-may.test.ts; the export picks by itself what a role may see. */
const ASKED = (Object.keys(COMMANDS) as Command[]).filter((one) => one !== 'end-workshop' && !one.startsWith('export'))

let server: TestServer
let made: CreatedWorkshop
let ballotId: string
let people: Record<string, { browser: Browser; me: Doing['me'] }>

beforeAll(async () => {
  server = await openServer()
  made = await server.create({ facilitator: { name: 'Sam', side: 'central' } })
  const joined = await Promise.all(
    (['central', 'local', 'other', 'observer'] as const).map((key) => server.join(made.link(key), { name: key })),
  )
  people = Object.fromEntries(
    joined.map(({ browser, member }) => [member.name, { browser, me: { id: member.id, side: member.side } }]),
  )
  people.facilitator = { browser: made.facilitator, me: { id: made.member.id, side: 'central' } }
  await fill()
  ballotId = await openBallot()
})
afterAll(() => server.close())

/** A note of everybody, one of somebody who is gone, a cluster, an action. */
async function fill(): Promise<void> {
  const { registry } = server.app.services
  await registry.write({ kind: 'canvas', canvasId: made.canvas.id }, (document) => {
    const section = readCanvas(document).sections[0]?.id as SectionId
    const spot = { in: section, after: null, before: null }
    for (const { me } of [...Object.values(people), { me: { id: 'gone00', side: 'local' as const } }]) {
      for (let count = 0; count < 12; count += 1) {
        edits.addNote(document, { text: 'Words', spot, author: { member: me.id as MemberId, side: me.side, now: 1 } })
      }
    }
    for (let count = 0; count < 8; count += 1) drawn({ document, section }, 'gone00')
    for (const title of ['Returns', 'Bids']) edits.addCluster(document, { title, kind: 'barrier', spot, now: 1 })
  })
  await registry.write({ kind: 'agreement', workshopId: made.workshop.id }, (document) => {
    addAction(document, { title: 'One report', residentChange: '', from: null })
  })
}

/** A ballot in which everybody who works may vote; what it is about is no matter here. */
async function openBallot(): Promise<string> {
  const { registry } = server.app.services
  const { id: canvasId } = made.canvas
  const ids = await registry.read({ kind: 'canvas', canvasId }, (document) => [...itemsOf(document, 'clusters').keys()])
  const items = ids.slice(0, 2).map((id) => ({ is: 'cluster', id, canvasId }))
  const body = { question: 'Which?', items, dots: 3, most: 2, facilitatorsVote: true }
  const came = await made.facilitator.post(`/api/workshops/${made.workshop.id}/ballots`, body)
  expect(came.status).toBeLessThan(300)
  const stage = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
  await stage.until(() => stage.stage().ballots.length === 1)
  return stage.stage().ballots[0]?.id ?? ''
}

/** Whether the door lets somebody give a command; what it would do is refused for other reasons, or changes nothing. */
async function asks(who: string, command: Command): Promise<boolean> {
  const { method, path, body } = ADDRESSES[command]
  const to = command === 'vote' ? path.replace('none', ballotId) : path
  const came = await people[who]?.browser.send<{ refusal?: string }>(
    method,
    `/api/workshops/${made.workshop.id}${to}`,
    body,
  )
  return came?.body.refusal !== 'role-may-not' && came?.body.refusal !== 'step-does-not-allow'
}

/** Whether the server takes it; who was refused opens the room again. */
async function tries(who: string, deed: Walked, rooms: Map<string, OpenRoom>): Promise<boolean> {
  const person = people[who]
  if (!person) throw new Error(`nobody called ${who}`)
  const address: RoomAddress =
    DEEDS[deed].room === 'agreement'
      ? { kind: 'agreement', workshopId: made.workshop.id }
      : { kind: 'canvas', canvasId: made.canvas.id }
  const key = `${who} ${address.kind}`
  const room = rooms.get(key) ?? (await person.browser.open(address))
  rooms.set(key, room)
  const { document } = room
  const section = (readCanvas(document).sections[0]?.id ?? '') as SectionId
  DOING[deed]({ document, me: person.me, section })
  const written = clockOf(document, document.clientID)
  const isThere = () => server.app.services.registry.read(address, (doc) => clockOf(doc, document.clientID) >= written)
  for (;;) {
    if (room.refusals.length > 0) {
      room.close()
      rooms.delete(key)
      return false
    }
    if (await isThere()) return true
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

const STEPS: readonly (readonly StepRight[])[] = [[], ...STEP_RIGHTS.map((right) => [right])]

describe('[A8] [A9] [A13] [A17] who may do what: role × side × step × command or deed', () => {
  test.each(STEPS.map((rights) => [rights.join() || 'nothing', rights] as const))(
    'in a step that allows participants %s',
    async (_named, rights) => {
      await server.allow(made.workshop.id, rights)
      const rooms = new Map<string, OpenRoom>()
      for (const who of Object.keys(people)) {
        const role = who === 'facilitator' || who === 'observer' ? who : 'participant'
        // all at once: they change nothing for one another, and each is mostly waiting for the database
        const given = await Promise.all(ASKED.map(async (command) => [command, await asks(who, command)] as const))
        for (const [command, may] of given) {
          expect([who, command, may]).toEqual([who, command, inTable(command, role, rights)])
        }
        for (const deed of WALKED) {
          expect([who, deed, await tries(who, deed, rooms)]).toEqual([who, deed, inTable(deed, role, rights)])
        }
      }
      server.hangUp()
    },
  )
})

test('[A17] the table itself: what each right gives participants, in full', () => {
  const given = (...rights: StepRight[]) =>
    (Object.keys(DEEDS) as Deed[]).filter((deed) => mayDo('participant', deed, { now: rights, finishing: [] }))
  expect(given()).toEqual(['write-draft'])
  expect(given('read')).toEqual(['write-draft'])
  expect(given('vote')).toEqual(['write-draft'])
  expect(given('add-notes')).toEqual(['add-note', 'write-own-note', 'delete-own-note', 'write-draft'])
  expect(given('move-and-edit')).toEqual([
    'write-own-note',
    'write-note',
    'delete-own-note',
    'move-note',
    'arrange',
    'write-cluster',
    'draw',
    'write-drawing',
    'write-draft',
  ])
  expect(given('word-actions')).toEqual(['word-action', 'write-action', 'write-draft'])
})
