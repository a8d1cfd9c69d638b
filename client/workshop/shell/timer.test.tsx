import { cleanup, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AT_THE_START, type Step } from '../../../shared/domain/agenda'
import type { StepId } from '../../../shared/domain/ids'
import { aStep } from '../../../shared/testing/steps'
import { hush, LiveRegion } from '../../ui/live-region'
import { Toasts } from '../../ui/toast'
import { workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { TimerNotices } from './timer'
import { setTimerSound, timerSoundWanted } from './timer-sound'

const MINUTE = 60_000

/** Counts the notes that were played. */
function stubAudio() {
  let played = 0
  const ramp = () => undefined
  class Audio {
    currentTime = 0
    destination = {}
    resume = async () => undefined
    createGain = () => ({
      gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp },
      connect: (next: unknown) => next,
    })
    createOscillator = () => ({
      frequency: { value: 0 },
      connect: (next: unknown) => next,
      start: () => (played += 1),
      stop: ramp,
    })
  }
  vi.stubGlobal('AudioContext', Audio)
  return () => played
}

afterEach(() => {
  setTimerSound(false)
  cleanup()
  localStorage.clear()
  vi.unstubAllGlobals()
})

function open(given: Partial<Step> = {}) {
  const { inside, workshop } = workshopOf()
  const [now, setNow] = createSignal(0)
  const stage = {
    ...AT_THE_START,
    steps: [aStep('write', given)],
    currentStepId: 'write' as StepId,
    timer: { is: 'running', endsAt: 6 * MINUTE } as const,
  }
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: { ...workshop, now, stage: { ...workshop.stage, stage } } }}>
      <TimerNotices />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return { at: (minutes: number) => setNow(minutes * MINUTE) }
}

describe('as time runs out', () => {
  test('five minutes, one minute and the end are told for all to see', () => {
    const { at } = open()
    at(0.9)
    expect(screen.queryByText(/left$/)).toBeNull()
    at(1.1)
    expect(screen.getByText('5 minutes left')).toBeTruthy()
    at(5.1)
    expect(screen.getByText('1 minute left')).toBeTruthy()
    at(6.1)
    expect(screen.getByText('Time is up. Nothing closes: finish what you are writing.')).toBeTruthy()
  })

  test('a step that closes at zero says that it does', () => {
    const { at } = open({ closesAtZero: true })
    at(6.1)
    expect(screen.getByText('Time is up. This step is closed: you have ten seconds to finish.')).toBeTruthy()
  })

  test('there is no sound until this device asks for one, which it remembers', async () => {
    const played = stubAudio()
    expect(timerSoundWanted()).toBe(false)
    const { at } = open()
    at(1.1)
    await Promise.resolve()
    expect(played()).toBe(0)
    setTimerSound(true)
    await vi.waitFor(() => expect(played(), 'what it sounds like').toBe(1))
    expect(localStorage.getItem('concordat:timer-sound')).toBe('on')
    at(6.1)
    await vi.waitFor(() => expect(played()).toBe(4))
  })
})

describe('[L20] what is said of steps and the clock', () => {
  function listening() {
    const { inside, workshop } = workshopOf()
    const [now, setNow] = createSignal(0)
    const steps = [
      aStep('sort', { title: 'Sort' }),
      aStep('propose', { title: 'Propose', prompt: 'Answer one barrier' }),
    ]
    const [stage, setStage] = createStore({
      ...workshop.stage,
      stage: {
        ...AT_THE_START,
        steps,
        currentStepId: 'sort' as StepId,
        timer: { is: 'running' as const, endsAt: 6 * MINUTE },
      },
    })
    render(() => (
      <WorkshopInsideProvider inside={{ ...inside, workshop: { ...workshop, now, stage } }}>
        <TimerNotices />
        <Toasts />
        <LiveRegion />
      </WorkshopInsideProvider>
    ))
    const said = (kind: 'polite' | 'alert') =>
      [...document.querySelectorAll(`[data-live="${kind}"] p`)].map((line) => line.textContent)
    return { setNow, setStage, said }
  }

  test('politely, each once: minutes left, minutes added, a new step with what to do', () => {
    vi.useFakeTimers()
    hush()
    const { setNow, setStage, said } = listening()
    for (const seconds of [60, 61, 62, 90]) setNow(seconds * 1_000)
    setStage('stage', 'timer', { is: 'running', endsAt: 8 * MINUTE })
    setStage('stage', 'currentStepId', 'propose' as StepId)
    vi.advanceTimersByTime(200)
    expect(said('polite')).toEqual(['5 minutes left', 'Two minutes added', 'Step 2: Propose. Answer one barrier'])
    expect(said('alert')).toEqual([])
    hush()
    vi.useRealTimers()
  })
})
