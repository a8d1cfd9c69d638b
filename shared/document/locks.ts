import type * as Y from 'yjs'
import { isBinned } from '../domain/place'
import { readPlace } from './place'
import { itemOf } from './roots'

/** A merged cluster is followed no further than this: somebody may have merged thousands into one another. */
const LONGEST_WAY = 20

/**
 * Whether a lock is on an item: on itself, on the cluster or the section that it lies in. `at` is the place meant, where it
 * is not yet the item's own. Reads a few values, however large the document is.
 */
export function isLocked(document: Y.Doc, root: 'notes' | 'clusters' | 'drawings', id: string, at?: unknown): boolean {
  const item = itemOf(document, root, id)
  return item?.get('locked') === true || isPlaceLocked(document, item?.get('place')) || isPlaceLocked(document, at)
}

function isPlaceLocked(document: Y.Doc, value: unknown): boolean {
  const place = readPlace(value)
  const live = place && isBinned(place) ? place.from : place
  let container = live?.in
  for (let steps = 0; typeof container === 'string' && steps < LONGEST_WAY; steps += 1) {
    if (itemOf(document, 'sections', container)?.get('locked') === true) return true
    const cluster = itemOf(document, 'clusters', container)
    if (cluster?.get('locked') === true) return true
    const goneTo = cluster?.get('goneTo')
    const home = readPlace(cluster?.get('place'))
    container = typeof goneTo === 'string' ? (goneTo as typeof container) : inOf(home)
  }
  return false
}

function inOf(place: ReturnType<typeof readPlace>) {
  return place && isBinned(place) ? place.from.in : place?.in
}
