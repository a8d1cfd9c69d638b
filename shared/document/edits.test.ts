import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { allClusters, allNotes } from '../domain/canvas-view'
import type { ClusterId, MemberId, NoteId, SectionId } from '../domain/ids'
import { barriersAndProposals } from '../templates/barriers-and-proposals'
import { openCopies } from '../testing/copies'
import { revert } from './change'
import {
  addCluster,
  addNote,
  addNotes,
  deleteCluster,
  deleteNotes,
  linkBarriers,
  mergeClusters,
  moveNotes,
  noteText,
  noteToCluster,
  putBack,
} from './edits'
import { fillCanvas } from './new-canvas'
import { openCanvasReader, readCanvas } from './projection'
import { rootOf } from './roots'

const amina = { member: 'amina000' as MemberId, side: 'central', now: 1 } as const
const jon = { member: 'jon00000' as MemberId, side: 'local', now: 2 } as const

function openCanvas(people = 1) {
  const { documents, settle } = openCopies(people)
  const [first] = documents
  if (!first) throw new Error('nobody here')
  const template = barriersAndProposals.canvases[0]
  if (!template) throw new Error('the template has a canvas')
  const [barriers, proposals, parked] = fillCanvas(first, template) as [SectionId, SectionId, SectionId]
  settle()
  return { documents, document: first, settle, barriers, proposals, parked }
}

const end = <In extends SectionId | ClusterId>(container: In) => ({ in: container, after: null, before: null })

describe('notes', () => {
  test('come in the order they are given, between their neighbours', () => {
    const { document, barriers } = openCanvas()
    const first = addNote(document, { text: 'one', spot: end(barriers), author: amina }).id
    const third = addNote(document, {
      text: 'three',
      spot: { in: barriers, after: first, before: null },
      author: amina,
    }).id
    addNote(document, { text: 'two', spot: { in: barriers, after: first, before: third }, author: jon })
    expect(readCanvas(document).sections[0]?.notes.map((n) => n.text)).toEqual(['one', 'two', 'three'])
  })

  test('with one key (two people inserted at one gap) still take a note between them', () => {
    const { document, barriers } = openCanvas()
    const ids = addNotes(document, { texts: ['a', 'b'], spot: end(barriers), author: amina }).ids as [NoteId, NoteId]
    for (const id of ids) rootOf(document, 'notes').get(id)?.set('place', { in: barriers, order: 'a0' })
    const [left, right] = [...ids].sort() as [NoteId, NoteId]
    const between = addNote(document, {
      text: 'between',
      spot: { in: barriers, after: left, before: right },
      author: jon,
    }).id
    expect(readCanvas(document).sections[0]?.notes.map((n) => n.id)).toEqual([left, between, right])
  })

  test('deleted while Jon types keep every word and can be put back where they were', () => {
    const { documents, document, settle, barriers } = openCanvas(2)
    const id = addNote(document, { text: 'The lift', spot: end(barriers), author: amina }).id
    settle()
    deleteNotes(document, [id], 10)
    const jons = documents[1] as Y.Doc
    noteText(jons, id)?.insert(8, ' is broken')
    settle()
    expect(readCanvas(jons).bin).toMatchObject([{ is: 'note', text: 'The lift is broken' }])
    putBack(jons, { is: 'note', id })
    expect(readCanvas(jons).sections[0]?.notes.map((n) => n.text)).toEqual(['The lift is broken'])
  })

  test('moved by two people at once end in one place, the same for both', () => {
    const { documents, document, settle, barriers, proposals, parked } = openCanvas(2)
    const id = addNote(document, { text: 'torn?', spot: end(barriers), author: amina }).id
    settle()
    moveNotes(document, [id], end(proposals))
    moveNotes(documents[1] as Y.Doc, [id], end(parked))
    settle()
    const [mine, theirs] = documents.map((d) => readCanvas(d))
    expect(mine).toEqual(theirs)
    expect(allNotes(mine as never)).toHaveLength(1)
  })
})

