import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CanvasId, newId } from '../../shared/domain/ids'
import { roomName } from '../../shared/domain/room'
import { openCopies, textsOf, turn } from '../testing/copies-table'
import { HandTime } from '../testing/hand-time'
import { openServer, type TestServer } from '../testing/open-server'
import { KEPT_COPIES } from './copy-store'
import { KEPT_STATES } from './kept-states'
import { canvasCopies, snapshots } from './tables'
import { DatabaseUpdateLog } from './update-log'

/** One for all of them; each test has a workshop of its own. */
let server: TestServer
const time = new HandTime()

beforeAll(async () => {
  server = await openServer({ now: () => time.now(), after: time.after })
})
afterAll(() => server.close())

describe('[S12] what copies show', () => {
  /** So many full states of the canvas, a second apart: more than any budget keeps. */
  async function grows(canvasId: CanvasId, states: number, from: number): Promise<void> {
    let now = from
    const log = new DatabaseUpdateLog(server.database, { now: () => now })
    const room = roomName({ kind: 'canvas', canvasId })
    const stored = await log.load(room)
    if (!stored) throw new Error('it is stored')
    let position = stored.tail.at(-1)?.position ?? stored.snapshot?.position ?? 0
    for (let count = 0; count < states; count += 1) {
      position += 1
      now += 1_000
      await log.append(room, { epoch: stored.epoch, position }, new Uint8Array([0, 0]))
      await log.compact(room, { epoch: stored.epoch, position }, new Uint8Array([0, 0]))
    }
  }

  test('stays, however many states come after it and however old it is', async () => {
    const table = await openCopies(server)
    await table.writes('The lift is out of order on Fridays')
    await table.moves()
    const [copy] = await table.has(1)
    if (!copy) throw new Error('it is there')
    table.room.close()
    await server.restart()
    await grows(table.canvas.id, KEPT_STATES.count + 3, time.now())
    await grows(table.canvas.id, 1, time.now() + KEPT_STATES.maxAgeMs * 2)
    expect(textsOf(await table.reads(copy.id))).toEqual(['The lift is out of order on Fridays'])
    const kept = await server.database.orm.select().from(snapshots)
    const ofCanvas = kept.filter(({ room }) => room === `canvas/${table.canvas.id}`)
    expect(ofCanvas, 'and nothing else that is old, but what is there to go back to').toHaveLength(3)
  })

  test('is let go of beyond the newest sixty, those that show nothing new first', async () => {
    const table = await openCopies(server)
    await table.writes('First')
    await table.moves()
    const [first] = await table.has(1)
    if (!first) throw new Error('it is there')
    const { orm } = server.database
    const [row] = await table.rows()
    if (!row) throw new Error('it is stored')
    const again = Array.from({ length: KEPT_COPIES.count + 5 }, (_, index) => ({
      ...row,
      id: newId<'copy'>(),
      at: time.now() + 1 + index,
      leftAt: time.now() + 1 + index,
    }))
    for (const one of again) await orm.insert(canvasCopies).values(one)
    await table.writes('Second')
    time.pass(60_000)
    await table.moves('back')
    for (;;) {
      const now = await table.copies()
      if (now.some(({ notes }) => notes === 2) && now.length <= KEPT_COPIES.count) break
      await turn()
    }
    const now = await table.copies()
    expect(now).toHaveLength(KEPT_COPIES.count)
    expect(now.map(({ id }) => id)).toContain(first.id)
    expect(now.at(-1)?.notes).toBe(2)
  })
})
