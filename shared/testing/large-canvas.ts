import type * as Y from 'yjs'
import { type Author, addCluster, addNotes } from '../document/edits'
import { readCanvas } from '../document/projection'
import type { NoteId } from '../domain/ids'
import { seeded } from './random'

export type GivenNote = { text: string; side: 'central' | 'local'; cluster: string }

/** How many clusters, and which part of the notes lies in them; the rest is not sorted yet. */
const CLUSTERS = 80
const SORTED = 0.75

/**
 * Fills a canvas of the template *barriers and proposals* as a large workshop would: notes of real length from both sides,
 * 80 clusters of uneven size, most of them barriers. One step at a time, so that no update gets too large for a server.
 */
export function* fillLargeCanvas(
  document: Y.Doc,
  given: { notes: readonly GivenNote[]; count: number; member: Author['member'] },
): Generator<NoteId[]> {
  const [barriers, proposals, parked] = readCanvas(document).sections
  if (!barriers || !proposals || !parked) throw new Error('the template has three sections')
  const random = seeded(given.count)
  const titles = [...new Set(given.notes.map((note) => note.cluster))]
  const sorted: NoteId[] = []
  for (let made = 0; made < given.count; ) {
    const { text, side } = given.notes[made % given.notes.length] ?? { text: '', side: 'local' as const }
    const texts = Array.from({ length: Math.min(3, given.count - made) }, (_, index) => `${text} (${made + index + 1})`)
    const author: Author = { member: given.member, side, now: 1 + made }
    const { ids } = addNotes(document, { texts, spot: { in: barriers.id, after: null, before: null }, author })
    for (const id of ids) if (random() < SORTED) sorted.push(id)
    made += ids.length
    yield ids
  }
  for (let made = 0; made < CLUSTERS; made++) {
    const share = sorted.length / (CLUSTERS - made)
    const notes = sorted.splice(0, made === CLUSTERS - 1 ? sorted.length : Math.round(share * (0.4 + 1.2 * random())))
    const home = made % 8 === 7 ? parked : made % 3 === 2 ? proposals : barriers
    addCluster(document, {
      title: titles[made % titles.length] ?? '',
      kind: home.kind,
      spot: { in: home.id, after: null, before: null },
      notes,
      now: 1,
    })
    yield notes
  }
}
