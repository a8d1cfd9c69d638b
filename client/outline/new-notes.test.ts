import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readCanvas } from '../../shared/document/projection'
import type { SectionId } from '../../shared/domain/ids'
import { canvasInMemory } from '../workshop/testing/canvas-in-memory'
import { amina, jon } from '../workshop/testing/workshop-of'
import { NewNotes } from './new-notes'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** What Amina hears of the notes on a canvas. */
function listening() {
  const canvas = canvasInMemory()
  const said: string[] = []
  const news = new NewNotes(
    () => amina.id,
    (text) => said.push(text),
  )
  const read = () => news.read(readCanvas(canvas.document))
  canvas.note('there before', canvas.barriers, jon)
  read()
  const jonAdds = (count: number, section: SectionId = canvas.barriers) => {
    for (let index = 0; index < count; index++) {
      canvas.note('x', section, jon)
      read()
    }
  }
  return { ...canvas, said, news, read, jonAdds }
}

test('what was there at first is not new, and one’s own notes are not told', () => {
  const { said, note, barriers, read } = listening()
  note('mine', barriers, amina)
  read()
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual([])
})

test('the first is told at once, those after it gathered and by section, every 20 seconds', () => {
  const { said, jonAdds, proposals } = listening()
  jonAdds(1)
  expect(said).toEqual(['1 new note in What gets in the way?'])
  jonAdds(5)
  jonAdds(2, proposals)
  vi.advanceTimersByTime(19_000)
  expect(said).toHaveLength(1)
  vi.advanceTimersByTime(1_500)
  expect(said.slice(1)).toEqual(['5 new notes in What gets in the way?', '2 new notes in What could we do?'])
})

test('held while one types', () => {
  const { said, news, jonAdds } = listening()
  news.typing()
  jonAdds(3)
  vi.advanceTimersByTime(4_000)
  news.typing()
  vi.advanceTimersByTime(4_500)
  expect(said).toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(said).toEqual(['3 new notes in What gets in the way?'])
})

test('a replaced document brings no flood', () => {
  const { said, news, note, barriers, read } = listening()
  news.restart()
  for (let index = 0; index < 50; index++) note('x', barriers, jon)
  read()
  vi.advanceTimersByTime(60_000)
  expect(said).toEqual([])
})
