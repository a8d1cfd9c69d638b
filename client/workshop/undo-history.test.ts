import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Edit } from '../../shared/document/change'
import {
  addCluster,
  addNote,
  deleteNotes,
  mergeClusters,
  moveNotes,
  type NoteSpot,
  noteText,
  noteToCluster,
} from '../../shared/document/edits'
import { fillCanvas } from '../../shared/document/new-canvas'
import { readCanvas } from '../../shared/document/projection'
import { TYPING } from '../../shared/document/roots'
import type { MemberId, NoteId, SectionId } from '../../shared/domain/ids'
import { barriersAndProposals } from '../../shared/templates/barriers-and-proposals'
import { UndoSteps } from './undo-history'

/** Amina and Jon at one canvas; what they do arrives when `exchange` is called. */
function twoAtACanvas() {
  const template = barriersAndProposals.canvases[0]
  const [amina, jon] = [personAt(1), personAt(2)]
  const [barriers, proposals] = template ? fillCanvas(amina.document, template) : []
  if (!barriers || !proposals) throw new Error('the template has sections')
  const exchange = () => {
    Y.applyUpdate(jon.document, Y.encodeStateAsUpdate(amina.document))
    Y.applyUpdate(amina.document, Y.encodeStateAsUpdate(jon.document))
  }
  exchange()
  return { amina, jon, barriers, proposals, exchange }
}

function personAt(clientId: number) {
  const document = new Y.Doc()
  document.clientID = clientId
  const steps = new UndoSteps(document, () => {})
  const author = { member: `member${clientId}` as MemberId, side: 'local' as const, now: 1 }
  const record = <T extends { edit: Edit }>(made: T) => {
    steps.record(made.edit)
    return made
  }
  return {
    document,
    steps,
    add: (text: string, section: SectionId) => record(addNote(document, { text, spot: endOf(section), author })).id,
    move: (id: NoteId, to: NoteSpot) => steps.record(moveNotes(document, [id], to)),
    remove: (id: NoteId) => steps.record(deleteNotes(document, [id], 5)),
    record,
    type(id: NoteId, words: string) {
      const text = noteText(document, id)
      for (const key of words) document.transact(() => text?.insert(text.length, key), TYPING)
    },
    words: (id: NoteId) => noteText(document, id)?.toString(),
    outline: () =>
      readCanvas(document).sections.map((section) => [
        ...section.notes.map((note) => note.text),
        ...section.clusters.map((cluster) => `${cluster.title}: ${cluster.notes.map((note) => note.text).join(', ')}`),
      ]),
  }
}

const endOf = (section: SectionId): NoteSpot => ({ in: section, after: null, before: null })

describe('taking back', () => {
  test('a move, and doing it again', () => {
    const { amina, barriers, proposals } = twoAtACanvas()
    const note = amina.add('Annual bids', barriers)
    amina.move(note, endOf(proposals))
    expect(amina.steps.undo().is).toBe('done')
    expect(amina.outline()).toEqual([['Annual bids'], [], []])
    expect(amina.steps.redo().is).toBe('done')
    expect(amina.outline()).toEqual([[], ['Annual bids'], []])
  })

  test('steps come back one by one, in turn, until nothing is left', () => {
    const { amina, barriers } = twoAtACanvas()
    const note = amina.add('', barriers)
    amina.type(note, 'Four returns')
    amina.record(noteToCluster(amina.document, { id: note, kind: 'barrier', spot: endOf(barriers) as never, now: 2 }))
    amina.steps.undo()
    expect(amina.outline()[0]).toEqual(['Four returns'])
    amina.steps.undo()
    expect(amina.outline()[0]).toEqual([''])
    amina.steps.undo()
    expect(amina.outline()[0]).toEqual([])
    expect(amina.steps.undo()).toEqual({ is: 'nothing' })
  })

  test('typing in one note is one step, whatever came before in it', () => {
    const { amina, barriers } = twoAtACanvas()
    const note = amina.add('Annual bids', barriers)
    amina.type(note, ' mean we hire in March')
    amina.steps.undo()
    expect(amina.words(note)).toBe('Annual bids')
    amina.steps.redo()
    expect(amina.words(note)).toBe('Annual bids mean we hire in March')
  })

  test('a merge brings both clusters back with their notes', () => {
    const { amina, barriers } = twoAtACanvas()
    const [one, two] = ['one', 'two'].map((text) => amina.add(text, barriers))
    const spot = { in: barriers, after: null, before: null }
    const from = amina.record(
      addCluster(amina.document, { title: 'From', kind: 'barrier', spot, notes: one ? [one] : [], now: 1 }),
    ).id
    const into = amina.record(
      addCluster(amina.document, { title: 'Into', kind: 'barrier', spot, notes: two ? [two] : [], now: 1 }),
    ).id
    const edit = mergeClusters(amina.document, { from: [from], into, notes: one ? [one] : [], lastOfInto: two ?? null })
    amina.record({ edit })
    expect(amina.outline()[0]).toEqual(['Into: two, one'])
    amina.steps.undo()
    expect(amina.outline()[0]?.sort()).toEqual(['From: one', 'Into: two'])
  })

  test('typing that came to nothing is no step', () => {
    const { amina, barriers } = twoAtACanvas()
    const note = amina.add('Annual', barriers)
    amina.type(note, 'x')
    amina.document.transact(() => noteText(amina.document, note)?.delete(6, 1), TYPING)
    expect(amina.steps.next).toMatchObject({ is: 'edit', edit: { name: 'add-note' } })
  })
})

