import type * as Y from 'yjs'
import type { Frame } from '../domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../domain/ids'
import type { ClusterSpot, NoteSpot } from '../domain/spot'
import { type Edit, edit } from './change'
import { type DrawingMove, setPlaces } from './drawings'
import { placesFor } from './edits'
import { itemOf } from './roots'

/** Where each of several items of any kind goes. What shares a spot keeps the order it is given in. */
export type ItemMoves = {
  notes: readonly { ids: readonly NoteId[]; spot: NoteSpot }[]
  clusters: readonly { ids: readonly ClusterId[]; spot: ClusterSpot }[]
  drawings: readonly DrawingMove[]
  /** The corner of the frame, as the template has it. */
  sections: readonly { id: SectionId; to: { x: number; y: number } }[]
}

/** Notes, clusters, drawings and sections moved together: one step for everybody, and one to take back. */
export function moveItems(document: Y.Doc, moves: ItemMoves): Edit {
  return edit(document, 'move-items', (record) => {
    for (const { id, to } of moves.sections) {
      const now: unknown = itemOf(document, 'sections', id)?.get('frame')
      const corner = { x: Math.round(to.x), y: Math.round(to.y) }
      if (typeof now === 'object' && now !== null) record.set('sections', id, 'frame', { ...(now as Frame), ...corner })
    }
    for (const root of ['clusters', 'notes'] as const) {
      for (const { ids, spot } of moves[root]) {
        const places = placesFor(record, root, ids.length, spot)
        ids.forEach((id, index) => {
          record.set(root, id, 'place', places[index])
        })
      }
    }
    setPlaces(record, moves.drawings)
  })
}
