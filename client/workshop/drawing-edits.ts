import type * as Y from 'yjs'
import type { Edit } from '../../shared/document/change'
import { addDrawing, deleteDrawings, describeDrawings, moveDrawings } from '../../shared/document/drawings'
import type { Author } from '../../shared/document/edits'
import type { CanvasView } from '../../shared/domain/canvas-view'
import type { Deed } from '../../shared/domain/deeds'
import { DRAWING_LIMITS } from '../../shared/domain/drawing'
import type { DrawingId } from '../../shared/domain/ids'
import { workshopText } from '../text/workshop'
import { showToast } from '../ui/toast'
import type { DrawingEdits, Workshop } from './contract'

type Options = {
  document: () => Y.Doc
  view: () => CanvasView
  open: (deed: Deed) => boolean
  workshop: Pick<Workshop, 'me' | 'may' | 'now'>
  author: () => Author
  record: (edit: Edit) => Edit
}

/** The named edits of drawings, by this person. */
export function createDrawingEdits({ document, view, open, workshop, author, record }: Options): DrawingEdits {
  return {
    addDrawing(drawing) {
      if (!open('draw')) return undefined
      const { id, edit } = addDrawing(document(), { ...drawing, author: author() })
      record(edit)
      return id
    },
    moveDrawings(moves) {
      return open('draw') && moves.length > 0 ? record(moveDrawings(document(), moves)) : undefined
    },
    deleteDrawings(ids) {
      const mine = open('draw') ? erasable(ids, { view, workshop }) : []
      return mine.length > 0 ? record(deleteDrawings(document(), mine, workshop.now())) : undefined
    },
    describeDrawings(ids, description) {
      const words = description.replace(/\s+/g, ' ').trim().slice(0, DRAWING_LIMITS.description)
      return open('draw') ? record(describeDrawings(document(), ids, words)) : undefined
    },
  }
}

/** Those that this person may take away; says so of the others. */
export function erasable(
  ids: readonly DrawingId[],
  { view, workshop }: Pick<Options, 'view'> & { workshop: Pick<Workshop, 'me' | 'may'> },
): readonly DrawingId[] {
  if (workshop.may('delete-drawing')) return ids
  const { id } = workshop.me()
  const own = new Set(view().drawings.flatMap((drawing) => (drawing.author === id ? drawing.id : [])))
  const mine = ids.filter((drawing) => own.has(drawing))
  if (mine.length < ids.length) showToast({ text: workshopText.onlyDrawerDeletes })
  return mine
}
