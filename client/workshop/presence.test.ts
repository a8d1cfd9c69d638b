import { expect, test } from 'vitest'
import { presenceToSend, readPresence } from './presence'

test('[TRAPS 12] what somebody has selected goes out by name, or as a number and a box where there are very many', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `note-${index}`)
  expect(readPresence(presenceToSend({ selected: ids.slice(0, 3) }))).toEqual({ selected: ids.slice(0, 3) })
  const many = { count: 40, x: 10.4, y: 20, w: 300.6, h: 200 }
  expect(readPresence(presenceToSend({ selected: ids, many }))).toEqual({
    many: { count: 40, x: 10, y: 20, w: 301, h: 200 },
  })
})

test('[L11] the note that somebody has before them in the sorting mode goes out', () => {
  expect(readPresence(presenceToSend({ sorting: 'note-1' }))).toEqual({ sorting: 'note-1' })
})

test('what makes no sense in another screen’s claims is left out', () => {
  expect(
    readPresence({ many: { count: 3, x: 'left' }, cursor: { x: 1 }, selected: [1], typing: {}, sorting: 1 }),
  ).toEqual({})
})
