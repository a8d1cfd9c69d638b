import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { CanvasId } from '../../shared/domain/ids'
import { roomName } from '../../shared/domain/room'
import { addNote, addNoteTo, CANVAS, notesOf, OBSERVER, openWorld, WORKSHOP, WRITER } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'

describe('many at once', () => {
  test('[R11] the first change goes at once, what follows as one write a socket', async () => {
    const { person, settle, clock } = openWorld()
    const people = Array.from({ length: 100 }, (_, index) => person(`p${index}`))
    await settle()
    const [amina, jon] = people
    if (!amina || !jon) throw new Error('a hundred people are here')
    const before = jon.wire.writes
    for (let index = 0; index < 10; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    amina.exchange()
    expect(jon.wire.writes - before).toBe(1)
    clock.advance(6)
    expect(jon.wire.writes - before).toBe(2)
    jon.exchange()
    expect(notesOf(jon.doc)).toHaveLength(10)
  })

  test('[R11] what several do within a window of a large room is one update, one entry and one write', async () => {
    const { person, settle, turn, clock, log, reopened } = openWorld({ windowPerSocket: 5 })
    const [amina, jon, tom] = [person('amina'), person('jon'), person('tom', OBSERVER)]
    await settle()
    addNote(amina, 'n1', 'goes at once')
    amina.exchange()
    const entries = async () => (await log.load(roomName(CANVAS)))?.tail.length
    await turn()
    expect(await entries()).toBe(1)
    addNote(amina, 'n2', LIFT)
    addNote(jon, 'n3', RETURNS)
    addNote(tom, 'n4', 'an observer’s')
    for (const one of [amina, jon, tom]) one.exchange()
    const before = tom.wire.writes
    expect(notesOf(tom.doc)).not.toContain(LIFT)
    clock.advance(15)
    expect(tom.wire.writes - before).toBe(2)
    await settle()
    expect(await entries()).toBe(2)
    expect(tom.refusals).toEqual(['tom: role-may-not-edit (2)'])
    for (const one of [amina, jon]) expect(one.saved?.count).toBe(one.sent)
    expect(notesOf(await reopened())).toEqual(['goes at once', LIFT, RETURNS].sort())
    expect(notesOf(jon.doc)).toEqual(notesOf(await reopened()))
  })

  test('[R9] what came before a lock is taken, also when it waits for its window', async () => {
    const { person, settle, doorkeeper, registry, reopened } = openWorld({ windowPerSocket: 5 })
    const amina = person('amina')
    await settle()
    addNote(amina, 'n1', 'goes at once')
    addNote(amina, 'n2', LIFT)
    amina.exchange()
    doorkeeper.rightsOf.set('amina', { write: 'canvas-locked' })
    await registry.reviseAccess(WORKSHOP)
    addNote(amina, 'n3', RETURNS)
    await settle()
    expect(notesOf(await reopened())).toEqual(['goes at once', LIFT].sort())
    expect(amina.refusals).toHaveLength(1)
  })

  test('[R21] what a page sent last is taken, also when it waits for its window', async () => {
    const { person, settle, reopened } = openWorld({ windowPerSocket: 5 })
    const [amina] = [person('amina'), person('jon')]
    await settle()
    addNote(amina, 'n1', 'goes at once')
    addNote(amina, 'n2', LIFT)
    amina.exchange()
    amina.disconnect()
    await settle()
    expect(notesOf(await reopened())).toHaveLength(2)
  })

  test('[R11] a small room waits for no clock: what came in one turn goes in two writes', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    const before = jon.wire.writes
    for (let index = 0; index < 10; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    amina.exchange()
    jon.exchange()
    expect(notesOf(jon.doc)).toHaveLength(1)
    await clock.breathe()
    jon.exchange()
    expect(notesOf(jon.doc)).toHaveLength(10)
    expect(jon.wire.writes - before).toBe(2)
  })

  test('[R13] who does not read is closed and comes again; presence goes first', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    const jon = person('jon')
    await settle()
    jon.wire.stuck = 300 * 1024
    amina.point({ x: 1 })
    addNote(amina, 'n1', LIFT)
    amina.exchange()
    await settle()
    expect(jon.awareness.states.has(amina.doc.clientID)).toBe(false)
    expect(notesOf(jon.doc)).toEqual([LIFT])
    jon.wire.stuck = 0
    clock.advance(500)
    await settle()
    expect(jon.awareness.states.has(amina.doc.clientID)).toBe(true)
    jon.wire.stuck = 2 * 1024 * 1024
    addNote(amina, 'n2', RETURNS)
    await settle()
    expect(jon.wire.closed).toEqual({ code: 1013, reason: 'too-slow' })
    jon.connect()
    await settle()
    expect(notesOf(jon.doc)).toEqual([RETURNS, LIFT])
  })

  test('[R13] who sends too fast is read more slowly, and loses nothing', async () => {
    const rate = { messagesASecond: 10, messagesAtOnce: 5, bytesASecond: 1_000_000, bytesAtOnce: 1_000_000 }
    const { person, settle, clock, reopened } = openWorld({ rate })
    const amina = person('amina')
    await settle()
    for (let index = 0; index < 20; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    amina.exchange()
    expect(amina.wire.isPaused).toBe(true)
    clock.advance(3_000)
    expect(amina.wire.isPaused).toBe(false)
    await settle()
    expect(notesOf(await reopened())).toHaveLength(20)
  })

  test('[R21] who brings an afternoon’s work at once lets others have their turn, and is taken in order', async () => {
    const { person, settle, turn, log, registry } = openWorld()
    const [amina, jon] = [person('amina'), person('jon')]
    await settle()
    for (let index = 0; index < 1_000; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    const before = (await log.load(roomName(CANVAS)))?.tail.length ?? 0
    amina.exchange()
    expect(amina.wire.isPaused).toBe(true)
    addNote(jon, 'jon', LIFT)
    jon.exchange()
    expect(await registry.read(CANVAS, (doc) => doc.getMap('notes').size)).toBeLessThan(1_001)
    expect(await registry.read(CANVAS, (doc) => doc.getMap('notes').has('jon'))).toBe(true)
    for (let turns = 0; amina.wire.isPaused && turns < 100; turns += 1) await turn()
    await settle()
    expect(amina.saved?.count).toBe(amina.sent)
    expect(notesOf(jon.doc)).toHaveLength(1_001)
    // What waited was taken in larger pieces: one entry of the log for many messages.
    expect(((await log.load(roomName(CANVAS)))?.tail.length ?? 0) - before).toBeLessThan(400)
  })

  test('[R21] a large document is built in many turns, and nobody waits for all of them', async () => {
    const { person, settle, clock, log, registry } = openWorld()
    const large = new Y.Doc()
    for (let index = 0; index < 5_000; index += 1) addNoteTo(large, `n${index}`, LIFT)
    const at = log.seed(roomName(CANVAS), Y.encodeStateAsUpdate(large))
    await log.compact(roomName(CANVAS), at, Y.encodeStateAsUpdate(large))
    const turns = vi.spyOn(clock, 'breathe')
    const amina = person('amina')
    expect(await registry.read(CANVAS, (doc) => doc.getMap('notes').size)).toBe(5_000)
    await settle()
    expect(turns.mock.calls.length).toBeGreaterThan(5)
    expect(notesOf(amina.doc)).toHaveLength(5_000)
  })

  test('[R21] what a page sent last is taken although its socket has closed meanwhile', async () => {
    const { person, settle, reopened } = openWorld()
    const amina = person('amina')
    await settle()
    for (let index = 0; index < 1_000; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    amina.exchange()
    amina.disconnect()
    await settle()
    expect(notesOf(await reopened())).toHaveLength(1_000)
  })

  test('[R3] of messages taken together those before a refusal count, and none after it', async () => {
    const { person, settle, reopened } = openWorld()
    const judge = ({ path }: { path: readonly string[] }) => (path[0] === 'n700' ? 'not-your-note' : undefined)
    const amina = person('amina', { write: 'yes', judge })
    const jon = person('jon')
    await settle()
    for (let index = 0; index < 1_000; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    await settle()
    expect(amina.refusals).toEqual(['amina: not-your-note (702)'])
    // The answer to the server’s own question came first.
    expect(amina.saved?.count).toBe(701)
    expect(notesOf(jon.doc)).toHaveLength(700)
    expect(notesOf(await reopened())).toHaveLength(700)
  })

  test('[R13] who writes faster than the disk takes it waits for the disk', async () => {
    const { person, settle, log } = openWorld({ unsavedBytes: 1_000 })
    const amina = person('amina')
    await settle()
    log.hold()
    addNote(amina, 'n1', 'x'.repeat(2_000))
    amina.exchange()
    expect(amina.wire.isPaused).toBe(true)
    await log.release()
    await settle()
    expect(amina.wire.isPaused).toBe(false)
  })

  test('[R13] when far too much is unsaved nothing more is taken, and nothing is lost', async () => {
    const { person, settle, log, registry, reopened } = openWorld({ unsavedBytes: 1_000 })
    const [amina, jon] = [person('amina'), person('jon')]
    await settle()
    log.hold()
    addNote(amina, 'n1', 'x'.repeat(2_500))
    amina.exchange()
    addNote(jon, 'n2', LIFT)
    jon.exchange()
    expect(jon.wire.closed).toEqual({ code: 4504, reason: 'saving-is-behind' })
    expect(amina.wire.closed).toBeUndefined()
    await log.release()
    jon.connect()
    await settle()
    expect(await registry.read(CANVAS, (doc) => doc.getMap('notes').size)).toBe(2)
    expect(notesOf(await reopened())).toHaveLength(2)
  })

  test('[R13] what other rooms have unsaved counts too', async () => {
    const { person, settle, clock, log } = openWorld({ unsavedInAll: 1_000 })
    const other = { kind: 'canvas', canvasId: 'canvas2' as CanvasId } as const
    const [amina, jon] = [person('amina'), person('jon', WRITER, { address: other })]
    await settle()
    log.hold()
    addNote(amina, 'n1', 'x'.repeat(1_500))
    amina.exchange()
    addNote(jon, 'n2', LIFT)
    jon.exchange()
    expect([amina.wire.isPaused, jon.wire.isPaused]).toEqual([true, true])
    await log.release()
    clock.advance(5_000)
    expect([amina.wire.isPaused, jon.wire.isPaused]).toEqual([false, false])
  })

  test('[R17] quiet connections get a message at least every 20 s, and dead ones are cut', async () => {
    const { person, settle, clock } = openWorld()
    const amina = person('amina')
    await settle()
    for (let elapsed = 0; elapsed < 25; elapsed += 1) {
      const before = amina.wire.inbox.length
      clock.advance(19_999)
      expect(amina.wire.inbox.length).toBeGreaterThan(before)
      amina.pong()
    }
    expect(amina.wire.pings).toBeGreaterThan(0)
    clock.advance(70_000)
    expect(amina.wire.isCut).toBe(true)
  })
})
