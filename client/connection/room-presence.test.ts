import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { RoomDocument } from './room-document'
import { aroundEveryTest, server, tab, write } from './testing/open-tab'

aroundEveryTest()

describe('presence', () => {
  const membersSeenBy = (one: RoomDocument) =>
    [...one.awareness().getStates()].flatMap(([client, state]) =>
      client === one.awareness().clientID ? [] : String(state.member),
    )

  test('two tabs see each other as soon as both are there', async () => {
    server.members = ['amina', 'jon']
    const amina = tab()
    await server.settle()
    const jon = tab()
    await server.settle()
    expect(membersSeenBy(amina)).toEqual(['jon'])
    expect(membersSeenBy(jon)).toEqual(['amina'])
  })

  test('and again as soon as the server is back after a restart', async () => {
    const [amina, jon] = [tab(), tab()]
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    expect(membersSeenBy(amina)).toEqual(['somebody'])
    server.restart()
    expect(membersSeenBy(amina)).toEqual([])
    vi.advanceTimersByTime(5_000)
    await server.settle()
    for (const one of [amina, jon]) expect(membersSeenBy(one)).toEqual(['somebody'])
  })

  test('[TRAPS 12] what others show is not sent back to the server', async () => {
    const amina = tab()
    const jon = tab()
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    const sent = vi.spyOn(server, 'read')
    for (const x of [1, 2, 3]) {
      jon.awareness().setLocalState({ cursor: { x, y: x } })
      vi.advanceTimersByTime(40)
      await server.settle()
    }
    expect(sent).toHaveBeenCalledTimes(3)
    expect([...amina.awareness().getStates().values()]).toContainEqual({ cursor: { x: 3, y: 3 }, member: 'somebody' })
  })

  test('movement goes out at most every 30 ms, the newest of it', async () => {
    const jon = tab()
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    const sent = vi.spyOn(server, 'read')
    for (let x = 0; x < 50; x++) jon.awareness().setLocalState({ cursor: { x, y: 0 } })
    vi.advanceTimersByTime(40)
    await server.settle()
    expect(sent).toHaveBeenCalledTimes(1)
    expect(server.awareness.getStates().get(jon.awareness().clientID)).toMatchObject({ cursor: { x: 49 } })
  })

  test('it moves over to the new document when one is replaced', async () => {
    server.members = ['amina', 'jon', 'amina']
    const amina = tab()
    const jon = tab()
    await server.settle()
    amina.awareness().setLocalState({ typing: 'n1' })
    server.refuses = 'canvas-locked'
    write(amina.document(), 'n1', 'Too late')
    await server.settle()
    server.refuses = undefined
    vi.advanceTimersByTime(100)
    await server.settle()
    vi.advanceTimersByTime(100)
    await server.settle()
    const others = [...jon.awareness().getStates()].filter(([client]) => client !== jon.awareness().clientID)
    expect(others.map(([, state]) => state)).toEqual([{ typing: 'n1', member: 'amina' }])
  })
})

test('[TRAPS 12] a room can be left also when somebody wrote under this copy’s own id', async () => {
  const one = tab()
  await server.settle()
  const document = one.document()
  write(document, 'n1', 'mine')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(document))
  forged.clientID = document.clientID
  write(forged, 'n2', 'in my place')
  Y.applyUpdate(document, Y.encodeStateAsUpdate(forged), 'server')
  expect(document.clientID).not.toBe(forged.clientID)
  expect(() => one.close()).not.toThrow()
})
