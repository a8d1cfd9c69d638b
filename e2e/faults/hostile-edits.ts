import * as Y from 'yjs'
import { addNote, noteText } from '../../shared/document/edits'
import type { MemberId } from '../../shared/domain/ids'
import type { Side } from '../../shared/domain/side'
import { update } from './hostile-messages'
import { type Kinds, type Random, type Scene, upTo } from './hostile-random'

type Items = Y.Map<unknown>
const NOW = 1

/** What one edit on a copy of the canvas changes, as an update. */
export function editOf(state: Uint8Array, edit: (document: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, state)
  const before = Y.encodeStateVector(copy)
  edit(copy)
  const made = Y.encodeStateAsUpdate(copy, before)
  copy.destroy()
  return made
}

const edits =
  (...all: ((document: Y.Doc, scene: Scene, random: Random) => void)[]) =>
  (random: Random, scene: Scene) =>
    all.map((edit) => update(editOf(scene.state, (document) => edit(document, scene, random))))

/** Yjs' own types where an item belongs; a new one each, since a type lies in one place only. */
const WRONG_TYPES = [
  () => new Y.Array(),
  () => Y.Array.from(['x']),
  () => new Y.Text('x'),
  () => new Y.XmlElement('script'),
  () => new Y.XmlFragment(),
  () => new Y.XmlText('x'),
]
const ITEM_ROOTS = ['notes', 'clusters', 'drawings', 'sections'] as const

const newId = (random: Random) => `hostile${upTo(random, 1e9).toString(36)}`

const itemsOf = (document: Y.Doc, root: string) => document.getMap<unknown>(root)

/** Well made updates of what this member may not do, or what nobody does. */
export const EDIT_KINDS: Kinds = {
  'notes in the name of somebody else': edits(
    (document, scene) => write(document, scene, { member: scene.author, side: 'central' }),
    (document, scene) => write(document, scene, { member: scene.attacker, side: 'other' }),
    (document, scene) => write(document, scene, { member: null, side: null }),
    (document, { note, attacker }) => (itemsOf(document, 'notes').get(note) as Items).set('author', attacker),
    (document, { note }) => (itemsOf(document, 'notes').get(note) as Items).set('side', 'local'),
  ),
  'roots that no canvas has': edits(
    (document, _scene, random) => document.getMap(newId(random)).set('a', 1),
    (document) => document.getArray('hostile').insert(0, [1, 2, 3]),
    (document) => document.getText('hostile').insert(0, 'x'),
    (document) => document.getMap('actions').set('a', new Y.Map()),
    (document) => document.getMap('__proto__').set('constructor', 1),
    (document) => document.getXmlFragment('hostile').insert(0, [new Y.XmlElement('script')]),
  ),
  'roots of another type': (random, scene) =>
    ITEM_ROOTS.map((root) => {
      const document = new Y.Doc()
      if (upTo(random, 2) === 0) document.getArray(root).insert(0, ['x'])
      else document.getText(root).insert(0, 'x', { bold: scene.attacker })
      return update(Y.encodeStateAsUpdate(document))
    }),
  'other types where items belong': (random, { state }) =>
    ITEM_ROOTS.flatMap((root) =>
      WRONG_TYPES.map((make) =>
        update(editOf(state, (document) => itemsOf(document, root).set(newId(random), make()))),
      ),
    ),
  'plain values where items belong': (random, { state }) =>
    ITEM_ROOTS.flatMap((root) =>
      [1, 'x', null, { text: 'x' }, new Uint8Array(9)].map((value) =>
        update(editOf(state, (document) => itemsOf(document, root).set(newId(random), value))),
      ),
    ),
  'items and words torn out': edits(
    (document, { note }) => itemsOf(document, 'notes').delete(note),
    (document, { note }) => (itemsOf(document, 'notes').get(note) as Items).delete('text'),
    (document, { note }) => (itemsOf(document, 'notes').get(note) as Items).set('text', 'plain'),
    (document, { section }) => itemsOf(document, 'sections').delete(section),
    (document, { section }) => (itemsOf(document, 'sections').get(section) as Items).set('title', new Y.Text('Mine')),
    (document) => itemsOf(document, 'notes').clear(),
  ),
  'notes of others thrown away': edits((document, { note, section }) =>
    (itemsOf(document, 'notes').get(note) as Items).set('place', { in: 'bin', from: { in: section }, at: NOW }),
  ),
  'places that nobody can read': edits(
    ...[null, 7, 'here', { in: 7 }, { in: 'bin' }, { x: Number.NaN }, []].map(
      (place) => (document: Y.Doc, scene: Scene) =>
        (itemsOf(document, 'notes').get(scene.note) as Items).set('place', place),
    ),
  ),
  'documents inside the document': edits((document, _scene, random) =>
    itemsOf(document, 'drawings').set(newId(random), new Y.Doc()),
  ),
  'things embedded in words': edits(
    (document, { note }) => noteText(document, note)?.insertEmbed(0, { image: 'x' }),
    (document, { note }) => noteText(document, note)?.insertEmbed(0, new Y.Map()),
  ),
}

function write(document: Y.Doc, { section }: Scene, author: { member: MemberId | null; side: Side | null }): void {
  const spot = { in: section, after: null, before: null }
  addNote(document, { text: 'Not from me', spot, author: { ...author, now: NOW } })
}
