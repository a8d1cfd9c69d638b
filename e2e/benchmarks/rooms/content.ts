import * as Y from 'yjs'
import { addCluster, addNotes } from '../../../shared/document/edits'
import { fillCanvas } from '../../../shared/document/new-canvas'
import { readCanvas } from '../../../shared/document/projection'
import type { MemberId } from '../../../shared/domain/ids'
import { TEMPLATES } from '../../../shared/templates/all'
import { pick, seeded } from '../../../shared/testing/random'

const OPENINGS = [
  'Annual bids mean',
  'Four returns ask that',
  'Nobody told the councils why',
  'The spending review decides late, so',
  'Housing and health count twice and',
]
const ENDINGS = [
  'we hire in March and lay off in April, and the people we trained are gone when the money comes back',
  'caseworkers spend Fridays on forms instead of on people',
  'nothing can be planned beyond one year',
  'residents hear three different answers from three offices of one government',
  'the pilot ended before anybody looked at it',
]
/** Notes by one hand: a document of 5,000 has two hundred authors, as a large workshop's would. */
const NOTES_AN_AUTHOR = 25

/** Fills a canvas as many people would have, a fifth of the notes in clusters. */
export function fillWithNotes(document: Y.Doc, count: number, member: MemberId | null): void {
  const random = seeded(count)
  const section = readCanvas(document).sections[0]
  if (!section) throw new Error('the canvas has no sections')
  const author = { member, side: 'central' as const, now: 1 }
  const { clientID } = document
  for (let from = 0; from < count; from += NOTES_AN_AUTHOR) {
    document.clientID = 1 + Math.floor(random() * 2 ** 31)
    const texts = Array.from(
      { length: Math.min(NOTES_AN_AUTHOR, count - from) },
      (_, index) => `${from + index + 1}. ${pick(random, OPENINGS)} ${pick(random, ENDINGS)}`,
    )
    const spot = { in: section.id, after: null, before: null }
    const { ids } = addNotes(document, { texts, spot, author })
    addCluster(document, { title: `Cluster ${from}`, kind: 'barrier', spot, notes: ids.slice(0, 5), now: 1 })
  }
  document.clientID = clientID
}

/** The same content for servers that have no workshops. */
export function canvasOf(notes: number): Uint8Array {
  const document = new Y.Doc()
  const template = TEMPLATES[0]?.canvases[0]
  if (!template) throw new Error('there is no template')
  fillCanvas(document, template)
  fillWithNotes(document, notes, null)
  return Y.encodeStateAsUpdate(document)
}

export function noteCount(document: Y.Doc): number {
  return document.getMap('notes').size
}
