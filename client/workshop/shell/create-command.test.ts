import { createRoot } from 'solid-js'
import { expect, test, vi } from 'vitest'
import * as calls from '../../connection/call'
import { fay, workshopOf } from '../testing/workshop-of'
import { WorkshopInsideProvider } from '../workshop-context'
import { type Command, createCommand } from './create-command'

test('pressing twice is pressing once, and something else goes its own way', async () => {
  const answers: (() => void)[] = []
  const called = vi
    .spyOn(calls, 'call')
    .mockImplementation(() => new Promise((resolve) => answers.push(() => resolve({ ok: true, value: {} } as never))))
  const command = createRoot(() => {
    let made: Command | undefined
    WorkshopInsideProvider({
      inside: workshopOf({ me: fay }).inside,
      get children() {
        made = createCommand()
        return undefined
      },
    })
    return made
  })
  const first = command?.run('steps/next', { body: { from: 'one' } })
  const again = command?.run('steps/next', { body: { from: 'one' } })
  const other = command?.run('lock', { body: { locked: true } })
  expect(called).toHaveBeenCalledTimes(2)
  for (const answer of answers) answer()
  await Promise.all([first, again, other])
  expect(command?.busy()).toBe(false)
  void command?.run('steps/next', { body: { from: 'one' } })
  expect(called).toHaveBeenCalledTimes(3)
  called.mockRestore()
})
