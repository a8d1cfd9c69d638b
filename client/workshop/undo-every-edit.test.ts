import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Change, Edit, EditName } from '../../shared/document/change'
import { addDrawing } from '../../shared/document/drawings'
import * as edits from '../../shared/document/edits'
import { moveItems } from '../../shared/document/move-items'
import { itemOf } from '../../shared/document/roots'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { canvasInMemory, endOf } from './testing/canvas-in-memory'
import { amina } from './testing/workshop-of'
import { UndoSteps } from './undo-history'

const author = { member: amina.id, side: amina.side, now: 2 }

/** Amina's canvas with something on it for every edit, Jon's copy of it, and how the two meet. */
function twoCopies() {
  const { document, barriers, proposals, note, cluster } = canvasInMemory()
  document.clientID = 1
  const [one, two, binned] = ['one', 'two', 'binned'].map((text) => note(text, barriers, amina)) as [
    NoteId,
    NoteId,
    NoteId,
  ]
  const barrier = cluster('Four returns', 'barrier', { in: barriers, notes: [note('three', barriers, amina)] })
  const other = cluster('Late totals', 'barrier', { in: barriers })
  const proposal = cluster('One report', 'proposal', { in: proposals })
  edits.deleteNotes(document, [binned], 1)
  const line = addDrawing(document, {
    record: { v: 1, kind: 'arrow', points: [0, 0, 90, 0], colour: 'ink', size: 'thin' },
    place: { in: barriers, x: 5, y: 5 },
    author,
  }).id
  const jons = new Y.Doc()
  jons.clientID = 2
  const meet = () => {
    Y.applyUpdate(jons, Y.encodeStateAsUpdate(document))
    Y.applyUpdate(document, Y.encodeStateAsUpdate(jons))
  }
  meet()
  return { document, jons, meet, barriers, proposals, one, two, binned, barrier, other, proposal, line }
}

type Copies = ReturnType<typeof twoCopies>

/** Each edit as a view makes it. One that is not here yet is taken back by the same code, but nobody has seen it be. */
const EVERY: Partial<Record<EditName, (copies: Copies) => Edit>> = {
  'add-note': ({ document, barriers }) => edits.addNote(document, { text: 'new', spot: endOf(barriers), author }).edit,
  'add-notes': ({ document, barriers }) =>
    edits.addNotes(document, { texts: ['a', 'b'], spot: endOf(barriers), author }).edit,
  'move-notes': ({ document, one, two, proposals }) => edits.moveNotes(document, [one, two], endOf(proposals)),
  'move-items': ({ document, one, barrier, barriers, proposals, line }) =>
    moveItems(document, {
      notes: [{ ids: [one], spot: endOf(proposals) }],
      clusters: [{ ids: [barrier], spot: endOf(proposals) }],
      drawings: [{ id: line, place: { in: proposals, x: 9, y: 9 } }],
      sections: [{ id: barriers, to: { x: 40, y: 900 } }],
    }),
  'delete-notes': ({ document, one, two }) => edits.deleteNotes(document, [one, two], 2),
  'add-cluster': ({ document, barriers, one }) =>
    edits.addCluster(document, { title: 'New', kind: 'barrier', spot: endOf(barriers), notes: [one], now: 2 }).edit,
  'move-cluster': ({ document, barrier, proposals }) => edits.moveCluster(document, barrier, endOf(proposals)),
  'delete-cluster': ({ document, barrier, barriers }) =>
    edits.deleteCluster(document, { id: barrier, notes: [], to: endOf(barriers), now: 2 }),
  'merge-clusters': ({ document, barrier, other }) =>
    edits.mergeClusters(document, { from: barrier, into: other, notes: [], lastOfInto: null }),
  'change-kind': ({ document, barrier }) => edits.changeKind(document, barrier, 'theme'),
  'note-to-cluster': ({ document, one, barriers }) =>
    edits.noteToCluster(document, { id: one, kind: 'barrier', spot: endOf(barriers), now: 2 }).edit,
  'link-barriers': ({ document, proposal, barrier }) => edits.linkBarriers(document, proposal, [barrier]),
  'put-back': ({ document, binned }) => edits.putBack(document, { is: 'note', id: binned }),
}

/** Jon does something else to what the edit changed. */
function changesOtherwise({ jons, proposals, other }: Copies, { root, id, key }: Change): void {
  const values: Record<string, unknown> = {
    place: { in: proposals, order: 'zz' },
    kind: 'proposal',
    addresses: [other],
    goneTo: 'elsewhere' as ClusterId,
    frame: { x: 1, y: 2, w: 3, h: 4 },
  }
  itemOf(jons, root, id)?.set(key, values[key] ?? 'something else')
}

describe.each(Object.entries(EVERY))('[B35] undoing %s', (name, does) => {
  test('takes it back and does it again, as one step each', () => {
    const copies = twoCopies()
    const steps = new UndoSteps(copies.document, () => undefined)
    const before = JSON.stringify(live(copies.document))
    const edit = does(copies)
    expect(edit.name).toBe(name)
    steps.record(edit)
    const after = JSON.stringify(live(copies.document))
    let updates = 0
    copies.document.on('update', () => updates++)
    expect(steps.undo().is).toBe('done')
    expect(JSON.stringify(live(copies.document))).toBe(before)
    expect(steps.redo().is).toBe('done')
    expect(JSON.stringify(live(copies.document))).toBe(after)
    expect(updates).toBe(2)
  })

  test('leaves everything as it is once Jon has changed any one of its items, and names him', () => {
    const { length } = does(twoCopies()).changes
    expect(length).toBeGreaterThan(0)
    for (let which = 0; which < length; which++) {
      const copies = twoCopies()
      const steps = new UndoSteps(copies.document, () => undefined)
      const edit = does(copies)
      steps.record(edit)
      copies.meet()
      changesOtherwise(copies, edit.changes[which] as Change)
      copies.meet()
      const now = JSON.stringify(copies.document.toJSON())
      expect(steps.undo()).toMatchObject({ is: 'overtaken', by: 2 })
      expect(JSON.stringify(copies.document.toJSON())).toBe(now)
    }
  })
})

/** What is not in the bin: undoing "add" leaves the item there, as nobody removes items. */
function live(document: Y.Doc): unknown {
  const { notes, clusters } = document.toJSON() as Record<
    'notes' | 'clusters',
    Record<string, { place: { in: string } }>
  >
  const kept = (items: typeof notes) => Object.entries(items).filter(([, { place }]) => place.in !== 'bin')
  return [kept(notes).sort(), kept(clusters).sort()]
}
