import { expect, test } from 'vitest'
import type { ClusterId, SectionId } from '../domain/ids'
import { type ClusterFacts, resolveClusterPlace, resolveNotePlace, survivorsOf } from './place'

const HERE = { in: 's1' as SectionId, order: 'a0' }

/** Clusters by what each was merged into. */
function merged(goneTo: Record<string, string | null>): ClusterFacts {
  return new Map(Object.entries(goneTo).map(([id, to]) => [id, { place: HERE, goneTo: to as ClusterId | null }]))
}

test.each([
  ['into another, and that into a third', { a: 'b', b: 'c', c: null }, { a: 'c', b: 'c', c: 'c' }],
  ['by two people crosswise', { a: 'b', b: 'a' }, { a: 'a', b: 'a' }],
  ['into a circle of others', { z: 'b', b: 'c', c: 'b' }, { z: 'b', b: 'b', c: 'b' }],
  ['into itself', { a: 'a' }, { a: 'a' }],
  ['into nothing', { a: 'gone', b: 'a' }, { a: 'a', b: 'a' }],
])('clusters that were merged %s', (_how, goneTo, survivors) => {
  expect(Object.fromEntries(survivorsOf(merged(goneTo)))).toEqual(survivors)
})

test('somebody merged fifty thousand clusters in a row, and the canvas is still read at once', () => {
  const many = 50_000
  const chain = Object.fromEntries(Array.from({ length: many }, (_, i) => [`c${i}`, i > 0 ? `c${i - 1}` : null]))
  const survivors = survivorsOf(merged(chain))
  expect(survivors.size).toBe(many)
  expect(new Set(survivors.values())).toEqual(new Set(['c0']))
})

test('nothing lies so far out that the others become dots, whoever put it there', () => {
  const containers = { sections: new Set<string>(), firstSection: undefined, clusters: new Map(), survivors: new Map() }
  const far = { in: null, x: 1e300, y: -1e300 }
  const seen = { is: 'loose', order: '', at: { x: 1e6, y: -1e6 } }
  expect(resolveNotePlace(far, containers)).toEqual(seen)
  expect(resolveClusterPlace(far, containers)).toEqual(seen)
})
