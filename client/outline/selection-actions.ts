import { selectionText as words } from '../text/selection'
import { copiesOf } from '../workshop/copies-of'
import { setLocked } from './cluster-actions'
import { focusTargetOf, moveNotesIntoNew, noteAfter, offerUndo, sayAdded, sectionOf } from './note-actions'
import type { Outline } from './outline-context'

/** One step to undo; focus goes to the next note that stays. */
export function deleteSelected(outline: Outline): void {
  const { canvas, selection } = outline
  const ids = selection.ids()
  const next = noteAfter(outline, ids)
  const edit = canvas.edits.deleteNotes(ids)
  if (!edit) return
  selection.clear()
  focusTargetOf(next)?.focus()
  offerUndo(outline, edit, words.deleted(edit.ids.length))
}

/** Copies right after their originals; one goes on with the first of them. */
export function duplicateSelected(outline: Outline): void {
  const { canvas, workshop, selection } = outline
  const made = canvas.edits.addNoteGroups(copiesOf(canvas.view, selection.ids(), workshop.me().side))
  if (made.length === 0) return
  selection.clear()
  focusTargetOf(made.find(outline.list.showsNote))?.focus()
  sayAdded(outline, made, { text: words.duplicated(made.length), undoable: true })
}

/** Into a new cluster of the section that the first of them is in; named at once. */
export function gatherSelected(outline: Outline): void {
  const { view } = outline.canvas
  const ids = outline.selection.ids()
  const section = (ids[0] && sectionOf(view, ids[0])) ?? view.sections[0]
  if (section) moveNotesIntoNew(outline, ids, { title: '', kind: section.kind, section: section.id })
}

export function lockSelected(outline: Outline): void {
  const items = outline.selection.ids().map((id) => ({ is: 'note' as const, id }))
  setLocked(outline, items, true)
}
