import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RoomName } from '../../shared/domain/room'
import { openDatabase } from './database'
import { DatabaseUpdateLog } from './update-log'

const APPENDER = fileURLToPath(new URL('./testing/appender.ts', import.meta.url))

let folder: string
let url: string
let children: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'concordat-kill-'))
  url = `file:${join(folder, 'concordat.db')}`
  children = []
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

/** Starts a process that appends, lets it acknowledge so many, and kills it. Answers the last position acknowledged in each room. */
async function appendUntilKilled(acknowledgements: number): Promise<Map<RoomName, number>> {
  const child = spawn(process.execPath, ['--import', 'tsx', APPENDER, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const acknowledged = new Map<RoomName, number>()
  let seen = 0
  for await (const line of createInterface({ input: child.stdout })) {
    const [room, position] = line.split(' ')
    acknowledged.set(room as RoomName, Number(position))
    seen += 1
    if (seen === acknowledgements) child.kill('SIGKILL')
  }
  return acknowledged
}

test('[S1] three kills in the middle of writing lose nothing that was acknowledged', async () => {
  for (const acknowledgements of [40, 333, 1_000]) {
    const acknowledged = await appendUntilKilled(acknowledgements)
    // How many of its three rooms had their turn by then is the machine's affair.
    expect(acknowledged.size).toBeGreaterThan(0)
    const database = await openDatabase({ url })
    const log = new DatabaseUpdateLog(database)
    for (const [room, position] of acknowledged) {
      const stored = await log.load(room)
      const last = stored?.tail.at(-1)?.position ?? stored?.snapshot?.position ?? 0
      expect(last, room).toBeGreaterThanOrEqual(position)
      const first = (stored?.snapshot?.position ?? 0) + 1
      expect(stored?.tail.map((entry) => entry.position)).toEqual(stored?.tail.map((_, index) => first + index))
      expect(
        stored?.tail.every((entry) => new TextDecoder().decode(entry.update) === `${room} ${entry.position}`),
      ).toBe(true)
    }
    await database.close()
  }
}, 60_000)

test('[S4] a second process is refused while the first lives, and let in when it was killed', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', APPENDER, url], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  await once(child.stdout, 'data')
  await expect(openDatabase({ url, lockWaitMs: 10 })).rejects.toMatchObject({ code: 'ALREADY_OPEN' })
  child.stdout.resume()
  child.kill('SIGKILL')
  await once(child, 'exit')
  const database = await openDatabase({ url, lockWaitMs: 10 })
  await database.close()
}, 30_000)
