import { afterEach, describe, expect, test } from 'vitest'
import { markRevealed } from '../../shared/document/drafts'
import { deleteNotes, noteText } from '../../shared/document/edits'
import type { StageView } from '../../shared/domain/stage-view'
import { openPrivateStep, type PrivateStepTable, type Writer } from '../testing/private-step'

let table: PrivateStepTable
afterEach(() => table.server.close())

const texts = (writer: Writer) => writer.notes().map(({ text }) => text)
const isRevealed = ({ stage }: StageView) => stage.steps.some((step) => step.revealedAt !== null)
const tick = () => new Promise((resolve) => setImmediate(resolve))

/** Lets a second pass again and again until the stage says so. */
async function until(writer: Writer, expected: (stage: StageView) => boolean): Promise<void> {
  while (!expected(writer.stage.stage())) {
    table.time.pass(1_100)
    await tick()
  }
}

describe('how many have written', () => {
  test('[F30] everybody is told how many people and notes, facilitators too, and nothing else', async () => {
    table = await openPrivateStep()
    const [fay, amina, jon] = await Promise.all([
      table.facilitates(),
      table.joins('Amina'),
      table.joins('Jon', 'local'),
    ])
    amina.writes('Annual bids')
    amina.writes('No slack')
    for (const person of [fay, amina, jon]) await until(person, ({ writing }) => writing?.notes === 2)
    expect(jon.stage.stage().writing).toMatchObject({ written: { done: 1, of: 2, sides: null }, revealAt: null })
    jon.writes('Four returns')
    await until(fay, ({ writing }) => writing?.written.done === 2)
    const [gone] = jon.ownDrafts()
    deleteNotes(jon.drafts.document, gone ? [gone.id] : [], 1)
    await until(fay, ({ writing }) => writing?.written.done === 1)
    expect(texts(fay)).toEqual([])
  })

  test('[F30] at most once a second, however much is written', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    let told = 0
    amina.stage.document.getMap('state').observe((event) => {
      if (event.keysChanged.has('writing')) told += 1
    })
    await until(amina, ({ writing }) => writing?.written.of === 1)
    told = 0
    for (let count = 0; count < 20; count += 1) {
      amina.writes(`note ${count}`)
      await amina.arrived()
      table.time.pass(100)
    }
    await until(amina, ({ writing }) => writing?.notes === 20)
    expect(told).toBeLessThanOrEqual(4)
  })

  test('[F30] a restart counts from the documents again', async () => {
    table = await openPrivateStep()
    const [amina, jon] = await Promise.all([table.joins('Amina'), table.joins('Jon', 'local')])
    amina.writes('Written before')
    await amina.arrived()
    await table.server.restart()
    jon.writes('Written after')
    await until(jon, ({ writing }) => writing?.notes === 2)
    expect(jon.stage.stage().writing?.written).toMatchObject({ done: 2, of: 2 })
  })
})

