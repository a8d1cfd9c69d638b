import { untrack } from 'solid-js'
import type { Edit } from '../../shared/document/change'
import type { Lockable } from '../../shared/document/lock-edits'
import { allNotes, type CanvasView, type ClusterView } from '../../shared/domain/canvas-view'
import type { ClusterKind } from '../../shared/domain/cluster'
import type { Deed } from '../../shared/domain/deeds'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import type { NoteSpot } from '../../shared/domain/spot'
import { NOTE } from '../../shared/layout/sizes'
import { boardText as text } from '../text/board'
import { drawingText } from '../text/drawings'
import { intakeText } from '../text/intake'
import { workshopText } from '../text/workshop'
import { announce } from '../ui/live-region'
import { showToast } from '../ui/toast'
import { copiesOf } from '../workshop/copies-of'
import { PRIVATE_FIELD } from '../workshop/private/private-panel'
import { deleteSeveral } from '../workshop/several'
import type { Several } from '../workshop/several-edits'
import type { Board } from './create-board'
import { findEach, findItem } from './describe-item'
import { createDrawingActs } from './drawing-acts'
import { inRows } from './in-rows'
import { clusterSpotFor, sectionOf, spotForNew } from './spots-for-new'

/** What one can do on the board, by pointer, key, tool or panel alike. Each says in words when it may not. */
export type BoardActs = ReturnType<typeof createActs>

