import { type Accessor, createMemo } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { isDeleted } from './note-actions'
import { useOutline } from './outline-context'

/**
 * The notes of a list, and with them the one that this person writes in although somebody else has just deleted it: its
 * row, and the field in it, stay until one has finished.
 */
export function keepWritten(notes: () => readonly NoteView[]): Accessor<readonly NoteView[]> {
  const outline = useOutline()
  return createMemo<readonly NoteView[]>((before) => {
    const now = notes()
    const open = outline.opened()
    const index = open?.typing ? before.findIndex(({ id }) => id === open.id) : -1
    const lost = before[index]
    if (!lost || now.some(({ id }) => id === lost.id) || !isDeleted(outline, lost.id)) return [...now]
    return [...now.slice(0, index), lost, ...now.slice(index)]
  }, [])
}
