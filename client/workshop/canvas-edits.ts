import type { Accessor } from 'solid-js'
import type * as Y from 'yjs'
import type { Edit } from '../../shared/document/change'
import * as edits from '../../shared/document/edits'
import { isLocked } from '../../shared/document/locks'
import { addNoteGroups, placeNotes } from '../../shared/document/note-groups'
import { itemOf } from '../../shared/document/roots'
import type { CanvasView } from '../../shared/domain/canvas-view'
import { allNotes } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import type { CanvasId, ClusterId, DrawingId, NoteId } from '../../shared/domain/ids'
import { lockOn } from '../../shared/domain/locks'
import { privateStep } from '../../shared/domain/private-writing'
import type { NoteSpot } from '../../shared/domain/spot'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import { endOf, endOfSection, findCluster } from './canvas-spots'
import type { CanvasEdits, UndoHistory, Workshop } from './contract'
import { createDrawingEdits, erasable } from './drawing-edits'
import { createSeveralEdits } from './several-edits'
import { createShapeEdits } from './shape-edits'
import { notesThere } from './still-there'

type Options = {
  id: CanvasId
  document: Accessor<Y.Doc>
  /** The reading now; not tracked. */
  view: () => CanvasView
  ready: Accessor<boolean>
  workshop: Pick<Workshop, 'me' | 'may' | 'now' | 'stage'>
  undo: UndoHistory & { record(edit: Edit): void }
}

