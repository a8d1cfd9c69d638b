import type { CanvasView, ClusterView, NoteView, SectionView } from './canvas-view'
import type { ClusterKind } from './cluster'
import type { NoteId, SectionId } from './ids'

/** A section with what waits in it to be sorted; `section` null: what lies outside the sections. */
export type SortingGroup = {
  section: SectionId | null
  title: string
  /** The kind that a new cluster takes here. */
  kind: ClusterKind
  clusters: readonly ClusterView[]
  /** In no cluster yet, and free to be moved, in reading order. */
  notes: readonly NoteView[]
}

/** `section`: only this one. `locked`: may what is locked be moved all the same? */
export type SortingScope = { section?: SectionId | undefined; locked: boolean }

/**
 * What there is to sort, section by section. What was parked is set aside on purpose, and a note without words is one that
 * somebody is about to write: neither waits for anything.
 */
export function groupsToSort(view: CanvasView, { section, locked }: SortingScope): SortingGroup[] {
  const asked = view.sections.filter((one) => !one.parked && (section === undefined || one.id === section))
  const groups = asked.map((one) => groupOf(one, locked))
  if (section !== undefined) return groups
  return [...groups, looseGroup(view, locked)]
}

/** How far one is: how many are in a cluster, of how many in all. */
export function sortingProgress(groups: readonly SortingGroup[]): { sorted: number; left: number; total: number } {
  let [sorted, left] = [0, 0]
  for (const { clusters, notes } of groups) {
    left += notes.length
    for (const cluster of clusters) sorted += cluster.notes.length
  }
  return { sorted, left, total: sorted + left }
}

/** What has become of a note: it waits, it is somewhere else, kept by a lock, or gone from the canvas. */
export type NoteStanding =
  | { is: 'waits'; group: SortingGroup }
  | { is: 'placed'; cluster: ClusterView }
  | { is: 'parked'; section: SectionView }
  | { is: 'locked' }
  | { is: 'gone' }

export function standingOf(view: CanvasView, id: NoteId, scope: SortingScope): NoteStanding {
  for (const section of [...view.sections, null]) {
    const { notes, clusters } = section ?? view.loose
    const cluster = clusters.find((one) => has(one.notes, id))
    if (cluster) return { is: 'placed', cluster }
    const note = notes.find((one) => one.id === id)
    if (!note) continue
    if (section?.parked) return { is: 'parked', section }
    if (isKept(section, note, scope.locked)) return { is: 'locked' }
    return { is: 'waits', group: section ? groupOf(section, scope.locked) : looseGroup(view, scope.locked) }
  }
  return { is: 'gone' }
}

function groupOf(section: SectionView, locked: boolean): SortingGroup {
  const { id, title, kind, clusters, notes } = section
  return { section: id, title, kind, clusters, notes: notes.filter((note) => mayBeOffered(section, note, locked)) }
}

function looseGroup({ sections, loose }: CanvasView, locked: boolean): SortingGroup {
  const notes = loose.notes.filter((note) => mayBeOffered(null, note, locked))
  return { section: null, title: '', kind: sections[0]?.kind ?? 'theme', clusters: loose.clusters, notes }
}

function mayBeOffered(section: SectionView | null, note: NoteView, locked: boolean): boolean {
  return note.text.trim() !== '' && !isKept(section, note, locked)
}

function isKept(section: SectionView | null, note: NoteView, locked: boolean): boolean {
  return !locked && (section?.locked === true || note.locked === true)
}

function has(notes: readonly NoteView[], id: NoteId): boolean {
  return notes.some((note) => note.id === id)
}
