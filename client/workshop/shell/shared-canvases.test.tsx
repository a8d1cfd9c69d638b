import { cleanup, render } from '@solidjs/testing-library'
import { createSignal, Show } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import type { CanvasId } from '../../../shared/domain/ids'
import type { Canvas } from '../contract'
import { workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { SharedCanvases, useCanvas } from './shared-canvases'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

test('board and list have one canvas, which outlives the change between them and no more', () => {
  vi.useFakeTimers()
  const { inside, workshop } = workshopOf()
  const openRoom = vi.fn(inside.openRoom)
  const seen: Canvas[] = []
  const View = () => {
    seen.push(useCanvas('canvas1' as CanvasId))
    return null
  }
  const [view, setView] = createSignal<'board' | 'list' | 'record'>('board')
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop, openRoom }}>
      <SharedCanvases>
        <Show when={view() === 'board'}>
          <View />
        </Show>
        <Show when={view() === 'list'}>
          <View />
        </Show>
      </SharedCanvases>
    </WorkshopInsideProvider>
  ))
  setView('list')
  vi.advanceTimersByTime(60_000)
  expect(seen).toHaveLength(2)
  expect(seen[1]).toBe(seen[0])
  expect(openRoom).toHaveBeenCalledTimes(1)

  setView('record')
  vi.advanceTimersByTime(60_000)
  setView('list')
  expect(openRoom).toHaveBeenCalledTimes(2)
})
