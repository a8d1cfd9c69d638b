import { describe, expect, test } from 'vitest'
import { AT_THE_START, type PlannedStep, type StageState } from '../../shared/domain/agenda'
import type { CanvasId, StepId } from '../../shared/domain/ids'
import { aStep } from '../../shared/testing/steps'
import { afterCommand, type CommandGiven, type StageCommand } from './steps'

const MINUTE = 60_000
const NOW = 1_000_000
const BOARD = 'board1' as CanvasId

const steps = [
  aStep('welcome'),
  aStep('write', { minutes: 15, revealedAt: 7 }),
  aStep('sort', { skipped: true }),
  aStep('agree', { minutes: 30 }),
]
/** In the second step of four, of which the third is left out. */
const stage: StageState = { ...AT_THE_START, steps, currentStepId: 'write' as StepId, revision: 4 }

function came(command: StageCommand, on: Partial<StageState> = {}, given: Partial<CommandGiven> = {}) {
  let made = 0
  const newId = () => `new${++made}` as StepId
  return afterCommand({ ...stage, ...on }, command, { revision: 4, now: NOW, canvases: [BOARD], newId, ...given })
}

const planned = (at: Partial<StageState> = {}): PlannedStep[] =>
  ({ ...stage, ...at }).steps.map(({ revealedAt: _, ...step }) => step)
const edited = (id: string, change: Partial<PlannedStep>) =>
  planned().map((step) => (step.id === id ? { ...step, ...change } : step))

const KINDS: StageCommand[] = [
  { is: 'next' },
  { is: 'back' },
  { is: 'go', stepId: 'welcome' as StepId },
  { is: 'pause-timer' },
  { is: 'start-timer' },
  { is: 'extend-timer', minutes: 2 },
  { is: 'end-timer' },
  { is: 'set-agenda', steps: planned() },
  { is: 'set-planned-end', at: NOW + 1 },
]

describe('[F1] every command', () => {
  test.each(KINDS)('$is makes exactly the next revision', (command) => {
    expect(came(command)).toMatchObject({ ok: true, value: { revision: 5 } })
  })

  test.each(KINDS)('$is given on another revision does nothing', (command) => {
    for (const revision of [3, 5])
      expect(came(command, {}, { revision })).toEqual({ ok: false, refusal: 'state-moved-on' })
  })
})

describe('going through the steps', () => {
  test('[F2] there is nothing before the first step and nothing after the last', () => {
    const first = { currentStepId: 'welcome' as StepId }
    expect(came({ is: 'back' }, first)).toMatchObject({ refusal: 'state-moved-on' })
    expect(came({ is: 'next' }, { currentStepId: 'agree' as StepId })).toMatchObject({ refusal: 'state-moved-on' })
  })

  test('[F2] Next passes by what is left out, and says where one came from', () => {
    expect(came({ is: 'next' })).toMatchObject({
      value: {
        currentStepId: 'agree',
        cameFrom: 'write',
        movedAt: NOW,
        timer: { is: 'ready', leftMs: 30 * MINUTE },
      },
    })
  })

  test('[F18] who goes back within half a minute finds the clock as if they had stayed', () => {
    const running = { is: 'running', endsAt: NOW + 7 * MINUTE } as const
    const left = came({ is: 'next' }, { timer: running })
    const after = left.ok ? left.value : stage
    const back = (ms: number) =>
      came({ is: 'go', stepId: 'write' as StepId }, after, { now: NOW + ms, revision: after.revision })
    expect(back(30_000)).toMatchObject({ value: { currentStepId: 'write', timer: running } })
    expect(back(30_001)).toMatchObject({ value: { currentStepId: 'write', timer: { is: 'ready' } } })
  })

  test('[F12] going straight to a step that was left out puts it back into the agenda', () => {
    const reply = came({ is: 'go', stepId: 'sort' as StepId })
    expect(reply).toMatchObject({ value: { currentStepId: 'sort', cameFrom: 'write' } })
    expect(reply.ok && reply.value.steps.find((step) => step.id === 'sort')?.skipped).toBe(false)
  })

  test('[F12] a step that is not there cannot be gone to, and where one is already is no news', () => {
    expect(came({ is: 'go', stepId: 'nowhere' as StepId })).toMatchObject({ refusal: 'not-found' })
    expect(came({ is: 'go', stepId: 'write' as StepId })).toMatchObject({ refusal: 'state-moved-on' })
  })
})

