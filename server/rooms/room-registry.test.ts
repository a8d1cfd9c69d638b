import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { CanvasId } from '../../shared/domain/ids'
import { type RoomAddress, roomName } from '../../shared/domain/room'
import { createRoomRegistry } from './room-registry'
import { addNote, addNoteTo, CANVAS, notesOf, openWorld, TestDoorkeeper, WRITER } from './testing/open-room'

const canvas = (id: string): RoomAddress => ({ kind: 'canvas', canvasId: id as CanvasId })

describe('rooms come and go', () => {
  test('[R15] a room is opened once, however many ask', async () => {
    const { person, settle, registry, log } = openWorld()
    const load = vi.spyOn(log, 'load')
    const people = Array.from({ length: 20 }, (_, index) => person(`p${index}`))
    await Promise.all([registry.read(CANVAS, notesOf), settle()])
    expect(load).toHaveBeenCalledTimes(1)
    expect(people.every((one) => one.isConnected)).toBe(true)
    expect(registry.connectionCount()).toBe(20)
  })

  test('[R15] a room with nobody in it is closed after a quiet time and leaves a full state behind', async () => {
    const { person, settle, turn, registry, log, clock } = openWorld()
    const amina = person('amina')
    await settle()
    for (let index = 0; index < 5; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    await settle()
    for (let minutes = 0; minutes < 6; minutes += 1) {
      clock.advance(25_000)
      amina.pong()
    }
    expect(registry.roomCount()).toBe(1)
    amina.disconnect()
    clock.advance(30_000)
    await settle()
    expect(registry.roomCount()).toBe(1)
    for (let seconds = 0; seconds < 70; seconds += 5) {
      clock.advance(5_000)
      await turn()
    }
    await settle()
    expect(registry.roomCount()).toBe(0)
    const stored = await log.load(roomName(CANVAS))
    expect(stored?.tail).toEqual([])
    expect(stored?.snapshot?.position).toBe(5)
    amina.connect()
    await settle()
    expect(notesOf(amina.doc)).toHaveLength(5)
  })

  test('[R15] whoever keeps something for a room is told that it is closed, and not before', async () => {
    const { log, clock, settle, turn } = openWorld()
    const closed: RoomAddress[] = []
    const doorkeeper = new TestDoorkeeper()
    const registry = createRoomRegistry({ log, doorkeeper, clock, closed: (address) => closed.push(address) })
    await registry.read(CANVAS, notesOf)
    await settle()
    expect(closed).toEqual([])
    for (let seconds = 0; seconds < 70; seconds += 5) {
      clock.advance(5_000)
      await turn()
    }
    expect(closed).toEqual([CANVAS])
  })

  test('[R15] a log that has grown long is shortened while people go on writing', async () => {
    const { person, settle, log, clock, reopened } = openWorld({ compactAfterUpdates: 10 })
    const amina = person('amina')
    await settle()
    for (let index = 0; index < 15; index += 1) addNote(amina, `n${index}`, `note ${index}`)
    await settle()
    clock.advance(5_000)
    addNote(amina, 'last', 'afterwards')
    await settle()
    const stored = await log.load(roomName(CANVAS))
    expect(stored?.snapshot?.position).toBe(15)
    expect(stored?.tail).toHaveLength(1)
    expect(notesOf(await reopened())).toHaveLength(16)
  })

  test('[R15] beyond the number of rooms that fit, the one longest unused goes first, and none that is in use', async () => {
    const { person, settle, registry, clock, turn } = openWorld({ openRooms: 3 })
    person('amina', WRITER, { address: canvas('canvas1') })
    await settle()
    for (const id of ['canvas2', 'canvas3', 'canvas4', 'canvas5']) {
      await registry.read(canvas(id), notesOf)
      clock.advance(1)
      await turn()
    }
    expect(registry.roomCount()).toBeLessThanOrEqual(3)
    expect(registry.connectionCount()).toBe(1)
  })

  test('[R15] a shutdown says what is saved, and only then closes', async () => {
    const { person, settle, registry, log, turn } = openWorld()
    const amina = person('amina')
    await settle()
    log.hold()
    addNote(amina, 'n1', 'The last word')
    amina.exchange()
    const closed = registry.close()
    await turn()
    expect(amina.wire.closed).toBeUndefined()
    await log.release()
    await closed
    amina.exchange()
    expect(amina.saved?.count).toBe(amina.sent)
    expect(amina.wire.closed).toEqual({ code: 1012, reason: 'shutting-down' })
    const late = person('late')
    await settle()
    expect(late.wire.closed?.code).toBe(1012)
  })

  test('[R15] a shutdown does not wait for ever for a disk that says nothing', async () => {
    const { person, settle, registry, log, clock, turn } = openWorld()
    const amina = person('amina')
    await settle()
    log.hold()
    addNote(amina, 'n1', 'Not saved')
    amina.exchange()
    const closed = registry.close()
    await turn()
    clock.advance(10_000)
    await closed
    expect(amina.wire.closed?.code).toBe(1012)
    expect(amina.saved?.count).toBe(amina.sent - 1)
  })

  test('[R8] a full room says so', async () => {
    const { person, settle } = openWorld({ connectionsPerRoom: 1 })
    person('amina')
    await settle()
    const jon = person('jon')
    await settle()
    expect(jon.wire.closed).toEqual({ code: 4503, reason: 'room-full' })
  })

  test('[R8] one member has only so many sockets', async () => {
    const { person, settle } = openWorld({ connectionsPerMember: 2 })
    person('amina')
    person('amina')
    await settle()
    const third = person('amina')
    await settle()
    expect(third.wire.closed?.code).toBe(4529)
  })

  test('[R8] nor does it get more by opening all of them at once', async () => {
    const { person, settle, registry } = openWorld({ connectionsPerMember: 3 })
    const all = Array.from({ length: 10 }, () => person('mallory'))
    await settle()
    expect(all.filter((one) => one.wire.closed?.code === 4529)).toHaveLength(7)
    expect(registry.connectionCount()).toBe(3)
  })

  test('[R18] what the server reads is on disk when it has it', async () => {
    const { person, settle, registry, log } = openWorld()
    const amina = person('amina')
    await settle()
    log.hold()
    addNote(amina, 'n1', 'Worded together')
    amina.exchange()
    let isRead = false
    const reading = registry.read(CANVAS, notesOf).then((notes) => {
      isRead = true
      return notes
    })
    await settle()
    expect(isRead).toBe(false)
    await log.release()
    expect(await reading).toEqual(['Worded together'])
  })
})

describe('a disk that says no', () => {
  test('[R16] a commit that failed is tried again, in order, and nobody is told before', async () => {
    const { person, settle, log, clock, reopened } = openWorld()
    const amina = person('amina')
    await settle()
    log.hold()
    addNote(amina, 'n1', 'first')
    addNote(amina, 'n2', 'second')
    amina.exchange()
    log.failNext()
    await log.release()
    expect(amina.saved?.count).toBe(amina.sent - 2)
    addNote(amina, 'n3', 'third')
    amina.exchange()
    clock.advance(50)
    await settle()
    expect(amina.saved?.count).toBe(amina.sent)
    expect(notesOf(await reopened())).toEqual(['first', 'second', 'third'])
  })

  test('[R16] a commit that failed after it was stored is not stored twice', async () => {
    const { person, settle, log, reopened } = openWorld()
    const amina = person('amina')
    await settle()
    const append = log.append.bind(log)
    vi.spyOn(log, 'append').mockImplementationOnce(async (...args) => {
      await append(...args)
      throw new Error('the answer was lost')
    })
    addNote(amina, 'n1', 'once')
    await settle()
    await settle()
    expect(amina.saved?.count).toBe(amina.sent)
    expect(notesOf(await reopened())).toEqual(['once'])
    expect((await log.load(roomName(CANVAS)))?.tail).toHaveLength(1)
  })

  test('[R16] a room whose log somebody else has written is opened again from it, and nothing is lost', async () => {
    const { person, settle, log, reopened } = openWorld()
    const amina = person('amina')
    await settle()
    addNote(amina, 'n1', 'mine')
    await settle()
    const other = new Y.Doc()
    addNoteTo(other, 'n2', 'theirs')
    const { epoch = '' } = (await log.load(roomName(CANVAS))) ?? {}
    await log.append(roomName(CANVAS), { epoch, position: 2 }, Y.encodeStateAsUpdate(other))
    addNote(amina, 'n3', 'in between')
    await settle()
    await settle()
    expect(amina.wire.closed?.code).toBe(4500)
    amina.connect()
    await settle()
    expect(notesOf(amina.doc)).toEqual(['in between', 'mine', 'theirs'])
    expect(notesOf(await reopened())).toEqual(notesOf(amina.doc))
    expect(amina.saved?.count).toBe(amina.sent)
  })
})
