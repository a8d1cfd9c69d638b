import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { touchesOf } from '../../shared/document/touches'
import { pick, seeded, seedsToRun } from '../../shared/testing/random'
import { LiveDocument } from './live-document'

/** Somebody with a copy of their own, who now and then hears what the others did. */
class Writer {
  readonly doc = new Y.Doc()
  readonly sent: Uint8Array[] = []

  constructor(private readonly random: () => number) {
    this.doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) this.sent.push(update)
    })
  }

  act(): void {
    const notes = this.doc.getMap<Y.Map<unknown>>('notes')
    const text = pick(this.random, [...notes.values()])?.get('text') as Y.Text | undefined
    const acts = [
      () => notes.set(`n${Math.floor(this.random() * 12)}`, new Y.Map([['text', new Y.Text('lift')]])),
      () => text?.insert(Math.floor(this.random() * (text.length + 1)), 'out of order'),
      () => text?.delete(0, Math.min(text.length, 1 + Math.floor(this.random() * 5))),
      () => pick(this.random, [...notes.values()])?.set('place', { in: 'bin', at: this.random() }),
      () => notes.delete(pick(this.random, [...notes.keys()]) ?? ''),
    ]
    this.doc.transact(() => {
      for (let times = 1 + Math.floor(this.random() * 3); times > 0; times -= 1) pick(this.random, acts)?.()
    })
  }
}

function expectWhole(live: LiveDocument): void {
  const authors = live.doc.store.clients.size
  expect(Y.decodeStateVector(live.stateVector()).size).toBe(authors)
  expect(Y.decodeStateVector(Y.encodeStateVectorFromUpdate(live.state())).size).toBe(authors)
}

test.each(seedsToRun())('[R1] light transactions change a document as those of Yjs do (seed %i)', (seed) => {
  const random = seeded(seed)
  const writers = Array.from({ length: 6 }, () => new Writer(random))
  const [plain, live, mirror] = [new Y.Doc(), new LiveDocument(), new Y.Doc()]
  const takeAll = (updates: readonly Uint8Array[]) => {
    const made = live.together(() => {
      for (const update of updates) {
        const { authors, news } = touchesOf(live.doc, update)
        if (news) expect(live.take(update, authors)).toEqual([])
        // Somebody joins while much is being taken in: what they get has to be whole.
        if (random() < 0.1) expectWhole(live)
      }
    }, 'somebody')
    if (made) Y.applyUpdate(mirror, made)
    plain.transact(() => {
      for (const update of updates) Y.applyUpdate(plain, update)
    }, 'somebody')
  }
  for (let step = 0; step < 150; step += 1) {
    const writer = pick(random, writers)
    if (!writer) continue
    if (random() < 0.7) writer.act()
    else if (random() < 0.6) takeAll(writer.sent.splice(0))
    else if (random() < 0.5) Y.applyUpdate(writer.doc, live.state())
    else {
      const made = live.edit((doc) => doc.getMap('notes').set(`server${step}`, new Y.Map()), 'server')
      if (made) for (const copy of [plain, mirror]) Y.applyUpdate(copy, made)
    }
  }
  for (const writer of writers) takeAll(writer.sent.splice(0))
  const expected = plain.getMap('notes').toJSON()
  for (const doc of [live.doc, mirror]) {
    expect(doc.getMap('notes').toJSON()).toEqual(expected)
    expect(doc.store.pendingStructs).toBeNull()
    expect(Y.encodeStateVector(doc).length).toBe(Y.encodeStateVector(plain).length)
  }
  const clientsOf = (doc: Y.Doc) => [...doc.store.clients].map(([client, structs]) => [client, structs.length]).sort()
  expect(clientsOf(live.doc)).toEqual(clientsOf(plain))
  expect(live.state().length).toBe(Y.encodeStateAsUpdate(plain).length)
})
