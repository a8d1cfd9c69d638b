import { type Accessor, createMemo, untrack } from 'solid-js'
import type { NoteView } from '../../shared/domain/canvas-view'
import { useOutline } from './outline-context'

/**
 * The notes of a list, and with them the one that this person writes in although somebody else has just deleted it: its
 * row, and the field in it, stay until one has finished.
 */
export function keepWritten(notes: () => readonly NoteView[]): Accessor<readonly NoteView[]> {
  const outline = useOutline()
  return createMemo<readonly NoteView[]>((before) => {
    // a list that differs is another one: its rows need not be followed by themselves
    const now = notes()
    const id = outline.writtenLost()
    return untrack(() => {
      const index = id === undefined ? -1 : before.findIndex((note) => note.id === id)
      const lost = before[index]
      if (!lost || now.some((note) => note.id === id)) return [...now]
      return [...now.slice(0, index), lost, ...now.slice(index)]
    })
  }, [])
}
