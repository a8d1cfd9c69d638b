import * as Y from 'yjs'
import { addNote } from '../../shared/document/edits'
import { type Touch, touchesOf } from '../../shared/document/touches'
import type { CanvasId, MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import { itemsOf, noMaps } from './judging-table'

type Judge = (touch: Touch, document: Y.Doc, update: readonly Touch[]) => string | undefined

export const AMINA = 'amina1' as MemberId
export const CANVAS = 'canvas1' as CanvasId
const SECTION = 'section1' as SectionId
export const author = { member: AMINA, side: 'central', now: 1 } as const
export const spot = { in: SECTION, after: null, before: null }

/** Amina's drafts on the server, and what is said of an edit of her copy of them; what is taken is applied. */
export function openDrafts(judge: Judge) {
  const server = new Y.Doc()
  const device = new Y.Doc()
  const send = (edit: (document: Y.Doc) => void): string | undefined => {
    Y.applyUpdate(device, Y.encodeStateAsUpdate(server))
    const before = Y.encodeStateVector(server)
    edit(device)
    const update = Y.encodeStateAsUpdate(device, before)
    const { touches } = touchesOf(server, update)
    const refusal = touches.map((touch) => judge(touch, server, touches)).find((code) => code !== undefined)
    if (refusal === undefined) Y.applyUpdate(server, update)
    return refusal
  }
  return { server, send }
}

export const mine = (document: Y.Doc, text = 'Annual bids') =>
  addNote(document, { text, spot, author, canvas: CANVAS }).id
const raw = (fields: Record<string, unknown>) =>
  new Y.Map<unknown>(
    Object.entries({
      text: new Y.Text('x'),
      place: { in: SECTION, order: 'a0' },
      createdAt: 1,
      author: AMINA,
      side: 'central',
      canvas: CANVAS,
      ...fields,
    }),
  )

/** What no view does, by somebody who has the document in hand. */
export const FORGED: [string, (document: Y.Doc, id: NoteId) => void][] = [
  [
    'a note in another’s name',
    (document) =>
      addNote(document, { text: 'x', spot, author: { ...author, member: 'jon1' as MemberId }, canvas: CANVAS }),
  ],
  [
    'a note in no name',
    (document) => addNote(document, { text: 'x', spot, author: { ...author, member: null }, canvas: CANVAS }),
  ],
  [
    'a note for a side that was never theirs',
    (document) => addNote(document, { text: 'x', spot, author: { ...author, side: 'local' }, canvas: CANVAS }),
  ],
  ['a note for no canvas', (document) => addNote(document, { text: 'x', spot, author })],
  ['a canvas that is no id', (document) => itemsOf(document, 'notes').set('n1', raw({ canvas: { in: 'x' } }))],
  [
    'a note that says it was shown',
    (document) => itemsOf(document, 'notes').set('n1', raw({ revealed: { id: 'n2', text: '', times: 1 } })),
  ],
  [
    'a mark on a note',
    (document, id) => itemsOf(document, 'notes').get(id)?.set('revealed', { id, text: '', times: 1 }),
  ],
  ['another author afterwards', (document, id) => itemsOf(document, 'notes').get(id)?.set('author', 'jon1')],
  ['another side afterwards', (document, id) => itemsOf(document, 'notes').get(id)?.set('side', 'other')],
  ['another canvas afterwards', (document, id) => itemsOf(document, 'notes').get(id)?.set('canvas', 'canvas2')],
  ['another time afterwards', (document, id) => itemsOf(document, 'notes').get(id)?.set('createdAt', 5)],
  [
    'other words in the place of the words',
    (document, id) => itemsOf(document, 'notes').get(id)?.set('text', new Y.Text('y')),
  ],
  ['a place that nobody can read', (document, id) => itemsOf(document, 'notes').get(id)?.set('place', 'here')],
  ['a field that notes do not have', (document, id) => itemsOf(document, 'notes').get(id)?.set('script', 'x')],
  ['a note taken out', (document, id) => itemsOf(document, 'notes').delete(id)],
  ['a field taken out', (document, id) => itemsOf(document, 'notes').get(id)?.delete('place')],
  ['a note over another', (document, id) => itemsOf(document, 'notes').set(id, raw({}))],
  ['an id that is none', (document) => itemsOf(document, 'notes').set('<b>', raw({}))],
  ['sections', (document) => itemsOf(document, 'sections').set('s1', raw({}))],
  ['clusters', (document) => itemsOf(document, 'clusters').set('c1', raw({}))],
  ['a root of their own', (document) => document.getText('diary').insert(0, 'x')],
  [
    'something deep inside',
    (document, id) => {
      const inner = new Y.Map<unknown>([['a', new Y.Map<unknown>([['b', 1]])]])
      itemsOf(document, 'notes').get(id)?.set('more', inner)
    },
  ],
  ...noMaps().map((_, index): [string, (document: Y.Doc) => void] => [
    `what is no note (${index})`,
    (document) => document.getMap<unknown>('notes').set('n1', noMaps()[index]),
  ]),
]
