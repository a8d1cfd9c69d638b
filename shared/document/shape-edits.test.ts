import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { allClusters, allNotes } from '../domain/canvas-view'
import type { ClusterId, MemberId, NoteId, SectionId } from '../domain/ids'
import { lockOn } from '../domain/locks'
import { barriersAndProposals } from '../templates/barriers-and-proposals'
import { openCopies } from '../testing/copies'
import { revert } from './change'
import { foldClusters, splitCluster } from './cluster-edits'
import { addCluster, addNote, addNotes, deleteCluster, linkBarriers, mergeClusters, moveNotes } from './edits'
import { lockItems } from './lock-edits'
import { isLocked } from './locks'
import { fillCanvas } from './new-canvas'
import { readCanvas } from './projection'
import { addSection, changeLayout, moveSection, removeSection, resizeSection, swapSections } from './section-edits'

const amina = { member: 'amina000' as MemberId, side: 'central', now: 1 } as const
const end = <In extends SectionId | ClusterId>(container: In) => ({ in: container, after: null, before: null })

/** Amina's and Jon's copies of a canvas with a barrier of three notes. */
function openCanvas() {
  const { documents, settle } = openCopies(2)
  const [amina_, jon_] = documents as [Y.Doc, Y.Doc]
  const template = barriersAndProposals.canvases[0]
  if (!template) throw new Error('the template has a canvas')
  const [barriers, proposals, parked] = fillCanvas(amina_, template) as [SectionId, SectionId, SectionId]
  const { ids } = addNotes(amina_, { texts: ['one', 'two', 'three'], spot: end(barriers), author: amina })
  const { id: cluster } = addCluster(amina_, {
    title: 'Bids',
    kind: 'barrier',
    spot: end(barriers),
    notes: ids,
    now: 1,
  })
  settle()
  return { aminas: amina_, jons: jon_, settle, barriers, proposals, parked, cluster, notes: ids }
}

const clusterIn = (document: Y.Doc, id: ClusterId) => allClusters(readCanvas(document)).find((one) => one.id === id)
const words = (notes: readonly { text: string }[] | undefined) => notes?.map((note) => note.text)

describe('[B20] folding', () => {
  test('is seen by everybody, and can be taken back', () => {
    const { aminas, jons, settle, cluster } = openCanvas()
    const done = foldClusters(aminas, [cluster], true)
    settle()
    expect(clusterIn(jons, cluster)?.folded).toBe(true)
    expect(revert(aminas, done).ok).toBe(true)
    expect(clusterIn(aminas, cluster)?.folded).toBeUndefined()
    expect(foldClusters(aminas, [cluster], false).name).toBe('unfold-clusters')
  })
})

describe('[B24] splitting', () => {
  test('the chosen notes become a cluster of the same kind, in one step that can be taken back', () => {
    const { aminas, cluster, barriers, notes } = openCanvas()
    const chosen = notes.slice(1)
    const { id, edit } = splitCluster(aminas, { from: cluster, notes: chosen, title: '', spot: end(barriers), now: 2 })
    expect(words(clusterIn(aminas, id)?.notes)).toEqual(['two', 'three'])
    expect(clusterIn(aminas, id)?.kind).toBe('barrier')
    expect(words(clusterIn(aminas, cluster)?.notes)).toEqual(['one'])
    expect(revert(aminas, edit).ok).toBe(true)
    expect(words(clusterIn(aminas, cluster)?.notes)).toEqual(['one', 'two', 'three'])
    expect(clusterIn(aminas, id)).toBeUndefined()
  })

  test('both halves of a proposal answer its barriers', () => {
    const { aminas, cluster, proposals, barriers } = openCanvas()
    const { ids } = addNotes(aminas, { texts: ['a', 'b'], spot: end(proposals), author: amina })
    const spot = end(proposals)
    const { id: whole } = addCluster(aminas, { title: 'P', kind: 'proposal', spot, notes: ids, now: 1 })
    linkBarriers(aminas, whole, [cluster])
    const { id } = splitCluster(aminas, {
      from: whole,
      notes: [ids[1] as NoteId],
      title: '',
      spot: end(barriers),
      now: 2,
    })
    expect(clusterIn(aminas, id)).toMatchObject({ kind: 'proposal', addresses: [cluster] })
  })

  test('Amina and Jon split off the same note at once: it is in one of the two', () => {
    const { aminas, jons, settle, cluster, barriers, notes } = openCanvas()
    const split = { from: cluster, notes: [notes[0] as NoteId], title: '', spot: end(barriers), now: 2 }
    splitCluster(aminas, split)
    splitCluster(jons, split)
    settle()
    expect(allNotes(readCanvas(aminas))).toHaveLength(3)
    expect(readCanvas(jons)).toEqual(readCanvas(aminas))
  })
})

