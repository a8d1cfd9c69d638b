import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { pick, seeded, seedsToRun } from '../testing/random'
import { type Touch, touchesOf } from './touches'

const NOTES = ['n1', 'n2', 'n3', 'n4']
const KEYS = ['place', 'side', 'author']

/** One small edit, of the kinds that people and careless programs make. */
function edit(doc: Y.Doc, random: () => number): void {
  const notes = doc.getMap<Y.Map<unknown>>(random() < 0.8 ? 'notes' : 'clusters')
  const id = pick(random, NOTES) ?? 'n1'
  const note = notes.get(id)
  const dice = random()
  if (!note || dice < 0.05) {
    const fresh = new Y.Map<unknown>()
    notes.set(id, fresh)
    fresh.set('text', new Y.Text(`new ${Math.floor(random() * 100)}`))
  } else if (dice < 0.12) notes.delete(id)
  else if (dice < 0.2) note.delete(pick(random, KEYS) ?? 'side')
  else if (dice < 0.55) note.set(pick(random, KEYS) ?? 'side', Math.floor(random() * 1_000))
  else editText(note.get('text'), random)
}

function editText(text: unknown, random: () => number): void {
  if (!(text instanceof Y.Text)) return
  const at = Math.floor(random() * (text.length + 1))
  if (random() < 0.6 || text.length === 0) text.insert(at, pick(random, ['a', 'lift', 'Fridays ']) ?? '')
  else text.delete(Math.min(at, text.length - 1), 1)
}

/** Every place in a document, and what is there: containers as themselves, so that replacing one is not seen as a change. */
function placesOf(doc: Y.Doc): Map<string, string> {
  const places = new Map<string, string>()
  const visit = (path: string, value: unknown): void => {
    if (!(value instanceof Y.Map)) {
      places.set(path, JSON.stringify(value))
      return
    }
    places.set(path, 'map')
    for (const [key, inner] of value) visit(`${path}/${key}`, inner)
  }
  for (const root of ['notes', 'clusters']) visit(root, doc.getMap(root))
  return places
}

const pathOf = ({ root, path }: Touch): string => [root, ...path].join('/')

/** A touch tells of a place when it names it, or names something around it that was written or deleted as a whole. */
function tellsOf(touch: Touch, place: string): boolean {
  const path = pathOf(touch)
  return place === path || (touch.change !== 'text' && place.startsWith(`${path}/`))
}

function compare(server: Y.Doc, update: Uint8Array): void {
  const before = placesOf(server)
  const { touches, gap, news } = touchesOf(server, update)
  const stateBefore = Y.encodeStateAsUpdate(server)
  Y.applyUpdate(server, update)
  const after = placesOf(server)
  expect(gap).toBe(server.store.pendingStructs !== null || server.store.pendingDs !== null)
  server.store.pendingStructs = null
  server.store.pendingDs = null
  const hasChanged = Buffer.compare(stateBefore, Y.encodeStateAsUpdate(server)) !== 0
  expect(news).toBe(hasChanged || gap)
  for (const place of new Set([...before.keys(), ...after.keys()])) {
    if (before.get(place) === after.get(place)) continue
    const told = touches.filter((touch) => tellsOf(touch, place))
    expect(told, `${place}: ${before.get(place)} → ${after.get(place)}`).not.toHaveLength(0)
    if (!after.has(place)) expect(told.some((touch) => touch.change !== 'text' && isLoss(touch, place))).toBe(true)
  }
}

/** Something that is gone was deleted, or what it lay in was written anew. */
const isLoss = (touch: Touch, place: string): boolean => touch.change === 'delete' || pathOf(touch) !== place

test.each(seedsToRun())('nothing changes that an update did not say (seed %i)', (seed) => {
  const random = seeded(seed)
  const server = new Y.Doc()
  server.clientID = 1
  const clients = [2, 3, 4].map((id) => {
    const doc = new Y.Doc()
    doc.clientID = id * 7
    return doc
  })
  for (let round = 0; round < 60; round += 1) {
    const client = pick(random, clients) ?? server
    const edits = 1 + Math.floor(random() * 6)
    for (let index = 0; index < edits; index += 1) edit(client, random)
    if (random() < 0.6) compare(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)))
    if (random() < 0.5) Y.applyUpdate(client, Y.encodeStateAsUpdate(server, Y.encodeStateVector(client)))
    if (random() < 0.1) compare(server, Y.encodeStateAsUpdate(client))
  }
})

test.each(seedsToRun())('a client that is in step is told of nothing else (seed %i)', (seed) => {
  const random = seeded(seed)
  const server = new Y.Doc()
  const client = new Y.Doc()
  for (let round = 0; round < 80; round += 1) {
    const updates: Uint8Array[] = []
    const record = (update: Uint8Array) => updates.push(update)
    client.on('update', record)
    edit(client, random)
    client.off('update', record)
    for (const update of updates) {
      const before = placesOf(server)
      const { touches } = touchesOf(server, update)
      Y.applyUpdate(server, update)
      const after = placesOf(server)
      for (const touch of touches) expect(before.has(pathOf(touch)) || after.has(pathOf(touch))).toBe(true)
      for (const touch of touches.filter(({ change }) => change === 'set')) {
        expect(after.get(pathOf(touch))).toBe(
          touch.value === undefined ? after.get(pathOf(touch)) : JSON.stringify(touch.value),
        )
      }
    }
  }
})

test.each(seedsToRun())('updates that come late or never hide nothing (seed %i)', (seed) => {
  const random = seeded(seed)
  const server = new Y.Doc()
  const clients = [1, 2].map(() => new Y.Doc())
  const onTheWay: Uint8Array[] = []
  for (const client of clients)
    client.on('update', (update: Uint8Array, origin: unknown) => origin !== 'server' && onTheWay.push(update))
  for (let round = 0; round < 80; round += 1) {
    const client = pick(random, clients) ?? server
    edit(client, random)
    if (random() < 0.2) Y.applyUpdate(client, Y.encodeStateAsUpdate(server), 'server')
    if (random() < 0.3) onTheWay.sort(() => random() - 0.5)
    if (random() < 0.1) onTheWay.shift()
    for (const update of onTheWay.splice(0, Math.floor(random() * 4))) compare(server, update)
    if (random() < 0.05) compare(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)))
  }
})
