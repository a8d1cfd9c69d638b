import { expect, test } from 'vitest'
import type { CanvasView, NoteView } from '../../shared/domain/canvas-view'
import type { NoteId } from '../../shared/domain/ids'
import { sinceThen } from './since'

const note = (id: string, text: string): NoteView => {
  return { id: id as NoteId, text, side: null, author: null, createdAt: 1, at: null }
}
const view = (...notes: NoteView[]): CanvasView => {
  return { sections: [], loose: { clusters: [], notes }, drawings: [], bin: [], leftOut: 0 }
}

test('[B61] notes that are not on the canvas now are deleted, those that read differently changed; new ones are not told of', () => {
  const then = view(note('a', 'The lift is out'), note('b', 'Four returns'), note('c', 'Bids'), note('d', ' '))
  const now = view(note('b', 'Four returns and more'), note('c', 'Bids'), note('e', 'New'))
  expect([...sinceThen(then, now)]).toEqual([
    ['a', 'deleted'],
    ['b', 'changed'],
  ])
})
