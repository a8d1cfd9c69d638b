import type { CanvasView } from '../../shared/domain/canvas-view'
import type { NoteId, SectionId } from '../../shared/domain/ids'
import type { FreePlace } from '../../shared/domain/spot'
import type { CanvasLayout, NoteBox } from '../../shared/layout/boxes'
import { NOTE } from '../../shared/layout/sizes'
import { freePlaceAt } from '../../shared/layout/spot-at'
import { findItem } from './describe-item'

/**
 * Rows for those of these notes that lie freely, from the top left corner that they have together, in the order in which
 * one reads them. Only what moves is in the answer.
 */
export function inRows(view: CanvasView, layout: CanvasLayout, ids: readonly NoteId[]): Map<NoteId, FreePlace> {
  const homes = new Map<SectionId | null, NoteBox[]>()
  for (const id of ids) {
    const box = freeBox(view, layout, id)
    if (box) homes.set(box.section, [...(homes.get(box.section) ?? []), box])
  }
  const places = new Map<NoteId, FreePlace>()
  for (const [section, boxes] of homes) {
    for (const { box, x, y } of rowsOf(boxes)) {
      if (x !== box.x || y !== box.y) places.set(box.id, freePlaceAt(layout, section, { x, y }))
    }
  }
  return places
}

/** Several that were dragged together keep their distances where they are let go on free ground. */
export function asTheyLay(
  view: CanvasView,
  layout: CanvasLayout,
  dropped: { ids: readonly NoteId[]; by: { x: number; y: number }; section: SectionId | null },
): Map<NoteId, FreePlace> {
  return new Map(
    dropped.ids.flatMap((id) => {
      const box = layout.notes.get(id)
      if (!box || !findItem(view, id)) return []
      const corner = { x: box.x + dropped.by.x, y: box.y + dropped.by.y }
      return [[id, freePlaceAt(layout, dropped.section, corner)] as const]
    }),
  )
}

function freeBox(view: CanvasView, layout: CanvasLayout, id: NoteId): NoteBox | undefined {
  const found = findItem(view, id)
  return found?.is === 'note' && found.note.at ? layout.notes.get(id) : undefined
}

/** Wider than high, as screens are. */
const WIDTH_TO_HEIGHT = 1.6

function rowsOf(boxes: readonly NoteBox[]): { box: NoteBox; x: number; y: number }[] {
  const sorted = [...boxes].sort((a, b) => a.y - b.y || a.x - b.x)
  const columns = Math.ceil(Math.sqrt(sorted.length * WIDTH_TO_HEIGHT))
  const left = Math.min(...sorted.map((box) => box.x))
  let top = Math.min(...sorted.map((box) => box.y))
  const placed: { box: NoteBox; x: number; y: number }[] = []
  for (let start = 0; start < sorted.length; start += columns) {
    const row = sorted.slice(start, start + columns)
    row.forEach((box, index) => {
      placed.push({ box, x: left + index * (NOTE.width + NOTE.gap), y: top })
    })
    top += Math.max(...row.map((box) => box.h)) + NOTE.gap
  }
  return placed
}
