import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RoomName } from '../../shared/domain/room'
import type { History, UpdateLog } from '../rooms/ports'

/** One implementation under test; its clock stands still until the test moves it. */
export type HistoryUnderTest = {
  log: UpdateLog & History
  clock: { now: number }
  close(): Promise<void>
}

const ROOM = 'canvas/aaaaaa' as RoomName
const OTHER = 'canvas/bbbbbb' as RoomName
const TEN_MINUTES = 10 * 60_000

const at = (position: number) => ({ epoch: 'first', position })

/** What everything keeps to that documents can be looked back at with. */
export function historyContract(open: () => Promise<HistoryUnderTest>): void {
  let under: HistoryUnderTest

  beforeEach(async () => {
    under = await open()
  })
  afterEach(() => under.close())

  /** One update and the full state after it, of as many bytes as its position. */
  const keep = async (room: RoomName, position: number, now: number) => {
    under.clock.now = now
    await under.log.append(room, at(position), new Uint8Array([position]))
    await under.log.compact(room, at(position), new Uint8Array(position).fill(position))
  }

  test('[S10] lists what states there are, newest first, each room its own', async () => {
    await keep(ROOM, 1, 0)
    await keep(OTHER, 1, 0)
    await keep(ROOM, 2, TEN_MINUTES)
    await under.log.append(ROOM, at(3), new Uint8Array([3]))
    expect(await under.log.keptStates(ROOM)).toEqual([
      { position: 2, at: TEN_MINUTES, bytes: 2 },
      { position: 1, at: 0, bytes: 1 },
    ])
    expect(await under.log.keptStates(OTHER)).toHaveLength(1)
    expect(await under.log.keptStates('canvas/cccccc' as RoomName)).toEqual([])
  })

  test('[S10] loads one of them, with the schema version it was written in', async () => {
    await keep(ROOM, 1, 0)
    await keep(ROOM, 2, TEN_MINUTES)
    expect(await under.log.keptState(ROOM, 1)).toEqual({ schemaVersion: 7, state: new Uint8Array([1]) })
    expect(await under.log.keptState(ROOM, 2)).toEqual({ schemaVersion: 7, state: new Uint8Array([2, 2]) })
    expect(await under.log.keptState(ROOM, 3)).toBeUndefined()
    expect(await under.log.keptState(OTHER, 1)).toBeUndefined()
  })

  test('[S10] a state stored twice is listed once', async () => {
    await keep(ROOM, 1, 0)
    await under.log.compact(ROOM, at(1), new Uint8Array([1]))
    expect(await under.log.keptStates(ROOM)).toHaveLength(1)
  })
}
