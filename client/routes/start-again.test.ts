import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startAgain } from './start-again'

const fault = new Error('no network')
let clock: number
let reload: ReturnType<typeof vi.fn<() => void>>

beforeEach(() => {
  sessionStorage.clear()
  clock = 1_772_600_000_000
  reload = vi.fn()
})
afterEach(() => {
  Reflect.deleteProperty(navigator, 'userActivation')
  vi.restoreAllMocks()
  sessionStorage.clear()
})

function somebody(has: 'pressed nothing' | 'pressed something'): void {
  const value = { hasBeenActive: has === 'pressed something' }
  Object.defineProperty(navigator, 'userActivation', { configurable: true, value })
}

const fails = () => startAgain(fault, { reload, now: () => clock })

test('a page whose code did not come is loaded again, and fails no more for that', () => {
  somebody('pressed nothing')
  const told = vi.fn()
  fails().catch(told)
  expect(reload).toHaveBeenCalledTimes(1)
  expect(told).not.toHaveBeenCalled()
})

test('once: the second time it is told, until a minute later', async () => {
  somebody('pressed nothing')
  void fails()
  clock += 5_000
  await expect(fails()).rejects.toBe(fault)
  clock += 60_000
  void fails()
  expect(reload).toHaveBeenCalledTimes(2)
})

test('never from under somebody who has pressed or typed something', async () => {
  somebody('pressed something')
  await expect(fails()).rejects.toBe(fault)
  expect(reload).not.toHaveBeenCalled()
})

test('nor without a network, where the browser’s own page would take its place, nor where nothing can be noted', async () => {
  somebody('pressed nothing')
  const line = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await expect(fails()).rejects.toBe(fault)
  line.mockReturnValue(true)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  await expect(fails()).rejects.toBe(fault)
  expect(reload).not.toHaveBeenCalled()
})
