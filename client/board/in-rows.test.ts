import { afterEach, expect, test } from 'vitest'
import type { NoteId } from '../../shared/domain/ids'
import { openBoard } from './testing/open-board'

let opened: ReturnType<typeof openBoard> | undefined
afterEach(() => opened?.close())

const at = (board: ReturnType<typeof openBoard>, id: NoteId) => {
  const { x, y } = board.board.drawing().layout.notes.get(id) ?? { x: Number.NaN, y: Number.NaN }
  return { x, y }
}

test('[B54] Amina drags two notes onto the bare canvas, where they keep their distance, then tidies them', () => {
  opened = openBoard()
  const { events, acts, board, alone, updates } = opened
  const before = alone.map((id) => at(opened as never, id))
  const by = { x: 40, y: -900 }
  const corner = { x: (before[0]?.x ?? 0) + by.x, y: (before[0]?.y ?? 0) + by.y }
  events.dropped(alone, { point: corner, corner, moving: new Set(alone), by })
  expect(updates()).toBe(1)
  const after = alone.map((id) => at(opened as never, id))
  expect(after.map(({ x }, index) => Math.round(x - (before[index]?.x ?? 0) - by.x))).toEqual([0, 0])
  expect(after.map(({ y }, index) => Math.round(y - (before[index]?.y ?? 0) - by.y))).toEqual([0, 0])

  board.canvas.edits.placeNotes(new Map([[alone[1], { in: null, x: 300, y: -777 }]]))
  board.setSelected(alone)
  acts.tidy()
  const [first, second] = alone.map((id) => at(opened as never, id))
  expect(first?.y).toBe(second?.y)
  expect(Math.abs((first?.x ?? 0) - (second?.x ?? 0))).toBe(180)
})

test('[B54] what sections and clusters keep tidy is left as it is, and that is said', () => {
  opened = openBoard()
  opened.board.setSelected(opened.inCluster)
  opened.acts.tidy()
  expect(opened.updates()).toBe(0)
})

test('[B55] a copy of a note stands after it, and is Amina’s', () => {
  opened = openBoard()
  const { board, acts, outline, alone } = opened
  board.setSelected([alone[1]])
  acts.duplicate()
  expect(outline()[0]).toContain('Annual bids, Nobody reports back, Nobody reports back |')
  const copy = board.canvas.view.sections[0]?.notes.at(-1)
  expect([copy?.author, copy?.side]).toEqual(['amina', 'central'])
  board.canvas.edits.undo.undo()
  expect(outline()[0]).not.toContain('Nobody reports back, Nobody')
})
