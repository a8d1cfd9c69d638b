import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createThrottle, createTimers } from './timers'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('[B9] what is asked for is done at once, and then once a second however often it is asked for', () => {
  const told: string[] = []
  const { soon } = createThrottle<string>(1_000, (workshop) => told.push(workshop))
  soon('homes')
  expect(told).toEqual(['homes'])
  for (let vote = 0; vote < 400; vote += 1) soon('homes')
  soon('roads')
  expect(told, 'another workshop does not wait').toEqual(['homes', 'roads'])
  vi.advanceTimersByTime(999)
  expect(told).toHaveLength(2)
  vi.advanceTimersByTime(1)
  expect(told).toEqual(['homes', 'roads', 'homes'])
  vi.advanceTimersByTime(10_000)
  expect(told, 'nothing new, nothing told').toHaveLength(3)
  soon('homes')
  expect(told).toHaveLength(4)
})

test('setting an alarm again replaces it; stopped timers do nothing and take no more', () => {
  const rung: number[] = []
  const alarms = createTimers<string>()
  alarms.set('homes', 10, () => rung.push(1))
  alarms.set('homes', 20, () => rung.push(2))
  vi.advanceTimersByTime(30)
  expect(rung).toEqual([2])
  alarms.set('homes', 10, () => rung.push(3))
  alarms.stop()
  alarms.set('homes', 10, () => rung.push(4))
  vi.advanceTimersByTime(30)
  expect(rung).toEqual([2])
})
