import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoomName } from '../../shared/domain/room'
import { MemoryLog } from '../testing/memory-log'
import { type Database, openDatabase } from './database'
import { KEPT_STATES } from './kept-states'
import { sessions, snapshots, updates } from './tables'
import { DatabaseUpdateLog } from './update-log'
import { updateLogContract } from './update-log.contract'

const ROOM = 'canvas/aaaaaa' as RoomName
const at = (position: number) => ({ epoch: 'first', position })

describe('in memory', () => {
  updateLogContract(async () => {
    const log = new MemoryLog({ schemaVersion: 7, accepts: (row) => row !== 'bad' })
    return {
      log,
      goodRow: () => 'good',
      badRow: () => 'bad',
      upgraded: () => {
        log.schemaVersion = 8
        return log
      },
      storedRows: async () => log.rows.length,
      close: async () => undefined,
    }
  })

  test('commits wait while held, come one at a time, and fail when told to', async () => {
    const log = new MemoryLog()
    log.hold()
    const ends: string[] = []
    for (const position of [1, 2, 3]) {
      const said = (end: string) => () => ends.push(`${position} ${end}`)
      void log.append(ROOM, at(position), new Uint8Array([position])).then(said('stored'), said('failed'))
    }
    await log.commitNext()
    expect(ends).toEqual(['1 stored'])
    log.failNext()
    await log.release()
    expect(ends).toEqual(['1 stored', '2 failed', '3 failed'])
    expect((await log.load(ROOM))?.tail).toHaveLength(1)
  })
})

describe('in a libSQL file', () => {
  let folder: string
  let database: Database

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'concordat-log-'))
    database = await openDatabase({ url: `file:${join(folder, 'log.db')}` })
  })
  afterAll(async () => {
    await database.close()
    await rm(folder, { recursive: true })
  })

  updateLogContract(async () => {
    const { orm } = database
    let last = 0
    const row = (idHash: string) => orm.insert(sessions).values({ idHash, createdAt: 1, seenAt: 1 })
    await row('taken')
    return {
      log: new DatabaseUpdateLog(database, { schemaVersion: 7 }),
      goodRow: () => {
        last += 1
        return row(`free${last}`)
      },
      badRow: () => row('taken'),
      upgraded: () => new DatabaseUpdateLog(database, { schemaVersion: 8 }),
      storedRows: async () => (await orm.$count(sessions)) - 1,
      close: () => database.write([orm.delete(updates), orm.delete(snapshots), orm.delete(sessions)]),
    }
  })
})

describe('kept for looking back', () => {
  const inMemory = async (work: (database: Database) => Promise<void>) => {
    const database = await openDatabase({ url: ':memory:' })
    await work(database).finally(() => database.close())
  }

  /** Compacts at each of these times and answers the positions of the states that are left. */
  const keptOf = async (database: Database, times: number[]) => {
    let now = 0
    const log = new DatabaseUpdateLog(database, { now: () => now })
    for (const [index, time] of times.entries()) {
      now = time
      await log.append(ROOM, at(index + 1), new Uint8Array([index]))
      await log.compact(ROOM, at(index + 1), new Uint8Array([index]))
    }
    const rows = await database.orm.select({ position: snapshots.position }).from(snapshots).orderBy(snapshots.position)
    return rows.map((row) => row.position)
  }

  test('[S8] one full state stays for every ten minutes', () =>
    inMemory(async (database) => {
      const { everyMs } = KEPT_STATES
      expect(await keptOf(database, [0, 1, everyMs - 1, everyMs, everyMs + 5, 3 * everyMs])).toEqual([3, 5, 6])
    }))

  test('[S8] not more than the budget stays, and the newest whatever its age', () =>
    inMemory(async (database) => {
      const { everyMs, count } = KEPT_STATES
      const kept = await keptOf(
        database,
        Array.from({ length: count + 5 }, (_, index) => index * everyMs),
      )
      expect(kept).toHaveLength(count)
      expect(kept.at(-1)).toBe(count + 5)
    }))

  test('[S8] old ones go when a new one comes', () =>
    inMemory(async (database) => {
      const { maxAgeMs } = KEPT_STATES
      expect(await keptOf(database, [0, maxAgeMs + 1, maxAgeMs + 2])).toEqual([2, 3])
    }))

  test('[S8] the state before the newest stays, and the log between them, whatever the newest says', () =>
    inMemory(async (database) => {
      const log = new DatabaseUpdateLog(database, { now: () => 0 })
      const add = (position: number) => log.append(ROOM, at(position), new Uint8Array([position]))
      for (const position of [1, 2]) await add(position)
      await log.compact(ROOM, at(2), new Uint8Array([20]))
      for (const position of [3, 4]) await add(position)
      await log.compact(ROOM, at(4), new Uint8Array())
      // what was stored first of a position is not replaced either
      await log.compact(ROOM, at(4), new Uint8Array([40]))
      expect(await log.load(ROOM)).toMatchObject({ snapshot: { position: 4, state: new Uint8Array() }, tail: [] })
      expect(await log.keptState(ROOM, 2)).toMatchObject({ state: new Uint8Array([20]) })
      const kept = await database.orm.select({ bytes: updates.bytes }).from(updates).orderBy(updates.position)
      expect(kept.map(({ bytes }) => [...bytes])).toEqual([[3], [4]])
    }))

  test('a new document begins in the batch that creates what it belongs to', () =>
    inMemory(async (database) => {
      const { orm } = database
      const log = new DatabaseUpdateLog(database, { schemaVersion: 7 })
      const seed = log.seedRow(ROOM, new Uint8Array([1, 2]))
      await orm.batch([orm.insert(sessions).values({ idHash: 'a', createdAt: 1, seenAt: 1 }), seed])
      const stored = await log.load(ROOM)
      expect(stored).toMatchObject({
        schemaVersion: 7,
        snapshot: null,
        tail: [{ position: 1, update: new Uint8Array([1, 2]) }],
      })
      await log.append(ROOM, { epoch: stored?.epoch ?? '', position: 2 }, new Uint8Array([3]))
      await expect(database.write([log.seedRow(ROOM, new Uint8Array([9]))])).rejects.toThrow()
    }))
})
