import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { addNote, CANVAS, notesOf, openWorld, type World } from './testing/open-room'

const LIFT = 'The lift is out of order on Fridays'

/** A copy that says that it is somebody else's. */
async function forged({ person, settle }: World, name: string, client: number) {
  const mallory = person(name)
  await settle()
  mallory.doc.clientID = client
  return mallory
}

describe('[R22] client ids', () => {
  test('nobody writes under the id of somebody who has written', async () => {
    const world = openWorld()
    const amina = world.person('amina')
    addNote(amina, 'n1', LIFT)
    await world.settle()
    const mallory = await forged(world, 'mallory', amina.doc.clientID)
    addNote(mallory, 'n2', 'in the place of what Amina writes next')
    await world.settle()
    expect(mallory.refusals).toEqual(['mallory: not-as-joined (2)'])
    addNote(amina, 'n3', 'Amina’s next words')
    await world.settle()
    expect(notesOf(await world.reopened())).toEqual(['Amina’s next words', LIFT])
    expect(amina.saved?.count).toBe(amina.sent)
  })

  test('nor of somebody who was only seen', async () => {
    const world = openWorld()
    const amina = world.person('amina')
    amina.point({ pointer: [1, 2] })
    await world.settle()
    const mallory = await forged(world, 'mallory', amina.doc.clientID)
    addNote(mallory, 'n1', 'before Amina has written')
    await world.settle()
    expect(mallory.refusals).toEqual(['mallory: not-as-joined (2)'])
    expect(notesOf(await world.reopened())).toEqual([])
  })

  test('nor points under it', async () => {
    const world = openWorld()
    const amina = world.person('amina')
    const jon = world.person('jon')
    addNote(amina, 'n1', LIFT)
    await world.settle()
    const mallory = world.person('mallory')
    mallory.awareness.clientID = amina.doc.clientID
    mallory.point({ pointer: [6, 6] })
    await world.settle()
    expect([...jon.awareness.getStates().values()].filter((state) => state.pointer)).toEqual([])
  })

  test('after a restart the ids of notes are their authors’ again', async () => {
    const world = openWorld()
    const amina = world.person('amina')
    addNote(amina, 'n1', LIFT)
    amina.doc.getMap<Y.Map<unknown>>('notes').get('n1')?.set('author', 'amina')
    await world.settle()
    world.restart()
    const mallory = await forged(world, 'mallory', amina.doc.clientID)
    addNote(mallory, 'n2', 'while Amina is away')
    await world.settle()
    expect(mallory.refusals).toEqual(['mallory: not-as-joined (2)'])
    addNote(amina, 'n3', 'written while the server was down')
    amina.connect()
    await world.settle()
    expect(amina.refusals).toEqual([])
    expect(notesOf(await world.reopened())).toEqual([LIFT, 'written while the server was down'].sort())
  })

  test('the same person may bring what another of their pages wrote', async () => {
    const world = openWorld()
    const [tab, other] = [world.person('amina'), world.person('amina')]
    await world.settle()
    tab.disconnect()
    addNote(tab, 'n1', LIFT)
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(tab.doc), 'the copy on the device')
    await world.settle()
    expect(other.refusals).toEqual([])
    tab.connect()
    await world.settle()
    expect([tab.refusals, notesOf(await world.reopened(CANVAS))]).toEqual([[], [LIFT]])
  })

  test('what the server writes is not to be written under its id', async () => {
    const world = openWorld()
    await world.registry.write(CANVAS, (doc) => void doc.getMap('notes').set('server', new Y.Map()))
    const amina = world.person('amina')
    await world.settle()
    const [server] = [...amina.doc.store.clients.keys()]
    const mallory = await forged(world, 'mallory', server ?? 0)
    addNote(mallory, 'n1', 'in the place of what the server writes next')
    await world.settle()
    expect(mallory.refusals).toEqual(['mallory: not-as-joined (2)'])
  })
})
