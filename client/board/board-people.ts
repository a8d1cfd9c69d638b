import { type Accessor, createRenderEffect } from 'solid-js'
import { type SideNames, sideName } from '../../shared/domain/side'
import type { Canvas } from '../workshop/contract'
import type { PersonHere } from './crossing'

/** For a picture, which nobody's pointer is on. */
export function showNobody(listener: (people: readonly PersonHere[]) => void): () => void {
  listener([])
  return () => undefined
}

/** The others on this canvas, as the board shows them. Call inside a Solid owner. */
export function createPeople(canvas: Canvas, shown: { sides: Accessor<SideNames>; cursors: Accessor<boolean> }) {
  const listeners = new Set<(people: readonly PersonHere[]) => void>()
  let people: readonly PersonHere[] = []
  createRenderEffect(() => {
    const sides = shown.sides()
    const withCursors = shown.cursors()
    people = canvas.others().map(({ clientId, member, presence: all }) => {
      const { cursor: _, ...presence } = all
      const { name, side } = member
      const called = side ? sideName(side, sides) : ''
      return { key: String(clientId), name, side, sideName: called, presence: withCursors ? all : presence }
    })
    for (const listener of listeners) listener(people)
  })
  return {
    subscribe(listener: (people: readonly PersonHere[]) => void) {
      listeners.add(listener)
      listener(people)
      return () => listeners.delete(listener)
    },
  }
}
