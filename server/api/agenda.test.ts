import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { PlannedStep, StageState } from '../../shared/domain/agenda'
import { openServer, type TestServer } from '../testing/open-server'

const MINUTE = 60_000

let server: TestServer
let clock: number

beforeAll(async () => {
  clock = 1_772_600_000_000
  server = await openServer({ now: () => clock })
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

type Said = { stage: StageState; refusal?: string; field?: string; detail?: { stage?: StageState } }

async function running() {
  const made = await server.create({ freely: false })
  const at = `/api/workshops/${made.workshop.id}`
  const stage = async () => (await made.facilitator.get<{ stage: StageState }>(at)).body.stage
  const planned = async () => (await stage()).steps.map(({ revealedAt: _, ...step }): PlannedStep => step)
  const give = (command: string, given: object, by = made.facilitator) => by.post<Said>(`${at}/${command}`, given)
  const set = (given: object, by = made.facilitator) => by.put<Said>(`${at}/agenda`, given)
  const plansEnd = (given: object) => made.facilitator.put<Said>(`${at}/planned-end`, given)
  return { ...made, stage, planned, give, set, plansEnd, steps: await planned() }
}

const changed = (steps: PlannedStep[], index: number, change: object) =>
  steps.map((step, at) => (at === index ? { ...step, ...change } : step))

describe('[F10] the agenda', () => {
  test('is changed while it is run; everybody sees it, and a restart keeps it', async () => {
    const { workshop, link, steps, set, stage } = await running()
    const { browser: amina } = await server.join(link('central'))
    const open = await amina.open({ kind: 'stage', workshopId: workshop.id })
    const [first, second, ...others] = steps
    const warmUp = { ...first, id: null, title: ' Warm up ', minutes: 3 }
    const came = await set({ revision: 0, steps: [first, warmUp, ...others, { ...second, skipped: true }] })
    expect(came.status).toBe(200)
    await open.until(() => open.stage().stage.steps[1]?.title === 'Warm up')
    expect(open.stage().stage.steps.at(-1)).toMatchObject({ id: second?.id, skipped: true })
    const before = await stage()
    server.hangUp()
    await server.restart()
    expect(await stage()).toEqual(before)
    expect(before.steps).toHaveLength(steps.length + 1)
  })

  test('of two who edit at once the second is shown what there is then', async () => {
    const { link, steps, set, facilitator, stage } = await running()
    const { browser: cora } = await server.join(link('co-facilitator'), { name: 'Cora' })
    const came = await Promise.all([
      set({ revision: 0, steps: changed(steps, 1, { title: 'Sam’s' }) }, facilitator),
      set({ revision: 0, steps: changed(steps, 2, { title: 'Cora’s' }) }, cora),
    ])
    expect(came.map(({ status }) => status).sort()).toEqual([200, 409])
    const refused = came.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({ refusal: 'state-moved-on', detail: { stage: await stage() } })
    expect((await stage()).steps.filter((step) => /’s$/.test(step.title))).toHaveLength(1)
  })

  test('[F11] keeps the step everybody is in', async () => {
    const { steps, set, give, stage } = await running()
    await give('steps/next', { revision: 0 })
    const before = await stage()
    expect(await set({ revision: 1, steps: steps.filter((_, at) => at !== 1) })).toMatchObject({
      status: 409,
      body: { refusal: 'step-is-now' },
    })
    expect(await set({ revision: 1, steps: changed(steps, 1, { skipped: true }) })).toMatchObject({ status: 409 })
    expect(await stage()).toEqual(before)
  })

  test('the clock of the current step follows its minutes until it is started', async () => {
    const { steps, set, give } = await running()
    const longer = await set({ revision: 0, steps: changed(steps, 0, { minutes: 12 }) })
    expect(longer.body.stage.timer).toEqual({ is: 'ready', leftMs: 12 * MINUTE })
    await give('timer/start', { revision: 1 })
    const later = await set({ revision: 2, steps: changed(steps, 0, { minutes: 30 }) })
    expect(later.body.stage.timer).toEqual({ is: 'running', endsAt: clock + 12 * MINUTE })
  })

  test.each([
    ['a timer of 0 minutes', { minutes: 0 }, 'steps.1.minutes'],
    ['a timer of 10,000 minutes', { minutes: 10_000 }, 'steps.1.minutes'],
    ['half a minute', { minutes: 0.5 }, 'steps.1.minutes'],
    ['a step without a title', { title: '  ' }, 'steps.1.title'],
    ['a prompt as long as a book', { prompt: 'x'.repeat(10_000) }, 'steps.1.prompt'],
    ['a right that there is not', { rights: ['delete-everything'] }, 'steps.1.rights.0'],
    ['a kind that there is not', { kind: 'lunch' }, 'steps.1.kind'],
    ['a canvas of another workshop', { canvasId: 'elsewhere' }, 'steps.1.canvasId'],
    ['a step of another workshop', { id: 'elsewhere' }, 'steps.1.id'],
  ])('refuses %s and names the field', async (_what, change, field) => {
    const { steps, set, stage } = await running()
    expect(await set({ revision: 0, steps: changed(steps, 1, change) })).toMatchObject({
      status: 400,
      body: { refusal: 'not-valid', field },
    })
    expect(await stage()).toMatchObject({ revision: 0, steps })
  })

  test('refuses no steps, and more than anybody reads', async () => {
    const { steps, set } = await running()
    const many = Array.from({ length: 61 }, () => ({ ...steps[0], id: null }))
    for (const given of [[], many])
      expect(await set({ revision: 0, steps: given })).toMatchObject({ status: 400, body: { field: 'steps' } })
  })
})

describe('[F12] straight to a step', () => {
  test('also to one that was left out, which is in the agenda again', async () => {
    const { steps, set, give } = await running()
    await set({ revision: 0, steps: changed(steps, 2, { skipped: true }) })
    const came = await give('steps/go', { revision: 1, stepId: steps[2]?.id })
    expect(came.body.stage).toMatchObject({
      currentStepId: steps[2]?.id,
      cameFrom: steps[0]?.id,
      movedAt: clock,
      timer: { is: 'ready', leftMs: (steps[2]?.minutes ?? 0) * MINUTE },
    })
    expect(came.body.stage.steps[2]?.skipped).toBe(false)
  })

  test('not to one that is not there, nor out of order', async () => {
    const { steps, give } = await running()
    const other = await running()
    for (const stepId of ['nowhere', other.steps[1]?.id])
      expect(await give('steps/go', { revision: 0, stepId })).toMatchObject({
        status: 404,
        body: { refusal: 'not-found' },
      })
    expect(await give('steps/go', { revision: 7, stepId: steps[1]?.id })).toMatchObject({ status: 409 })
    expect(await give('steps/go', { revision: 0 })).toMatchObject({ status: 400, body: { field: 'stepId' } })
  })
})

describe('[F13] minutes of the clock', () => {
  test('0 and 10,000 are refused, and so is a clock that would run for longer than a step may last', async () => {
    const { give, stage } = await running()
    for (const minutes of [0, -1, 10_000])
      expect(await give('timer/extend', { revision: 0, minutes })).toMatchObject({
        status: 400,
        body: { refusal: 'not-valid', field: 'minutes' },
      })
    expect(await give('timer/extend', { revision: 0, minutes: 591 })).toMatchObject({
      status: 400,
      body: { refusal: 'timer-too-long', field: 'minutes' },
    })
    expect((await stage()).revision).toBe(0)
    expect((await give('timer/extend', { revision: 0, minutes: 590 })).body.stage.timer).toMatchObject({
      leftMs: 600 * MINUTE,
    })
  })

  test('end now, for all', async () => {
    const { give } = await running()
    await give('timer/start', { revision: 0 })
    clock += MINUTE
    const ended = await give('timer/end', { revision: 1 })
    expect(ended.body.stage.timer).toEqual({ is: 'running', endsAt: clock })
    const more = await give('timer/extend', { revision: 2, minutes: 1 })
    expect(more.body.stage.timer).toEqual({ is: 'running', endsAt: clock + MINUTE })
  })
})

describe('[F15] the planned end', () => {
  test('is what is expected when the first clock starts, and is there after a restart of the server with its clock', async () => {
    const { give, steps, stage } = await running()
    const all = steps.reduce((sum, step) => sum + step.minutes, 0)
    const started = await give('timer/start', { revision: 0 })
    expect(started.body.stage.plannedEndAt).toBe(clock + all * MINUTE)
    await server.restart()
    clock += 5 * MINUTE
    expect(await stage()).toEqual(started.body.stage)
    const paused = await give('timer/pause', { revision: 1 })
    expect(paused.body.stage.timer).toEqual({ is: 'paused', leftMs: 5 * MINUTE })
    clock += MINUTE
    const goesOn = await give('timer/start', { revision: 2 })
    expect(goesOn.body.stage.plannedEndAt, 'a later start does not move it').toBe(started.body.stage.plannedEndAt)
  })

  test('is set by hand, and taken back', async () => {
    const { plansEnd } = await running()
    const at = clock + 90 * MINUTE
    expect((await plansEnd({ revision: 0, at })).body.stage.plannedEndAt).toBe(at)
    expect((await plansEnd({ revision: 1, at: null })).body.stage.plannedEndAt).toBeNull()
    for (const wrong of [clock - 1, clock + 30 * 24 * 60 * MINUTE, 'four', undefined])
      expect(await plansEnd({ revision: 2, at: wrong })).toMatchObject({ status: 400, body: { field: 'at' } })
  })
})

describe('[F16] ten seconds to finish', () => {
  test('after a change of step, and none once the right is back', async () => {
    const { give, steps } = await running()
    await give('steps/next', { revision: 0 })
    expect(steps[1]?.rights, 'the template’s second step').toEqual(['add-notes'])
    const back = await give('steps/back', { revision: 1 })
    expect(back.body.stage.grace).toEqual({ until: clock + 10_000, rights: ['add-notes'] })
    const again = await give('steps/next', { revision: 2 })
    expect(again.body.stage.grace).toBeNull()
  })

  test('after a lock, until it is opened again; and the lock is no command on the step', async () => {
    const { give, workshop, link, stage } = await running()
    const { browser: amina } = await server.join(link('central'))
    const open = await amina.open({ kind: 'stage', workshopId: workshop.id })
    await give('steps/next', { revision: 0 })
    await give('lock', { locked: true })
    const grace = { until: clock + 10_000, rights: ['add-notes'] }
    await open.until(() => open.stage().workshop?.locked === true && open.stage().stage.grace !== null)
    expect(await stage()).toMatchObject({ revision: 1, grace })
    clock += 3_000
    await give('lock', { locked: true })
    expect((await stage()).grace, 'locking what is locked gives no more time').toEqual(grace)
    await give('lock', { locked: false })
    expect((await stage()).grace).toBeNull()
  })

  test('after the rights of the current step were changed', async () => {
    const { give, steps, set } = await running()
    await give('steps/next', { revision: 0 })
    const came = await set({ revision: 1, steps: changed(steps, 1, { rights: ['read'] }) })
    expect(came.body.stage.grace).toEqual({ until: clock + 10_000, rights: ['add-notes'] })
  })
})