describe('showing them', () => {
  test('[F31] all come together after ten seconds, in the author’s name and side, at one instant', async () => {
    table = await openPrivateStep()
    const [fay, amina, jon] = await Promise.all([
      table.facilitates(),
      table.joins('Amina'),
      table.joins('Jon', 'local'),
    ])
    amina.writes('Annual bids')
    jon.writes('Four returns', jon.sections()[1])
    fay.writes('The facilitator’s own')
    await Promise.all([amina, jon, fay].map((one) => one.arrived()))
    await table.command('reveal')
    await until(amina, ({ writing }) => typeof writing?.revealAt === 'number')
    expect(amina.stage.stage().writing?.revealAt).toBeLessThanOrEqual(table.time.now() + 10_000)
    expect(texts(fay)).toEqual([])
    const readings: number[] = []
    jon.canvas.document.on('update', () => readings.push(jon.notes().length))
    table.time.pass(10_000)
    await Promise.all([amina, jon, fay].map((one) => one.sees(3)))
    expect(readings).toEqual([3])
    await amina.untilStage(isRevealed)
    const { revealedAt } = amina.stage.stage().stage.steps.find((step) => step.revealedAt !== null) ?? {}
    const notes = amina.notes()
    expect(notes.map(({ createdAt }) => createdAt)).toEqual([revealedAt, revealedAt, revealedAt])
    expect(notes.find(({ text }) => text === 'Four returns')).toMatchObject({ author: jon.member.id, side: 'local' })
    expect(amina.ownDrafts()[0]).toMatchObject({ revealed: { text: 'Annual bids', times: 1 } })
    expect(amina.stage.stage().writing).toBeNull()
  })

  test('[F31] the order is mixed, and neither ids nor Yjs’ clocks tell who wrote when', async () => {
    table = await openPrivateStep()
    const writers = await Promise.all(['Amina', 'Jon', 'Sam'].map((name) => table.joins(name)))
    for (let count = 0; count < 12; count += 1)
      for (const writer of writers) writer.writes(`${writer.member.name} ${count}`)
    await Promise.all(writers.map((one) => one.arrived()))
    await table.reveals()
    const [amina, jon] = writers as [Writer, Writer]
    await jon.sees(36)
    const shown = texts(jon)
    const asWritten = writers.flatMap(({ member }) =>
      Array.from({ length: 12 }, (_, count) => `${member.name} ${count}`),
    )
    expect([...shown].sort()).toEqual([...asWritten].sort())
    expect(shown).not.toEqual(asWritten)
    expect(shown.slice(0, 12).every((text) => text.startsWith('Amina'))).toBe(false)
    const authors = new Set(jon.canvas.document.store.clients.keys())
    for (const writer of writers) expect(authors.has(writer.drafts.document.clientID)).toBe(false)
    const drafts = new Set(amina.ownDrafts().map(({ id }) => id))
    expect(jon.notes().some(({ id }) => drafts.has(id))).toBe(false)
  })

  test('[F31] can be called off within the ten seconds', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    amina.writes('Not yet')
    await amina.arrived()
    await table.command('reveal')
    table.time.pass(9_000)
    expect((await table.command('reveal/call-off')).status).toBe(200)
    table.time.pass(10_000)
    await until(amina, ({ writing }) => writing?.revealAt === null)
    expect(texts(amina)).toEqual([])
    expect((await table.command('reveal/call-off')).body.refusal).toBe('state-moved-on')
    await table.reveals()
    await amina.sees(1)
  })

  test('[F1] two facilitators who press at once ask once', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    const { browser: other } = await table.server.join(table.made.link('co-facilitator'), { name: 'Priya' })
    amina.writes('Once')
    await amina.arrived()
    const revision = await table.revision()
    const came = await Promise.all([
      table.command('reveal', { revision }),
      table.command('reveal', { revision, by: other }),
    ])
    expect(came.map(({ status }) => status).sort()).toEqual([200, 409])
    table.time.pass(10_000)
    await amina.untilStage(isRevealed)
    expect(texts(amina)).toEqual(['Once'])
    expect((await table.command('reveal')).body.refusal).toBe('state-moved-on')
  })

  test('[F31] who was removed is not shown, and who was moved keeps the side they wrote for', async () => {
    table = await openPrivateStep()
    const [amina, jon] = await Promise.all([table.joins('Amina'), table.joins('Jon', 'local')])
    const sam = await table.joins('Sam')
    for (const one of [amina, jon, sam]) one.writes(one.member.name)
    await Promise.all([amina, jon, sam].map((one) => one.arrived()))
    const { facilitator, workshop } = table.made
    await facilitator.post(`/api/workshops/${workshop.id}/members/${sam.member.id}/remove`)
    await facilitator.post(`/api/workshops/${workshop.id}/members/${amina.member.id}/side`, { side: 'local' })
    await table.reveals()
    await jon.sees(2)
    expect(
      jon
        .notes()
        .map(({ text, side }) => [text, side])
        .sort(),
    ).toEqual([
      ['Amina', 'central'],
      ['Jon', 'local'],
    ])
  })

  test('[F31] nothing is shown once the workshop has ended', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    amina.writes('Mine')
    await amina.arrived()
    await table.command('reveal')
    await table.made.facilitator.post(`/api/workshops/${table.made.workshop.id}/end`)
    table.time.pass(10_000)
    await until(amina, ({ writing }) => writing === null)
    expect(texts(amina)).toEqual([])
  })

  test('[F31] a step that loses its canvas during the notice shows nothing, and holds up no later reveal', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    amina.writes('Annual bids')
    await amina.arrived()
    await table.command('reveal')
    const { facilitator, workshop } = table.made
    const setCanvas = async (canvasId: string | null) => {
      const { body } = await facilitator.get<{ stage: StageView['stage'] }>(`/api/workshops/${workshop.id}`)
      const steps = body.stage.steps.map(({ revealedAt: _, ...step }) =>
        step.id === body.stage.currentStepId ? { ...step, canvasId } : step,
      )
      const { revision } = body.stage
      return facilitator.put(`/api/workshops/${workshop.id}/agenda`, { revision, steps })
    }
    expect((await setCanvas(null)).status).toBe(200)
    table.time.pass(10_000)
    await until(amina, ({ writing }) => writing === null)
    expect((await setCanvas(amina.step.made.canvas.id)).status).toBe(200)
    expect((await table.command('reveal')).status).toBe(200)
    table.time.pass(10_000)
    await amina.sees(1)
  })

  test('[F31] a step left during the notice shows its notes all the same', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    amina.writes('Still shown')
    await amina.arrived()
    await table.command('reveal')
    await table.command('steps/next')
    table.time.pass(10_000)
    await amina.sees(1)
  })
})

