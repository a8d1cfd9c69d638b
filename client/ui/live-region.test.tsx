import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { announce, LiveRegion } from './live-region'
import { forgetChosenVolumes, setVolume } from './volumes'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.runAllTimers()
  vi.useRealTimers()
})

const spoken = (kind: 'polite' | 'alert') =>
  [...document.querySelectorAll(`[data-live="${kind}"] p`)].map((one) => one.textContent)

test('the same words twice in a row are two elements, so both are read', () => {
  render(() => <LiveRegion />)
  announce('Note added')
  vi.advanceTimersByTime(200)
  const first = document.querySelector('[data-live="polite"] p')
  announce('Note added')
  vi.advanceTimersByTime(200)
  expect(spoken('polite')).toEqual(['Note added', 'Note added'])
  expect(document.querySelector('[data-live="polite"] p')).toBe(first)
})

test('alerts have a region of their own, and everything is cleared away later', () => {
  render(() => <LiveRegion />)
  announce('Offline, changes kept on this device', { kind: 'alert' })
  announce('5 minutes left')
  vi.advanceTimersByTime(200)
  expect(spoken('alert')).toEqual(['Offline, changes kept on this device'])
  expect(spoken('polite')).toEqual(['5 minutes left'])
  vi.advanceTimersByTime(20_000)
  expect([...spoken('alert'), ...spoken('polite')]).toEqual([])
})

test('what is said before the region is there waits for it', () => {
  announce('Welcome')
  vi.advanceTimersByTime(200)
  render(() => <LiveRegion />)
  vi.advanceTimersByTime(200)
  expect(spoken('polite')).toEqual(['Welcome'])
})

test('[L20] what a person has turned off is not said; steps, one’s own deeds and alerts always are', () => {
  setVolume('notes', 'off')
  setVolume('people', 'off')
  render(() => <LiveRegion />)
  announce('6 new notes in Barriers', { kind: 'notes' })
  announce('Sam also types in this note', { kind: 'people' })
  announce('Step 4: Propose', { kind: 'step' })
  announce('Note added', { kind: 'own' })
  announce('You were removed', { kind: 'alert' })
  vi.advanceTimersByTime(200)
  expect(spoken('polite')).toEqual(['Step 4: Propose', 'Note added'])
  expect(spoken('alert')).toEqual(['You were removed'])
  localStorage.clear()
  forgetChosenVolumes()
})