describe('[B27] merging meets deleting', () => {
  test('a cluster merged into one that Jon deletes at that moment: its notes lie in Not sorted', () => {
    const { aminas, jons, settle, cluster, barriers, notes } = openCanvas()
    const { id: other } = addCluster(aminas, { title: 'Old', kind: 'barrier', spot: end(barriers), now: 1 })
    settle()
    mergeClusters(aminas, { from: [cluster], into: other, notes, lastOfInto: null })
    deleteCluster(jons, { id: other, notes: [], to: end(barriers), now: 2 })
    settle()
    const view = readCanvas(aminas)
    expect(allClusters(view)).toEqual([])
    expect(words(view.sections[0]?.notes)).toEqual(['one', 'two', 'three'])
    expect(view.bin.map(({ text }) => text)).toEqual(['Old'])
  })
})

describe('[B25] locks', () => {
  test('a locked cluster keeps what lies in it, for the views and for the server alike', () => {
    const { aminas, cluster, barriers, notes } = openCanvas()
    const done = lockItems(aminas, [{ is: 'cluster', id: cluster }], true)
    const view = readCanvas(aminas)
    expect(lockOn(view, [notes[0] as NoteId])).toEqual({ is: 'cluster', title: 'Bids' })
    expect(lockOn(view, [barriers])).toBeUndefined()
    expect(isLocked(aminas, 'notes', notes[0] as NoteId)).toBe(true)
    expect(revert(aminas, done).ok).toBe(true)
    expect(lockOn(readCanvas(aminas), notes)).toBeUndefined()
  })

  test('a locked note keeps itself alone', () => {
    const { aminas, cluster, notes } = openCanvas()
    lockItems(aminas, [{ is: 'note', id: notes[1] as NoteId }], true)
    const view = readCanvas(aminas)
    expect(lockOn(view, [cluster, notes[0] as NoteId])).toBeUndefined()
    expect(lockOn(view, notes)).toEqual({ is: 'note', title: 'two' })
    expect(lockItems(aminas, [{ is: 'note', id: notes[1] as NoteId }], false).name).toBe('unlock-items')
  })
})

describe('[B22] sections', () => {
  test('added, moved, sized and exchanged; each can be taken back', () => {
    const { aminas, barriers, parked } = openCanvas()
    const before = readCanvas(aminas)
    const frame = { x: 0, y: 940, w: 1600, h: 340 }
    const { id, edit } = addSection(aminas, { title: 'Later', prompt: '', layout: 'flow', kind: 'theme', frame })
    expect(readCanvas(aminas).sections.at(-1)).toMatchObject({ id, title: 'Later', frame })
    const steps = [
      edit,
      moveSection(aminas, id, { x: 20.4, y: 900 }),
      resizeSection(aminas, id, { w: 600, h: 400 }),
      swapSections(aminas, barriers, parked),
    ]
    expect(readCanvas(aminas).sections.map((section) => section.id)[0]).toBe(parked)
    for (const step of steps.reverse()) expect(revert(aminas, step).ok).toBe(true)
    expect(readCanvas(aminas)).toEqual(before)
  })

  test('one that is removed while Jon writes in it: his note falls to the first section', () => {
    const { aminas, jons, settle, barriers, proposals, cluster } = openCanvas()
    lockItems(aminas, [{ is: 'section', id: proposals }], true)
    removeSection(aminas, {
      id: proposals,
      holds: { notes: [], clusters: [] },
      into: { notes: end(barriers), clusters: { in: barriers, after: cluster, before: null } },
    })
    const { id } = addNote(jons, { text: 'late', spot: end(proposals), author: amina })
    settle()
    const view = readCanvas(aminas)
    expect(view.sections.map((section) => section.id)).not.toContain(proposals)
    expect(words(view.sections[0]?.notes)).toEqual(['late'])
    expect(isLocked(aminas, 'notes', id)).toBe(false)
  })

  test('made to flow, it takes what lay freely in it into its order', () => {
    const { aminas, parked, notes } = openCanvas()
    const free = { notes: [], clusters: [] }
    const into = { notes: end(parked), clusters: end(parked) }
    changeLayout(aminas, { id: parked, layout: 'free', free, into })
    moveNotes(aminas, notes.slice(0, 2), { in: parked, x: 40, y: 80 })
    const [first] = readCanvas(aminas).sections.find(({ id }) => id === parked)?.notes ?? []
    expect(first?.at).toEqual({ x: 40, y: 80 })
    const held =
      readCanvas(aminas)
        .sections.find(({ id }) => id === parked)
        ?.notes.map(({ id }) => id) ?? []
    changeLayout(aminas, { id: parked, layout: 'flow', free: { notes: held, clusters: [] }, into })
    const section = readCanvas(aminas).sections.find(({ id }) => id === parked)
    expect(section?.notes.map(({ at }) => at)).toEqual([null, null])
    expect(words(section?.notes)).toEqual(['one', 'two'])
  })
})