/** The named edits of shared/document, made by this person: who, when, whether at all, and undo are taken care of. */
export function createCanvasEdits(options: Options): CanvasEdits {
  const { view, workshop, undo } = options
  const open = (deed: Deed) => workshop.may(deed) && options.ready()
  /** While people write privately here, nobody writes for all by mistake. */
  const openForNew = () => open('add-note') && privateStep(workshop.stage.stage)?.canvasId !== options.id
  const document = () => options.document()
  const now = () => workshop.now()
  /** In safe space nothing may tie a note to its author; side counts are the server's to give. */
  const author = (): edits.Author => ({
    member: workshop.stage.workshop?.attribution === 'safe-space' ? null : workshop.me().id,
    side: workshop.me().side,
    now: now(),
  })
  const made = (edit: Edit): Edit => {
    undo.record(edit)
    return edit
  }
  const withId = <Id>({ id, edit }: { id: Id; edit: Edit }): Id => {
    made(edit)
    return id
  }
  /** Who may add and not move writes at the end: between others, their keys might have to change. */
  const spotFor = (spot: NoteSpot): NoteSpot =>
    'x' in spot || workshop.may('move-note') ? spot : endOf(view(), spot.in)
  const mayDelete = (ids: readonly NoteId[]) => {
    const { id } = workshop.me()
    if (workshop.may('delete-note')) return ids
    const own = new Set(allNotes(view()).flatMap((note) => (note.author === id ? note.id : [])))
    const mine = ids.filter((note) => own.has(note))
    if (mine.length < ids.length) showToast({ text: workshopText.onlyAuthorDeletes })
    return mine
  }
  const mayErase = (ids: readonly DrawingId[]) => erasable(ids, { view, workshop })
  /** The server would refuse it, and what one has written since would have to be put aside. */
  const free = (ids: readonly (string | null)[]) => {
    if (workshop.may('change-locked')) return true
    const kept = ids.find((id) => id !== null && isKept(document(), id))
    if (!kept) return true
    showToast({ text: workshopText.lockedItem(lockOn(view(), [kept])) })
    return false
  }
  /** Somebody may have deleted or merged it while this person was choosing. */
  const isThere = (id: ClusterId) => {
    if (findCluster(view(), id)) return true
    showToast({ text: workshopText.clusterGone })
    return false
  }
  const stillThere = (ids: readonly NoteId[]) => {
    const left = notesThere(view(), ids)
    if (left.length === 0 && ids.length > 0) showToast({ text: workshopText.notesGone(ids.length) })
    return left
  }
  return {
    ...createShapeEdits({ document, view, open, free, made, now }),
    ...createSeveralEdits({ document, view, open, free, mayDelete, mayErase, made, now }),
    undo,
    addNote: ({ text = '', spot }) =>
      openForNew() && free([spot.in])
        ? withId(edits.addNote(document(), { text, spot: spotFor(spot), author: author() }))
        : undefined,
    addNotes({ texts, spot }) {
      if (!openForNew() || texts.length === 0 || !free([spot.in])) return []
      const { ids, edit } = edits.addNotes(document(), { texts, spot: spotFor(spot), author: author() })
      return withId({ id: ids, edit })
    },
    addNoteGroups(groups) {
      const own = workshop.me().role === 'facilitator' ? undefined : { side: workshop.me().side }
      const open = groups.map(({ spot, notes }) => ({
        spot: spotFor(spot),
        notes: notes.map((note) => ({ ...note, ...own })),
      }))
      if (!openForNew() || open.every(({ notes }) => notes.length === 0)) return []
      if (!free(open.map(({ spot }) => spot.in))) return []
      const { ids, edit } = addNoteGroups(document(), open, author())
      return withId({ id: ids, edit })
    },
    placeNotes(places) {
      const left = new Set(open('move-note') ? stillThere([...places.keys()]) : [])
      const placed = [...places].filter(([id]) => left.has(id))
      if (placed.length === 0 || !free(placed.flatMap(([id, place]) => [id, place.in]))) return undefined
      return made(placeNotes(document(), new Map(placed)))
    },
    moveNotes(ids, spot) {
      const left = open('move-note') ? stillThere(ids) : []
      return left.length > 0 && free([spot.in, ...left]) ? made(edits.moveNotes(document(), left, spot)) : undefined
    },
    deleteNotes(ids) {
      const mine = open('delete-own-note') ? mayDelete(ids) : []
      return mine.length > 0 && free(mine) ? made(edits.deleteNotes(document(), mine, now())) : undefined
    },
    addCluster({ title = '', notes = [], ...cluster }) {
      const left = open('arrange') ? stillThere(notes) : []
      if (!open('arrange') || left.length < Math.min(notes.length, 1) || !free([cluster.spot.in, ...left]))
        return undefined
      return withId(edits.addCluster(document(), { title, ...cluster, notes: left, now: now() }))
    },
    noteToCluster: (note) =>
      open('arrange') && free([note.id, note.spot.in])
        ? withId(edits.noteToCluster(document(), { ...note, now: now() }))
        : undefined,
    moveCluster: (id, spot) =>
      open('arrange') && isThere(id) && free([id, spot.in]) ? made(edits.moveCluster(document(), id, spot)) : undefined,
    changeKind: (id, kind) =>
      open('arrange') && free([id]) ? made(edits.changeKind(document(), id, kind)) : undefined,
    linkBarriers: (proposal, barriers) =>
      open('arrange') && isThere(proposal) && free([proposal])
        ? made(edits.linkBarriers(document(), proposal, barriers))
        : undefined,
    ...createDrawingEdits({ document, view, open, workshop, author, record: made }),
    putBack: (item) =>
      open(PUTTING_BACK[item.is]) && free([item.id]) ? made(edits.putBack(document(), item)) : undefined,
    endOf: (container) => endOf(view(), container),
    endOfSection: (section) => endOfSection(view(), section),
  }
}

const PUTTING_BACK = { note: 'delete-own-note', cluster: 'arrange', drawing: 'draw' } as const satisfies Record<
  string,
  Deed
>

/** Whether a lock is on an item or a container, by the document itself, as the server sees it. */
function isKept(document: Y.Doc, id: string): boolean {
  if ((['notes', 'clusters', 'drawings'] as const).some((root) => isLocked(document, root, id))) return true
  return itemOf(document, 'sections', id)?.get('locked') === true
}
