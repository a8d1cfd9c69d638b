import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { MIGRATIONS, type Migrations } from '../../shared/document/migrate'
import { roomName } from '../../shared/domain/room'
import { addNote, CANVAS, notesOf, openWorld, type World } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'
const MINUTE = 60_000

/** Time goes by with everybody in the room still answering. */
async function minutesPass({ clock, settle }: World, people: { pong(): void }[], minutes: number) {
  for (let quarter = 0; quarter < minutes * 4; quarter += 1) {
    clock.advance(MINUTE / 4)
    for (const one of people) one.pong()
    await settle()
  }
}

async function openCanvas() {
  const world = openWorld()
  const amina = world.person('amina')
  await world.settle()
  return { ...world, world, amina }
}

describe('an earlier time', () => {
  test('[R20] is kept every ten minutes of a quiet workshop, however little is written', async () => {
    const { world, amina, log, registry } = await openCanvas()
    for (let index = 0; index < 8; index += 1) {
      addNote(amina, `n${index}`, `note ${index}`)
      await minutesPass(world, [amina], 5)
    }
    const states = await registry.earlierStates(CANVAS)
    expect(states.length).toBeGreaterThanOrEqual(3)
    expect(states.length).toBeLessThanOrEqual(4)
    const times = [0, ...states.map(({ at }) => at).reverse()]
    for (const [index, at] of times.slice(1).entries()) {
      expect(at - (times[index] ?? 0)).toBeLessThanOrEqual(10 * MINUTE + 10_000)
    }
    expect((await log.load(roomName(CANVAS)))?.snapshot?.position).toBe(states[0]?.position)
    expect(amina.isConnected).toBe(true)
  })

  test('[R20] nothing is stored while nothing changes', async () => {
    const { world, amina, registry } = await openCanvas()
    addNote(amina, 'n1', LIFT)
    await minutesPass(world, [amina], 11)
    expect(await registry.earlierStates(CANVAS)).toHaveLength(1)
    await minutesPass(world, [amina], 25)
    expect(await registry.earlierStates(CANVAS)).toHaveLength(1)
  })

  test('[R20] can be read, and nobody in the room notices', async () => {
    const { world, amina, registry, log } = await openCanvas()
    addNote(amina, 'n1', LIFT)
    await minutesPass(world, [amina], 11)
    addNote(amina, 'n2', RETURNS)
    await world.settle()
    const [state] = await registry.earlierStates(CANVAS)
    const before = JSON.stringify(await log.load(roomName(CANVAS)))
    const received = amina.receivedBytes

    const read = (doc: Y.Doc) => {
      const notes = notesOf(doc)
      doc.getMap('notes').clear()
      return notes
    }
    expect(await registry.readEarlier(CANVAS, state?.position ?? 0, read)).toEqual([LIFT])
    await world.settle()
    expect(notesOf(amina.doc)).toEqual([RETURNS, LIFT])
    expect(amina.receivedBytes).toBe(received)
    expect(JSON.stringify(await log.load(roomName(CANVAS)))).toBe(before)
    expect(await registry.read(CANVAS, notesOf)).toHaveLength(2)
  })

  test('[R20] opens no room, and says so when it is not kept', async () => {
    const { registry, amina, world, restart } = await openCanvas()
    addNote(amina, 'n1', LIFT)
    await world.settle()
    await registry.close()
    restart()
    expect(await registry.readEarlier(CANVAS, 1, notesOf)).toEqual([LIFT])
    expect(await registry.readEarlier(CANVAS, 99, notesOf)).toBeUndefined()
    expect(registry.roomCount()).toBe(0)
  })

  test('[R19] is read in the schema of this server, and not at all when it is of a newer one', async () => {
    const { registry, amina, world, release } = await openCanvas()
    addNote(amina, 'n1', LIFT)
    await world.settle()
    await registry.close()
    const edit = (doc: Y.Doc) => doc.getMap('made').set('by', 'the migration')
    const from = MIGRATIONS.version
    const next: Migrations = { version: from + 1, steps: [{ from, kind: 'canvas', name: 'made by', edit }] }
    release(next)
    const madeBy = (doc: Y.Doc) => doc.getMap('made').get('by')
    expect(await registry.readEarlier(CANVAS, 1, madeBy)).toBe('the migration')

    await registry.read(CANVAS, notesOf)
    await registry.close()
    release(MIGRATIONS)
    const [newest] = await registry.earlierStates(CANVAS)
    const reading = registry.readEarlier(CANVAS, newest?.position ?? 0, notesOf)
    await expect(reading).rejects.toMatchObject({ refusal: 'server-is-old' })
    expect(await registry.readEarlier(CANVAS, 1, notesOf)).toEqual([LIFT])
  })
})
