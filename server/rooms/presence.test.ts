import { expect, test } from 'vitest'
import { MESSAGE } from '../../shared/protocol/messages'
import { KEEP_ALIVE, presenceMessage } from './messages'
import { openWorld } from './testing/open-room'

test('[R14] the server says who it is, whatever the client says', async () => {
  const { person, settle } = openWorld()
  const amina = person('amina')
  const jon = person('jon')
  await settle()
  amina.point({ cursor: { x: 1, y: 2 }, member: 'jon' })
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toEqual({ cursor: { x: 1, y: 2 }, member: 'amina' })
})

test('[R14] nothing of it is stored', async () => {
  const { person, settle, reopened } = openWorld()
  const amina = person('amina')
  await settle()
  amina.point({ cursor: 1 })
  await settle()
  expect((await reopened()).store.clients.size).toBe(0)
})

test('[R14] whoever comes in sees everybody, and whoever asks', async () => {
  const { person, settle } = openWorld()
  const amina = person('amina')
  amina.point({ cursor: 1 })
  await settle()
  const jon = person('jon')
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 1 })
  jon.awareness.states.delete(amina.doc.clientID)
  jon.awareness.meta.delete(amina.doc.clientID)
  jon.post(new Uint8Array([MESSAGE.queryAwareness]))
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 1 })
})

test('[R14] whoever goes is gone for all, and may come back under the same id', async () => {
  const { person, settle } = openWorld()
  const amina = person('amina')
  const jon = person('jon')
  amina.point({ cursor: 1 })
  await settle()
  amina.disconnect()
  await settle()
  expect(jon.awareness.states.has(amina.doc.clientID)).toBe(false)
  amina.connect()
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 1 })
  amina.point({ cursor: 2 })
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 2 })
  expect(amina.awareness.getLocalState()).toEqual({ cursor: 2 })
})

test('[R14] a connection speaks for one id only: echoes and impersonations are skipped', async () => {
  const { person, settle } = openWorld()
  const amina = person('amina')
  const mallory = person('mallory')
  const jon = person('jon')
  amina.point({ cursor: 1 })
  await settle()
  const forged = { client: amina.doc.clientID, clock: 100, state: '{"cursor":666}' }
  mallory.post(presenceMessage([forged]))
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 1, member: 'amina' })
  const quiet = person('quiet')
  quiet.awareness.setLocalState(null)
  quiet.outbox.pop()
  quiet.post(presenceMessage([forged]))
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 1, member: 'amina' })
})

test('[R14] a count that nobody can read on does not take the others out of sight', async () => {
  const { person, settle } = openWorld()
  const jon = person('jon')
  const mallory = person('mallory')
  await settle()
  const client = mallory.doc.clientID
  for (let times = 0; times < 2; times += 1) {
    mallory.post(presenceMessage([{ client, clock: Number.MAX_SAFE_INTEGER, state: '{"cursor":666}' }]))
    await settle()
    mallory.disconnect()
    await settle()
    mallory.connect()
    await settle()
  }
  const amina = person('amina')
  amina.point({ cursor: 1 })
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 1 })
  expect(jon.awareness.meta.get(client)?.clock ?? 0).toBeLessThan(2 ** 41)
})

test('[R14] of many moves in one window only the newest goes on', async () => {
  const { person, settle, clock } = openWorld()
  const people = Array.from({ length: 60 }, (_, index) => person(`p${index}`))
  await settle()
  const [amina, jon] = people
  if (!amina || !jon) throw new Error('sixty people are here')
  const before = jon.wire.writes
  for (let x = 0; x < 30; x += 1) amina.point({ x })
  amina.exchange()
  clock.advance(33)
  jon.exchange()
  expect(jon.wire.writes - before).toBe(2)
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ x: 29 })
})

test('[R14] what is too large or no state at all is left out', async () => {
  const { person, settle } = openWorld()
  const amina = person('amina')
  const jon = person('jon')
  amina.point({ cursor: 1 })
  await settle()
  amina.point({ text: 'x'.repeat(2_000) })
  await settle()
  amina.post(presenceMessage([{ client: amina.doc.clientID, clock: 50, state: '[1,2]' }]))
  amina.post(presenceMessage([{ client: amina.doc.clientID, clock: 51, state: '{"broken' }]))
  await settle()
  expect(jon.awareness.states.get(amina.doc.clientID)).toMatchObject({ cursor: 1 })
  expect(amina.wire.closed).toBeUndefined()
})

test('[R12] presence that cannot be read closes its own socket', async () => {
  const { person, settle, faults } = openWorld()
  const mallory = person('mallory')
  await settle()
  mallory.post(new Uint8Array([MESSAGE.awareness, 3, 5, 1, 1]))
  await settle()
  expect(mallory.wire.closed?.code).toBe(4400)
  expect(faults).toEqual([])
})

test('[R17] keeping alive is an awareness update about nobody', () => {
  expect([...KEEP_ALIVE]).toEqual([1, 1, 0])
})
