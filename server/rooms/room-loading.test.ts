import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomName } from '../../shared/domain/room'
import { addNote, addNoteTo, CANVAS, notesOf, openWorld, type World } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'
const RETURNS = 'Four returns ask the same questions'
const NOBODY = 'Nobody knows who answers'

/** A canvas as a server leaves it that was ended in the middle: a full state, and more after it. */
async function leftBehind(limits: Parameters<typeof openWorld>[0] = {}): Promise<World> {
  const world = openWorld(limits)
  const write = (id: string, words: string) => world.registry.write(CANVAS, (doc) => addNoteTo(doc, id, words))
  await write('n1', LIFT)
  await world.registry.keep(CANVAS, notesOf)
  await write('n2', RETURNS)
  await write('n3', NOBODY)
  world.restart()
  return world
}

/** Until the stored bytes are in memory and the document is being built from them. */
async function untilLoading(): Promise<void> {
  for (let steps = 0; steps < 5; steps += 1) await Promise.resolve()
}

const ALL = [LIFT, RETURNS, NOBODY].sort()

describe('while a document is still loading', () => {
  test('[R23] a shutdown leaves everything as it was stored', async () => {
    const world = await leftBehind()
    const read = world.registry.read(CANVAS, notesOf)
    await untilLoading()
    await world.registry.close()
    expect(notesOf(await world.reopened())).toEqual(ALL)
    expect(await read).toEqual(ALL)
  })

  test('[R23] no full state is stored, however long the log has grown', async () => {
    const world = await leftBehind({ compactAfterUpdates: 1 })
    const read = world.registry.read(CANVAS, notesOf)
    await untilLoading()
    world.clock.advance(5_000)
    expect(await read).toEqual(ALL)
    expect(notesOf(await world.reopened())).toEqual(ALL)
    // once it is loaded, it is
    world.clock.advance(5_000)
    await world.settle()
    expect((await world.log.load(roomName(CANVAS)))?.tail).toEqual([])
    expect(notesOf(await world.reopened())).toEqual(ALL)
    expect(world.faults).toEqual([])
  })

  test('[R23] a shutdown does not wait for ever for a document that cannot be built', async () => {
    const world = await leftBehind()
    const { breathe } = world.clock
    world.clock.breathe = () => new Promise(() => {})
    void world.registry.read(CANVAS, notesOf)
    await untilLoading()
    const closed = world.registry.close()
    await world.turn()
    world.clock.advance(10_000)
    await closed
    world.clock.breathe = breathe
    expect(notesOf(await world.reopened())).toEqual(ALL)
  })

  test('[R15] a shutdown does not wait for ever for a disk that does not say what is stored', async () => {
    const { log, registry, person, turn, clock } = openWorld()
    log.load = () => new Promise(() => {})
    const amina = person('amina')
    void registry.read(CANVAS, notesOf)
    await turn()
    const closed = registry.close()
    await turn()
    clock.advance(10_000)
    await closed
    expect(amina.wire.closed?.code).toBe(1012)
  })

  test('[R23] a document that cannot be built harms nothing that is stored', async () => {
    const world = await leftBehind()
    const { breathe } = world.clock
    world.clock.breathe = () => Promise.reject(new Error('no turn'))
    await expect(world.registry.read(CANVAS, notesOf)).rejects.toThrow('no turn')
    world.clock.breathe = breathe
    expect(await world.registry.read(CANVAS, notesOf)).toEqual(ALL)
  })

  test('[R23] whoever comes in meanwhile gets all of it, and what they write is kept', async () => {
    const world = await leftBehind({ compactAfterUpdates: 1 })
    const amina = world.person('amina')
    await untilLoading()
    world.clock.advance(5_000)
    const written = world.registry.write(CANVAS, (doc) => addNoteTo(doc, 'n4', 'By the server'))
    await world.settle()
    await written
    addNote(amina, 'n5', 'By Amina')
    await world.settle()
    expect(notesOf(amina.doc)).toEqual([...ALL, 'By Amina', 'By the server'].sort())
    expect(notesOf(await world.reopened())).toEqual(notesOf(amina.doc))
  })

  test('[R23] a state that knows less than what was read is never stored', async () => {
    const world = await leftBehind({ compactAfterUpdates: 1 })
    let doc = new Y.Doc()
    await world.registry.read(CANVAS, (live) => {
      doc = live
    })
    // as if the document had been lost in memory
    doc.store.clients.clear()
    world.clock.advance(5_000)
    await world.settle()
    expect(notesOf(await world.reopened())).toEqual(ALL)
    expect(world.faults.map(String)).toContainEqual(expect.stringContaining('lacks what is stored'))
    // and the room is opened again from its log
    expect(await world.registry.read(CANVAS, notesOf)).toEqual(ALL)
  })
})
