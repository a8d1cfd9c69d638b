import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fieldsIn } from '../ui/kept'
import { createKeptField, createKeptText, draftKey, forgetKeptTexts, formKey } from './kept-texts'

const KEY = draftKey('amina', 'canvas1')
let dispose: (() => void)[] = []

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})
afterEach(() => {
  for (const one of dispose) one()
  dispose = []
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const owned = <T>(make: () => T): T =>
  createRoot((end) => {
    dispose.push(end)
    return make()
  })
/** Amina's add bar in a page of its own. */
const page = (key = KEY) => owned(() => createKeptText(key))
/** What is written in another tab reaches this one as the browser tells it. */
const elsewhere = (newValue: string | null) =>
  window.dispatchEvent(new StorageEvent('storage', { key: KEY, newValue, storageArea: localStorage }))

describe('[L33] half-written words', () => {
  test('are there after a reload, and after the tab was closed or crashed', () => {
    page().keep('Annual bids me')
    expect(page().read()).toBe('Annual bids me')
    sessionStorage.clear()
    expect(page().read()).toBe('Annual bids me')
  })

  test('are gone once they are sent', () => {
    page().keep('Annual bids')
    page().keep('')
    expect(page().read()).toBe('')
    expect(localStorage).toHaveLength(0)
  })

  test('are Amina’s alone: Jon at the same device gets none of them', () => {
    page().keep('Annual bids')
    expect(page(draftKey('jon', 'canvas1')).read()).toBe('')
  })

  test('shown in a second tab go with the first tab’s, so that nothing is added twice', () => {
    page().keep('Annual bids')
    sessionStorage.clear()
    const second = page()
    const seen: string[] = []
    owned(() => second.onElsewhere((text) => seen.push(text)))
    second.read()
    elsewhere('Annual bids mean')
    elsewhere(null)
    expect(seen).toEqual(['Annual bids mean', ''])
  })

  test('of a tab’s own are not touched by another', () => {
    const own = page()
    const seen: string[] = []
    owned(() => own.onElsewhere((text) => seen.push(text)))
    own.keep('Mine')
    elsewhere('Theirs')
    elsewhere(null)
    expect(seen).toEqual([])
  })
})

test('[L33] a dialog’s field has its words again after a crash, and lets them go when it is closed', async () => {
  const key = formKey('amina', 'dispute/a1')
  const [, write] = owned(() => createKeptField(key, 'as it stands'))
  write('That is not our ans')
  expect(owned(() => createKeptField(key, 'as it stands'))[0]()).toBe('That is not our ans')
  for (const close of dispose.splice(0)) close()
  await Promise.resolve()
  expect(owned(() => createKeptField(key, 'as it stands'))[0]()).toBe('as it stands')
})

test('[L32] where storage is blocked or full, words are written all the same', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  vi.stubGlobal('localStorage', { getItem: full, setItem: full, removeItem: full })
  vi.stubGlobal('sessionStorage', undefined)
  const draft = page()
  expect(draft.read()).toBe('')
  expect(() => draft.keep('Annual bids')).not.toThrow()
  expect(() => forgetKeptTexts('amina')).not.toThrow()
})

test('[L34] whoever leaves takes along everything under their name, whichever part of the product kept it', () => {
  page().keep('Annual bids')
  page(formKey('amina', 'brief')).keep('{}')
  localStorage.setItem('concordat/not-added/workshop1/amina', '[]')
  localStorage.setItem('concordat/what-changed/amina/canvas1', '7')
  page(draftKey('jon', 'canvas1')).keep('Jon’s')
  localStorage.setItem('concordat:timer-sound', 'on')
  forgetKeptTexts('amina')
  expect(Object.keys(localStorage).sort()).toEqual(['concordat/draft/jon/canvas1', 'concordat:timer-sound'])
  expect(Object.keys(sessionStorage)).toEqual(['concordat/draft/jon/canvas1'])
})

test('a form that was kept broken is an empty one', () => {
  for (const broken of ['', '{', 'null', '7']) expect(fieldsIn(broken)).toEqual({})
})
