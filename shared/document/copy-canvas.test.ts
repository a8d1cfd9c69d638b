import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CanvasView } from '../domain/canvas-view'
import { allClusters, allNotes } from '../domain/canvas-view'
import type { ClusterId, MemberId, NoteId, SectionId } from '../domain/ids'
import { barriersAndProposals } from '../templates/barriers-and-proposals'
import { copyOfCanvas, countNotes } from './copy-canvas'
import * as edits from './edits'
import { fillCanvas } from './new-canvas'
import { readCanvas } from './projection'
import { rootOf } from './roots'

const end = (section: SectionId) => ({ in: section, after: null, before: null })
const author = { member: 'amina1' as MemberId, side: 'central' as const, now: 1 }

/** Everything that points to something: merged, linked, deleted, placed freely; and one note whose id looks like a word. */
function fullCanvas() {
  const document = new Y.Doc()
  const [template] = barriersAndProposals.canvases
  const [barriers, proposals] = template ? fillCanvas(document, template) : []
  if (!barriers || !proposals) throw new Error('the template has sections')
  const note = (text: string, id?: string) =>
    edits.addNote(document, { text, spot: end(barriers), author, ...(id ? { id: id as NoteId } : {}) }).id
  const cluster = (title: string, kind: 'barrier' | 'proposal', notes: NoteId[] = []) =>
    edits.addCluster(document, { title, kind, spot: end(kind === 'barrier' ? barriers : proposals), notes, now: 2 }).id
  const forms = cluster('Forms', 'barrier', [note('Four returns'), note('central', 'central')])
  const merged = cluster('Returns', 'barrier', [note('Hours on forms')])
  const proposal = cluster('One report', 'proposal')
  edits.linkBarriers(document, proposal, [merged])
  edits.mergeClusters(document, { from: [merged], into: forms, notes: [], lastOfInto: null })
  edits.moveNotes(document, [note('Free')], { in: null, x: 40, y: 50 })
  edits.deleteNotes(document, [note('Said in anger')], 3)
  const gone = cluster('Gone', 'barrier', [])
  edits.deleteCluster(document, { id: gone, notes: [], to: end(barriers), now: 4 })
  return document
}

/** What somebody reads, without ids. */
const read = (view: CanvasView) => ({
  sections: view.sections.map(({ title, prompt, frame, layout, kind, parked, locked, clusters, notes }) => {
    const words = clusters.map((one) => [one.title, one.kind, one.residentChange, one.notes.map(({ text }) => text)])
    return { title, prompt, frame, layout, kind, parked, locked, words, notes: notes.map(({ text }) => text) }
  }),
  notes: allNotes(view).map(({ text, side, author: by, createdAt, at }) => ({ text, side, by, createdAt, at })),
  links: allClusters(view).map(({ title, addresses }) => [title, addresses.map((id) => titleOf(view, id))]),
  bin: view.bin.map(({ is, text, at }) => ({ is, text, at })),
})
const titleOf = (view: CanvasView, id: ClusterId) => allClusters(view).find((one) => one.id === id)?.title

describe('[F42] a copy of a canvas', () => {
  test('reads as the canvas does, under other ids, and breathes', async () => {
    const document = fullCanvas()
    let breaths = 0
    const copy = new Y.Doc()
    const breathe = async () => {
      breaths += 1
    }
    Y.applyUpdate(copy, await copyOfCanvas(document, breathe))
    expect(read(readCanvas(copy))).toEqual(read(readCanvas(document)))
    expect(readCanvas(copy).leftOut).toBe(0)
    expect(read(readCanvas(copy)).links).toContainEqual(['One report', ['Forms']])
    for (const root of ['sections', 'clusters', 'notes'] as const) {
      const before = new Set(rootOf(document, root).keys())
      expect([...rootOf(copy, root).keys()].filter((id) => before.has(id))).toEqual([])
    }
    expect(breaths).toBeGreaterThan(0)
    expect(countNotes(copy)).toBe(allNotes(readCanvas(document)).length)
  })

  test('what was deleted goes back to where it was, in the copy', async () => {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, await copyOfCanvas(fullCanvas(), async () => undefined))
    const deleted = readCanvas(copy).bin.find(({ is }) => is === 'note')
    edits.putBack(copy, { is: 'note', id: deleted?.id as NoteId })
    expect(readCanvas(copy).sections[0]?.notes.map(({ text }) => text)).toEqual(['Said in anger'])
  })

  test('garbage between the items is left where it is', async () => {
    const document = fullCanvas()
    document.getMap('notes').set('odd', 7)
    document.getMap<unknown>('notes').set('empty', new Y.Map())
    const copy = new Y.Doc()
    Y.applyUpdate(copy, await copyOfCanvas(document, async () => undefined))
    expect(read(readCanvas(copy))).toEqual(read(readCanvas(document)))
  })
})
