import { setTimeout as pass } from 'node:timers/promises'
import { afterEach, test } from 'vitest'
import { seeded } from '../../shared/testing/random'
import { openProduct, type Product } from '../fixtures/product'
import { expectAllThere } from './afterwards'
import { isLong, PROBE, say, seedOfRun } from './how-long'
import { type HurtWorkshop, openWorkshop } from './workshop'
import { WriterProcess } from './writer-process'

/** The kill comes at a random moment of this much, after the first edit was acknowledged: many commits long. */
const MOMENT_MS = { least: 10, most: 1_000 }

const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

type Sums = { acknowledged: number; sent: number; ms: number }
type Place = { product: Product; workshop: HurtWorkshop; random: () => number }

/** One round: people write, both processes are killed, and the server comes back on the file as it was left. */
async function killOnce({ product, workshop, random }: Place, writer: WriterProcess, aSecond: number): Promise<Sums> {
  const edits = (aSecond * 2 * MOMENT_MS.most) / 1_000
  await writer.write({ seats: workshop.everybody, edits, aSecond, seed: Math.floor(random() * 2 ** 31) })
  const ms = MOMENT_MS.least + random() * (MOMENT_MS.most - MOMENT_MS.least)
  await pass(ms)
  const kills = [() => product.kill(), () => writer.kill()]
  await Promise.all((random() < 0.5 ? kills : kills.reverse()).map((kill) => kill()))

  await product.start()
  const { ledger } = writer
  const acknowledged = await expectAllThere(workshop.amina, ledger, random)
  return { acknowledged, sent: ledger.sentCount(), ms }
}

test.each([
  { rounds: isLong ? 50 : 5, aSecond: 200 },
  { rounds: isLong ? 10 : 2, aSecond: 5_000 },
])(
  '[S1][R2][R10] $rounds times kill -9 while people make $aSecond edits a second loses nothing that was acknowledged',
  async ({ rounds, aSecond }) => {
    const seed = seedOfRun()
    const random = seeded(seed)
    const product = await openProduct({ LOG_LEVEL: 'error' }, ['--import', PROBE])
    opened.push(async () => {
      await product.kill()
      await product.close()
    })
    const workshop = await openWorkshop(product)
    const sums: Sums = { acknowledged: 0, sent: 0, ms: 0 }
    for (let round = 1; round <= rounds; round += 1) {
      const writer = new WriterProcess()
      opened.push(() => writer.kill())
      try {
        const { acknowledged, sent, ms } = await killOnce({ product, workshop, random }, writer, aSecond)
        sums.acknowledged += acknowledged
        sums.sent += sent
        sums.ms += ms
      } catch (error) {
        throw new Error(`in round ${round} of FAULTS_SEED=${seed}`, { cause: error })
      }
    }
    say(
      `kill -9, FAULTS_SEED=${seed}: ${rounds} rounds at ${aSecond} edits/s, in ${Math.round(sums.ms)} ms ${sums.sent} edits sent, ${sums.acknowledged} acknowledged, none lost`,
    )
  },
  isLong ? 900_000 : 60_000,
)
