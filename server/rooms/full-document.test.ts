import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote, addNotes, deleteNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allNotes } from '../../shared/domain/canvas-view'
import type { MemberId, SectionId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import type { OpenRoom } from '../testing/browser'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

const notesIn = ({ document }: OpenRoom) => allNotes(readCanvas(document)).map((note) => note.text)

test('[R24] one person writes as much as they can, and the others go on', async () => {
  const made = await server.create()
  const room = { kind: 'canvas', canvasId: made.canvas.id } as const
  const mallory = await server.join(made.link('central'), { name: 'Mallory' })
  const jon = await server.join(made.link('local'), { name: 'Jon' })
  const boards = { mallory: await mallory.browser.open(room), jon: await jon.browser.open(room) }
  const section = readCanvas(boards.jon.document).sections[0]?.id as SectionId
  const noteOf = ({ member }: typeof jon) => ({
    spot: { in: section, after: null, before: null },
    author: { member: member.id as MemberId, side: member.side, now: 1 },
  })
  const texts = Array.from({ length: 300 }, () => 'x'.repeat(LIMITS.note))
  for (let count = 0; count < 45 && boards.mallory.refusals.length === 0; count += 1) {
    addNotes(boards.mallory.document, { texts, ...noteOf(mallory) })
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await boards.mallory.refused()).toBe('share-full')

  const own = addNote(boards.jon.document, { text: 'The lift is out of order', ...noteOf(jon) })
  const sam = await made.facilitator.open(room)
  await sam.until(() => notesIn(sam).includes('The lift is out of order'))
  deleteNotes(boards.jon.document, [own.id], 2)
  await sam.until(() => !notesIn(sam).includes('The lift is out of order'))
  expect(boards.jon.refusals).toEqual([])
})
