import { untrack } from 'solid-js'
import { lastMover } from '../../shared/document/last-mover'
import type { ClusterId, DrawingId, SectionId } from '../../shared/domain/ids'
import { around } from '../../shared/layout/boxes'
import { keptSize, sectionCornerAt } from '../../shared/layout/section-frames'
import { clusterSpotAt, type Drop, mergeTarget, newNoteSpotAt, noteSpotAt, staysPut } from '../../shared/layout/spot-at'
import { boardText as text } from '../text/board'
import { showToast } from '../ui/toast'
import type { CanvasPresence } from '../workshop/contract'
import { MOST_SELECTED } from '../workshop/presence'
import type { BoardActs } from './board-acts'
import type { Board } from './create-board'
import type { BoardEvents } from './crossing'
import { findItem } from './describe-item'
import type { Dialogs } from './dialogs'
import { asTheyLay } from './in-rows'
import { boxOf } from './items-at'
import { createMixedActs } from './mixed-acts'
import { countsOf } from './moved-together'
import { createNearWhatIsGone } from './near-what-is-gone'

/** What happens when the React side reports something. Here, and nowhere in React, the document is changed. */
export function createEvents(board: Board, acts: BoardActs, dialogs: Dialogs): BoardEvents {
  let editing: string | null = null
  /** What was written in when somebody else deleted it: that has been said already. */
  let lost: string | null = null
  const near = createNearWhatIsGone(board)
  const mixed = createMixedActs(board, acts)
  const events: BoardEvents = {
    selected(ids) {
      tellWhatIsGone(board, { ids, told: [editing, lost] })
      board.setSelected(ids)
      if (ids.length === 0) near.goOn()
      else near.at(ids)
      board.presence.show(selectionShown(board, ids))
    },
    editing(id) {
      const before = editing
      editing = id
      board.setEditing(id)
      board.presence.show({ typing: id ?? undefined })
      if (before !== null && before !== id) {
        // one that was begun here and left empty goes away by oneself
        const isGone = acts.isDeleted(before)
        acts.left(before)
        if (isGone) acts.offerPutBack(before, text.lost.finished)
      }
    },
    lostField(id) {
      lost = id
      if (acts.isDeleted(id)) acts.offerPutBack(id, text.lost.note)
      else showToast({ text: acts.found(id)?.is === 'note' ? text.lost.folded : text.lost.heading })
    },
    zoomed: board.setZoom,
    dropped(ids, drop, stays = []) {
      const { notes, clusters, sections } = countsOf(board.drawing().layout, ids)
      if (notes === ids.length) dropNotes(board, acts, drop)
      else if (clusters === 1 && ids.length === 1) dropCluster(board, { acts, dialogs }, drop)
      else if (notes + clusters + sections === 0) acts.dropDrawings(ids as DrawingId[], drop.corner)
      else if (drop.by) mixed.drop({ ...drop, by: drop.by })
      mixed.tellStays(stays)
    },
    reframed(id, how, frame) {
      const { view, layout } = board.drawing()
      const section = id as SectionId
      if (how === 'resize') board.canvas.edits.resizeSection(section, keptSize(layout, frame))
      else board.canvas.edits.moveSection(section, sectionCornerAt(layout, view, { id: section, corner: frame }))
    },
    folded(id) {
      const item = acts.found(id)
      if (item?.is === 'cluster') acts.fold([item.cluster.id], item.cluster.folded !== true)
    },
    refused: acts.explain,
    addNoteAt(point) {
      const { view, layout } = board.drawing()
      acts.addNoteIn(newNoteSpotAt(layout, view, point))
    },
    drawn: (drawn) => void acts.drawn(drawn),
    textAt: acts.addTextAt,
    erased: acts.erase,
    drawing: board.setDragging,
    finished(id, next) {
      const wrote = next && !isEmptyNote(id)
      board.control()?.stopEditing()
      if (wrote && acts.found(id)?.is === 'note') acts.addNoteAfter(id)
      else board.control()?.focus()
    },
    cursor: (point) => void (board.showsCursors() && board.presence.show({ cursor: point ?? undefined })),
    dragging(drag) {
      board.setDragging(drag !== null)
      board.presence.show({ dragging: drag ? { ...drag, ids: [...drag.ids] } : undefined })
    },
  }
  const isEmptyNote = (id: string) => {
    const item = acts.found(id)
    return item?.is === 'note' && item.note.text.trim() === ''
  }
  return untracked(events)
}

/** Notes alone: into the order of what holds them, or several free at their distances. */
function dropNotes(board: Board, acts: BoardActs, drop: Drop): void {
  const { view, layout } = board.drawing()
  const notes = [...layout.notes.keys()].filter((id) => drop.moving.has(id))
  const spot = noteSpotAt(layout, view, drop)
  if (staysPut(view, notes, spot) || !acts.open([...notes, spot.in])) return
  if ('x' in spot && drop.by && notes.length > 1)
    board.canvas.edits.placeNotes(asTheyLay(view, layout, { ids: notes, by: drop.by, section: spot.in }))
  else board.canvas.edits.moveNotes(notes, spot)
}

/** One cluster alone: let go on the notes of another, it is asked whether the two become one [B23]. */
function dropCluster(board: Board, { acts, dialogs }: { acts: BoardActs; dialogs: Dialogs }, drop: Drop): void {
  const { view, layout } = board.drawing()
  const [cluster] = [...drop.moving] as ClusterId[]
  if (!cluster) return
  const into = mergeTarget(layout, drop)
  if (into) {
    dialogs.open.mergeOn(cluster, into.id)
    return
  }
  const spot = clusterSpotAt(layout, view, drop)
  if (!staysPut(view, [cluster], spot) && acts.open([cluster, spot.in])) board.canvas.edits.moveCluster(cluster, spot)
}

/** Each of them by name, or how many and where, as a state has to stay short. */
function selectionShown(board: Board, ids: readonly string[]): Pick<CanvasPresence, 'selected' | 'many'> {
  if (ids.length <= MOST_SELECTED) return { selected: [...ids], many: undefined }
  const { layout } = board.drawing()
  const box = around(ids.flatMap((id) => boxOf(layout, id) ?? []))
  return { selected: undefined, many: box && { count: ids.length, ...box } }
}

/** What left the selection because somebody else deleted or merged it. Where one writes, the field says so itself. */
function tellWhatIsGone(
  board: Board,
  { ids, told }: { ids: readonly string[]; told: readonly (string | null)[] },
): void {
  const { view } = board.drawing()
  const gone = board.selected().filter((id) => !told.includes(id) && !ids.includes(id) && !findItem(view, id))
  if (gone.length === 0) return
  const document = board.canvas.document()
  const by = gone.map((id) => lastMover(document, id)).filter((client) => client !== document.clientID)
  if (by.length === 0) return
  const [first, ...others] = new Set(by)
  const person = others.length === 0 ? board.canvas.others().find(({ clientId }) => clientId === first) : undefined
  showToast({ text: text.goneMeanwhile(by.length, person?.member.name) })
}

/** Calls come from React and tldraw, sometimes inside one of Solid's effects: they must not subscribe it to anything. */
function untracked(events: BoardEvents): BoardEvents {
  const wrapped = Object.entries(events).map(([name, run]) => [
    name,
    (...given: unknown[]) => untrack(() => (run as (...all: unknown[]) => void)(...given)),
  ])
  return Object.fromEntries(wrapped) as BoardEvents
}
