import type { Lockable } from '../../shared/document/lock-edits'
import type { ClusterView, SectionView } from '../../shared/domain/canvas-view'
import type { ClusterKind } from '../../shared/domain/cluster'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { lockOn } from '../../shared/domain/locks'
import { outlineText } from '../text/outline'
import { workshopText } from '../text/workshop'
import { focusOn } from '../ui/focus'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import { findCluster } from '../workshop/canvas-spots'
import { mergeSeveral } from '../workshop/several'
import { offerUndo, titleFieldOf } from './note-actions'
import { clusterHeadId, type Outline } from './outline-context'
import { oneStep, titleOf } from './places'

/** A new cluster at the end of a section, of the section's kind, ready to be named. */
export function addCluster(outline: Outline, section: Pick<SectionView, 'id' | 'kind'>): void {
  const { edits } = outline.canvas
  const made = edits.addCluster({ kind: section.kind, spot: edits.endOfSection(section.id) })
  if (made) rename(outline, made)
}

export function rename(outline: Outline, id: ClusterId): void {
  outline.setRenaming(id)
  // After a menu has given focus back to its button.
  setTimeout(() => titleFieldOf(id)?.focus())
}

/** Ends naming; a new cluster that got no name and has nothing in it is taken away again. */
export function endRename(outline: Outline, id: ClusterId, { focus }: { focus: boolean }): void {
  if (outline.renaming() !== id) return
  outline.setRenaming(undefined)
  const cluster = findCluster(outline.canvas.view, id)?.cluster
  if (cluster && isBlank(cluster)) outline.canvas.edits.deleteCluster(id)
  if (focus) document.getElementById(clusterHeadId(id))?.focus()
}

/** It was locked, or the step ended: what follows would be refused, and words with it. */
export function stopRename(outline: Outline, id: ClusterId): void {
  const focus = document.activeElement === titleFieldOf(id) || document.activeElement === document.body
  const lock = lockOn(outline.canvas.view, [id])
  showToast({ text: lock ? workshopText.lockedItem(lock) : workshopText.undoClosed })
  // once the heading stands there again
  queueMicrotask(() => endRename(outline, id, { focus }))
}

function isBlank(cluster: ClusterView): boolean {
  return cluster.title.trim() === '' && cluster.notes.length === 0 && cluster.residentChange.trim() === ''
}

/** Only the heading goes; focus stays near: at the section it was in. */
export function removeHeading(outline: Outline, id: ClusterId): void {
  const found = findCluster(outline.canvas.view, id)
  if (!found) return
  const count = found.cluster.notes.length
  const next = found.section?.clusters.find((cluster) => cluster.id !== id)?.id
  const section = found.section?.id
  const edit = outline.canvas.edits.deleteCluster(id)
  if (!edit) return
  offerUndo(outline, edit, outlineText.cluster.removed(count))
  setTimeout(() => focusOn((next && document.getElementById(clusterHeadId(next))) || `section-${section}`))
}

export function changeKind(outline: Outline, id: ClusterId, kind: ClusterKind): void {
  if (outline.canvas.edits.changeKind(id, kind)) announce(outlineText.cluster.kindChanged(kind))
}

export function stepCluster(outline: Outline, id: ClusterId, by: -1 | 1): void {
  const section = findCluster(outline.canvas.view, id)?.section
  const between = section && oneStep(section.clusters, id, by)
  if (!section || !between) return
  if (!outline.canvas.edits.moveCluster(id, { in: section.id, ...between })) return
  const now = findCluster(outline.canvas.view, id)?.section?.clusters ?? []
  announce(outlineText.move.position(now.findIndex((cluster) => cluster.id === id) + 1, now.length))
}

export function canStepCluster(outline: Outline, id: ClusterId, by: -1 | 1): boolean {
  const section = findCluster(outline.canvas.view, id)?.section
  return section != null && oneStep(section.clusters, id, by) !== undefined
}

export function moveClusterTo(outline: Outline, id: ClusterId, section: Pick<SectionView, 'id' | 'title'>): void {
  const { edits } = outline.canvas
  if (!edits.moveCluster(id, edits.endOfSection(section.id))) {
    outline.show(undefined)
    return
  }
  announce(outlineText.cluster.movedTo(section.title))
  outline.show(undefined, () => document.getElementById(clusterHeadId(id)))
}

/** Its notes as a headline with a count on everybody's board; in the list each folds for oneself. */
export function foldOnBoard(outline: Outline, ids: readonly ClusterId[], folded: boolean): void {
  const edit = outline.canvas.edits.foldClusters(ids, folded)
  if (edit) announce(outlineText.cluster.foldedOnBoard(ids.length, folded))
}

/** The new one is named at once where it has no title yet. */
export function splitCluster(
  outline: Outline,
  split: { from: ClusterId; notes: readonly NoteId[]; title: string },
): void {
  const made = outline.canvas.edits.splitCluster(split)
  if (!made) {
    outline.show(undefined)
    return
  }
  offerUndo(outline, made, outlineText.cluster.split(split.notes.length))
  if (split.title === '') outline.setRenaming(made)
  outline.show(undefined, () =>
    split.title === '' ? titleFieldOf(made) : document.getElementById(clusterHeadId(made)),
  )
}

export function setLocked(outline: Outline, items: readonly Lockable[], locked: boolean): void {
  const edit = outline.canvas.edits.setLocked(items, locked)
  offerUndo(outline, edit, locked ? outlineText.lock.locked : outlineText.lock.unlocked)
}

/** One or several; as one step. */
export function mergeInto(outline: Outline, from: readonly ClusterId[], into: ClusterView): void {
  const edit = mergeSeveral(outline, from, into.id)
  if (!edit) {
    outline.show(undefined)
    return
  }
  outline.selection.clear()
  offerUndo(outline, edit, outlineText.cluster.merged(titleOf(into)))
  outline.show(undefined, () => document.getElementById(clusterHeadId(into.id)))
}
