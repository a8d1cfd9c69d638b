import type * as Y from 'yjs'
import type { Edit } from '../../shared/document/change'
import { deleteItems, type HeadingsGone } from '../../shared/document/delete-items'
import { deleteCluster, mergeClusters } from '../../shared/document/edits'
import { type ItemMoves, moveItems } from '../../shared/document/move-items'
import { allClusters, type CanvasView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import type { ClusterId, DrawingId, NoteId } from '../../shared/domain/ids'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import { endOf, findCluster, notesIn } from './canvas-spots'
import { isEmpty, movesThere, notesThere } from './still-there'

/** Items of several kinds, chosen together. Of clusters: each with all that is in it. */
export type Several = {
  notes: readonly NoteId[]
  clusters: readonly ClusterId[]
  drawings: readonly DrawingId[]
}

/** Edits of whole clusters, and of several items at once, as this person; part of `CanvasEdits`. */
export interface SeveralEdits {
  /** Of every kind, together and as one step. */
  moveItems(moves: ItemMoves): Edit | undefined
  /**
   * Of every kind, together and as one step. Of clusters only the headings go, and notes that are not themselves chosen go to
   * *Not sorted*. Says so of notes and drawings that others made.
   */
  deleteItems(items: Several): Edit | undefined
  /** Removes the heading; its notes go to *Not sorted*. */
  deleteCluster(id: ClusterId): Edit | undefined
  /** Into one of them or another one; those that others deleted or merged meanwhile are left out. */
  mergeClusters(from: readonly ClusterId[], into: ClusterId): Edit | undefined
}

type Options = {
  document: () => Y.Doc
  view: () => CanvasView
  open: (deed: Deed) => boolean
  /** Whether no lock is on these; says in words why not. */
  free: (ids: readonly (string | null)[]) => boolean
  /** Those that this person may delete; says so of the others. */
  mayDelete: (ids: readonly NoteId[]) => readonly NoteId[]
  mayErase: (ids: readonly DrawingId[]) => readonly DrawingId[]
  made: (edit: Edit) => Edit
  now: () => number
}

export function createSeveralEdits(options: Options): SeveralEdits {
  const { document, view, open, free, made, now } = options
  const opensAll = ({ notes, clusters, drawings, sections }: ItemMoves) => {
    const deeds: Deed[] = [
      ...notes.map((): Deed => 'move-note'),
      ...clusters.map((): Deed => 'arrange'),
      ...drawings.map((): Deed => 'draw'),
      ...sections.map((): Deed => 'change-sections'),
    ]
    const ordered = [...notes, ...clusters].flatMap(({ ids, spot }) => [spot.in, ...ids])
    const drawn = drawings.flatMap(({ id, place }) => [place.in, id])
    return deeds.length > 0 && [...new Set(deeds)].every(open) && free([...ordered, ...drawn])
  }
  /** In reading order, as their notes come. */
  const clustersThere = (ids: readonly ClusterId[]) => allClusters(view()).filter(({ id }) => ids.includes(id))
  return {
    moveItems(moves) {
      const left = movesThere(view(), moves)
      if (isEmpty(left)) return void showToast({ text: workshopText.itemsGone })
      return opensAll(left) ? made(moveItems(document(), left)) : undefined
    },
    deleteItems(items) {
      const there = new Set(view().drawings.map(({ id }) => id))
      const [notes, clusters] = [notesThere(view(), items.notes), clustersThere(items.clusters)]
      const drawings = items.drawings.filter((id) => there.has(id))
      if (notes.length + clusters.length + drawings.length === 0)
        return void showToast({ text: workshopText.itemsGone })
      const may =
        (clusters.length === 0 || open('arrange')) &&
        (notes.length === 0 || open('delete-own-note')) &&
        (drawings.length === 0 || open('draw'))
      if (!may) return undefined
      const mine = {
        notes: notes.length > 0 ? options.mayDelete(notes) : [],
        drawings: drawings.length > 0 ? options.mayErase(drawings) : [],
        headings: headingsGone(
          view(),
          clusters.map(({ id }) => id),
        ),
      }
      const all = [...mine.notes, ...mine.drawings, ...mine.headings.flatMap(({ ids, notes }) => [...ids, ...notes])]
      return all.length > 0 && free(all) ? made(deleteItems(document(), mine, now())) : undefined
    },
    deleteCluster(id) {
      const [gone] = open('arrange') ? headingsGone(view(), [id]) : []
      if (!gone || !free([id, ...gone.notes])) return undefined
      return made(deleteCluster(document(), { id, notes: gone.notes, to: gone.to, now: now() }))
    },
    mergeClusters(all, into) {
      if (!open('arrange')) return undefined
      const from = clustersThere(all.filter((id) => id !== into))
      if (from.length === 0 || !findCluster(view(), into)) {
        if (all.some((id) => id !== into)) showToast({ text: workshopText.clusterGone })
        return undefined
      }
      const ids = from.map(({ id }) => id)
      const notes = from.flatMap((cluster) => cluster.notes.map((note) => note.id))
      if (!free([...ids, into, ...notes])) return undefined
      const lastOfInto = notesIn(view(), into).at(-1)?.id ?? null
      return made(mergeClusters(document(), { from: ids, into, notes, lastOfInto }))
    },
  }
}

/** Where the notes go of headings that are removed: those of one section together, so that they keep their order. */
function headingsGone(view: CanvasView, ids: readonly ClusterId[]): HeadingsGone[] {
  const gone = new Map<string, HeadingsGone>()
  for (const id of ids) {
    const found = findCluster(view, id)
    if (!found) continue
    const { x, y } = found.cluster.at ?? { x: 0, y: 0 }
    const to = found.section ? endOf(view, found.section.id) : { in: null, x, y }
    const key = found.section?.id ?? id
    const { ids: before, notes } = gone.get(key) ?? { ids: [], notes: [] }
    gone.set(key, { ids: [...before, id], notes: [...notes, ...found.cluster.notes.map((note) => note.id)], to })
  }
  return [...gone.values()]
}