describe('clusters', () => {
  test('a note becomes a barrier in one step, and one undo takes it back', () => {
    const { document, barriers } = openCanvas()
    const id = addNote(document, { text: 'Four  returns\nask the same', spot: end(barriers), author: amina }).id
    const done = noteToCluster(document, { id, kind: 'barrier', spot: end(barriers), now: 3 })
    const [cluster] = readCanvas(document).sections[0]?.clusters ?? []
    expect(cluster).toMatchObject({ title: 'Four returns ask the same', kind: 'barrier', notes: [{ id }] })
    expect(revert(document, done.edit).ok).toBe(true)
    expect(readCanvas(document).sections[0]).toMatchObject({ clusters: [], notes: [{ id }] })
  })

  test('of a long note the title takes what a title holds, and the note stays whole', () => {
    const titleOf = (text: string) => {
      const { document, barriers } = openCanvas()
      const { id } = addNote(document, { text, spot: end(barriers), author: amina })
      noteToCluster(document, { id, kind: 'barrier', spot: end(barriers), now: 3 })
      const [cluster] = readCanvas(document).sections[0]?.clusters ?? []
      expect(cluster?.notes).toMatchObject([{ text }])
      return cluster?.title ?? ''
    }
    expect(titleOf('x'.repeat(300))).toBe('x'.repeat(300))
    expect(titleOf('word '.repeat(600))).toBe(`${'word '.repeat(59)}word…`)
    expect(titleOf(`${'word '.repeat(59)}words and more`)).toBe(`${'word '.repeat(58)}word…`)
    expect(titleOf('x'.repeat(3_000))).toBe(`${'x'.repeat(299)}…`)
    expect(titleOf(`${'x'.repeat(298)}🙂${'x'.repeat(300)}`)).toBe(`${'x'.repeat(298)}…`)
  })

  test('deleting one removes only the heading', () => {
    const { document, barriers } = openCanvas()
    const { ids } = addNotes(document, { texts: ['a', 'b', 'c'], spot: end(barriers), author: amina })
    const { id } = addCluster(document, { title: 'All', kind: 'barrier', spot: end(barriers), notes: ids, now: 3 })
    deleteCluster(document, { id, notes: ids, to: end(barriers), now: 4 })
    const section = readCanvas(document).sections[0]
    expect(section?.clusters).toEqual([])
    expect(section?.notes.map((n) => n.text)).toEqual(['a', 'b', 'c'])
  })

  test('its notes come after those that were not sorted before', () => {
    const { document, barriers } = openCanvas()
    const first = addNotes(document, { texts: ['p', 'q'], spot: end(barriers), author: amina }).ids
    const { id } = addCluster(document, { title: 'C', kind: 'barrier', spot: end(barriers), now: 3 })
    const { ids } = addNotes(document, { texts: ['a', 'b'], spot: end(id), author: amina })
    deleteCluster(document, { id, notes: ids, to: { in: barriers, after: first.at(-1) ?? null, before: null }, now: 4 })
    expect(readCanvas(document).sections[0]?.notes.map((n) => n.text)).toEqual(['p', 'q', 'a', 'b'])
  })

  test('a note put into a cluster that somebody deletes meanwhile falls to its section', () => {
    const { documents, document, settle, barriers } = openCanvas(2)
    const { id } = addCluster(document, { title: 'Going', kind: 'barrier', spot: end(barriers), now: 3 })
    settle()
    deleteCluster(document, { id, notes: [], to: end(barriers), now: 4 })
    addNote(documents[1] as Y.Doc, { text: 'late', spot: end(id), author: jon })
    settle()
    expect(readCanvas(document).sections[0]?.notes.map((n) => n.text)).toEqual(['late'])
  })

  test('merged crosswise by two people leave one cluster with all notes', () => {
    const { documents, document, settle, barriers } = openCanvas(2)
    const x = addCluster(document, { title: 'X', kind: 'barrier', spot: end(barriers), now: 1 }).id
    const y = addCluster(document, { title: 'Y', kind: 'barrier', spot: end(barriers), now: 1 }).id
    const nx = addNote(document, { text: 'x', spot: end(x), author: amina }).id
    const ny = addNote(document, { text: 'y', spot: end(y), author: jon }).id
    settle()
    mergeClusters(document, { from: [x], into: y, notes: [nx], lastOfInto: ny })
    mergeClusters(documents[1] as Y.Doc, { from: [y], into: x, notes: [ny], lastOfInto: nx })
    settle()
    const clusters = allClusters(readCanvas(document))
    expect(clusters).toHaveLength(1)
    expect(clusters[0]?.notes.map((n) => n.text).sort()).toEqual(['x', 'y'])
    expect(readCanvas(documents[1] as Y.Doc)).toEqual(readCanvas(document))
  })

  test('a proposal answers only barriers that live', () => {
    const { document, barriers, proposals } = openCanvas()
    const barrier = addCluster(document, { title: 'B', kind: 'barrier', spot: end(barriers), now: 1 }).id
    const proposal = addCluster(document, { title: 'P', kind: 'proposal', spot: end(proposals), now: 1 }).id
    linkBarriers(document, proposal, [barrier, barrier, 'gone0000' as ClusterId, proposal])
    expect(readCanvas(document).sections[1]?.clusters[0]?.addresses).toEqual([barrier])
    deleteCluster(document, { id: barrier, notes: [], to: end(barriers), now: 2 })
    expect(readCanvas(document).sections[1]?.clusters[0]?.addresses).toEqual([])
  })
})

