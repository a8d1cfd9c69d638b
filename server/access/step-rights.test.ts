import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import * as edits from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allNotes } from '../../shared/domain/canvas-view'
import type { MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import type { OpenRoom } from '../testing/browser'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

let server: TestServer
let now = 1_772_600_000_000

beforeAll(async () => {
  server = await openServer({ now: () => now })
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

const wordsIn = ({ document }: OpenRoom) => allNotes(readCanvas(document)).map((note) => note.text)

async function table(made: CreatedWorkshop) {
  const room = { kind: 'canvas', canvasId: made.canvas.id } as const
  const jon = await server.join(made.link('local'), { name: 'Jon' })
  const amina = await server.join(made.link('central'), { name: 'Amina' })
  const board = await jon.browser.open(room)
  const section = readCanvas(board.document).sections[0]?.id as SectionId
  const author = { member: jon.member.id as MemberId, side: 'local', now: 1 } as const
  return {
    jon: {
      board,
      reopens: () => jon.browser.open(room),
      adds: (text: string, on = board) =>
        edits.addNote(on.document, { text, spot: { in: section, after: null, before: null }, author }).id,
      types: (note: NoteId, on = board) => edits.noteText(on.document, note)?.insert(0, 'And: '),
    },
    amina: { board: await amina.browser.open(room) },
    next: (revision: number) => made.facilitator.post(`/api/workshops/${made.workshop.id}/steps/next`, { revision }),
    lock: (locked: boolean) => made.facilitator.post(`/api/workshops/${made.workshop.id}/lock`, { locked }),
  }
}

describe('[A17] ten seconds to finish', () => {
  test.each(['a change of step', 'a lock'])(
    '%s: words in a note that is there are taken, a new note is not',
    async (how) => {
      const made = await server.create()
      await server.allow(made.workshop.id, ['add-notes'], ['read'])
      const { jon, amina, next, lock } = await table(made)
      const note = jon.adds('The lift is out of order')
      await amina.board.until(() => wordsIn(amina.board).length === 1)

      await (how === 'a lock' ? lock(true) : next(0))
      now += 9_000
      jon.types(note)
      await amina.board.until(() => wordsIn(amina.board)[0] === 'And: The lift is out of order')
      jon.adds('One more')
      expect(await jon.board.refused()).toBe(how === 'a lock' ? 'canvas-locked' : 'step-does-not-allow')

      const again = await jon.reopens()
      now += 1_001
      jon.types(note, again)
      expect(await again.refused()).toBe(how === 'a lock' ? 'canvas-locked' : 'step-does-not-allow')
      expect(wordsIn(amina.board)).toEqual(['And: The lift is out of order'])
    },
  )

  test('a second change in that time does not lengthen it', async () => {
    const made = await server.create()
    await server.allow(made.workshop.id, ['add-notes'], ['read'])
    const { jon, amina, next, lock } = await table(made)
    const note = jon.adds('On Fridays')
    await amina.board.until(() => wordsIn(amina.board).length === 1)
    await next(0)
    now += 8_000
    await lock(true)
    now += 3_000
    jon.types(note)
    expect(await jon.board.refused()).toBe('canvas-locked')
  })

  test('a restart within it changes nothing', async () => {
    const made = await server.create()
    await server.allow(made.workshop.id, ['add-notes'], ['read'])
    const { jon, amina, next } = await table(made)
    const note = jon.adds('On Mondays')
    await amina.board.until(() => wordsIn(amina.board).length === 1)
    await next(0)
    await server.restart()
    now += 5_000
    const again = await jon.reopens()
    jon.types(note, again)
    const read = () => server.app.services.registry.read({ kind: 'canvas', canvasId: made.canvas.id }, readCanvas)
    await expect.poll(async () => allNotes(await read())[0]?.text).toBe('And: On Mondays')
  })
})

describe('[A17] a step that closes at zero', () => {
  test('is open until then, then read only for participants, and open again with more time', async () => {
    const made = await server.create()
    await server.allow(made.workshop.id, ['add-notes'])
    await server.changeSteps(made.workshop.id, { closesAtZero: true })
    const { jon, amina } = await table(made)
    const give = (path: string, body: object) =>
      made.facilitator.post(`/api/workshops/${made.workshop.id}/${path}`, body)
    await give('timer/start', { revision: 0 })
    now += 10 * 60_000 - 1
    jon.adds('Just in time')
    await amina.board.until(() => wordsIn(amina.board).length === 1)
    now += 1
    jon.adds('Too late')
    expect(await jon.board.refused()).toBe('step-does-not-allow')
    await give('timer/extend', { revision: 1, minutes: 2 })
    jon.adds('With more time', await jon.reopens())
    await amina.board.until(() => wordsIn(amina.board).includes('With more time'))
    expect(wordsIn(amina.board)).not.toContain('Too late')
  })
})
