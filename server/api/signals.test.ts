import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { StageState } from '../../shared/domain/agenda'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

async function running() {
  const made = await server.create()
  const at = `/api/workshops/${made.workshop.id}`
  const { body } = await made.facilitator.get<{ stage: StageState }>(at)
  const steps = body.stage.steps.map((step) => step.id)
  const joins = async (name: string) => (await server.join(made.link('central'), { name })).browser
  const says = (browser: Awaited<ReturnType<typeof joins>>, signal: unknown, stepId: unknown = steps[0]) =>
    browser.post<{ refusal?: string; signal?: string }>(`${at}/steps/signal`, { stepId, signal })
  const own = async (browser: Awaited<ReturnType<typeof joins>>) => (await browser.get(`${at}/steps/signal`)).body
  const watch = () => made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
  const next = (revision: number) => made.facilitator.post(`${at}/steps/next`, { revision })
  const back = (revision: number) => made.facilitator.post(`${at}/steps/back`, { revision })
  return { ...made, steps, joins, says, own, watch, next, back }
}

describe('[F14] what people say about a step', () => {
  test('is counted, one a person, and taken back', async () => {
    const { joins, says, own, watch, steps } = await running()
    const [amina, jon] = [await joins('Amina'), await joins('Jon')]
    const stage = await watch()
    const counts = () => stage.stage().signals
    await says(amina, 'ready')
    await says(amina, 'ready')
    await says(jon, 'more-time')
    await stage.until(() => counts()?.ready === 1 && counts()?.moreTime === 1)
    expect(counts()).toEqual({ stepId: steps[0], ready: 1, moreTime: 1 })
    await says(jon, 'ready')
    await stage.until(() => counts()?.ready === 2 && counts()?.moreTime === 0)
    await says(amina, null)
    await stage.until(() => counts()?.ready === 1)
    expect(await own(amina)).toEqual({ stepId: steps[0], signal: null })
    expect(await own(jon)).toEqual({ stepId: steps[0], signal: 'ready' })
  })

  test('is gone when another step is entered, and not back when people come back', async () => {
    const { joins, says, own, watch, next, back, steps } = await running()
    const amina = await joins('Amina')
    const stage = await watch()
    await says(amina, 'ready')
    await stage.until(() => stage.stage().signals?.ready === 1)
    await next(0)
    await stage.until(() => stage.stage().stage.revision === 1)
    expect(stage.stage().signals).toBeNull()
    await back(1)
    expect(await own(amina)).toEqual({ stepId: steps[0], signal: null })
  })

  test('is refused for a step that is over, for one that is not there, and for anything else', async () => {
    const { joins, says, next, steps } = await running()
    const amina = await joins('Amina')
    await next(0)
    for (const stepId of [steps[0], 'nowhere'])
      expect(await says(amina, 'ready', stepId)).toMatchObject({ status: 409, body: { refusal: 'state-moved-on' } })
    expect(await says(amina, 'bored', steps[1])).toMatchObject({ status: 400, body: { field: 'signal' } })
  })

  test('survives a restart, and is counted on from there', async () => {
    const { joins, says, own, watch, steps } = await running()
    const [amina, jon] = [await joins('Amina'), await joins('Jon')]
    await says(amina, 'ready')
    // still waiting to be shown: closing shows it
    await says(jon, 'ready')
    server.hangUp()
    await server.restart()
    const stage = await watch()
    expect(stage.stage().signals).toEqual({ stepId: steps[0], ready: 2, moreTime: 0 })
    expect(await own(amina)).toEqual({ stepId: steps[0], signal: 'ready' })
    await says(jon, null)
    await stage.until(() => stage.stage().signals?.ready === 1)
  })

  test('of somebody who was removed counts no more', async () => {
    const { joins, says, watch, facilitator, workshop, link } = await running()
    const amina = await joins('Amina')
    const jon = await server.join(link('local'), { name: 'Jon' })
    const stage = await watch()
    await says(amina, 'ready')
    await says(jon.browser, 'ready')
    await stage.until(() => stage.stage().signals?.ready === 2)
    await facilitator.post(`/api/workshops/${workshop.id}/members/${jon.member.id}/remove`)
    await says(amina, 'ready')
    await stage.until(() => stage.stage().signals?.ready === 1)
  })

  test('by a whole room at once costs a few updates, and every one counts', async () => {
    const { joins, says, watch, workshop } = await running()
    const people = await Promise.all(Array.from({ length: 30 }, (_, at) => joins(`Person ${at}`)))
    const stage = await watch()
    const sql = 'SELECT count(*) FROM updates WHERE room = ?'
    const updates = async () =>
      Number((await server.database.read([{ sql, params: [`stage/${workshop.id}`] }]))[0]?.[0]?.[0])
    const before = await updates()
    await Promise.all(people.map((person) => says(person, 'ready')))
    await stage.until(() => stage.stage().signals?.ready === 30)
    expect((await updates()) - before).toBeLessThan(6)
  })
})
