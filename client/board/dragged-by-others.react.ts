import { type Atom, type Computed, computed } from 'tldraw'
import type { Drawing, PersonHere } from './crossing'
import { NONE } from './in-hand.react'
import { withAllIn } from './moved-together'

/** Items that somebody else drags now: drawn faint where they lie. */
export function draggedByOthers(
  people: Atom<readonly PersonHere[]>,
  drawn: Atom<Drawing | null>,
): Computed<ReadonlySet<string>> {
  const now = (): ReadonlySet<string> => {
    const drawing = drawn.get()
    const ids = people.get().flatMap((person) => person.presence.dragging?.ids ?? [])
    if (ids.length === 0 || !drawing) return NONE
    return withAllIn(drawing.layout, ids)
  }
  return computed('draggedByOthers', now, { isEqual: sameSet })
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a === b || (a.size === b.size && [...a].every((id) => b.has(id)))
}