describe('taking an edit back', () => {
  test('leaves alone what somebody else changed since, and says who', () => {
    const { documents, document, settle, barriers, proposals, parked } = openCanvas(2)
    const id = addNote(document, { text: 'mine', spot: end(barriers), author: amina }).id
    settle()
    const move = moveNotes(document, [id], end(proposals))
    settle()
    const jons = documents[1] as Y.Doc
    moveNotes(jons, [id], end(parked))
    settle()
    expect(revert(document, move)).toMatchObject({ ok: false, overtaken: { id, by: jons.clientID } })
    expect(readCanvas(document).sections[2]?.notes.map((n) => n.id)).toEqual([id])
  })

  test('of "add" is refused once Jon wrote in the note, and is done again by undoing the undo', () => {
    const { documents, document, settle, barriers } = openCanvas(2)
    const { id, edit } = addNote(document, { text: 'mine', spot: end(barriers), author: amina })
    const undone = revert(document, edit)
    expect(readCanvas(document).sections[0]?.notes).toEqual([])
    if (!undone.ok) throw new Error('nobody had changed it')
    expect(revert(document, undone.value).ok).toBe(true)
    settle()
    noteText(documents[1] as Y.Doc, id)?.insert(0, 'not only ')
    settle()
    expect(revert(document, edit)).toMatchObject({ ok: false, overtaken: { key: 'text' } })
    expect(readCanvas(document).sections[0]?.notes.map((n) => n.text)).toEqual(['not only mine'])
  })
})

describe('reading', () => {
  test('leaves out and counts garbage, and never throws', () => {
    const { document, barriers } = openCanvas()
    addNote(document, { text: 'good', spot: end(barriers), author: amina })
    const notes = document.getMap<unknown>('notes')
    notes.set('n1', 'a string')
    notes.set('n2', new Y.Map<unknown>([['text', 'not shared text']]))
    notes.set('n3', new Y.Array())
    document.getMap('clusters').set('c1', new Y.Map<unknown>([['kind', 'nonsense']]))
    document.getMap('sections').set('s1', 7)
    const view = readCanvas(document)
    expect(view.leftOut).toBe(5)
    expect(allNotes(view).map((n) => n.text)).toEqual(['good'])
  })

  test('follows the document edit by edit and says so once a transaction', () => {
    const { document, barriers } = openCanvas()
    const reader = openCanvasReader(document)
    let told = 0
    reader.subscribe(() => {
      told += 1
    })
    const { ids } = addNotes(document, { texts: ['a', 'b'], spot: end(barriers), author: amina })
    noteText(document, ids[0] as NoteId)?.insert(1, '!')
    document.getMap('elsewhere').set('x', 1)
    expect(told).toBe(2)
    expect(reader.view()).toEqual(readCanvas(document))
    reader.close()
  })
})
