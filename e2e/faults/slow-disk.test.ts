import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { seeded } from '../../shared/testing/random'
import { openProduct, type Product } from '../fixtures/product'
import { expectAllThere } from './afterwards'
import { Hand } from './hand'
import { isLong, PROBE, say } from './how-long'
import { Ledger } from './ledger'
import { Scribe } from './scribe'
import { compileShim, type DiskCounts, type Fault, SlowDisk } from './slow-disk'
import { type HurtWorkshop, openWorkshop } from './workshop'

const shim = compileShim()
if (shim.is === 'missing') say(`slow and full disks are not tried here: ${shim.why}`)
afterAll(() => shim.is === 'ready' && shim.remove())

/** Promised for the main thread whatever the disk does. Timings are judged in the long form only. */
const TURN_P99_MS = 20
const EDITS_A_SECOND = 200
/** Longer than a room's tries take, between which it waits for 3 s at most. */
const PATIENCE = { timeout: 20_000, interval: 5 }

let product: Product
let disk: SlowDisk
let workshop: HurtWorkshop
let people: { scribe: Scribe; hand: Hand }[]
let ledger: Ledger
let onSaved: () => void
let random: () => number

beforeEach(async () => {
  if (shim.is === 'missing') return
  disk = new SlowDisk(shim.library)
  product = await openProduct({ LOG_LEVEL: 'error', ...disk.environment }, ['--import', PROBE])
  workshop = await openWorkshop(product)
  ledger = new Ledger()
  onSaved = () => {}
  random = seeded(1)
  people = await Promise.all(
    workshop.everybody.map(async (seat) => {
      const report = ledger.reportOf(seat.name)
      const saved = (count: number, at: string) => {
        report.saved(count, at)
        onSaved()
      }
      const scribe = await Scribe.open(seat, { ...report, saved })
      return { scribe, hand: new Hand(scribe, random) }
    }),
  )
  editAll(5)
  await allSaved()
})
afterEach(async () => {
  if (shim.is === 'missing') return
  for (const { scribe } of people ?? []) scribe.close()
  // Killed: a server that cannot save what it has would wait for its disk before it ends.
  await product.kill()
  await product.close()
  disk.close()
})

function editAll(times: number): void {
  for (let time = 0; time < times; time += 1) for (const { hand } of people) hand.edit()
}

/** Everybody in turn, evenly. */
function editFor(ms: number): Promise<void> {
  const edits = Math.ceil((ms * EDITS_A_SECOND) / 1_000)
  let made = 0
  return new Promise((resolve) => {
    const pace = setInterval(() => {
      people[made % people.length]?.hand.edit()
      made += 1
      if (made < edits) return
      clearInterval(pace)
      resolve()
    }, 1_000 / EDITS_A_SECOND)
  })
}

const allSaved = () => Promise.all(people.map(({ scribe }) => scribe.whenSaved()))
const savedCounts = () => people.map(({ scribe }) => scribe.saved)

function allSeeTheSame(): boolean {
  const [first, ...others] = people.map(({ scribe }) => Y.snapshot(scribe.document))
  return first !== undefined && others.every((other) => Y.equalSnapshots(first, other))
}

function loopDelay(): Promise<{ p99: number; most: number; turns: number }> {
  return new Promise((resolve, reject) => {
    const { child } = product
    if (!child) return reject(new Error('the server does not run'))
    child.once('message', (answer) => resolve(answer as { p99: number; most: number; turns: number }))
    child.send('loop-delay')
  })
}

/** The process is killed, so that nothing but the disk remembers. */
async function expectAllThereAfterKill(): Promise<void> {
  await product.kill()
  disk.heal()
  await product.start()
  await expectAllThere(workshop.amina, ledger, random)
}

const ALWAYS = 2 ** 31 - 1
/** One for each try of the room's; the long form sees its longest pause too. */
const FAILURES_TO_SEE = isLong ? 6 : 3
const FULL: { what: string; ask: (times: number) => Fault; failed: keyof DiskCounts }[] = [
  { what: 'sync', ask: (times) => ({ syncsToFail: times }), failed: 'failedSyncs' },
  { what: 'write', ask: (times) => ({ writesToFail: times }), failed: 'failedWrites' },
]

describe.skipIf(shim.is === 'missing')('a disk that is slow or full', () => {
  test.each([{ delayMs: 5 }, { delayMs: 50 }])(
    '[S1][R2] with $delayMs ms for every sync, saved waits for the disk and nothing else does',
    async ({ delayMs }) => {
      disk.ask({ delayMs })
      const before = disk.counts()
      await loopDelay()
      const waits: number[] = []
      const { scribe, hand } = people[0] ?? {}
      for (let time = 0; time < 5; time += 1) {
        const start = performance.now()
        hand?.edit()
        await scribe?.whenSaved()
        waits.push(performance.now() - start)
      }
      await editFor(isLong ? 15_000 : 1_000)
      await allSaved()
      const delay = await loopDelay()
      expect(Math.min(...waits)).toBeGreaterThanOrEqual(delayMs)
      expect(disk.counts().syncs - before.syncs).toBeGreaterThanOrEqual(waits.length)
      if (isLong) expect(delay.p99).toBeLessThan(TURN_P99_MS)
      say(`syncs of ${delayMs} ms: loop delay p99 ${delay.p99.toFixed(1)} ms, saved after ${waits.map(Math.round)} ms`)
      await expectAllThereAfterKill()
    },
    isLong ? 120_000 : 60_000,
  )

  test.each(FULL)(
    '[R16][S1] one $what that fails for want of space holds saved up and loses nothing',
    async ({ ask, failed }) => {
      disk.ask(ask(1))
      const { syncs } = disk.counts()
      let syncsAtFirstSaved: number | undefined
      onSaved = () => {
        syncsAtFirstSaved ??= disk.counts().syncs
      }
      editAll(1)
      await editFor(isLong ? 5_000 : 500)
      await allSaved()
      expect(disk.counts()[failed]).toBe(1)
      expect(syncsAtFirstSaved).toBeGreaterThan(syncs)
      await expectAllThereAfterKill()
    },
    60_000,
  )

  test.each(FULL)(
    '[R1][R16][S1] while every $what fails people see what others write and nothing is called saved; then saving goes on by itself',
    async ({ ask, failed }) => {
      const saved = savedCounts()
      disk.ask(ask(ALWAYS))
      editAll(1)
      await vi.waitUntil(() => disk.counts()[failed] >= FAILURES_TO_SEE, PATIENCE)
      await editFor(isLong ? 5_000 : 500)
      await vi.waitUntil(allSeeTheSame, PATIENCE)
      expect(savedCounts()).toEqual(saved)
      disk.heal()
      await allSaved()
      await editFor(200)
      await allSaved()
      await expectAllThereAfterKill()
    },
    60_000,
  )

  test.each(FULL)(
    '[S1] killed while every $what fails, it comes back with all that was called saved',
    async ({ ask, failed }) => {
      disk.ask(ask(ALWAYS))
      await editFor(200)
      await vi.waitUntil(() => disk.counts()[failed] >= FAILURES_TO_SEE, PATIENCE)
      await expectAllThereAfterKill()
    },
    60_000,
  )
})
