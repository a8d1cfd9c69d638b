import { allNotes, type CanvasView } from '../../shared/domain/canvas-view'
import type { NoteId } from '../../shared/domain/ids'

export type Since = 'deleted' | 'changed'

/** What became of a copy's notes: those that are deleted now, and those that read differently. */
export function sinceThen(then: CanvasView, now: CanvasView): ReadonlyMap<NoteId, Since> {
  const texts = new Map(allNotes(now).map(({ id, text }) => [id, text]))
  return new Map(
    allNotes(then).flatMap(({ id, text }): [NoteId, Since][] => {
      const present = texts.get(id)
      if (present === undefined) return text.trim() === '' ? [] : [[id, 'deleted']]
      return present === text ? [] : [[id, 'changed']]
    }),
  )
}
