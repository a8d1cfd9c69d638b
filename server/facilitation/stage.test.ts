import { describe, expect, test } from 'vitest'
import { AT_THE_START, type StageState } from '../../shared/domain/agenda'
import type { StepId, WorkshopId } from '../../shared/domain/ids'
import type { WorkshopState } from '../../shared/domain/workshop'
import { aStep } from '../../shared/testing/steps'
import { createStage } from './stage'
import { afterCommand } from './steps'

const HOMES = 'homes1' as WorkshopId
const ROADS = 'roads1' as WorkshopId

/** A stage on a room that keeps what it is told, and fails when the test says so. */
function openStage() {
  const shown: unknown[] = []
  const stored: unknown[] = []
  let failing = false
  const stage = createStage({
    room: {
      async write(_workshopId, patch, rows) {
        if (failing) throw new Error('the disk said no')
        shown.push(patch)
        stored.push(...rows)
      },
    },
    async write(rows) {
      stored.push(...rows)
    },
  })
  return { stage, shown, stored, fail: (now: boolean) => (failing = now) }
}

const workshop = (title: string) => ({ title }) as WorkshopState

describe('[F4] commands of one workshop take turns', () => {
  test('the second begins when the first is done; another workshop does not wait', async () => {
    const { stage } = openStage()
    const order: string[] = []
    let finish: () => void = () => undefined
    const first = stage.inTurn(HOMES, async () => {
      order.push('first begins')
      await new Promise<void>((resolve) => (finish = resolve))
      order.push('first ends')
    })
    const second = stage.inTurn(HOMES, async () => order.push('second'))
    await stage.inTurn(ROADS, async () => order.push('elsewhere'))
    expect(order).toEqual(['first begins', 'elsewhere'])
    finish()
    await Promise.all([first, second])
    expect(order).toEqual(['first begins', 'elsewhere', 'first ends', 'second'])
  })

  test('one that fails tells its own caller, and the next has its turn', async () => {
    const { stage } = openStage()
    const failed = stage.inTurn(HOMES, async () => Promise.reject(new Error('the disk said no')))
    const next = stage.inTurn(HOMES, async () => 'done')
    await expect(failed).rejects.toThrow('the disk said no')
    expect(await next).toBe('done')
  })
})

describe('publishing', () => {
  test('[F3] what could not be stored counts as not shown, so that the next attempt shows it', async () => {
    const { stage, shown, stored, fail } = openStage()
    fail(true)
    await expect(stage.publish(HOMES, { workshop: workshop('Homes') }, ['row'])).rejects.toThrow()
    fail(false)
    await stage.publish(HOMES, { workshop: workshop('Homes') }, ['row'])
    expect([shown, stored]).toEqual([[{ workshop: workshop('Homes') }], ['row']])
  })

  test('[F8] the same workshop again is not shown again, but its rows are stored', async () => {
    const { stage, shown, stored } = openStage()
    await stage.publish(HOMES, { workshop: workshop('Homes') }, ['first'])
    await stage.publish(HOMES, { workshop: workshop('Homes') }, ['second'])
    await stage.publish(HOMES, { workshop: workshop('Homes'), people: [] }, ['third'])
    expect(shown).toHaveLength(2)
    expect(stored).toEqual(['first', 'second', 'third'])
  })

  test('[F5] rights are put in force also when the stage says nothing new', async () => {
    const { stage } = openStage()
    let times = 0
    const inForce = async () => {
      times += 1
    }
    await stage.publish(HOMES, { workshop: workshop('Homes') }, ['first'])
    await stage.publish(HOMES, { workshop: workshop('Homes') }, ['again'], inForce)
    expect(times).toBe(1)
  })
})

describe('steps and clock', () => {
  const steps = ['write', 'sort'].map((id) => aStep(id))
  const stage: StageState = {
    ...AT_THE_START,
    steps,
    currentStepId: 'write' as StepId,
    timer: { is: 'running', endsAt: 60_000 },
    revision: 4,
  }

  test.each([3, 5])('[F1] a command on revision %i does nothing on revision 4', (revision) => {
    expect(afterCommand(stage, { is: 'next' }, { revision, now: 0 })).toEqual({ ok: false, refusal: 'state-moved-on' })
  })

  test.each([
    { is: 'next' },
    { is: 'pause-timer' },
    { is: 'start-timer' },
    { is: 'extend-timer', minutes: 2 },
  ] as const)('[F1] %j makes exactly the next revision', (command) => {
    expect(afterCommand(stage, command, { revision: 4, now: 0 })).toMatchObject({ ok: true, value: { revision: 5 } })
  })

  test('[F2] there is nothing before the first step', () => {
    expect(afterCommand(stage, { is: 'back' }, { revision: 4, now: 0 }).ok).toBe(false)
  })
})
