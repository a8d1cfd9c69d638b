import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { RoomName } from '../../shared/domain/room'
import type { UpdateLog } from '../rooms/ports'

/** One implementation under test, with two rows of the domain: one that can be stored and one that cannot. */
export type LogUnderTest = {
  log: UpdateLog
  goodRow(): unknown
  badRow(): unknown
  /** The same store in the hands of the next release of the server, whose documents are of version 8. */
  upgraded(): UpdateLog
  storedRows(): Promise<number>
  close(): Promise<void>
}

const ROOM = 'canvas/aaaaaa' as RoomName
const OTHER = 'stage/bbbbbb' as RoomName

const at = (position: number, epoch = 'first') => ({ epoch, position })
const bytes = (...values: number[]) => new Uint8Array(values)

/** What every update log keeps to, whatever it is made of. */
export function updateLogContract(open: () => Promise<LogUnderTest>): void {
  let under: LogUnderTest
  let log: UpdateLog

  beforeEach(async () => {
    under = await open()
    log = under.log
  })
  afterEach(() => under.close())

  const positions = async (room = ROOM) => (await log.load(room))?.tail.map((entry) => entry.position)

  test('a room nobody wrote in is not there', async () => {
    expect(await log.load(ROOM)).toBeUndefined()
  })

  test('[S7] updates come back in order, each room its own', async () => {
    await Promise.all([log.append(ROOM, at(1), bytes(1, 0, 255)), log.append(ROOM, at(2), bytes())])
    await log.append(OTHER, at(1, 'second'), bytes(9))
    expect(await log.load(ROOM)).toEqual({
      epoch: 'first',
      schemaVersion: 7,
      snapshot: null,
      tail: [
        { position: 1, update: bytes(1, 0, 255) },
        { position: 2, update: bytes() },
      ],
    })
    expect(await log.load(OTHER)).toMatchObject({ epoch: 'second', tail: [{ position: 1, update: bytes(9) }] })
  })

  test('[S9] a document is of the version of its newest update, and its full state says so too', async () => {
    await log.append(ROOM, at(1), bytes(1))
    await log.compact(ROOM, at(1), bytes(10))
    await log.append(ROOM, at(2), bytes(2))
    log = under.upgraded()
    expect(await log.load(ROOM)).toMatchObject({ schemaVersion: 7 })
    await log.append(ROOM, at(3), bytes(3))
    expect(await log.load(ROOM)).toMatchObject({ schemaVersion: 8, tail: [{ position: 2 }, { position: 3 }] })
    await log.compact(ROOM, at(3), bytes(30))
    expect(await log.load(ROOM)).toMatchObject({ schemaVersion: 8, tail: [] })
  })

  test('what was given stays the giver’s, and what is stored does not change with it', async () => {
    const socketBuffer = new Uint8Array(64 * 1024).fill(1)
    const update = socketBuffer.subarray(100, 103)
    const appended = log.append(ROOM, at(1), update)
    expect(update).toEqual(bytes(1, 1, 1))
    await appended
    socketBuffer.fill(2)
    expect((await log.load(ROOM))?.tail).toEqual([{ position: 1, update: bytes(1, 1, 1) }])
  })

  test('[S5] of two writers at one position one succeeds', async () => {
    await log.append(ROOM, at(1), bytes(1))
    const ends = await Promise.allSettled([log.append(ROOM, at(2), bytes(2)), log.append(ROOM, at(2), bytes(3))])
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected'])
    expect(ends[1]).toMatchObject({ reason: { name: 'LogConflict' } })
    expect((await log.load(ROOM))?.tail.map((entry) => entry.update)).toEqual([bytes(1), bytes(2)])
  })

  test('[S5] no gap, no other epoch, no beginning in the middle', async () => {
    await expect(log.append(ROOM, at(2), bytes(2))).rejects.toMatchObject({ name: 'LogConflict' })
    await log.append(ROOM, at(1), bytes(1))
    await expect(log.append(ROOM, at(3), bytes(3))).rejects.toMatchObject({ name: 'LogConflict' })
    await expect(log.append(ROOM, at(2, 'second'), bytes(2))).rejects.toMatchObject({ name: 'LogConflict' })
    expect(await positions()).toEqual([1])
  })

  test('[S6] rows and their update are stored together', async () => {
    await log.append(ROOM, at(1), bytes(1), [under.goodRow(), under.goodRow()])
    expect(await under.storedRows()).toBe(2)
    expect(await positions()).toEqual([1])
  })

  test('[S6] a row that fails takes its update and what builds on it down, and nothing else', async () => {
    const ends = await Promise.allSettled([
      log.append(ROOM, at(1), bytes(1)),
      log.append(ROOM, at(2), bytes(2), [under.goodRow(), under.badRow()]),
      log.append(ROOM, at(3), bytes(3)),
      log.append(OTHER, at(1), bytes(4), [under.goodRow()]),
    ])
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    expect(await positions()).toEqual([1])
    expect(await positions(OTHER)).toEqual([1])
    expect(await under.storedRows()).toBe(1)
    await log.append(ROOM, at(2), bytes(5))
    expect(await positions()).toEqual([1, 2])
  })

  test('[S6] an update that fails takes its rows down', async () => {
    await expect(log.append(ROOM, at(5), bytes(1), [under.goodRow()])).rejects.toMatchObject({ name: 'LogConflict' })
    expect(await under.storedRows()).toBe(0)
  })

  test('[S8] a full state takes the place of the log before it', async () => {
    for (const position of [1, 2, 3]) await log.append(ROOM, at(position), bytes(position))
    await log.compact(ROOM, at(2), bytes(20))
    expect(await log.load(ROOM)).toMatchObject({
      epoch: 'first',
      snapshot: { position: 2, state: bytes(20) },
      tail: [{ position: 3, update: bytes(3) }],
    })
    await log.compact(ROOM, at(3), bytes(30))
    expect(await log.load(ROOM)).toMatchObject({
      schemaVersion: 7,
      snapshot: { position: 3, state: bytes(30) },
      tail: [],
    })
  })

  test('[S5] the log goes on after a full state, at the next position and no other', async () => {
    await log.append(ROOM, at(1), bytes(1))
    await log.compact(ROOM, at(1), bytes(10))
    await expect(log.append(ROOM, at(1), bytes(1))).rejects.toMatchObject({ name: 'LogConflict' })
    await expect(log.append(ROOM, at(2, 'second'), bytes(1))).rejects.toMatchObject({ name: 'LogConflict' })
    await log.append(ROOM, at(2), bytes(2))
    expect(await positions()).toEqual([2])
  })

  test('[S8] a full state of a position that is not stored is refused; of one that is, twice is once', async () => {
    await log.append(ROOM, at(1), bytes(1))
    await expect(log.compact(ROOM, at(2), bytes(10))).rejects.toMatchObject({ name: 'LogConflict' })
    await expect(log.compact(ROOM, at(1, 'second'), bytes(10))).rejects.toMatchObject({ name: 'LogConflict' })
    await expect(log.compact(OTHER, at(1), bytes(10))).rejects.toMatchObject({ name: 'LogConflict' })
    expect(await positions()).toEqual([1])
    await log.compact(ROOM, at(1), bytes(10))
    await log.compact(ROOM, at(1), bytes(10))
    expect(await log.load(ROOM)).toMatchObject({ snapshot: { position: 1, state: bytes(10) }, tail: [] })
  })

  test('[S11] a large state is cut into pieces that build the same document', async () => {
    const whole = new Y.Doc()
    const notes = whole.getMap('notes')
    for (let index = 0; index < 2_000; index += 1) notes.set(`n${index}`, new Y.Text(`note ${index}`))
    notes.delete('n7')
    const pieces = await log.cut(Y.encodeStateAsUpdate(whole))
    expect(pieces.length).toBeGreaterThan(1)
    const built = new Y.Doc()
    for (const piece of pieces) Y.applyUpdate(built, piece)
    expect(built.getMap('notes').toJSON()).toEqual(notes.toJSON())
    expect(await log.cut(Y.encodeStateAsUpdate(new Y.Doc()))).toHaveLength(1)
  })
}
