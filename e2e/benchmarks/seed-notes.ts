import type * as Y from 'yjs'
import { addCluster, addNotes } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { MemberId } from '../../shared/domain/ids'
import { pick, seeded } from '../../shared/testing/random'
import type { OpenRoom } from '../actors/device'

const OPENINGS = [
  'Annual bids mean',
  'Four returns ask that',
  'Nobody told the councils why',
  'The spending review decides late, so',
  'Housing and health count twice and',
]
const ENDINGS = [
  'we hire in March and lay off in April',
  'caseworkers spend Fridays on forms',
  'nothing can be planned beyond one year',
  'residents hear three different answers',
  'the pilot ended before anybody looked at it',
]

/** Fills a canvas with notes of realistic length, half of them in clusters of eight, and waits until they are on disk. */
export async function seedNotes(
  room: OpenRoom,
  count: number,
  author: { member: MemberId; side: 'central' | 'local' },
): Promise<void> {
  const random = seeded(count)
  const { sections } = readCanvas(room.document)
  const [first, second] = sections
  if (!first || !second) throw new Error('the canvas has no sections')
  const texts = Array.from(
    { length: count },
    (_, index) => `${index + 1}. ${pick(random, OPENINGS)} ${pick(random, ENDINGS)}`,
  )
  room.document.transact(() =>
    fill(room.document, { texts, author: { ...author, now: 1 }, first: first.id, second: second.id }),
  )
  await savedAll(room)
}

function fill(document: Y.Doc, given: Seed): void {
  const { texts, author, first, second } = given
  const { ids } = addNotes(document, { texts, spot: { in: first, after: null, before: null }, author })
  for (let at = 0; at + 8 <= ids.length / 2; at += 8) {
    const home = at % 24 === 0 ? second : first
    const kind = home === second ? 'proposal' : 'barrier'
    addCluster(document, {
      title: `Cluster ${at / 8 + 1}: the same question twice`,
      kind,
      spot: { in: home, after: null, before: null },
      notes: ids.slice(at, at + 8),
      now: 1,
    })
  }
}

type Section = ReturnType<typeof readCanvas>['sections'][number]['id']
type Seed = { texts: string[]; author: Parameters<typeof addNotes>[1]['author']; first: Section; second: Section }

/** Resolves when the server says that everything this connection sent is on disk. */
export function savedAll(room: OpenRoom): Promise<void> {
  const before = room.saved()
  return new Promise((resolve) => {
    const stop = room.onAnswer(() => {
      if (room.saved() <= before) return
      stop()
      resolve()
    })
  })
}
