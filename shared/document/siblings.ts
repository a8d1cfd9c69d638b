import type { Recorder } from './change'
import { byOrder, keysBetween } from './order'
import { readPlace } from './place'
import { rootOf } from './roots'

/**
 * Makes room after `before` when the neighbour that should follow has the same key (two people inserted at one gap): every
 * item in the container with that key but the first by id gets a new one. Reads the whole root, which a tie, being rare, may.
 */
export function rekeyed(
  record: Recorder,
  root: 'notes' | 'clusters',
  container: string,
  before: string,
): { before: string; after: string | null } {
  const siblings: { id: string; order: string }[] = []
  rootOf(record.document, root).forEach((item, id) => {
    const place = readPlace(item.get('place'))
    if (place && 'order' in place && place.in === container) siblings.push({ id, order: place.order })
  })
  siblings.sort(byOrder)
  const tied = siblings.filter((sibling) => sibling.order === before)
  const after = siblings.find((sibling) => sibling.order > before)?.order ?? null
  const moved = tied.slice(1)
  const keys = keysBetween(before, after, moved.length)
  moved.forEach(({ id }, index) => {
    record.set(root, id, 'place', { in: container, order: keys[index] ?? before })
  })
  return { before, after: keys[0] ?? after }
}
