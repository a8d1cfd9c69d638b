import { createInterface } from 'node:readline'
import { seeded } from '../../shared/testing/random'
import { Hand } from './hand'
import { type Report, Scribe, type Seat } from './scribe'
import { savedLine, sentLine, type WritingOrder } from './writer-lines'

// A process to be killed: a few people who edit at a given pace, and say on a pipe what they send and what they are told.

const TICK_MS = 2

/** Evenly over time; what a late turn missed is made up for. */
function sendAtPace(edits: readonly (() => void)[], aSecond: number): void {
  const start = performance.now()
  let made = 0
  setInterval(() => {
    const due = Math.min(edits.length, ((performance.now() - start) * aSecond) / 1_000)
    for (; made < due; made += 1) edits[made]?.()
  }, TICK_MS)
}

/** Edits are made beforehand, since making thousands a second would leave no time to hear what is saved. */
async function write({ seats, edits, aSecond, seed }: WritingOrder): Promise<void> {
  const aPerson = Math.ceil(edits / seats.length)
  const piles = await Promise.all(
    seats.map(async (seat, index) => {
      const scribe = await Scribe.open(seat, reportOf(seat))
      scribe.isDeaf = true
      const hand = new Hand(scribe, seeded(seed + index))
      const updates = scribe.prepare(() => {
        for (let made = 0; made < aPerson; made += 1) hand.edit()
      })
      return updates.map((update) => () => scribe.send(update))
    }),
  )
  const inTurn = Array.from({ length: aPerson }, (_, turn) => piles.flatMap((pile) => pile[turn] ?? []))
  sendAtPace(inTurn.flat(), aSecond)
}

function reportOf({ name }: Seat): Report {
  const say = (line: string) => process.stdout.write(line)
  return {
    // A pipe is written before this returns: whoever kills this process still reads what was said until then.
    sent: (update) => say(sentLine(name, update)),
    saved: (count, at) => say(savedLine(name, count, at)),
  }
}

// The order comes when the server is there. When whoever gave it is gone, there is nobody left to write for.
const orders = createInterface({ input: process.stdin })
orders.on('close', () => process.exit(0))
orders.once('line', (line) => {
  write(JSON.parse(line) as WritingOrder).catch((error: unknown) => {
    process.stderr.write(`${error}\n`)
    process.exit(1)
  })
})
