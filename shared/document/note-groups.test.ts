import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { MemberId, NoteId } from '../domain/ids'
import { revert } from './change'
import { addCluster, addNotes } from './edits'
import { fillCanvas } from './new-canvas'
import { addNoteGroups, placeNotes } from './note-groups'
import { readCanvas } from './projection'

const priya = { member: 'priya' as MemberId, side: null, now: 1 }

function open() {
  const document = new Y.Doc()
  const section = { prompt: '', frame: { x: 0, y: 0, w: 800, h: 600 }, kind: 'barrier' as const, parked: false }
  const [home, free] = fillCanvas(document, {
    title: 'Canvas',
    sections: [
      { ...section, title: 'Home', layout: 'flow' },
      { ...section, title: 'Free', layout: 'free', frame: { ...section.frame, y: 700 } },
    ],
  } as never)
  if (!home || !free) throw new Error('no sections')
  const { ids } = addNotes(document, {
    texts: ['a', 'b'],
    spot: { in: home, after: null, before: null },
    author: priya,
  })
  const cluster = addCluster(document, {
    title: 'Money',
    kind: 'barrier',
    spot: { in: home, after: null, before: null },
    now: 1,
  })
  return { document, home, free, ids, cluster: cluster.id }
}

test('[B51] an import goes to several places in one step, and is taken back in one', () => {
  const { document, home, ids, cluster } = open()
  const updates: Uint8Array[] = []
  document.on('update', (update) => updates.push(update))
  const done = addNoteGroups(
    document,
    [
      {
        spot: { in: cluster, after: null, before: null },
        notes: [
          { text: 'c', side: 'central' },
          { text: 'd', side: null },
        ],
      },
      {
        spot: { in: home, after: ids[0] ?? null, before: ids[1] ?? null },
        notes: [{ text: 'between', side: 'local' }],
      },
    ],
    priya,
  )
  expect(updates).toHaveLength(1)
  const [section] = readCanvas(document).sections
  expect(section?.notes.map((note) => note.text)).toEqual(['a', 'between', 'b'])
  expect(section?.clusters[0]?.notes.map(({ text, side, author }) => [text, side, author])).toEqual([
    ['c', 'central', 'priya'],
    ['d', null, 'priya'],
  ])
  expect(done.ids).toHaveLength(3)
  expect(revert(document, done.edit).ok).toBe(true)
  expect(readCanvas(document).sections[0]?.notes.map((note) => note.text)).toEqual(['a', 'b'])
  expect(readCanvas(document).sections[0]?.clusters[0]?.notes).toEqual([])
})

test('[B54] several notes on free ground each get their own place in one step', () => {
  const { document, free, ids } = open()
  const places = new Map(ids.map((id, index) => [id as NoteId, { in: free, x: index * 180, y: 40 }]))
  const edit = placeNotes(document, places)
  const notes = () => readCanvas(document).sections[1]?.notes.map(({ text, at }) => [text, at])
  expect(notes()).toEqual([
    ['a', { x: 0, y: 40 }],
    ['b', { x: 180, y: 40 }],
  ])
  revert(document, edit)
  expect(notes()).toEqual([])
})