describe('what comes too late', () => {
  test('[F32] stays private until its author adds it, alone', async () => {
    table = await openPrivateStep()
    const [amina, jon] = await Promise.all([table.joins('Amina'), table.joins('Jon', 'local')])
    amina.writes('In time')
    jon.drafts.provider.disconnect()
    jon.writes('Written offline')
    await amina.arrived()
    await table.reveals()
    await amina.untilStage(isRevealed)
    jon.drafts.provider.connect()
    await jon.arrived()
    expect(texts(amina)).toEqual(['In time'])
    expect((await jon.add()).body).toEqual({ added: 1 })
    await amina.sees(2)
    expect(amina.notes().find(({ text }) => text === 'Written offline')).toMatchObject({ author: jon.member.id })
    expect((await jon.add()).body).toEqual({ added: 0 })
    expect((await amina.add()).body).toEqual({ added: 0 })
  })

  test('[F32] words typed into what was shown replace it where it still reads so, else come as a new note', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    const [one, two] = [amina.writes('bids'), amina.writes('returns')]
    await amina.arrived()
    await table.reveals()
    await amina.untilStage(isRevealed)
    const other = amina.notes().find(({ text }) => text === 'returns')
    if (other) noteText(amina.canvas.document, other.id)?.insert(0, 'Somebody’s ')
    amina.types(one, 'Annual ')
    amina.types(two, 'Four ')
    await amina.arrived()
    await amina.canvas.until(() => texts(amina).includes('Somebody’s returns'))
    expect((await amina.add()).body).toEqual({ added: 2 })
    await amina.sees(3)
    expect(texts(amina).sort()).toEqual(['Annual bids', 'Four returns', 'Somebody’s returns'])
    expect((await amina.add()).body).toEqual({ added: 0 })
  })

  test('[F32] is not added while people write privately, nor in a step without that right', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    amina.writes('Mine')
    await amina.arrived()
    expect((await amina.add()).body).toEqual({ added: 0 })
    for (let step = 0; step < 4; step += 1) await table.command('steps/next')
    expect((await amina.add()).body).toMatchObject({ refusal: 'step-does-not-allow' })
    expect(texts(amina)).toEqual([])
  })

  test('a late joiner writes privately too while the step lasts', async () => {
    table = await openPrivateStep()
    const amina = await table.joins('Amina')
    amina.writes('Early')
    await amina.arrived()
    await table.command('reveal')
    const jon = await table.joins('Jon', 'local')
    jon.writes('Late')
    await jon.arrived()
    table.time.pass(10_000)
    await amina.sees(2)
  })

  test('[F32] at the very moment of the reveal a note is shown with the others or is its author’s to add: never lost, never double', async () => {
    table = await openPrivateStep()
    const [amina, jon] = await Promise.all([table.joins('Amina'), table.joins('Jon', 'local')])
    amina.writes('First')
    await amina.arrived()
    await table.command('reveal')
    table.time.pass(9_999)
    table.time.pass(1)
    for (let count = 0; count < 40; count += 1) {
      jon.writes(`now ${count}`)
      await tick()
    }
    await jon.untilStage(isRevealed)
    await jon.arrived()
    await jon.add()
    await amina.sees(41)
    expect(new Set(texts(amina)).size).toBe(41)
  })
})

test('[A19] nobody else comes into somebody’s drafts, and a mark is the server’s alone', async () => {
  table = await openPrivateStep()
  const [amina, jon] = await Promise.all([table.joins('Amina'), table.joins('Jon', 'local')])
  const { browser: oscar, member } = await table.server.join(table.made.link('observer'), { name: 'Oscar' })
  const { workshop, facilitator } = table.made
  const of = (memberId: string) => ({ kind: 'drafts', workshopId: workshop.id, memberId: memberId as never }) as const
  for (const browser of [jon.browser, facilitator, oscar]) {
    expect((await browser.open(of(amina.member.id))).closedWith).toBe(4404)
  }
  expect((await oscar.open(of(member.id))).closedWith).toBe(4404)
  const id = amina.writes('Mine')
  await amina.arrived()
  markRevealed(amina.drafts.document, new Map([[id, { id, text: 'Mine', times: 1 }]]))
  expect(await amina.drafts.refused()).toBe('update-not-valid')
})
