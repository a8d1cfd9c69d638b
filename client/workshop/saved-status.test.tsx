import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConnectionStatus } from '../connection/connection-status'
import { LiveRegion } from '../ui/live-region'
import { SavedStatus } from './saved-status'
import { workshopOf } from './testing/workshop-of'
import { WorkshopInsideProvider } from './workshop-context'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.runAllTimers()
  vi.useRealTimers()
})

function shown(first: ConnectionStatus) {
  const { inside } = workshopOf()
  const [status, setStatus] = createSignal<ConnectionStatus>(first)
  const [keepsCopy, setKeepsCopy] = createSignal(true)
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...inside.workshop, status }, keepsCopy }}>
      <SavedStatus />
      <LiveRegion />
    </WorkshopInsideProvider>
  ))
  const heard = (kind: 'polite' | 'alert') => {
    vi.advanceTimersByTime(150)
    return [...document.querySelectorAll(`[data-live="${kind}"] p`)].map((one) => one.textContent)
  }
  return { setStatus, setKeepsCopy, heard }
}

test('says exactly how things stand, and "Saved" of nothing less', () => {
  const { setStatus, setKeepsCopy } = shown({ is: 'live', unsaved: 0 })
  const says = (words: string) => expect(screen.getByText(words, { selector: '[data-status] *' })).toBeTruthy()
  says('Saved')
  setStatus({ is: 'live', unsaved: 2 })
  says('Saving 2 changes')
  setStatus({ is: 'saving-paused', unsaved: 2 })
  says('Saving is paused: keep this page open')
  setStatus({ is: 'connecting' })
  says('Reconnecting…')
  setStatus({ is: 'offline', unsaved: 3 })
  says('Offline: 3 changes kept on this device')
  setKeepsCopy(false)
  says('Offline: 3 changes not saved. Keep this page open')
  setStatus({ is: 'refused', code: 'page-is-old' })
  says('This page is older than the server. Reload it.')
})

test('does not flicker between two keys', () => {
  const { setStatus } = shown({ is: 'live', unsaved: 0 })
  setStatus({ is: 'live', unsaved: 1 })
  setStatus({ is: 'live', unsaved: 0 })
  expect(screen.queryByText('Saved')).toBeNull()
  vi.advanceTimersByTime(400)
  expect(screen.getByText('Saved')).toBeTruthy()
})

test('only the turns are spoken: going offline as alert, being back once all is saved', () => {
  const { setStatus, heard } = shown({ is: 'live', unsaved: 0 })
  for (const unsaved of [1, 2, 0, 1, 0]) setStatus({ is: 'live', unsaved })
  expect(heard('polite')).toEqual([])
  setStatus({ is: 'connecting' })
  setStatus({ is: 'offline', unsaved: 0 })
  setStatus({ is: 'offline', unsaved: 1 })
  expect(heard('alert')).toEqual(['Offline, changes kept on this device'])
  setStatus({ is: 'connecting' })
  setStatus({ is: 'live', unsaved: 1 })
  expect(heard('polite')).toEqual([])
  setStatus({ is: 'live', unsaved: 0 })
  expect(heard('polite')).toEqual(['Back online, all saved'])
})
