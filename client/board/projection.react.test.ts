import { createTLStore, type Editor, PageRecordType, type TLPageId } from 'tldraw'
import { expect, test } from 'vitest'
import type { BoardShape } from './board-shapes'
import { Projection } from './projection.react'
import { createShapeUtils } from './shapes.react'

const page = PageRecordType.createId('page') as TLPageId

/** A store as the board has it, and a projection into it. Projecting needs no more of the editor than this. */
function openProjection() {
  const store = createTLStore({ shapeUtils: createShapeUtils({} as never), bindingUtils: [] })
  const projection = new Projection({ store, getCurrentPageId: () => page } as unknown as Editor)
  const drawn = () => [...store.query.ids('shape').get()].map((id) => id.slice('shape:'.length)).sort()
  return { store, projection, drawn }
}

function noteShape(id: string, more: Partial<{ w: number; words: string[]; x: number }> = {}): BoardShape {
  const { w = 172, words = ['Forms'], x = 0 } = more
  return { id, type: 'note', layer: 2, x, y: 0, props: { w, h: 84, words, size: 'large', side: 'local', locked: '' } }
}

const shapes = (...all: BoardShape[]) => new Map(all.map((shape) => [shape.id, shape]))

test('[B3] what is drawn comes from outside and is never somebody’s edit', () => {
  const { store, projection, drawn } = openProjection()
  const edits: unknown[] = []
  projection.show(shapes(noteShape('a'), noteShape('b')))
  // a first write also makes the store's own page
  store.listen((entry) => edits.push(entry), { source: 'user', scope: 'document' })
  projection.show(shapes(noteShape('b', { words: ['Forms, forms'] })))
  expect(drawn()).toEqual(['b'])
  expect(edits).toEqual([])
})

test('[B3] a word typed in one note puts that note alone', () => {
  const { store, projection } = openProjection()
  const put: string[] = []
  projection.show(shapes(noteShape('a'), noteShape('b'), noteShape('c')))
  store.listen(({ changes }) => put.push(...Object.keys(changes.added), ...Object.keys(changes.updated)))
  projection.show(shapes(noteShape('a', { words: ['Forms, forms'] }), noteShape('b'), noteShape('c')))
  store.listen(() => undefined)
  expect(put).toEqual(['shape:a'])
})

test('[B14] many new shapes are made a few at a time, and what changed is drawn at once', () => {
  const { store, projection, drawn } = openProjection()
  const none = new Set<string>()
  projection.show(shapes(noteShape('a'), noteShape('b')))
  const wanted = shapes(noteShape('b', { x: 40 }), noteShape('c'), noteShape('d'), noteShape('e'))
  expect(projection.show(wanted, { most: 2, held: none })).toBe(false)
  expect(drawn()).toEqual(['b', 'c', 'd'])
  expect(
    store.query
      .records('shape')
      .get()
      .find(({ id }) => id === 'shape:b')?.x,
  ).toBe(40)
  expect(projection.show(wanted, { most: 2, held: none })).toBe(true)
  expect(drawn()).toEqual(['b', 'c', 'd', 'e'])
})

test('[B14] while one pans what lies behind stays, but not what was deleted', () => {
  const { projection, drawn } = openProjection()
  projection.show(shapes(noteShape('a'), noteShape('b'), noteShape('deleted')))
  const keeps = shapes(noteShape('a'), noteShape('b'))
  expect(projection.show(shapes(noteShape('b')), { most: 1, held: new Set(), keeps })).toBe(true)
  expect(drawn()).toEqual(['a', 'b'])
  projection.show(shapes(noteShape('b')))
  expect(drawn()).toEqual(['b'])
})

test('[B7] what is in hand stays as it is', () => {
  const { store, projection, drawn } = openProjection()
  projection.show(shapes(noteShape('a'), noteShape('b')))
  projection.show(shapes(noteShape('a', { x: 300 })), { most: 9, held: new Set(['a', 'b']) })
  expect(drawn()).toEqual(['a', 'b'])
  expect(
    store.query
      .records('shape')
      .get()
      .map(({ x }) => x),
  ).toEqual([0, 0])
})

test('[B4] a record that the schema refuses leaves the others where they are', () => {
  const { projection, drawn } = openProjection()
  projection.show(shapes(noteShape('a'), noteShape('bad', { w: Number.NaN }), noteShape('c')))
  expect(drawn()).toEqual(['a', 'c'])
})

test('a dragged note that is forgotten is put back where it lies', () => {
  const { store, projection } = openProjection()
  projection.show(shapes(noteShape('a')))
  const [record] = store.query.records('shape').get()
  if (record) store.put([{ ...record, x: 500 }])
  projection.forget(new Set(['a']))
  projection.show(shapes(noteShape('a')))
  expect(store.query.records('shape').get()[0]?.x).toBe(0)
})
