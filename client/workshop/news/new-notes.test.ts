import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { NewNotes } from './new-notes'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** What Amina hears of the notes that Jon adds. */
function listening() {
  const said: string[] = []
  const chosen: { every: number | undefined } = { every: 20_000 }
  const news = new NewNotes(
    (text) => said.push(text),
    () => chosen.every,
  )
  const jonAdds = (count: number, section = 'Barriers') => {
    for (let index = 0; index < count; index++) news.added([section])
  }
  return { said, chosen, news, jonAdds }
}

test('[L20] the first is told at once, those after it gathered and by section, every 20 seconds', () => {
  const { said, jonAdds } = listening()
  jonAdds(1)
  expect(said).toEqual(['1 new note in Barriers'])
  jonAdds(6)
  jonAdds(2, 'Proposals')
  vi.advanceTimersByTime(19_000)
  expect(said).toHaveLength(1)
  vi.advanceTimersByTime(1_500)
  expect(said.slice(1)).toEqual(['6 new notes in Barriers', '2 new notes in Proposals'])
})

test('[L20] held while one types', () => {
  const { said, news, jonAdds } = listening()
  news.typing()
  jonAdds(3)
  vi.advanceTimersByTime(4_000)
  news.typing()
  vi.advanceTimersByTime(4_500)
  expect(said).toEqual([])
  vi.advanceTimersByTime(1_000)
  expect(said).toEqual(['3 new notes in Barriers'])
})

test('[L20] every two minutes, or never, as the person chooses, from then on', () => {
  const { said, chosen, jonAdds } = listening()
  jonAdds(1)
  chosen.every = 120_000
  jonAdds(4)
  vi.advanceTimersByTime(100_000)
  expect(said).toHaveLength(1)
  vi.advanceTimersByTime(21_000)
  expect(said.slice(1)).toEqual(['4 new notes in Barriers'])
  chosen.every = undefined
  jonAdds(9)
  vi.advanceTimersByTime(600_000)
  chosen.every = 20_000
  jonAdds(1)
  expect(said.slice(2)).toEqual(['1 new note in Barriers'])
})

test('[L20] those that come at one go are told together', () => {
  const { said, news } = listening()
  news.added(['Barriers', 'Barriers', 'Proposals'])
  expect(said).toEqual(['2 new notes in Barriers', '1 new note in Proposals'])
})
