import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { allClusters, allNotes, type CanvasView } from '../domain/canvas-view'
import type { ClusterId, MemberId, NoteId } from '../domain/ids'
import { policyCanvas } from '../templates/policy-canvas'
import { openCopies } from '../testing/copies'
import { pick, seeded, seedsToRun } from '../testing/random'
import { type Edit, revert } from './change'
import {
  addCluster,
  addNotes,
  deleteCluster,
  deleteNotes,
  mergeClusters,
  moveCluster,
  moveNotes,
  noteText,
  putBack,
} from './edits'
import { fillCanvas } from './new-canvas'
import { openCanvasReader, readCanvas } from './projection'

/** One random thing that a person might do, on their own copy as they see it. */
function act(document: Y.Doc, view: CanvasView, random: () => number, done: Edit[]): void {
  const notes = allNotes(view)
  const clusters = allClusters(view)
  const container = pick(random, [...view.sections.map((s) => s.id), ...clusters.map((c) => c.id)])
  const section = pick(random, view.sections)
  const [note, cluster, other] = [pick(random, notes), pick(random, clusters), pick(random, clusters)]
  const author = { member: 'jon00000' as MemberId, side: 'local' as const, now: 1 }
  const after = pick(random, [null, ...notes.map((n) => n.id)]) ?? null
  const before = pick(random, [null, ...notes.map((n) => n.id)]) ?? null
  const kind = Math.floor(random() * 9)
  if (kind === 0 && container)
    done.push(addNotes(document, { texts: ['p', 'q'], spot: { in: container, after, before }, author }).edit)
  if (kind === 1 && section) {
    const taken = notes.slice(0, 3).map((n) => n.id)
    done.push(
      addCluster(document, {
        title: 't',
        kind: 'theme',
        spot: { in: section.id, after: null, before: null },
        notes: taken,
        now: 1,
      }).edit,
    )
  }
  if (kind === 2 && note && container) done.push(moveNotes(document, [note.id], { in: container, after, before }))
  if (kind === 3 && note) done.push(deleteNotes(document, [note.id], 2))
  if (kind === 4 && cluster && section) {
    const home = view.sections.find((s) => s.clusters.some((c) => c.id === cluster.id)) ?? section
    const to = { in: home.id, after: home.notes.at(-1)?.id ?? null, before: null }
    done.push(deleteCluster(document, { id: cluster.id, notes: cluster.notes.map((n) => n.id), to, now: 2 }))
  }
  if (kind === 5 && cluster && other && cluster.id !== other.id) {
    const merge = {
      from: cluster.id,
      into: other.id,
      notes: cluster.notes.map((n) => n.id),
      lastOfInto: other.notes.at(-1)?.id ?? null,
    }
    done.push(mergeClusters(document, merge))
  }
  if (kind === 6 && cluster && section)
    done.push(moveCluster(document, cluster.id, { in: section.id, after: null, before: null }))
  if (kind === 7 && view.bin[0]) putBack(document, view.bin[0])
  if (kind === 8) {
    const last = done.pop()
    if (last) revert(document, last)
    if (note) noteText(document, note.id)?.insert(0, 'w')
  }
}

describe('three people move, merge, delete and undo the same items at once', () => {
  test.each(seedsToRun())('seed %i: no note is lost, doubled or in a circle, and all see the same', (seed) => {
    const random = seeded(seed)
    const { documents, settle } = openCopies(3)
    for (const canvas of policyCanvas.canvases) fillCanvas(documents[0] as Y.Doc, canvas)
    settle()
    const readers = documents.map((document) => openCanvasReader(document))
    const done: Edit[][] = documents.map(() => [])
    for (let turn = 0; turn < 120; turn++) {
      const who = Math.floor(random() * documents.length)
      act(documents[who] as Y.Doc, readCanvas(documents[who] as Y.Doc), random, done[who] as Edit[])
      if (random() < 0.2) settle()
    }
    settle()
    settle()
    const views = documents.map((document) => readCanvas(document))
    expect(views[1]).toEqual(views[0])
    expect(views[2]).toEqual(views[0])
    readers.forEach((reader, i) => {
      expect(reader.view(), `reader ${i}`).toEqual(views[i])
    })
    const view = views[0] as CanvasView
    const shown: (NoteId | ClusterId)[] = [
      ...allNotes(view).map((n) => n.id),
      ...view.bin.flatMap((b) => (b.is === 'note' ? [b.id] : [])),
    ]
    expect(new Set(shown).size).toBe(shown.length)
    expect(shown.length).toBe((documents[0] as Y.Doc).getMap('notes').size)
    expect(view.leftOut).toBe(0)
  })
})
