import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import type { ActionId, WorkshopId } from '../../shared/domain/ids'
import { LiveLocks } from './live-locks'

const HOMES = 'homes' as WorkshopId
const LIFT = 'lift' as ActionId

async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  for (let times = 0; times < 3; times += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  await new Promise((resolve) => setImmediate(resolve))
}

test('whoever holds the locks of a workshop sees what is locked later; when nobody does, they are let go of', async () => {
  let loads = 0
  const locks = new LiveLocks(async () => {
    loads += 1
    return new Set()
  })
  // as a room does for as long as it is open
  const held: ReadonlySet<ActionId>[] = await Promise.all([locks.of(HOMES), locks.of(HOMES)])
  await collectGarbage()
  await lock(locks, LIFT)
  expect(held.map((one) => one.has(LIFT))).toEqual([true, true])
  expect(loads).toBe(1)

  held.length = 0
  await collectGarbage()
  expect(locks.size).toBe(0)
  await lock(locks, LIFT)
  expect(loads).toBe(2)
})

async function lock(locks: LiveLocks, action: ActionId): Promise<void> {
  const held = await locks.of(HOMES)
  held.add(action)
}

test('what could not be loaded is asked for again', async () => {
  let isBroken = true
  const locks = new LiveLocks(async () => {
    if (isBroken) throw new Error('the disk said no')
    return new Set([LIFT])
  })
  await expect(locks.of(HOMES)).rejects.toThrow('the disk said no')
  isBroken = false
  expect([...(await locks.of(HOMES))]).toEqual([LIFT])
})
