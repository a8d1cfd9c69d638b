import { afterEach, expect, test, vi } from 'vitest'
import { forgetChosenVolumes, setVolume, volume } from './volumes'

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
  forgetChosenVolumes()
})

test('[L20] what a person chose is kept on the device', () => {
  setVolume('notes', 'seldom')
  setVolume('people', 'off')
  forgetChosenVolumes()
  expect([volume('notes'), volume('people')]).toEqual(['seldom', 'off'])
})

test.each(['', 'null', '{"notes":"loud","people":3}', '[', '7'])(
  '[L20] what does not fit is as nobody had chosen: %s',
  (kept) => {
    localStorage.setItem('concordat:read-aloud', kept)
    expect([volume('notes'), volume('people')]).toEqual(['calm', 'calm'])
  },
)

test('[L20] where nothing can be kept it lasts as long as the page', () => {
  const blocked = () => {
    throw new DOMException('blocked', 'SecurityError')
  }
  vi.stubGlobal('localStorage', { getItem: blocked, setItem: blocked, clear: () => undefined })
  expect(volume('notes')).toBe('calm')
  setVolume('notes', 'off')
  expect(volume('notes')).toBe('off')
})
