import { cleanup, render, screen, waitFor } from '@solidjs/testing-library'
import userEvent from '@testing-library/user-event'
import { createStore } from 'solid-js/store'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { AT_THE_START } from '../../../shared/domain/agenda'
import type { StepId } from '../../../shared/domain/ids'
import type { StageView } from '../../../shared/domain/stage-view'
import { aStep } from '../../../shared/testing/steps'
import type { ConnectionStatus } from '../../connection/connection-status'
import { answered, onItsWay, refused, stubServer } from '../../connection/testing/stub-server'
import { Toasts } from '../../ui/toast'
import { amina, workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { SignalButtons, SignalCounts } from './step-signals'

const PATH = '/api/workshops/workshop1/steps/signal'
const none = answered({ stepId: 'write', signal: null })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(status: ConnectionStatus = { is: 'live', unsaved: 0 }, preview = false) {
  const { inside, workshop } = workshopOf({ me: amina })
  const at = { ...AT_THE_START, steps: [aStep('write'), aStep('sort')], currentStepId: 'write' as StepId }
  const [stage, setStage] = createStore<StageView>({ ...workshop.stage, stage: at })
  const now = { ...workshop, stage, status: () => status, me: () => ({ ...amina, preview }) }
  render(() => (
    <WorkshopInsideProvider inside={{ ...inside, workshop: now }}>
      <SignalCounts />
      <SignalButtons compact={false} />
      <Toasts />
    </WorkshopInsideProvider>
  ))
  return { user: userEvent.setup(), setStage }
}

const ready = () => screen.getByRole('button', { name: 'I’m ready' })
const moreTime = () => screen.getByRole('button', { name: 'I need more time' })
const pressed = () => [ready(), moreTime()].map((button) => button.getAttribute('aria-pressed') === 'true')
const posted = (asked: { what: string; body: unknown }[]) =>
  asked.filter(({ what }) => what.startsWith('POST')).map(({ body }) => body)

describe('[F14] what I say about the step', () => {
  test('one of the two at most, taken back by pressing it again', async () => {
    const { asked } = stubServer({ [`GET ${PATH}`]: none, [`POST ${PATH}`]: none })
    const { user } = open()
    await user.click(ready())
    expect(pressed()).toEqual([true, false])
    await user.click(moreTime())
    expect(pressed()).toEqual([false, true])
    await user.click(moreTime())
    expect(pressed()).toEqual([false, false])
    expect(posted(asked)).toEqual([
      { stepId: 'write', signal: 'ready' },
      { stepId: 'write', signal: 'more-time' },
      { stepId: 'write', signal: null },
    ])
  })

  test('a page that opens again shows what I said', async () => {
    stubServer({ [`GET ${PATH}`]: answered({ stepId: 'write', signal: 'ready' }) })
    open()
    await waitFor(() => expect(pressed()).toEqual([true, false]))
  })

  test('the next step begins afresh, also when one comes back to this one', async () => {
    stubServer({ [`GET ${PATH}`]: none, [`POST ${PATH}`]: none })
    const { user, setStage } = open()
    await user.click(ready())
    setStage('stage', 'currentStepId', 'sort' as StepId)
    expect(pressed()).toEqual([false, false])
    setStage('stage', 'currentStepId', 'write' as StepId)
    expect(pressed()).toEqual([false, false])
  })

  test('of a step that is over nothing is said; that nothing was sent is', async () => {
    stubServer({
      [`GET ${PATH}`]: none,
      [`POST ${PATH}`]: [refused('state-moved-on', { status: 409 }), refused('server-fault', { status: 500 })],
    })
    const { user } = open()
    await user.click(ready())
    await waitFor(() => expect(pressed()).toEqual([false, false]))
    expect(screen.queryByText(/could not be sent/)).toBeNull()
    await user.click(ready())
    expect(await screen.findByText('That could not be sent. Try again in a moment.')).toBeTruthy()
    expect(pressed()).toEqual([false, false])
  })

  test('offline the buttons say why they wait; in a preview they do nothing', async () => {
    const { asked } = stubServer({ [`GET ${PATH}`]: onItsWay })
    const { user } = open({ is: 'offline', unsaved: 0 })
    const why = document.getElementById(ready().getAttribute('aria-describedby') ?? '')
    expect(why?.textContent).toBe('Offline: waits for the connection')
    await user.click(ready())
    cleanup()
    const preview = open({ is: 'live', unsaved: 0 }, true)
    await preview.user.click(ready())
    expect(posted(asked)).toEqual([])
    expect(pressed()).toEqual([false, false])
  })

  test('everybody sees how many, of this step only', () => {
    stubServer({ [`GET ${PATH}`]: none })
    const { setStage } = open()
    setStage('signals', { stepId: 'write' as StepId, ready: 12, moreTime: 3 })
    expect(screen.getByText('12 ready · 3 need more time')).toBeTruthy()
    setStage('signals', { stepId: 'sort' as StepId, ready: 1, moreTime: 1 })
    expect(screen.queryByText(/ready ·/)).toBeNull()
  })
})
