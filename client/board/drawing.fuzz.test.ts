import { createRoot } from 'solid-js'
import { unwrap } from 'solid-js/store'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import * as edits from '../../shared/document/edits'
import { fillCanvas } from '../../shared/document/new-canvas'
import { openCanvasReader, readCanvas } from '../../shared/document/projection'
import { rootOf } from '../../shared/document/roots'
import { allClusters, allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import type { MemberId } from '../../shared/domain/ids'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { policyCanvas } from '../../shared/templates/policy-canvas'
import { pick, seeded, seedsToRun } from '../../shared/testing/random'
import { createViewStore } from '../workshop/follow-view'
import { boardShapes } from './board-shapes'

const author = { member: 'jon00000' as MemberId, side: 'local' as const, now: 1 }
const end = { after: null, before: null }

/** One random thing that somebody does, and now and then something that nobody should be able to do. */
function act(document: Y.Doc, random: () => number): void {
  const view = readCanvas(document)
  const [note, other] = [pick(random, allNotes(view)), pick(random, allNotes(view))]
  const [cluster, into] = [pick(random, allClusters(view)), pick(random, allClusters(view))]
  const section = pick(random, view.sections)
  const container = pick(random, [...view.sections, ...allClusters(view)])
  const binned = pick(random, view.bin)
  const anything = [
    () => container && edits.addNotes(document, { texts: ['a', 'b c'], spot: { in: container.id, ...end }, author }),
    () => note && edits.noteText(document, note.id)?.insert(0, pick(random, ['w', 'a long word ', '\n']) ?? ''),
    () => note && container && edits.moveNotes(document, [note.id], { in: container.id, ...end }),
    () =>
      note && edits.moveNotes(document, [note.id], { in: section?.id ?? null, x: random() * 900, y: random() * 900 }),
    () => note && edits.deleteNotes(document, [note.id], 2),
    () => binned?.is === 'note' && edits.putBack(document, { is: 'note', id: binned.id }),
    () => binned?.is === 'cluster' && edits.putBack(document, { is: 'cluster', id: binned.id }),
    () => {
      const notes = note && other && note !== other ? [note.id, other.id] : []
      const spot = { in: section?.id ?? null, x: 1, y: 1 }
      const kind = pick(random, ['theme', 'barrier', 'proposal'] as const) ?? 'theme'
      edits.addCluster(document, {
        title: 'title',
        kind,
        spot: section ? { in: section.id, ...end } : spot,
        notes,
        now: 1,
      })
    },
    () => cluster && section && edits.moveCluster(document, cluster.id, { in: section.id, ...end }),
    () => cluster && edits.moveCluster(document, cluster.id, { in: null, x: random() * 5_000, y: random() * 5_000 }),
    () => {
      if (!cluster || !section) return
      // none: others put them in meanwhile, and they fall to where it was
      const notes = random() < 0.5 ? cluster.notes.map(({ id }) => id) : []
      edits.deleteCluster(document, { id: cluster.id, notes, to: { in: section.id, ...end }, now: 2 })
    },
    () => {
      if (!cluster || !into || cluster === into) return
      const notes = random() < 0.5 ? cluster.notes.map(({ id }) => id) : []
      edits.mergeClusters(document, {
        from: [cluster.id],
        into: into.id,
        notes,
        lastOfInto: into.notes.at(-1)?.id ?? null,
      })
    },
    () => cluster && into && edits.linkBarriers(document, cluster.id, [into.id]),
    () => cluster && edits.changeKind(document, cluster.id, 'proposal'),
    () =>
      section &&
      rootOf(document, 'sections')
        .get(section.id)
        ?.set('frame', { x: 0, y: random() * 2_000, w: 700, h: 400 }),
    () =>
      cluster &&
      rootOf(document, 'clusters')
        .get(cluster.id)
        ?.set('goneTo', pick(random, [into?.id, 'nowhere'])),
    () =>
      note &&
      rootOf(document, 'notes')
        .get(note.id)
        ?.set('side', pick(random, ['central', 'local', 'nonsense'])),
    () =>
      note &&
      rootOf(document, 'notes')
        .get(note.id)
        ?.set('place', { in: pick(random, ['nowhere', 'later']), order: 'a0' }),
    () => rootOf(document, 'clusters').set('later', new Y.Map()),
    () => random() < 0.3 && section && rootOf(document, 'sections').delete(section.id),
    () => random() < 0.3 && cluster && rootOf(document, 'clusters').delete(cluster.id),
  ]
  pick(random, anything)?.()
}

/** Everything in a view that has an identity of its own, by what it is. */
function piecesOf(view: CanvasView): Map<string, object> {
  const pieces = new Map<string, object>([['loose', view.loose]])
  for (const holder of [...view.sections, { id: 'loose', ...view.loose }]) {
    if (holder.id !== 'loose') pieces.set(holder.id, holder)
    pieces.set(`${holder.id} notes`, holder.notes).set(`${holder.id} clusters`, holder.clusters)
    for (const cluster of holder.clusters) {
      pieces.set(cluster.id, cluster).set(`${cluster.id} notes`, cluster.notes)
    }
  }
  for (const note of allNotes(view)) pieces.set(note.id, note)
  return pieces
}

test.each(seedsToRun())('[B11] seed %i: a drawing brought up edit by edit is the one made from scratch', (seed) => {
  const random = seeded(seed)
  const document = new Y.Doc()
  for (const canvas of policyCanvas.canvases) fillCanvas(document, canvas)
  const reader = openCanvasReader(document)
  const store = createRoot(() => createViewStore(reader.view()))
  let before = reader.view()
  for (let turn = 0; turn < 40; turn++) {
    for (let more = random() < 0.2 ? 4 : 1; more > 0; more--) act(document, random)
    const view = reader.view()
    const scratch = readCanvas(document)
    expect(view).toEqual(scratch)

    store.follow(view)
    expect(unwrap(store.view)).toEqual(scratch)

    const layout = layoutCanvas(view)
    const layoutOfCopy = layoutCanvas(structuredClone(scratch))
    expect(layout).toEqual(layoutOfCopy)
    expect([...boardShapes(view, layout)]).toEqual([...boardShapes(scratch, layoutOfCopy)])

    const pieces = piecesOf(view)
    for (const [id, piece] of piecesOf(before)) {
      const now = pieces.get(id)
      // what says the same is the same: nothing was made anew for nothing
      if (now && JSON.stringify(now) === JSON.stringify(piece)) expect(now, id).toBe(piece)
    }
    before = view
  }
})

test('[B11] a letter typed in one note makes new only what holds it', () => {
  const document = new Y.Doc()
  const [template] = policyCanvas.canvases
  const [first, second] = template ? fillCanvas(document, template) : []
  if (!first || !second) throw new Error('no sections')
  const texts = Array.from({ length: 40 }, (_, index) => `Note ${index}`)
  const { ids } = edits.addNotes(document, { texts, spot: { in: first, ...end }, author })
  for (let at = 0; at < 32; at += 4) {
    const notes = ids.slice(at, at + 4)
    edits.addCluster(document, { title: `Cluster ${at}`, kind: 'barrier', spot: { in: first, ...end }, notes, now: 1 })
  }
  const reader = openCanvasReader(document)
  const [before, layout] = [reader.view(), layoutCanvas(reader.view())]
  const shapes = boardShapes(before, layout)
  edits.noteText(document, ids[5] as never)?.insert(0, 'e')
  const layoutNow = layoutCanvas(reader.view())
  const old = new Set(layout.parts)
  expect(layoutNow.parts.filter((part) => !old.has(part)).map(({ cluster }) => cluster?.title)).toEqual([['Cluster 4']])
  const oldShapes = new Set(shapes.values())
  const made = [...boardShapes(reader.view(), layoutNow).values()].filter((shape) => !oldShapes.has(shape))
  expect(
    made
      .filter(({ type }) => type === 'note')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids.slice(4, 8).sort())
})