export function createActs(board: Board) {
  const { canvas } = board
  /** Notes begun here and not yet left: gone again when nothing was written. */
  const fresh = new Set<string>()
  const view = () => board.drawing().view
  const found = (id: string) => findItem(view(), id)
  const selectedNotes = () => board.selected().filter((id) => found(id)?.is === 'note') as NoteId[]

  const whyNot = (ids: readonly string[]) => {
    const closed = board.workshop.mayEdit()
    const lock = board.lockedBy(ids)
    if (lock !== undefined && closed === 'yes') return workshopText.lockedItem(lock)
    const isSection = ids.length > 0 && ids.every((id) => found(id)?.is === 'section')
    if (isSection && closed === 'yes') return text.section.onlyFacilitators
    return text.closed[closed === 'yes' ? 'step' : closed]
  }
  const explain = (ids: readonly string[]) => showToast({ text: whyNot(ids) })
  /** True when it may go on; else the person has been told why not. */
  const open = (ids: readonly (string | null)[], deed: Deed = 'move-note') => {
    const real = ids.filter((id) => id !== null)
    if (board.mayChange(real, deed)) return true
    explain(real)
    return false
  }
  /**
   * *Undo* for exactly what was done just now: pressed after something else, it must not take that back instead. Nothing is
   * said of what was refused, and what was so already has no *Undo*.
   */
  const undoable = (made: Edit | string | undefined, words: string) => {
    if (made === undefined) return
    if (typeof made === 'object' && made.changes.length === 0) return void showToast({ text: words })
    const undoThis = canvas.edits.undo.last()
    const run = () => {
      if (!undoThis()) showToast({ text: text.panel.undoTooLate })
    }
    showToast({ text: words, action: { label: text.panel.undo, run } })
  }

  /** While people write privately, whatever begins a note leads to the field for one's own; true then. */
  const writesPrivately = (texts: string[] = []) => {
    if (!untrack(board.isPrivate)) return false
    if (texts.length > 0) board.addPrivately(texts)
    else document.getElementById(PRIVATE_FIELD)?.focus()
    return true
  }

  const addNoteIn = (spot: NoteSpot) => {
    if (!open([spot.in], 'add-note') || writesPrivately()) return
    const id = canvas.edits.addNote({ spot })
    if (!id) return
    fresh.add(id)
    board.control()?.edit(id)
  }

  const drawing = createDrawingActs(board, { open, undoable })
  return {
    ...drawing,
    view,
    found,
    selectedNotes,
    whyNot,
    explain,
    open,
    undoable,
    addNoteIn,
    addNote: () => addNoteIn(spotForNew(board)),
    /** Notes came in together. */
    addedMany(ids: NoteId[]): void {
      if (ids.length === 0) return
      board.control()?.select(ids)
      undoable(ids[0], intakeText.added(ids.length))
    },
    /** Copies count as notes of whoever makes them, each right after its original. */
    duplicate(): void {
      const ids = selectedNotes()
      const groups = copiesOf(view(), ids, board.workshop.me().side)
      if (ids.length === 0) return void showToast({ text: text.selectFirst })
      if (!open([...ids, ...groups.map(({ spot }) => spot.in)], 'add-note')) return
      if (writesPrivately(groups.flatMap(({ notes }) => notes.map((note) => note.text)))) return
      this.addedMany(canvas.edits.addNoteGroups(groups))
    },
    /** What lies freely is put in rows; clusters and most sections keep their notes in rows by themselves. */
    tidy(): void {
      const places = inRows(view(), board.drawing().layout, selectedNotes())
      if (places.size === 0) return void showToast({ text: text.panel.tidyAlready })
      if (!open([...places.keys()])) return
      undoable(canvas.edits.placeNotes(places), text.panel.tidied(places.size))
    },
    addCluster(notes: readonly NoteId[] = selectedNotes(), kind?: ClusterKind): void {
      const whole = wholeOf(view(), notes)
      if (whole && (kind ?? whole.kind) === whole.kind && notes.length < whole.notes.length) {
        this.split(whole.id, notes)
        return
      }
      const { spot, kind: usual } = clusterSpotFor(board, notes)
      if (!open([spot.in, ...notes])) return
      const id = canvas.edits.addCluster({ kind: kind ?? usual, spot, notes })
      if (id) board.control()?.edit(id)
    },
    /** A proposal that answers a barrier, where proposals live. */
    proposeAnswer(barrier: ClusterId): void {
      const { sections } = view()
      const section = sections.find((one) => one.kind === 'proposal' && !one.locked) ?? sectionOf(found(barrier))
      const spot = section ? canvas.edits.endOfSection(section.id) : clusterSpotFor(board, []).spot
      if (!open([spot.in])) return
      const id = canvas.edits.addCluster({ kind: 'proposal', spot, addresses: [barrier] })
      if (id) board.control()?.edit(id)
    },
    makeCluster(id: NoteId, kind: ClusterKind): void {
      const { spot } = clusterSpotFor(board, [id], kind)
      if (!open([id, spot.in])) return
      const cluster = canvas.edits.noteToCluster({ id, kind, spot })
      if (cluster) board.control()?.select([cluster])
    },
    deleteNotes(ids: readonly NoteId[]): void {
      if (ids.length === 0 || !open(ids, 'delete-own-note')) return
      const mine = ids.filter(board.mayDelete)
      const others = ids.length - mine.length
      if (mine.length > 0) {
        undoable(canvas.edits.deleteNotes(mine), text.panel.deleted(mine.length))
      }
      if (others > 0) showToast({ text: ids.length === 1 ? text.panel.onlyAuthor : text.panel.someNotYours(others) })
    },
    deleteHeading(id: ClusterId): void {
      const item = found(id)
      if (item?.is !== 'cluster' || !open([id])) return
      undoable(canvas.edits.deleteCluster(id), text.panel.headingRemoved(item.cluster.notes.length))
    },
    deleteSelected(): void {
      const items = findEach(view(), board.selected())
      const clusters = items.flatMap((item) => (item.is === 'cluster' ? item.cluster.id : []))
      const [notes, drawings] = [selectedNotes(), drawing.selectedDrawings()]
      if (items.length === 0) showToast({ text: text.selectFirst })
      else if (items.every(({ is }) => is === 'section')) showToast({ text: text.noDeleteSection })
      else if (notes.length + clusters.length === 0) drawing.deleteDrawings(drawings)
      else if (drawings.length + clusters.length === 0) this.deleteNotes(notes)
      else this.deleteTogether({ notes, clusters, drawings })
    },
    /** As one step, of several kinds or several headings. What is not theirs to delete stays, and it is said. */
    deleteTogether({ notes, clusters, drawings }: Several): void {
      const [mine, drawn] = [notes.filter(board.mayDelete), drawings.filter(board.mayErase)]
      const headings = clusters.length > 0 && open([], 'arrange') ? clusters : []
      const done = deleteSeveral(board, { notes: mine, clusters: headings, drawings: drawn })
      if (done) undoable(done.edit, done.words)
      if (mine.length < notes.length) showToast({ text: text.panel.someNotYours(notes.length - mine.length) })
      if (drawn.length < drawings.length) showToast({ text: drawingText.notYours })
    },
    /** Enter in a note: the next one goes beside it, in the same container. */
    addNoteAfter(id: string): void {
      const item = found(id)
      if (item?.is !== 'note') return
      const holder = item.cluster ?? item.section
      if (item.note.at || !holder) {
        const at = item.note.at ?? { x: 0, y: 0 }
        addNoteIn({ in: item.section?.id ?? null, x: at.x + NOTE.width + NOTE.gap, y: at.y })
        return
      }
      const order = holder.notes.filter((note) => note.at === null)
      const index = order.findIndex((note) => note.id === id)
      addNoteIn({ in: holder.id, after: id, before: order[index + 1]?.id ?? null })
    },
    /** A field was left: a note begun here in which nothing was written goes away again. */
    left(id: string): void {
      if (drawing.leftText(id) || !fresh.delete(id)) return
      const item = found(id)
      if (item?.is === 'note' && item.note.text.trim() === '') canvas.edits.deleteNotes([item.note.id])
    },
    /** Folds clusters for everybody, or opens them. */
    fold(ids: readonly ClusterId[], folded: boolean): void {
      if (!open(ids, 'arrange')) return
      if (canvas.edits.foldClusters(ids, folded)) announce(text.folded(ids.length, folded))
    },
    /** These notes of one cluster become a cluster beside it, to be named at once. */
    split(from: ClusterId, notes: readonly NoteId[], title?: string): void {
      if (!open([from, ...notes], 'arrange')) return
      const id = canvas.edits.splitCluster({ from, notes, title })
      if (!id) return
      if (title) board.control()?.select([id])
      else board.control()?.edit(id)
    },
    setLocked(items: readonly Lockable[], locked: boolean): void {
      undoable(canvas.edits.setLocked(items, locked), locked ? text.lock.locked : text.lock.unlocked)
    },
    addSection(): SectionId | undefined {
      const id = canvas.edits.addSection()
      if (id) board.control()?.select([id])
      if (id) board.control()?.show(id)
      return id
    },
    removeSection(id: SectionId): void {
      undoable(canvas.edits.removeSection(id), text.section.removed)
    },
    isDeleted: (id: string) => view().bin.some((item) => item.is === 'note' && item.id === id),
    /** Says what became of a note, and offers to put it back where it was. */
    offerPutBack(id: string, words: string): void {
      const run = () => canvas.edits.putBack({ is: 'note', id: id as NoteId })
      showToast({ text: words, action: { label: text.bin.putBack, run } })
    },
    selectAll: () => board.control()?.select(allNotes(view()).map((note) => note.id)),
  }
}

/** The cluster that all of these notes lie in. */
export function wholeOf(view: CanvasView, notes: readonly NoteId[]): ClusterView | undefined {
  const first = notes[0] === undefined ? undefined : findItem(view, notes[0])
  const cluster = first?.is === 'note' ? first.cluster : null
  return cluster && notes.every((id) => cluster.notes.some((note) => note.id === id)) ? cluster : undefined
}
