import { cleanup, render, screen } from '@solidjs/testing-library'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answered, refused, stubServer } from '../connection/testing/stub-server'
import { WaitingRoom } from './waiting-room'

const PATH = 'GET /api/join/waiting/w1'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function wait() {
  const onIn = vi.fn()
  render(() => <WaitingRoom workshopId="w1" workshop={undefined} onIn={onIn} onAskAgain={() => {}} />)
  return onIn
}

describe('at the closed door', () => {
  test('Sam goes in by himself once somebody opens', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    const { asked } = stubServer({ [PATH]: [answered({ state: 'waiting' }), answered({ state: 'in' })] })
    const onIn = wait()
    expect(screen.getByText(/you will go in when it opens/)).toBeTruthy()
    await vi.advanceTimersByTimeAsync(2_999)
    expect(asked, 'answered at once, the page waits a little').toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(onIn).toHaveBeenCalledOnce()
    expect(asked).toHaveLength(2)
  })

  test('Sam is told when he is not let in', async () => {
    stubServer({ [PATH]: refused('not-found', { status: 404 }) })
    const onIn = wait()
    expect(await screen.findByText('You were not let in')).toBeTruthy()
    expect(onIn).not.toHaveBeenCalled()
  })

  test('without a connection the page says so and keeps waiting', async () => {
    stubServer({})
    wait()
    expect(await screen.findByText(/This page keeps trying/)).toBeTruthy()
    expect(screen.queryByText('You were not let in')).toBeNull()
  })
})
