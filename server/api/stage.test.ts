import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { StageState } from '../../shared/domain/agenda'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer
let clock: number

beforeAll(async () => {
  clock = 1_772_600_000_000
  server = await openServer({ now: () => clock })
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

type Came = { status: number; body: { stage: StageState; refusal?: string; detail?: { stage: StageState } } }

async function running() {
  const made = await server.create()
  const { body } = await made.facilitator.get<{ stage: StageState }>(`/api/workshops/${made.workshop.id}`)
  const give = (command: string, given: object, by = made.facilitator): Promise<Came> =>
    by.post<Came['body']>(`/api/workshops/${made.workshop.id}/${command}`, given)
  return { ...made, steps: body.stage.steps.map((step) => step.id), give }
}

describe('steps', () => {
  test('go on and back, with the clock ready at the planned minutes, and everybody sees it', async () => {
    const { workshop, link, steps, give } = await running()
    const { browser } = await server.join(link('central'))
    const stage = await browser.open({ kind: 'stage', workshopId: workshop.id })
    const next = await give('steps/next', { revision: 0 })
    expect(next.body.stage).toMatchObject({
      currentStepId: steps[1],
      timer: { is: 'ready', leftMs: 15 * 60_000 },
      revision: 1,
    })
    await stage.until(() => stage.stage().stage.currentStepId === steps[1])
    const back = await give('steps/back', { revision: 1 })
    expect(back.body.stage).toMatchObject({ currentStepId: steps[0], revision: 2 })
  })

  test('[F1] two who press Next at once move one step, and the second sees where it is now', async () => {
    const { link, steps, give, facilitator } = await running()
    const { browser: cora } = await server.join(link('co-facilitator'), { name: 'Cora' })
    const came = await Promise.all([
      give('steps/next', { revision: 0 }, facilitator),
      give('steps/next', { revision: 0 }, cora),
    ])
    expect(came.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = came.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({
      refusal: 'state-moved-on',
      detail: { stage: { currentStepId: steps[1], revision: 1 } },
    })
  })

  test('[F1] the same press sent twice counts once', async () => {
    const { give } = await running()
    expect((await give('steps/next', { revision: 0 })).status).toBe(200)
    expect((await give('steps/next', { revision: 0 })).status).toBe(409)
  })

  test('[F2] end at both ends', async () => {
    const { give, steps } = await running()
    expect((await give('steps/back', { revision: 0 })).body).toMatchObject({ refusal: 'state-moved-on' })
    for (let revision = 0; revision < steps.length - 1; revision += 1) await give('steps/next', { revision })
    const past = await give('steps/next', { revision: steps.length - 1 })
    expect(past.body).toMatchObject({ refusal: 'state-moved-on', detail: { stage: { currentStepId: steps.at(-1) } } })
  })

  test.each([{}, { revision: -1 }, { revision: '0' }, { revision: 0.5 }])('refuse %j for a revision', async (given) => {
    const { give } = await running()
    expect(await give('steps/next', given)).toMatchObject({
      status: 400,
      body: { refusal: 'not-valid', field: 'revision' },
    })
  })
})

describe('[F7] the clock', () => {
  test('starts, pauses and is extended by the server’s time', async () => {
    const { give } = await running()
    const started = await give('timer/start', { revision: 0 })
    expect(started.body.stage.timer).toEqual({ is: 'running', endsAt: clock + 10 * 60_000 })
    clock += 4 * 60_000
    const paused = await give('timer/pause', { revision: 1 })
    expect(paused.body.stage.timer).toEqual({ is: 'paused', leftMs: 6 * 60_000 })
    const extended = await give('timer/extend', { revision: 2, minutes: 2 })
    expect(extended.body.stage.timer).toEqual({ is: 'paused', leftMs: 8 * 60_000 })
    expect((await give('timer/extend', { revision: 3, minutes: 0 })).status).toBe(400)
  })

  test('may run out: nothing closes by itself, and two minutes more are two minutes from now', async () => {
    const { give, workshop, facilitator } = await running()
    await give('timer/start', { revision: 0 })
    clock += 30 * 60_000
    expect((await facilitator.get(`/api/workshops/${workshop.id}`)).body).toMatchObject({
      stage: { revision: 1 },
      now: clock,
    })
    const more = await give('timer/extend', { revision: 1, minutes: 2 })
    expect(more.body.stage.timer).toEqual({ is: 'running', endsAt: clock + 2 * 60_000 })
  })

  test('is asked for by pages', async () => {
    expect((await server.browser().get('/api/clock')).body).toEqual({ now: clock })
  })
})

describe('the workshop itself', () => {
  test('is renamed, and its brief changed, only where it says so', async () => {
    const { facilitator, workshop } = await server.create({ purpose: 'One settlement' })
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    const came = await facilitator.patch(`/api/workshops/${workshop.id}`, { title: ' Homes for all ' })
    expect(came).toMatchObject({
      status: 200,
      body: { workshop: { title: 'Homes for all', purpose: 'One settlement' } },
    })
    await stage.until(() => stage.stage().workshop?.title === 'Homes for all')
    for (const title of ['', 'x'.repeat(10_000)]) {
      const refused = await facilitator.patch(`/api/workshops/${workshop.id}`, { title })
      expect(refused).toMatchObject({ status: 400, body: { refusal: 'not-valid', field: 'title' } })
    }
  })

  test('[F8] the same again costs no update in the log', async () => {
    const { facilitator, workshop } = await server.create()
    const sql = 'SELECT count(*) FROM updates WHERE room = ?'
    const count = async () => (await server.database.read([{ sql, params: [`stage/${workshop.id}`] }]))[0]?.[0]?.[0]
    await facilitator.post(`/api/workshops/${workshop.id}/lock`, { locked: true })
    const before = await count()
    for (let times = 0; times < 5; times += 1)
      await facilitator.post(`/api/workshops/${workshop.id}/lock`, { locked: true })
    expect(await count()).toBe(before)
  })

  test('[F17] a facilitator hides pointers on the board for everybody, and shows them again', async () => {
    const { workshop, facilitator, link } = await running()
    const { browser: amina } = await server.join(link('central'))
    const address = `/api/workshops/${workshop.id}/cursors`
    const read = async () => (await amina.get(`/api/workshops/${workshop.id}`)).body
    expect(await read()).toMatchObject({ workshop: { cursors: 'shown' } })
    expect((await amina.post(address, { cursors: 'hidden' })).status).toBe(403)
    expect((await facilitator.post(address, { cursors: 'hidden' })).status).toBe(200)
    expect(await read()).toMatchObject({ workshop: { cursors: 'hidden' } })
    expect((await facilitator.post(address, { cursors: 'sometimes' })).status).toBe(400)
    expect((await facilitator.post(address, { cursors: 'shown' })).status).toBe(200)
    expect(await read()).toMatchObject({ workshop: { cursors: 'shown' } })
  })

  test('[F9] ends once; everything can still be read and nothing changed', async () => {
    const { give, workshop, facilitator, link, canvas } = await running()
    const { browser: amina } = await server.join(link('central'))
    await give('timer/start', { revision: 0 })
    const ended = await facilitator.post(`/api/workshops/${workshop.id}/end`)
    expect(ended).toMatchObject({ status: 200, body: { workshop: { endedAt: clock } } })
    clock += 1_000
    expect((await facilitator.post(`/api/workshops/${workshop.id}/end`)).body, 'twice is once').toEqual(ended.body)
    expect(await give('steps/next', { revision: 2 })).toMatchObject({
      status: 409,
      body: { refusal: 'workshop-ended' },
    })
    expect((await facilitator.patch(`/api/workshops/${workshop.id}`, { title: 'Later' })).status).toBe(409)
    const page = await amina.get(`/api/workshops/${workshop.id}`)
    expect(page.body).toMatchObject({ workshop: { endedAt: clock - 1_000 }, stage: { timer: { is: 'paused' } } })
    const board = await amina.open({ kind: 'canvas', canvasId: canvas.id })
    expect(board.closedWith).toBeUndefined()
  })
})