describe('the clock', () => {
  test('[F13] no clock runs for longer than a step may last', () => {
    const timer = { is: 'running', endsAt: NOW + 599 * MINUTE } as const
    expect(came({ is: 'extend-timer', minutes: 1 }, { timer })).toMatchObject({ ok: true })
    expect(came({ is: 'extend-timer', minutes: 2 }, { timer })).toEqual({
      ok: false,
      refusal: 'timer-too-long',
      field: 'minutes',
    })
  })

  test('[F13] End now makes it as if time had run out, and twice is once', () => {
    const timer = { is: 'running', endsAt: NOW + 5 * MINUTE } as const
    expect(came({ is: 'end-timer' }, { timer })).toMatchObject({ value: { timer: { is: 'running', endsAt: NOW } } })
    const over = { is: 'running', endsAt: NOW - MINUTE } as const
    expect(came({ is: 'end-timer' }, { timer: over })).toMatchObject({ value: { timer: over } })
  })

  test('[F15] the first clock that starts says when all should be over; later ones do not', () => {
    const timer = { is: 'ready', leftMs: 15 * MINUTE } as const
    const started = came({ is: 'start-timer' }, { timer })
    expect(started).toMatchObject({ value: { plannedEndAt: NOW + (15 + 30) * MINUTE } })
    expect(came({ is: 'start-timer' }, { timer, plannedEndAt: 5 })).toMatchObject({ value: { plannedEndAt: 5 } })
  })

  test('[F15] the planned end is set by hand, but not into the past or weeks ahead', () => {
    expect(came({ is: 'set-planned-end', at: NOW + MINUTE })).toMatchObject({ value: { plannedEndAt: NOW + MINUTE } })
    expect(came({ is: 'set-planned-end', at: null }, { plannedEndAt: 5 })).toMatchObject({
      value: { plannedEndAt: null },
    })
    for (const at of [NOW, NOW - 1, NOW + 8 * 24 * 60 * MINUTE])
      expect(came({ is: 'set-planned-end', at })).toMatchObject({ refusal: 'not-valid', field: 'at' })
  })
})

describe('[F10] the agenda while it is run', () => {
  test('steps are moved, changed and added; those that stay keep what the server knows of them', () => {
    const [welcome, write, , agree] = planned()
    if (!welcome || !write || !agree) throw new Error('the agenda has four steps')
    const fresh = { ...agree, id: null, title: 'Second round', canvasId: BOARD }
    const reply = came({ is: 'set-agenda', steps: [agree, fresh, { ...write, title: 'Write again' }] })
    expect(reply).toMatchObject({
      value: {
        currentStepId: 'write',
        steps: [
          { id: 'agree' },
          { id: 'new1', title: 'Second round', revealedAt: null },
          { id: 'write', title: 'Write again', revealedAt: 7 },
        ],
      },
    })
  })

  test('[F11] the step everybody is in can neither be removed nor left out', () => {
    const without = planned().filter((step) => step.id !== 'write')
    expect(came({ is: 'set-agenda', steps: without })).toEqual({ ok: false, refusal: 'step-is-now' })
    expect(came({ is: 'set-agenda', steps: edited('write', { skipped: true }) })).toMatchObject({
      refusal: 'step-is-now',
    })
  })

  test('a step of nowhere, one named twice, and the canvas of another workshop are not taken', () => {
    const twice = [...planned(), ...planned().slice(0, 1)]
    expect(came({ is: 'set-agenda', steps: twice })).toMatchObject({ refusal: 'not-valid', field: 'steps.4.id' })
    const nowhere = edited('agree', { id: 'nowhere' as StepId })
    expect(came({ is: 'set-agenda', steps: nowhere })).toMatchObject({ refusal: 'not-valid', field: 'steps.3.id' })
    const elsewhere = edited('agree', { canvasId: 'elsewhere' as CanvasId })
    expect(came({ is: 'set-agenda', steps: elsewhere })).toMatchObject({
      refusal: 'not-valid',
      field: 'steps.3.canvasId',
    })
  })

  test('a clock that was not started follows the minutes of its step; one that runs goes on', () => {
    const steps = edited('write', { minutes: 20 })
    const ready = { timer: { is: 'ready', leftMs: 15 * MINUTE } } as const
    expect(came({ is: 'set-agenda', steps }, ready)).toMatchObject({ value: { timer: { leftMs: 20 * MINUTE } } })
    const running = { timer: { is: 'running', endsAt: NOW + 5 } } as const
    expect(came({ is: 'set-agenda', steps }, running)).toMatchObject({ value: running })
    const lengthened = { timer: { is: 'ready', leftMs: 17 * MINUTE } } as const
    expect(came({ is: 'set-agenda', steps: edited('write', { title: 'W' }) }, lengthened)).toMatchObject({
      value: lengthened,
    })
  })
})
