import { type Edit, isBin } from '../../shared/document/change'
import type { ItemMoves } from '../../shared/document/move-items'
import { allClusters, type CanvasView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { locksOn } from '../../shared/domain/locks'
import type { CanvasLayout } from '../../shared/layout/boxes'
import { placesInSection } from '../../shared/layout/layout-drawings'
import { staysPut } from '../../shared/layout/spot-at'
import { type ItemCounts, itemsDeleted, itemsStay, itemsText } from '../text/items'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import type { Canvas, CanvasEdits, Workshop } from './contract'
import type { Several } from './several-edits'

export const NOTHING: Several = { notes: [], clusters: [], drawings: [] }

type IdsOf = { [Kind in keyof Several]: readonly string[] }
type Here = { canvas: Pick<Canvas, 'reading' | 'edits'>; workshop: Pick<Workshop, 'may'> }

/** How many of each kind; lines drawn in one go are one. */
export function countsIn({ drawings }: Pick<CanvasView, 'drawings'>, several: IdsOf): Required<ItemCounts> {
  const ids = new Set<string>(several.drawings)
  const sketches = new Set(drawings.flatMap(({ id, sketch }) => (ids.has(id) ? sketch : [])))
  return { notes: several.notes.length, clusters: several.clusters.length, drawings: sketches.size, sections: 0 }
}

export function isNone({ notes, clusters, drawings }: Several): boolean {
  return notes.length + clusters.length + drawings.length === 0
}

/**
 * What of it no lock keeps from this person; how much stays, and why, is said. `open`: clusters are taken apart, so that a
 * lock on a note in one keeps it too.
 */
export function freeOf({ canvas, workshop }: Here, several: Several, { open = false } = {}): Several {
  if (workshop.may('change-locked')) return several
  const view = canvas.reading()
  const within = new Map(open ? allClusters(view).map(({ id, notes }) => [id, notes.map((note) => note.id)]) : [])
  const inClusters = several.clusters.flatMap((id) => within.get(id) ?? [])
  const locks = locksOn(view, [...several.notes, ...several.clusters, ...several.drawings, ...inClusters])
  if (locks.size === 0) return several
  const lockOver = (id: string) =>
    locks.get(id) ?? within.get(id as ClusterId)?.flatMap((note) => locks.get(note) ?? [])[0]
  const apart = (isKept: boolean): Several => {
    const belongs = (id: string) => (lockOver(id) !== undefined) === isKept
    return {
      notes: several.notes.filter(belongs),
      clusters: several.clusters.filter(belongs),
      drawings: several.drawings.filter(belongs),
    }
  }
  const kept = apart(true)
  const counts = countsIn(view, kept)
  const [first] = [...kept.clusters, ...kept.notes, ...kept.drawings]
  const why = workshopText.lockedItem(first === undefined ? undefined : lockOver(first))
  if (!isNone(kept)) showToast({ text: itemsStay(counts, why) })
  return apart(false)
}

/**
 * To the end of a section, and drawings to its top, without a pointer. What lies in a cluster that goes, goes in it; what is
 * there already is left out.
 */
export function movesToSection(
  {
    view,
    layout,
    edits,
  }: { view: CanvasView; layout: () => CanvasLayout; edits: Pick<CanvasEdits, 'endOf' | 'endOfSection'> },
  several: Several,
  section: SectionId,
): ItemMoves {
  const { clusters } = several
  const inThem = notesWithin(view, clusters)
  const notes = several.notes.filter((id) => !inThem.has(id))
  const [among, beside] = [edits.endOf(section), edits.endOfSection(section)]
  return {
    notes: notes.length === 0 || staysPut(view, notes, among) ? [] : [{ ids: notes, spot: among }],
    clusters: clusters.length === 0 || staysPut(view, clusters, beside) ? [] : [{ ids: clusters, spot: beside }],
    drawings: several.drawings.length === 0 ? [] : placesInSection(layout(), several.drawings, section),
    sections: [],
  }
}

/** One kind alone is moved by the edit of its own; always one edit. */
export function moveTogether(edits: CanvasEdits, moves: ItemMoves): Edit | undefined {
  const { notes, clusters, drawings, sections } = moves
  if (notes.length + clusters.length + sections.length === 0) return edits.moveDrawings(drawings)
  const [move, another] = clusters
  const [cluster, second] = move?.ids ?? []
  if (move && cluster && !second && !another && notes.length + drawings.length + sections.length === 0)
    return edits.moveCluster(cluster, move.spot)
  return edits.moveItems(moves)
}

/** Deletes all of it as one step, but for what a lock keeps; answers with what was done, in words. */
export function deleteSeveral(here: Here, several: Several): { edit: Edit; words: string } | undefined {
  const { edits, reading } = here.canvas
  const view = reading()
  const free = freeOf(here, several, { open: true })
  if (isNone(free)) return undefined
  const edit = deleteTogether(edits, free)
  return edit && { edit, words: itemsDeleted(whatWent(view, edit)) }
}

/** One kind alone is deleted by the edit of its own. */
function deleteTogether(edits: CanvasEdits, several: Several): Edit | undefined {
  const { notes, clusters, drawings } = several
  const [cluster, another] = clusters
  if (clusters.length + drawings.length === 0) return edits.deleteNotes(notes)
  if (notes.length + clusters.length === 0) return edits.deleteDrawings(drawings)
  if (cluster && !another && notes.length + drawings.length === 0) return edits.deleteCluster(cluster)
  return edits.deleteItems(several)
}

/** What an edit deleted, and how many notes it left in *Not sorted*. */
function whatWent(view: CanvasView, { changes }: Edit): ItemCounts & { left: number } {
  const of = (root: string, isGone: boolean) =>
    changes.filter((change) => change.root === root && isBin(change.after) === isGone).map(({ id }) => id)
  const gone = { notes: of('notes', true), clusters: of('clusters', true), drawings: of('drawings', true) }
  return { ...countsIn(view, gone), left: of('notes', false).length }
}

/** Into one of them, the others' headings gone; those that a lock keeps stay, and it is said. */
export function mergeSeveral(here: Here, all: readonly ClusterId[], into: ClusterId): Edit | undefined {
  const from = all.filter((id) => id !== into)
  const { clusters } = freeOf(here, { ...NOTHING, clusters: from }, { open: true })
  return clusters.length === 0 && from.length > 0 ? undefined : here.canvas.edits.mergeClusters(clusters, into)
}

export function notesWithin(view: CanvasView, clusters: readonly ClusterId[]): ReadonlySet<NoteId> {
  const chosen = new Set(clusters)
  return new Set(allClusters(view).flatMap(({ id, notes }) => (chosen.has(id) ? notes.map((note) => note.id) : [])))
}

/** "2 notes and 1 cluster". */
export function inWords(view: CanvasView, several: Several): string {
  return itemsText(countsIn(view, several))
}
