import { cleanup, render, screen } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { mergeProps } from 'solid-js'
import { createStore } from 'solid-js/store'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AT_THE_START, type StageState } from '../../shared/domain/agenda'
import { aStep } from '../../shared/testing/steps'
import type { ConnectionStatus } from '../connection/connection-status'
import { answered, onItsWay, refused, stubServer } from '../connection/testing/stub-server'
import { Toasts } from '../ui/toast'
import { fay, workshopOf } from '../workshop/testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop/workshop-context'
import { StepControls } from './step-controls'

const step = (id: string, title: string) => aStep(id, { title })
const steps = [step('s1', 'Welcome'), step('s2', 'Sort'), step('s3', 'Agree')]

type Answer = ReturnType<typeof answered>

function answeredLater() {
  let answer: (now: Answer) => void = () => undefined
  const next = new Promise<Answer>((resolve) => (answer = resolve))
  return { next, answer: (now: Answer) => answer(now) }
}

const movedTo = (revision: number) => answered({ stage: { revision } })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(at: Partial<StageState> = {}, status: ConnectionStatus = { is: 'live', unsaved: 0 }) {
  const { inside, workshop } = workshopOf({ me: fay })
  const stage: StageState = {
    ...AT_THE_START,
    steps,
    currentStepId: steps[1]?.id ?? null,
    timer: { is: 'ready', leftMs: 1 },
    revision: 7,
  }
  const now = { ...workshop, status: () => status, stage: { ...workshop.stage, stage: mergeProps(stage, at) } }
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: now }}>
      <StepControls />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return userEvent.setup()
}

