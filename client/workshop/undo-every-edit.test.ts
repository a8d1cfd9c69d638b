import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Change, Edit, EditName } from '../../shared/document/change'
import { foldClusters, splitCluster } from '../../shared/document/cluster-edits'
import { deleteItems } from '../../shared/document/delete-items'
import { addDrawing, deleteDrawings, describeDrawings, moveDrawings } from '../../shared/document/drawings'
import * as edits from '../../shared/document/edits'
import { lockItems } from '../../shared/document/lock-edits'
import { moveItems } from '../../shared/document/move-items'
import { itemOf } from '../../shared/document/roots'
import * as sections from '../../shared/document/section-edits'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { canvasInMemory, endOf } from './testing/canvas-in-memory'
import { amina } from './testing/workshop-of'
import { UndoSteps } from './undo-history'

const LINE = { v: 1, kind: 'arrow', points: [0, 0, 90, 0], colour: 'ink', size: 'thin' } as const
const FRAME = { x: 0, y: 2_000, w: 500, h: 300 }
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
  const [three, locked] = [note('three', barriers, amina), note('locked', barriers, amina)]
  const barrier = cluster('Four returns', 'barrier', { in: barriers, notes: [three] })
  const folded = cluster('Folded', 'barrier', { in: barriers, notes: [note('inside', barriers, amina)] })
  foldClusters(document, [folded], true)
  lockItems(document, [{ is: 'note', id: locked }], true)
  const other = cluster('Late totals', 'barrier', { in: barriers })
  const proposal = cluster('One report', 'proposal', { in: proposals })
  edits.deleteNotes(document, [binned], 1)
  const line = addDrawing(document, {
    record: LINE,
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
  const made = { barriers, proposals, one, two, three, locked, binned, barrier, folded, other, proposal, line }
  return { document, jons, meet, ...made }
}

type Copies = ReturnType<typeof twoCopies>

/** Each edit as a view makes it. */
const EVERY: Record<EditName, (copies: Copies) => Edit> = {
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
  'delete-items': ({ document, one, two, three, barrier, other, barriers, line }) =>
    deleteItems(
      document,
      {
        notes: [one, two],
        headings: [{ ids: [barrier, other], notes: [three], to: endOf(barriers) }],
        drawings: [line],
      },
      2,
    ),
  'add-cluster': ({ document, barriers, one }) =>
    edits.addCluster(document, { title: 'New', kind: 'barrier', spot: endOf(barriers), notes: [one], now: 2 }).edit,
  'move-cluster': ({ document, barrier, proposals }) => edits.moveCluster(document, barrier, endOf(proposals)),
  'delete-cluster': ({ document, barrier, barriers }) =>
    edits.deleteCluster(document, { id: barrier, notes: [], to: endOf(barriers), now: 2 }),
  'merge-clusters': ({ document, barrier, other }) =>
    edits.mergeClusters(document, { from: [barrier], into: other, notes: [], lastOfInto: null }),
  'change-kind': ({ document, barrier }) => edits.changeKind(document, barrier, 'theme'),
  'note-to-cluster': ({ document, one, barriers }) =>
    edits.noteToCluster(document, { id: one, kind: 'barrier', spot: endOf(barriers), now: 2 }).edit,
  'link-barriers': ({ document, proposal, barrier }) => edits.linkBarriers(document, proposal, [barrier]),
  'put-back': ({ document, binned }) => edits.putBack(document, { is: 'note', id: binned }),
  'add-drawing': ({ document, barriers }) =>
    addDrawing(document, { record: LINE, place: { in: barriers, x: 9, y: 9 }, author }).edit,
  'move-drawings': ({ document, line, proposals }) =>
    moveDrawings(document, [{ id: line, place: { in: proposals, x: 9, y: 9 } }]),
  'describe-drawing': ({ document, line }) => describeDrawings(document, [line], 'How a bid goes round'),
  'delete-drawings': ({ document, line }) => deleteDrawings(document, [line], 2),
  'fold-clusters': ({ document, barrier, other }) => foldClusters(document, [barrier, other], true),
  'unfold-clusters': ({ document, folded }) => foldClusters(document, [folded], false),
  'split-cluster': ({ document, barrier, three, barriers }) =>
    splitCluster(document, { from: barrier, notes: [three], title: 'Split', spot: endOf(barriers), now: 2 }).edit,
  'lock-items': ({ document, one, barrier }) => {
    const items = [{ is: 'note', id: one } as const, { is: 'cluster', id: barrier } as const]
    return lockItems(document, items, true)
  },
  'unlock-items': ({ document, locked }) => lockItems(document, [{ is: 'note', id: locked }], false),
  'add-section': ({ document }) =>
    sections.addSection(document, { title: 'New', prompt: '', layout: 'flow', kind: 'theme', frame: FRAME }).edit,
  'change-section': ({ document, barriers }) => sections.changeSection(document, barriers, { prompt: 'Only rules' }),
  'move-section': ({ document, barriers }) => sections.moveSection(document, barriers, { x: 40, y: 900 }),
  'resize-section': ({ document, barriers }) => sections.resizeSection(document, barriers, { w: 900, h: 900 }),
  'remove-section': ({ document, barriers, proposals, one, barrier }) =>
    sections.removeSection(document, {
      id: barriers,
      holds: { notes: [one], clusters: [barrier] },
      into: { notes: endOf(proposals), clusters: endOf(proposals) },
    }),
}

/** Jon does something else to what the edit changed. */
function changesOtherwise({ jons, proposals, other }: Copies, { root, id, key }: Change): void {
  const values: Record<string, unknown> = {
    place: { in: proposals, order: 'zz' },
    kind: 'proposal',
    addresses: [other],
    goneTo: 'elsewhere' as ClusterId,
    frame: { x: 1, y: 2, w: 3, h: 4 },
    locked: 'by Jon',
    folded: 'by Jon',
    removed: 'by Jon',
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

/** What is not in the bin, and no section removed: undoing "add" leaves the item there, as nobody removes items. */
function live(document: Y.Doc): unknown {
  const roots = document.toJSON() as Record<string, Record<string, Item>>
  const isLive = ({ place, removed }: Item) => place?.in !== 'bin' && removed !== true
  return Object.fromEntries(
    (['sections', 'clusters', 'notes', 'drawings'] as const).map((root) => {
      const items = Object.entries(roots[root] ?? {}).filter(([, item]) => isLive(item))
      // a value that was taken out and put in again comes last
      return [root, items.map(([id, item]) => [id, Object.entries(item).sort()]).sort()]
    }),
  )
}

type Item = { place?: { in: string }; removed?: boolean }
