import type { Edit } from '../../shared/document/change'
import type { NoteSpot } from '../../shared/document/edits'
import type { CanvasView, NoteView } from '../../shared/domain/canvas-view'
import type { ClusterKind } from '../../shared/domain/cluster'
import type { ClusterId, NoteId } from '../../shared/domain/ids'
import { listFilterText } from '../text/list-filter'
import { outlineText } from '../text/outline'
import { announce } from '../ui/live-region'
import { dismissToast, showToast } from '../ui/toast'
import { copiesOf } from '../workshop/copies-of'
import { NO_FILTER } from './filters'
import {
  ADD_FIELD,
  clusterHeadId,
  moreButtonId,
  moveButtonId,
  noteId,
  type Outline,
  SELECT_SWITCH,
  selectId,
} from './outline-context'
import { noteSpot, oneStep, whereIs } from './places'

/** Moves notes away from where they are; focus goes to the next one that stays, and it is said how many are left. */
export function moveNotesTo(
  outline: Outline,
  ids: readonly NoteId[],
  { spot, place }: { spot: NoteSpot; place: string },
): void {
  const { canvas } = outline
  const next = noteAfter(outline, ids)
  const from = ids[0] && whereIs(canvas.view, ids[0])?.holder
  const edit = canvas.edits.moveNotes(ids, spot)
  if (!edit) {
    outline.show(undefined)
    return
  }
  outline.selection.clear()
  sayMoved(outline, { ids: edit.ids, from, place })
  outline.show(undefined, () => focusTargetOf(next))
}

/** Into a new cluster. One without a title is named at once. */
export function moveNotesIntoNew(
  outline: Outline,
  ids: readonly NoteId[],
  cluster: { title: string; kind: ClusterKind; section: CanvasView['sections'][number]['id'] },
): void {
  const { canvas } = outline
  const { title, kind, section } = cluster
  const next = noteAfter(outline, ids)
  const from = ids[0] && whereIs(canvas.view, ids[0])?.holder
  const made = canvas.edits.addCluster({ title, kind, spot: canvas.edits.endOfSection(section), notes: ids })
  if (!made) {
    outline.show(undefined)
    return
  }
  outline.selection.clear()
  sayMoved(outline, { ids, from, place: title || outlineText.untitled(kind) })
  outline.show(undefined, () => (title === '' ? titleFieldOf(made) : focusTargetOf(next)))
  if (title === '') outline.setRenaming(made)
}

export function titleFieldOf(id: ClusterId): HTMLElement | null {
  return document.getElementById(`${clusterHeadId(id)}-title`)
}

function sayMoved(
  { canvas }: Outline,
  { ids, from, place }: { ids: readonly string[]; from: string | null | undefined; place: string },
): void {
  const left = canvas.view.sections.find((section) => section.id === from)?.notes.length
  announce(outlineText.move.done(ids.length, place, left))
}

/** The first note after these in the same list that is shown, else the one before, else undefined. */
export function noteAfter({ canvas: { view }, list }: Outline, ids: readonly NoteId[]): NoteId | undefined {
  const moved = new Set(ids)
  const last = ids.at(-1)
  const where = last && whereIs(view, last)
  if (!where) return undefined
  const stays = (note: NoteView) => !moved.has(note.id) && list.showsNote(note.id)
  const next = where.notes.slice(where.index + 1).find(stays) ?? where.notes.slice(0, where.index).findLast(stays)
  return next?.id
}

/** A note's box or first button; where there is no note left, the field to write one. */
export function focusTargetOf(id: NoteId | undefined): HTMLElement | null {
  const ids = [...(id ? [selectId(id), moveButtonId(id), moreButtonId(id)] : []), ADD_FIELD, SELECT_SWITCH]
  const elements = ids.map((one) => document.getElementById(one))
  return elements.find((one) => one && !one.closest('[hidden]')) ?? null
}

/** One up or down; the button that was pressed keeps focus although its row moves in the page. */
export function stepNote(outline: Outline, id: NoteId, by: -1 | 1): void {
  const { canvas } = outline
  const where = whereIs(canvas.view, id)
  const between = where && oneStep(where.notes, id, by)
  if (!where?.holder || !between) return
  const pressed = document.activeElement
  if (!canvas.edits.moveNotes([id], noteSpot(where.holder, between))) return
  if (pressed instanceof HTMLElement && pressed.isConnected) pressed.focus()
  const now = whereIs(canvas.view, id)
  if (now) announce(outlineText.move.position(now.index + 1, now.notes.length))
}

