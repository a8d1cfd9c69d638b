import { describe, expect, test } from 'vitest'
import type { WorkshopId } from '../../shared/domain/ids'
import type { WorkshopState } from '../../shared/domain/workshop'
import { createStage } from './stage'

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

test('[F8] once the last page was closed it is not remembered what was shown: the same is said again', async () => {
  const { stage, shown } = openStage()
  await stage.publish(HOMES, { workshop: workshop('Homes') }, [])
  await stage.publish(HOMES, { workshop: workshop('Homes') }, [])
  expect(shown).toHaveLength(1)
  stage.closed(ROADS)
  await stage.publish(HOMES, { workshop: workshop('Homes') }, [])
  expect(shown).toHaveLength(1)
  stage.closed(HOMES)
  await stage.publish(HOMES, { workshop: workshop('Homes') }, [])
  expect(shown).toHaveLength(2)
})
