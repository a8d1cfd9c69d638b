import { afterEach, describe, expect, test, vi } from 'vitest'
import type { RoomAddress } from '../../shared/domain/room'
import type { StageView } from '../../shared/domain/stage-view'
import { openPrivateStep, type PrivateStepTable, type Writer } from '../testing/private-step'

let table: PrivateStepTable
afterEach(() => table.server.close())

const texts = (writer: Writer) =>
  writer
    .notes()
    .map(({ text }) => text)
    .sort()
const isRevealed = ({ stage }: StageView) => stage.steps.some((step) => step.revealedAt !== null)

/** From the moment when this says so nothing that the reveal writes is stored any more: the process is as good as dead. */
function dieWhen(dead: (address: RoomAddress, writes: readonly RoomAddress[]) => boolean): Promise<void> {
  const { registry } = table.server.app.services
  const write = registry.write.bind(registry)
  const writes: RoomAddress[] = []
  return new Promise((resolve) => {
    vi.spyOn(registry, 'write').mockImplementation(async (address, ...rest) => {
      if (dead(address, writes)) {
        resolve()
        throw new Error('killed')
      }
      writes.push(address)
      return write(address, ...rest)
    })
  })
}

async function gathered() {
  table = await openPrivateStep()
  const writers = await Promise.all([table.joins('Amina'), table.joins('Jon', 'local'), table.joins('Sam')])
  for (const writer of writers) writer.writes(writer.member.name)
  await Promise.all(writers.map((one) => one.arrived()))
  return writers
}

const isOf = (kind: RoomAddress['kind']) => (address: RoomAddress) => address.kind === kind
const marked = (writes: readonly RoomAddress[]) => writes.filter(isOf('drafts')).length

describe('[F31] a process that is killed while it shows notes', () => {
  test.each([
    ['before the canvas', isOf('canvas')],
    ['between the canvas and the marks', isOf('drafts')],
    [
      'between two marks',
      (address: RoomAddress, writes: readonly RoomAddress[]) => isOf('drafts')(address) && marked(writes) >= 1,
    ],
    [
      'between the marks and the stage',
      (address: RoomAddress, writes: readonly RoomAddress[]) => isOf('stage')(address) && marked(writes) === 3,
    ],
  ] as const)('%s: the next one ends it, and every note is there once', async (_when, dead) => {
    const [amina, jon, sam] = await gathered()
    if (!amina || !jon || !sam) throw new Error('three are in')
    await table.command('reveal')
    const died = dieWhen(dead)
    table.time.pass(10_000)
    await died
    await table.server.restart()
    table.time.pass(0)
    await Promise.all([amina, jon, sam].map((one) => one.untilStage(isRevealed)))
    await jon.sees(3)
    expect(texts(jon)).toEqual(['Amina', 'Jon', 'Sam'])
    for (const one of [amina, jon, sam]) {
      await one.arrived()
      expect((await one.add()).body).toEqual({ added: 0 })
    }
    expect(new Set(jon.notes().map(({ createdAt }) => createdAt)).size).toBe(1)
  })

  test('after the canvas: a note written meanwhile is its author’s to add, not shown after the others', async () => {
    const [amina, jon] = await gathered()
    if (!amina || !jon) throw new Error('three are in')
    await table.command('reveal')
    const died = dieWhen(isOf('drafts'))
    table.time.pass(10_000)
    await died
    jon.writes('Written after')
    await jon.arrived()
    await table.server.restart()
    table.time.pass(0)
    await amina.untilStage(isRevealed)
    expect(texts(amina)).toEqual(['Amina', 'Jon', 'Sam'])
    await jon.arrived()
    expect((await jon.add()).body).toEqual({ added: 1 })
    await amina.sees(4)
  })

  test('during the notice: nothing is shown early, and nothing is forgotten', async () => {
    const [amina] = await gathered()
    if (!amina) throw new Error('three are in')
    await table.command('reveal')
    table.time.pass(4_000)
    await table.server.restart()
    table.time.pass(5_999)
    expect(
      await table.server.app.services.writing.callOff(table.made.workshop.id, await table.revision()),
    ).toMatchObject({ ok: true })
    await table.command('reveal')
    await table.server.restart()
    table.time.pass(9_999)
    expect(texts(amina)).toEqual([])
    table.time.pass(1)
    await amina.sees(3)
  })

  test('while one adds late notes: asked again, they are there once', async () => {
    const [amina, jon] = await gathered()
    if (!amina || !jon) throw new Error('three are in')
    await table.reveals()
    await amina.untilStage(isRevealed)
    jon.writes('Late')
    await jon.arrived()
    const died = dieWhen(isOf('drafts'))
    await Promise.all([died, jon.add()])
    await table.server.restart()
    await jon.arrived()
    await jon.add()
    await amina.sees(4)
    expect(texts(amina)).toEqual(['Amina', 'Jon', 'Late', 'Sam'])
    expect((await jon.add()).body).toEqual({ added: 0 })
  })
})