export function deleteNote(outline: Outline, id: NoteId): void {
  const next = noteAfter(outline, [id])
  outline.setOpened(undefined)
  const edit = outline.canvas.edits.deleteNotes([id])
  if (!edit) return
  focusTargetOf(next)?.focus()
  offerUndo(outline, edit, outlineText.deleted)
}

/** A copy right after it, of whoever makes it; one goes on with the copy. */
export function duplicateNote(outline: Outline, id: NoteId): void {
  const { canvas, workshop } = outline
  const [made] = canvas.edits.addNoteGroups(copiesOf(canvas.view, [id], workshop.me().side))
  if (!made) return
  outline.setOpened(undefined)
  focusTargetOf(outline.list.showsNote(made) ? made : id)?.focus()
  sayAdded(outline, [made], { text: outlineText.row.duplicated, undoable: true })
}

/** The note's words become the title of a cluster in the section it is in. */
export function makeCluster(outline: Outline, id: NoteId, kind: ClusterKind): void {
  const { canvas } = outline
  const section = sectionOf(canvas.view, id) ?? canvas.view.sections[0]
  if (!section) return
  outline.setOpened(undefined)
  const made = canvas.edits.noteToCluster({ id, kind, spot: canvas.edits.endOfSection(section.id) })
  if (!made) return
  document.getElementById(clusterHeadId(made))?.focus()
  announce(outlineText.row.made(kind))
}

export function sectionOf(view: CanvasView, id: NoteId): CanvasView['sections'][number] | undefined {
  return view.sections.find((section) =>
    [section.notes, ...section.clusters.map((cluster) => cluster.notes)].flat().some((note) => note.id === id),
  )
}

/**
 * Says what was done just now, with *Undo* for exactly that: pressed after something else was done, it undoes nothing. What
 * was refused has been explained; what was so already is said, and there is nothing to take back.
 */
export function offerUndo({ canvas }: Outline, made: Edit | string | undefined, text: string): void {
  if (made === undefined) return
  if (typeof made === 'object' && made.changes.length === 0) {
    showToast({ text })
    return
  }
  const undoThis = canvas.edits.undo.last()
  const run = () => {
    if (!undoThis()) showToast({ text: outlineText.undoTooLate })
  }
  showToast({ text, action: { label: outlineText.undoThis, run } })
}

/**
 * [L7] Says what one has just added, and brings the last of it into view. What a filter hides would seem lost: then it is
 * said, with a press that shows everything. `undoable`: *Undo* comes with it, but where showing the notes matters more.
 */
export function sayAdded(
  outline: Outline,
  ids: readonly NoteId[],
  { text, undoable = false }: { text: string; undoable?: boolean },
): void {
  const hidden = ids.filter((id) => whereIs(outline.canvas.view, id) && !outline.list.showsNote(id))
  if (hidden.length > 0)
    sayHidden(outline, hidden, [endSentence(text), listFilterText.hidden(hidden.length, ids.length)].join(' '))
  else if (undoable) offerUndo(outline, ids[0], text)
  else announce(text)
  bringIntoView(ids.at(-1))
}

/** One message over the page, however many are written under one filter. */
function sayHidden(outline: Outline, hidden: readonly NoteId[], text: string): void {
  const run = () => {
    outline.list.setFilter(NO_FILTER)
    announce(listFilterText.cleared)
    bringIntoView(hidden.at(-1))
  }
  const before = hiddenToasts.get(outline)
  if (before !== undefined) dismissToast(before)
  hiddenToasts.set(outline, showToast({ text, action: { label: listFilterText.clear, run } }))
}

const hiddenToasts = new WeakMap<Outline, number>()

const endSentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)

/** A note just written: brought into view without moving focus. */
export function bringIntoView(id: NoteId | undefined): void {
  const row = id && document.getElementById(noteId(id))
  if (!row) return
  // the bar that one types in asks for no room of its own
  row.style.scrollMarginBlockEnd = 'calc(var(--stuck-bottom, 0px) + var(--keyboard, 0px) + 16px)'
  row.scrollIntoView?.({ block: 'nearest' })
  row.style.scrollMarginBlockEnd = ''
}
