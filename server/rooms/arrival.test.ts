import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Arrival } from './arrival'
import type { Connection } from './connection'
import { FullState } from './full-state'
import { step1 } from './messages'
import { HandWire } from './testing/hand-wire'

/** Somebody whose page says that it has nothing, and what is delivered once they are in. */
function comes() {
  const wire = new HandWire()
  const delivered: Uint8Array[] = []
  const arrival = new Arrival({
    wire,
    address: { kind: 'canvas', canvasId: 'canvas1' as never },
    cookie: undefined,
    wantsSaved: true,
    wantsDeflated: true,
    isNew: true,
    from: undefined,
    queuedBytes: 1_000_000,
    fault(error) {
      throw error
    },
  })
  const inside = { receive: (bytes: Uint8Array) => void delivered.push(bytes) }
  return { wire, arrival, delivered, isIn: () => arrival.letIn(inside as Connection, () => undefined) }
}

test('[R25] a document that is still being deflated when its room takes over is left to the room', async () => {
  const { wire, arrival, isIn } = comes()
  const state = new FullState(new Uint8Array(100_000), 7)
  arrival.offerCold(state)
  isIn()
  await state.deflated()
  expect(wire.inbox).toEqual([])
})

test('[R25] what somebody says who is brought everything unasked is delivered, all of it', () => {
  const { wire, arrival, delivered, isIn } = comes()
  const question = step1(Y.encodeStateVector(new Y.Doc()))
  arrival.receive(question, true)
  arrival.offerCold(new FullState(Y.encodeStateAsUpdate(new Y.Doc()), 7))
  expect(wire.inbox).toHaveLength(1)
  isIn()
  expect(delivered).toEqual([question])
})
