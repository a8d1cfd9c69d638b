import { createRoot } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import type { RoomName } from '../../shared/domain/room'
import { createNotAdded } from './not-added'

const KEY = 'concordat/not-added/workshop1/amina'
const room = 'canvas/one' as RoomName
const closing: (() => void)[] = []

afterEach(() => {
  for (const close of closing.splice(0)) close()
  localStorage.clear()
})

function tab() {
  return createRoot((close) => {
    closing.push(close)
    const tray = createNotAdded(KEY, () => 1, localStorage)
    const loses = (text: string, id = text) =>
      tray.keep(room, { code: 'canvas-locked', words: [{ path: ['notes', id], text }] } as never)
    return { ...tray, loses, texts: () => tray.items().map(({ text }) => text) }
  })
}

/** As a browser tells its other tabs. */
const told = () => window.dispatchEvent(new StorageEvent('storage', { key: KEY, storageArea: localStorage }))

test('two tabs keep each other’s words, and show them', () => {
  const [one, two] = [tab(), tab()]
  one.loses('from the first')
  two.loses('from the second')
  expect(tab().texts(), 'after a reload').toEqual(['from the first', 'from the second'])
  told()
  expect(one.texts()).toEqual(['from the first', 'from the second'])
})

test('what one tab lets go of stays gone, and what another has is not taken along', () => {
  const [one, two] = [tab(), tab()]
  one.loses('from the first')
  told()
  two.loses('from the second')
  one.dismiss(one.items()[0]?.id ?? '')
  expect(tab().texts()).toEqual(['from the second'])
  two.loses('more', 'from the second')
  expect(tab().texts(), 'the same place once, with its latest words').toEqual(['more'])
})

test('where nothing can be kept the tray has it all the same', () => {
  const full = {
    getItem: () => null,
    removeItem: () => {},
    setItem: () => {
      throw new Error('full')
    },
  }
  const tray = createNotAdded(KEY, () => 1, full as never)
  for (const text of ['one', 'two'])
    tray.keep(room, { code: 'canvas-locked', words: [{ path: ['notes', text], text }] } as never)
  expect(tray.items().map(({ text }) => text)).toEqual(['one', 'two'])
})
