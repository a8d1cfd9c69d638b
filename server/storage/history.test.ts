import { describe, expect, test } from 'vitest'
import type { RoomName } from '../../shared/domain/room'
import { MemoryLog } from '../testing/memory-log'
import { openDatabase } from './database'
import { historyContract } from './history.contract'
import { KEPT_STATES } from './kept-states'
import { DatabaseUpdateLog } from './update-log'

const ROOM = 'canvas/aaaaaa' as RoomName

async function inMemory() {
  const clock = { now: 0 }
  const log = new MemoryLog({ schemaVersion: 7, now: () => clock.now })
  return { log, clock, close: async () => undefined }
}

async function inLibsql() {
  const clock = { now: 0 }
  const database = await openDatabase({ url: ':memory:' })
  const log = new DatabaseUpdateLog(database, { schemaVersion: 7, now: () => clock.now })
  return { log, clock, close: () => database.close() }
}

describe('in memory', () => historyContract(inMemory))

describe('in libSQL', () => {
  historyContract(inLibsql)

  test('[S8] what the budget lets go of is not listed and not loaded any more', async () => {
    const { log, clock, close } = await inLibsql()
    const later = KEPT_STATES.maxAgeMs + 1
    for (const [position, now] of [
      [1, 0],
      [2, later],
      [3, later],
    ] as const) {
      clock.now = now
      await log.append(ROOM, { epoch: 'first', position }, new Uint8Array([position]))
      await log.compact(ROOM, { epoch: 'first', position }, new Uint8Array([position]))
    }
    expect(await log.keptStates(ROOM)).toEqual([
      { position: 3, at: later, bytes: 1 },
      { position: 2, at: later, bytes: 1 },
    ])
    expect(await log.keptState(ROOM, 1)).toBeUndefined()
    await close()
  })
})
