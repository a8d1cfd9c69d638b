import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { pick, seeded, seedsToRun } from '../testing/random'
import { piecesOf } from './state-pieces'

/** A document that several people wrote into each other's texts and maps, and deleted from. */
function written(random: () => number): Y.Doc {
  const copies = Array.from({ length: 5 }, () => new Y.Doc())
  for (let step = 0; step < 200; step += 1) {
    const doc = pick(random, copies) ?? new Y.Doc()
    const notes = doc.getMap<Y.Map<unknown>>('notes')
    const text = pick(random, [...notes.values()])?.get('text') as Y.Text | undefined
    const act = pick(random, [
      () => notes.set(`n${Math.floor(random() * 20)}`, new Y.Map([['text', new Y.Text('the lift')]])),
      () => text?.insert(Math.floor(random() * (text.length + 1)), 'x'),
      () => text?.insert(Math.floor(random() * (text.length + 1)), 'out of order'),
      () => text?.delete(0, Math.min(text.length, 3)),
      () => pick(random, [...notes.values()])?.set('place', { in: 'bin', at: step }),
      () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(pick(random, copies) ?? doc)),
      () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(pick(random, copies) ?? doc)),
    ])
    act?.()
  }
  const all = new Y.Doc()
  for (const copy of copies) Y.applyUpdate(all, Y.encodeStateAsUpdate(copy))
  return all
}

test.each(seedsToRun())('[R10] a document built in pieces is the one that was cut (seed %i)', (seed) => {
  const random = seeded(seed)
  const whole = written(random)
  const state = Y.encodeStateAsUpdate(whole)
  const pieces = piecesOf(state, 1 + Math.floor(random() * 40))
  expect(pieces.length).toBeGreaterThan(1)
  const built = new Y.Doc()
  for (const piece of pieces) {
    Y.applyUpdate(built, piece)
    expect([built.store.pendingStructs, built.store.pendingDs]).toEqual([null, null])
  }
  expect(built.getMap('notes').toJSON()).toEqual(whole.getMap('notes').toJSON())
  expect(Y.equalSnapshots(Y.snapshot(built), Y.snapshot(whole))).toBe(true)
})

test('what leans on something missing is not cut', () => {
  const [amina, jon] = [new Y.Doc(), new Y.Doc()]
  amina.getText('body').insert(0, 'The lift')
  Y.applyUpdate(jon, Y.encodeStateAsUpdate(amina))
  for (let index = 0; index < 10; index += 1) jon.getText('body').insert(index * 2, 'y')
  const onlyJons = Y.diffUpdate(Y.encodeStateAsUpdate(jon), Y.encodeStateVector(amina))
  expect(piecesOf(onlyJons, 2)).toEqual([onlyJons])
})
