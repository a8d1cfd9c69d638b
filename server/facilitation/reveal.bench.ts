import { monitorEventLoopDelay } from 'node:perf_hooks'
import { addNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allNotes } from '../../shared/domain/canvas-view'
import { openPrivateStep, type PrivateStepTable } from '../testing/private-step'

// How long it takes until 1,200 private notes of 400 people are on the canvas, and how long the event loop is kept from
// everything else meanwhile (goals: 2 s, 50 ms): `npx tsx server/facilitation/reveal.bench.ts`.

const PEOPLE = 400
const EACH = 3

async function fill(table: PrivateStepTable): Promise<void> {
  const { app } = table.server
  const { id: workshopId } = table.made.workshop
  const fay = await table.facilitates()
  const section = fay.sections()[0]
  if (!section) throw new Error('the canvas has sections')
  const people = await table.seatsMany(PEOPLE)
  const spot = { in: section, after: null, before: null }
  const texts = Array.from({ length: EACH }, (_, index) => `Four returns ask the same question in ${index + 2} ways`)
  for (const id of people) {
    const author = { member: id, side: 'central', now: 1 } as const
    await app.services.registry.write({ kind: 'drafts', workshopId, memberId: id }, (document) => {
      addNotes(document, { texts, spot, author, canvas: table.canvasId })
    })
  }
}

async function measure(table: PrivateStepTable, rooms: 'open' | 'closed'): Promise<void> {
  await fill(table)
  if (rooms === 'closed') await table.server.restart()
  const amina = await table.joins('Amina')
  await table.command('reveal')
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const start = performance.now()
  table.time.pass(10_000)
  await amina.canvas.until((document) => allNotes(readCanvas(document)).length === PEOPLE * EACH)
  const shown = performance.now() - start
  await amina.untilStage(({ stage }) => stage.steps.some((step) => step.revealedAt !== null))
  const done = performance.now() - start
  delay.disable()
  const longest = (delay.max / 1e6).toFixed(0)
  process.stdout.write(
    `${PEOPLE * EACH} notes of ${PEOPLE} people, their rooms ${rooms}: on a board after ${shown.toFixed(0)} ms, all marked and told after ${done.toFixed(0)} ms, longest turn ${longest} ms\n`,
  )
}

for (const rooms of ['open', 'closed'] as const) {
  const table = await openPrivateStep()
  try {
    await measure(table, rooms)
  } finally {
    await table.server.close()
  }
}
