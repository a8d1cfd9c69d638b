import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readCanvas } from '../../../shared/document/projection'
import { AT_THE_START } from '../../../shared/domain/agenda'
import type { CanvasId, StepId } from '../../../shared/domain/ids'
import type { StageView } from '../../../shared/domain/stage-view'
import { aStep } from '../../../shared/testing/steps'
import type { ConnectionStatus } from '../../connection/connection-status'
import { LiveRegion } from '../../ui/live-region'
import { canvasInMemory } from '../testing/canvas-in-memory'
import { amina, jon, workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { AwayNotice } from './away-notice'

const LIVE: ConnectionStatus = { is: 'live', unsaved: 0 }
const OFFLINE: ConnectionStatus = { is: 'offline', unsaved: 0 }

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function open() {
  const { inside, workshop } = workshopOf({ me: amina })
  const [stageStatus, setStageStatus] = createSignal(LIVE)
  const [status, setCanvasStatus] = createSignal(LIVE)
  const setStatus = (next: ConnectionStatus) => {
    setStageStatus(next)
    setCanvasStatus(next)
  }
  const steps = [aStep('write', { title: 'Write' }), aStep('sort', { title: 'Sort' })]
  const at = { ...AT_THE_START, steps, currentStepId: 'write' as StepId }
  const [stage, setStage] = createStore<StageView>({ ...workshop.stage, stage: at })
  const board = canvasInMemory()
  const canvas = () => ({ id: 'canvas1' as CanvasId, view: readCanvas(board.document) })
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, stageStatus, workshop: { ...workshop, stage, status } }}>
      <AwayNotice canvas={canvas} />
      <LiveRegion />
    </WorkshopInsideProvider>
  ))
  const away = (seconds: number, meanwhile: () => void = () => {}) => {
    setStatus(OFFLINE)
    vi.advanceTimersByTime(seconds * 1_000)
    meanwhile()
    setStatus(LIVE)
    vi.advanceTimersByTime(500)
  }
  return { away, board, setStage, setStatus, setCanvasStatus }
}

const notice = () => screen.queryByRole('region', { name: 'While you were away' })

describe('after a lost connection', () => {
  test('one is told how long one was away and what has changed, and it is read out', () => {
    const { away, board, setStage } = open()
    away(58, () => {
      setStage('stage', 'currentStepId', 'sort' as StepId)
      board.note('From Jon', board.barriers, jon)
      board.note('Also from Jon', board.barriers, jon)
      board.note('My own, written offline', board.barriers, amina)
    })
    const words = 'You were away 58 seconds. We are on step 2 now: Sort. 2 notes were added here.'
    expect(notice()?.textContent).toContain(words)
    expect(document.querySelector('[data-live="polite"]')?.textContent).toBe(words)
  })

  test('nothing is said of a few seconds', () => {
    const { away } = open()
    away(4)
    expect(notice()).toBeNull()
  })

  test('that nothing has changed is worth saying; and it goes when it has been read', async () => {
    const { away } = open()
    away(90)
    expect(notice()?.textContent).toContain('You were away 90 seconds. Nothing has changed.')
    vi.useRealTimers()
    await userEvent.setup().click(screen.getByRole('button', { name: 'Dismiss' }))
    expect(notice()).toBeNull()
  })

  test('a connection that comes and goes at once again is one absence', () => {
    const { away, setStatus } = open()
    setStatus(OFFLINE)
    vi.advanceTimersByTime(60_000)
    setStatus(LIVE)
    vi.advanceTimersByTime(100)
    away(10)
    expect(notice()?.textContent).toContain('You were away 70 seconds')
  })

  test('a page that opens its canvas slowly is no absence', () => {
    const { setCanvasStatus } = open()
    setCanvasStatus({ is: 'connecting' })
    vi.advanceTimersByTime(20_000)
    setCanvasStatus(LIVE)
    vi.advanceTimersByTime(500)
    expect(notice()).toBeNull()
  })

  test('a laptop that slept counts from when it fell asleep', () => {
    const { away } = open()
    vi.advanceTimersByTime(3_000)
    // nothing ran meanwhile: time went on without a tick
    vi.setSystemTime(Date.now() + 20 * 60_000)
    vi.advanceTimersByTime(1_000)
    away(2)
    expect(notice()?.textContent).toContain('You were away 20 minutes')
  })

  test('[L48] a tab that slept an hour in the background counts from when it fell asleep, and tells what came', () => {
    const { away, board } = open()
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    vi.advanceTimersByTime(61_000)
    vi.setSystemTime(Date.now() + 60 * 60_000)
    hidden.mockReturnValue('visible')
    vi.advanceTimersByTime(1_000)
    away(2, () => void board.note('Written meanwhile', board.barriers, jon))
    hidden.mockRestore()
    expect(notice()?.textContent).toContain('You were away 1 hour')
    expect(notice()?.textContent).toContain('1 note was added here.')
  })

  test('where the browser says that the network is gone, that is when one went', () => {
    const { away } = open()
    window.dispatchEvent(new Event('offline'))
    vi.advanceTimersByTime(3_000)
    away(4)
    expect(notice()?.textContent).toContain('You were away 7 seconds')
  })

  test('voting, notes that were shown, a lock', () => {
    const { away, setStage } = open()
    away(30, () => {
      setStage('ballots', [{ is: 'open', id: 'b1' } as never])
      setStage('stage', 'steps', 0, 'revealedAt', 5)
      setStage('workshop', (workshop) => workshop && { ...workshop, locked: true })
    })
    expect(notice()?.textContent).toContain(
      'Voting has opened. The canvas has been locked. Private notes have been shown.',
    )
  })
})
