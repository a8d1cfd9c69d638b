import type { CanvasView, SectionView } from '../../shared/domain/canvas-view'
import { layoutCanvas } from '../../shared/layout/canvas-layout'
import { outlineText } from '../text/outline'
import { selectionText as words } from '../text/selection'
import { announce } from '../ui/live-region'
import { copiesOf } from '../workshop/copies-of'
import { deleteSeveral, freeOf, inWords, isNone, movesToSection, moveTogether, notesWithin } from '../workshop/several'
import type { Several } from '../workshop/several-edits'
import { asListed, isShown, type Listed } from './as-listed'
import { setLocked } from './cluster-actions'
import { focusTargetOf, moveNotesIntoNew, noteAfter, offerUndo, sayAdded, sectionOf } from './note-actions'
import { clusterHeadId, type Outline, selectId } from './outline-context'

/** One step to undo; focus goes to the next that stays. */
export function deleteSelected(outline: Outline): void {
  const { selection } = outline
  const next = nextAfter(outline, selection.items())
  const done = deleteSeveral(outline, selection.items())
  if (!done) return
  selection.clear()
  next()?.focus()
  offerUndo(outline, done.edit, done.words)
}

/** Notes, whole clusters and drawings to a section, as one step; what a lock keeps stays, and it is said. */
export function moveSeveralTo(outline: Outline, items: Several, section: SectionView): void {
  const { canvas } = outline
  const view = canvas.reading()
  const next = nextAfter(outline, items)
  const free = freeOf(outline, items)
  const moves = movesToSection({ view, layout: () => layoutCanvas(view), edits: canvas.edits }, free, section.id)
  const edit = isNone(free) ? undefined : moveTogether(canvas.edits, moves)
  if (!edit) {
    outline.show(undefined)
    return
  }
  outline.selection.clear()
  announce(words.moved(inWords(view, outermost(view, free)), section.title.trim() || outlineText.untitledSection))
  outline.show(undefined, next)
}

/** Without notes that go in a cluster that is chosen too. */
export function outermost(view: CanvasView, items: Several): Several {
  const within = notesWithin(view, items.clusters)
  return { ...items, notes: items.notes.filter((id) => !within.has(id)) }
}

/** Copies right after their originals; one goes on with the first of them. */
export function duplicateSelected(outline: Outline): void {
  const { canvas, workshop, selection } = outline
  const made = canvas.edits.addNoteGroups(copiesOf(canvas.view, selection.items().notes, workshop.me().side))
  if (made.length === 0) return
  selection.clear()
  focusTargetOf(made.find(outline.list.showsNote))?.focus()
  sayAdded(outline, made, { text: words.duplicated(made.length), undoable: true })
}

/** Into a new cluster of the section that the first of them is in; named at once. */
export function gatherSelected(outline: Outline): void {
  const { view } = outline.canvas
  const ids = outline.selection.items().notes
  const section = (ids[0] && sectionOf(view, ids[0])) ?? view.sections[0]
  if (section) moveNotesIntoNew(outline, ids, { title: '', kind: section.kind, section: section.id })
}

export function lockSelected(outline: Outline): void {
  const { notes, clusters } = outline.selection.items()
  const items = [
    ...notes.map((id) => ({ is: 'note' as const, id })),
    ...clusters.map((id) => ({ is: 'cluster' as const, id })),
  ]
  setLocked(outline, items, true)
}

/** Where focus goes once these are away, found before they are: of notes alone the next one in the same list. */
function nextAfter(outline: Outline, items: Several): () => HTMLElement | null {
  if (items.clusters.length + items.drawings.length === 0) {
    const next = noteAfter(outline, items.notes)
    return () => focusTargetOf(next)
  }
  const view = outline.canvas.reading()
  const away = new Set<string>([...items.notes, ...items.clusters, ...notesWithin(view, items.clusters)])
  const drawn = new Set(items.drawings)
  const all = asListed(view).filter((one) => isShown(outline.list, one))
  const isAway = (one: Listed) => (one.is === 'drawing' ? one.drawings.some((id) => drawn.has(id)) : away.has(one.id))
  const last = all.findLastIndex(isAway)
  const next = all.slice(last + 1).find((one) => !isAway(one)) ?? all.slice(0, last).findLast((one) => !isAway(one))
  return () => (next && targetOf(next)) ?? focusTargetOf(undefined)
}

function targetOf(one: Listed): HTMLElement | null {
  if (one.is === 'note') return focusTargetOf(one.id)
  const box = document.getElementById(selectId(one.id, one.is))
  return box ?? (one.is === 'cluster' ? document.getElementById(clusterHeadId(one.id)) : null)
}