describe('a facilitator’s hold on the steps', () => {
  test('every command names the revision it was given on', async () => {
    const { asked } = stubServer({
      'POST /api/workshops/workshop1/steps/next': movedTo(8),
      'POST /api/workshops/workshop1/timer/extend': movedTo(9),
    })
    const user = open()
    await user.click(screen.getByRole('button', { name: 'Next: Agree' }))
    // answered, though the screen does not show it yet: this is meant for what comes
    await user.click(screen.getByRole('button', { name: 'Add 2 minutes' }))
    expect(asked.map((one) => one.body)).toEqual([{ revision: 7 }, { revision: 8, minutes: 2 }])
  })

  test('Start pressed at once after Next starts the step that Next leads to', async () => {
    const { next, answer } = answeredLater()
    const { asked } = stubServer({
      'POST /api/workshops/workshop1/steps/next': next,
      'POST /api/workshops/workshop1/timer/start': movedTo(9),
    })
    const user = open()
    await user.click(screen.getByRole('button', { name: 'Next: Agree' }))
    await user.click(screen.getByRole('button', { name: 'Start' }))
    expect(asked).toHaveLength(1)
    answer(movedTo(8))
    await vi.waitFor(() => expect(asked.map((one) => one.body)).toEqual([{ revision: 7 }, { revision: 8 }]))
    expect(asked[1]?.what).toContain('timer/start')
  })

  test('when somebody was quicker that is said quietly, and Start pressed at once after Next starts nothing', async () => {
    const { next, answer } = answeredLater()
    const { asked } = stubServer({ 'POST /api/workshops/workshop1/steps/next': next })
    const user = open()
    await user.click(screen.getByRole('button', { name: 'Next: Agree' }))
    await user.click(screen.getByRole('button', { name: 'Start' }))
    answer(refused('state-moved-on', { status: 409 }))
    expect(await screen.findByText('Somebody was quicker. This is the step now.')).toBeTruthy()
    expect(asked).toHaveLength(1)
  })

  test('pressing twice is pressing once; once the screen shows the new step, the next press counts', async () => {
    const { asked } = stubServer({
      'POST /api/workshops/workshop1/steps/next': onItsWay,
      'POST /api/workshops/workshop1/timer/start': movedTo(9),
    })
    const [stage, setStage] = createStore<Partial<StageState>>({ revision: 7 })
    const user = open(stage)
    const next = screen.getByRole('button', { name: 'Next: Agree' })
    await user.click(next)
    await user.click(next)
    expect(asked).toHaveLength(1)

    setStage({ revision: 8 })
    await user.click(screen.getByRole('button', { name: 'Start' }))
    expect(asked.map((one) => one.body)).toEqual([{ revision: 7 }, { revision: 8 }])
  })

  test('there is no way back from the first step and none on from the last', () => {
    open({ currentStepId: steps[0]?.id ?? null })
    expect(screen.queryByRole('button', { name: /^Back/ })).toBeNull()
    cleanup()
    open({ currentStepId: steps[2]?.id ?? null })
    expect(screen.queryByRole('button', { name: /^Next/ })).toBeNull()
  })

  test('the same button starts, pauses and goes on', () => {
    open()
    expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy()
    cleanup()
    open({ timer: { is: 'running', endsAt: 1 } })
    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy()
    cleanup()
    open({ timer: { is: 'paused', leftMs: 1 } })
    expect(screen.getByRole('button', { name: 'Go on' })).toBeTruthy()
  })

  test('offline the buttons say why they wait, and send nothing', async () => {
    const { asked } = stubServer({})
    const user = open({}, { is: 'offline', unsaved: 0 })
    const next = screen.getByRole('button', { name: 'Next: Agree' })
    const why = document.getElementById(next.getAttribute('aria-describedby') ?? '')
    expect(why?.textContent).toBe('Offline: waits for the connection')
    await user.click(next)
    expect(asked).toEqual([])
  })

  test('one minute and two minutes more are two things, pressed one after the other', async () => {
    const { asked } = stubServer({ 'POST /api/workshops/workshop1/timer/extend': [movedTo(8), movedTo(9)] })
    const user = open()
    await user.click(screen.getByRole('button', { name: 'Add 1 minute' }))
    await user.click(screen.getByRole('button', { name: 'Add 2 minutes' }))
    expect(asked.map((one) => one.body)).toEqual([
      { revision: 7, minutes: 1 },
      { revision: 8, minutes: 2 },
    ])
  })

  test('a step that is left out is neither next nor the one to go back to', () => {
    const withOneOut = [step('s1', 'Welcome'), { ...step('s2', 'Sort'), skipped: true }, step('s3', 'Agree')]
    open({ steps: withOneOut, currentStepId: withOneOut[0]?.id ?? null })
    expect(screen.getByRole('button', { name: 'Next: Agree' })).toBeTruthy()
    cleanup()
    open({ steps: withOneOut, currentStepId: withOneOut[2]?.id ?? null })
    expect(screen.getByRole('button', { name: 'Back to Welcome' })).toBeTruthy()
  })

  // the clock of these tests stands at 1,000,000
  test('[F12] for thirty seconds after Next, the way back says where it leads and goes there', async () => {
    const { asked } = stubServer({ 'POST /api/workshops/workshop1/steps/go': movedTo(8) })
    const at = { currentStepId: steps[2]?.id ?? null, cameFrom: steps[0]?.id ?? null }
    const user = open({ ...at, movedAt: 1_000_000 - 29_000 })
    const back = screen.getByRole('button', { name: 'Back to Welcome' })
    expect(back.textContent).toBe('Back to Welcome')
    await user.click(back)
    expect(asked[0]?.body).toEqual({ revision: 7, stepId: 's1' })
    cleanup()
    open({ ...at, movedAt: 1_000_000 - 30_000 })
    expect(screen.getByRole('button', { name: 'Back to Sort' }).textContent).toBe('Back')
  })

  test('after going back there is no way “back” to where one came from', () => {
    open({ currentStepId: steps[1]?.id ?? null, cameFrom: steps[2]?.id ?? null, movedAt: 1_000_000 })
    expect(screen.getByRole('button', { name: 'Back to Welcome' }).textContent).toBe('Back')
  })

  test('[F13] End now is in the menu, and off once time is up', async () => {
    const { asked } = stubServer({ 'POST /api/workshops/workshop1/timer/end': movedTo(8) })
    const user = open({ timer: { is: 'running', endsAt: 1_060_000 } })
    await user.click(screen.getByRole('button', { name: 'More for this step' }))
    await user.click(await screen.findByRole('menuitem', { name: /^End now/ }))
    expect(asked.map((one) => one.body)).toEqual([{ revision: 7 }])
    cleanup()
    const again = open({ timer: { is: 'running', endsAt: 999_000 } })
    await again.click(screen.getByRole('button', { name: 'More for this step' }))
    expect((await screen.findByRole('menuitem', { name: /^End now/ })).getAttribute('aria-disabled')).toBe('true')
  })
})
