import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addAction, readAgreement } from '../../shared/document/agreement'
import { addNote, deleteNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { publishStage } from '../../shared/document/stage'
import { allNotes } from '../../shared/domain/canvas-view'
import type { MemberId, SectionId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import type { OpenRoom } from '../testing/browser'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

const notesIn = ({ document }: OpenRoom) => allNotes(readCanvas(document)).map((note) => note.text)

/** Writes as the browser's views do. */
function write(
  { document }: OpenRoom,
  text: string,
  { id, side, now = 1 }: { id: string; side: Side | null; now?: number },
) {
  const section = readCanvas(document).sections[0]?.id as SectionId
  const author = { member: id as MemberId, side, now }
  return addNote(document, { text, spot: { in: section, after: null, before: null }, author }).id
}

async function table(made: CreatedWorkshop) {
  const room = { kind: 'canvas', canvasId: made.canvas.id } as const
  const amina = await server.join(made.link('central'), { name: 'Amina' })
  const jon = await server.join(made.link('local'), { name: 'Jon' })
  const oscar = await server.join(made.link('observer'), { name: 'Oscar' })
  return {
    amina: { ...amina, board: await amina.browser.open(room) },
    jon: { ...jon, board: await jon.browser.open(room) },
    oscar: { ...oscar, board: await oscar.browser.open(room) },
    sam: { browser: made.facilitator, member: made.member, board: await made.facilitator.open(room) },
  }
}

describe('[A8] in rooms', () => {
  test('people write together; an observer reads and what they write is seen by nobody', async () => {
    const { amina, jon, oscar } = await table(await server.create())
    write(amina.board, 'The lift is out of order on Fridays', amina.member)
    await jon.board.until(() => notesIn(jon.board).length === 1)
    await oscar.board.until(() => notesIn(oscar.board).length === 1)
    write(oscar.board, 'I should not be here', { id: oscar.member.id, side: null })
    expect(await oscar.board.refused()).toBe('role-may-not-edit')
    write(jon.board, 'Nor on Mondays', jon.member)
    await amina.board.until(() => notesIn(amina.board).length === 2)
    expect(notesIn(amina.board)).not.toContain('I should not be here')
  })

  test('[A28] a note from a device whose clock is a day ahead is taken, and has the server’s time for everybody', async () => {
    const { amina, jon } = await table(await server.create())
    const ahead = Date.now() + 86_400_000
    const id = write(amina.board, 'From tomorrow', { ...amina.member, now: ahead })
    const timeIn = ({ document }: OpenRoom) => allNotes(readCanvas(document)).find((note) => note.id === id)?.createdAt
    for (const { board } of [amina, jon]) await board.until(() => (timeIn(board) ?? ahead) < ahead)
    expect(timeIn(jon.board)).toBe(timeIn(amina.board))
    write(amina.board, 'And more', amina.member)
    await jon.board.until(() => notesIn(jon.board).length === 2)
  })

  test('a lock stops participants at once and opens again, while facilitators go on', async () => {
    const made = await server.create()
    const { jon, sam, amina } = await table(made)
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/lock`, { locked: true })
    write(jon.board, 'Too late', jon.member)
    expect(await jon.board.refused()).toBe('canvas-locked')
    write(sam.board, 'From the front', { id: sam.member.id, side: null })
    await amina.board.until(() => notesIn(amina.board).includes('From the front'))
    expect(notesIn(amina.board)).toEqual(['From the front'])
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/lock`, { locked: false })
    write(amina.board, 'Open again', amina.member)
    await sam.board.until(() => notesIn(sam.board).length === 2)
  })

  test('nobody writes after the end, not even a facilitator', async () => {
    const made = await server.create()
    const { sam } = await table(made)
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/end`)
    write(sam.board, 'One more thing', { id: sam.member.id, side: null })
    expect(await sam.board.refused()).toBe('workshop-ended')
    const late = await made.facilitator.open({ kind: 'canvas', canvasId: made.canvas.id })
    expect(notesIn(late)).toEqual([])
  })

  test('nobody but the server writes the stage', async () => {
    const made = await server.create()
    const mine = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    const workshop = mine.stage().workshop
    if (!workshop) throw new Error('the stage has arrived')
    publishStage(mine.document, { workshop: { ...workshop, title: 'Mine' } })
    expect(await mine.refused()).toBe('role-may-not-edit')
    await made.facilitator.patch(`/api/workshops/${made.workshop.id}`, { purpose: 'Shown' })
    const fresh = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    expect(fresh.stage().workshop).toMatchObject({ title: 'Homelessness funding', purpose: 'Shown' })
  })

  test('participants word actions together', async () => {
    const made = await server.create()
    const { amina, jon } = await table(made)
    const room = { kind: 'agreement', workshopId: made.workshop.id } as const
    const [hers, his] = [await amina.browser.open(room), await jon.browser.open(room)]
    addAction(hers.document, { title: 'One outcomes report', residentChange: '', from: null })
    await his.until((document) => readAgreement(document).actions.length === 1)
  })
})

test('[A9] [A10] what the judge refuses reaches nobody', async () => {
  const made = await server.create()
  const { amina, jon, sam } = await table(made)
  const hers = write(amina.board, 'Hers', amina.member)
  await jon.board.until(() => notesIn(jon.board).length === 1)
  deleteNotes(jon.board.document, [hers], 2)
  expect(await jon.board.refused()).toBe('not-your-note')
  write(amina.board, 'In Jon’s name', { id: jon.member.id, side: 'central' })
  expect(await amina.board.refused()).toBe('not-as-joined')
  write(sam.board, 'Afterwards', { id: sam.member.id, side: null })
  await sam.board.until(() => notesIn(sam.board).length === 2)
  const seen = await sam.browser.open({ kind: 'canvas', canvasId: made.canvas.id })
  expect(notesIn(seen).sort()).toEqual(['Afterwards', 'Hers'])
})

test('[A10] who was moved may still send what they wrote on their former side', async () => {
  const made = await server.create()
  const { amina, sam } = await table(made)
  await made.facilitator.post(`/api/workshops/${made.workshop.id}/members/${amina.member.id}/side`, { side: 'local' })
  write(amina.board, 'Written as central', { id: amina.member.id, side: 'central' })
  write(amina.board, 'Written as local', { id: amina.member.id, side: 'local' })
  await sam.board.until(() => notesIn(sam.board).length === 2)
})

describe('who may not enter is told by the code that closes', () => {
  test('a stranger, somebody of another workshop, and an address that is no room', async () => {
    const made = await server.create()
    const other = await server.create()
    const rooms = [
      { kind: 'stage', workshopId: made.workshop.id },
      { kind: 'canvas', canvasId: made.canvas.id },
      { kind: 'agreement', workshopId: made.workshop.id },
    ] as const
    for (const room of rooms) {
      expect((await server.browser().open(room)).closedWith).toBe(4401)
      expect((await other.facilitator.open(room)).closedWith).toBe(4404)
    }
    const drafts = { kind: 'drafts', workshopId: made.workshop.id, memberId: made.member.id as MemberId } as const
    expect((await other.facilitator.open(drafts)).closedWith).toBe(4404)
  })
})
