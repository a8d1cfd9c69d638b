import { setTimeout as pass } from 'node:timers/promises'
import { afterEach, test } from 'vitest'
import { seeded } from '../../shared/testing/random'
import { openProduct, type Product } from '../fixtures/product'
import { expectAllThere } from './afterwards'
import { isLong, PROBE, say, seedOfRun } from './how-long'
import { Ledger } from './ledger'
import { type HurtWorkshop, openWorkshop } from './workshop'
import { WriterProcess } from './writer-process'

const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

type Place = { product: Product; workshop: HurtWorkshop; random: () => number }
/** The kill comes at a random moment between these, counted from the first edit that was acknowledged. */
type Load = { rounds: number; aSecond: number; leastMs: number; mostMs: number }

/** One round: people write, both processes are killed, and the server comes back on the file as it was left. */
async function killOnce({ product, workshop, random }: Place, writer: WriterProcess, load: Load): Promise<number> {
  const { aSecond, leastMs, mostMs } = load
  const edits = (aSecond * (mostMs + SLACK_MS)) / 1_000
  await writer.write({ seats: workshop.everybody, edits, aSecond, seed: Math.floor(random() * 2 ** 31) })
  const ms = leastMs + random() * (mostMs - leastMs)
  await pass(ms)
  const kills = [() => product.kill(), () => writer.kill()]
  await Promise.all((random() < 0.5 ? kills : kills.reverse()).map((kill) => kill()))
  await product.start()
  await expectAllThere(workshop.amina, writer.ledger, random)
  return ms
}

/** People write so long before the first of it is acknowledged, and a little longer than until the kill. */
const SLACK_MS = 1_000

test.each<Load & { when: string }>([
  { when: 'soon', rounds: isLong ? 50 : 3, aSecond: 200, leastMs: 10, mostMs: 1_000 },
  { when: 'soon', rounds: isLong ? 10 : 1, aSecond: 5_000, leastMs: 10, mostMs: 1_000 },
  // A room looks every 5 s whether to store its full state and let go of the updates in it.
  { when: 'after a full state was stored', rounds: isLong ? 10 : 1, aSecond: 1_000, leastMs: 5_200, mostMs: 7_000 },
])(
  '[S1][S8][R2][R10] $rounds times kill -9 $when, at $aSecond edits a second, loses nothing that was acknowledged',
  async (load) => {
    const seed = seedOfRun()
    const random = seeded(seed)
    const product = await openProduct({ LOG_LEVEL: 'error' }, ['--import', PROBE])
    opened.push(async () => {
      await product.kill()
      await product.close()
    })
    const workshop = await openWorkshop(product)
    const all = new Ledger()
    let ms = 0
    for (let round = 1; round <= load.rounds; round += 1) {
      const writer = new WriterProcess()
      opened.push(() => writer.kill())
      try {
        ms += await killOnce({ product, workshop, random }, writer, load)
      } catch (error) {
        throw new Error(`in round ${round} of FAULTS_SEED=${seed}`, { cause: error })
      }
      all.absorb(writer.ledger, round)
    }
    // Ended politely, a room leaves nothing but its full state.
    await product.restart()
    const acknowledged = await expectAllThere(workshop.amina, all, random)
    const { rounds, aSecond } = load
    say(
      `kill -9, FAULTS_SEED=${seed}: ${rounds} rounds at ${aSecond} edits/s, in ${Math.round(ms)} ms ${all.sentCount()} edits sent, ${acknowledged} acknowledged, none lost`,
    )
  },
  isLong ? 900_000 : 60_000,
)