describe('[TRAPS 8] what somebody else did since', () => {
  test('a note that Jon moved stays where he put it, and the step before is not taken back instead', () => {
    const { amina, jon, barriers, proposals, exchange } = twoAtACanvas()
    const note = amina.add('Annual bids', barriers)
    amina.move(note, endOf(proposals))
    exchange()
    jon.move(note, endOf(barriers))
    exchange()
    expect(amina.steps.undo()).toEqual({ is: 'overtaken', what: 'moved', by: 2 })
    expect(amina.outline()).toEqual([['Annual bids'], [], []])
  })

  test('adding a note is not taken back once Jon has written in it', () => {
    const { amina, jon, barriers, exchange } = twoAtACanvas()
    const note = amina.add('Annual bids', barriers)
    exchange()
    jon.type(note, ' are late')
    exchange()
    expect(amina.steps.undo()).toEqual({ is: 'overtaken', what: 'wrote', by: 2 })
    expect(amina.outline()[0]).toEqual(['Annual bids are late'])
  })

  test('typing is not taken back once Jon has written after it', () => {
    const { amina, jon, barriers, exchange } = twoAtACanvas()
    const note = amina.add('Annual', barriers)
    amina.type(note, ' bids')
    exchange()
    jon.type(note, ' are late')
    exchange()
    expect(amina.steps.undo()).toEqual({ is: 'overtaken', what: 'wrote', by: 2 })
    expect(amina.words(note)).toBe('Annual bids are late')
  })

  test('what is typed after Jon’s words is a step of its own', () => {
    const { amina, jon, barriers, exchange } = twoAtACanvas()
    const note = amina.add('', barriers)
    amina.type(note, 'one')
    exchange()
    jon.type(note, ' two')
    exchange()
    amina.type(note, ' three')
    expect(amina.steps.undo().is).toBe('done')
    expect(amina.words(note)).toBe('one two')
    expect(amina.steps.undo().is).toBe('overtaken')
    expect(amina.words(note)).toBe('one two')
  })

  test('what Jon did is never among one’s own steps', () => {
    const { amina, jon, barriers, exchange } = twoAtACanvas()
    const note = jon.add('By Jon', barriers)
    jon.type(note, ', typed')
    exchange()
    expect(amina.steps.next).toBeUndefined()
  })

  test('a note that was deleted is not brought back by undoing its move', () => {
    const { amina, jon, barriers, proposals, exchange } = twoAtACanvas()
    const note = amina.add('Annual bids', barriers)
    amina.move(note, endOf(proposals))
    exchange()
    jon.remove(note)
    exchange()
    expect(amina.steps.undo().is).toBe('overtaken')
    expect(amina.outline()).toEqual([[], [], []])
  })
})
