import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from './log'
import { stopOnFault } from './stop-on-fault'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function server(stop: () => Promise<void>) {
  const process = new EventEmitter()
  const lines: string[] = []
  const exit = vi.fn()
  stopOnFault(process, { log: createLog('error', (line) => lines.push(line)), stop, exit })
  return { process, lines, exit }
}

test.each(['unhandledRejection', 'uncaughtException'])(
  '%s is told without words; all is saved, then it ends',
  async (event) => {
    const saved = vi.fn(async () => undefined)
    const { process, lines, exit } = server(saved)
    process.emit(event, new Error('Amina wrote this'))
    process.emit(event, new Error('and this'))
    await vi.advanceTimersByTimeAsync(0)
    expect(lines.join()).toContain('stop-on-fault.test')
    expect(lines.join()).not.toMatch(/Amina|and this/)
    expect(saved).toHaveBeenCalledOnce()
    expect(exit).toHaveBeenCalledWith(1)
  },
)

test('what cannot be saved keeps it for ten seconds at most', async () => {
  const { process, exit } = server(() => new Promise(() => undefined))
  process.emit('uncaughtException', new Error('gone'))
  await vi.advanceTimersByTimeAsync(9_999)
  expect(exit).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(exit).toHaveBeenCalledWith(1)
})
