import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StageState } from '../../shared/domain/agenda'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

const isOld = { status: 503, body: { refusal: 'server-is-old' } }

test('[R19] commands that lean on a document of a later release say so and change nothing', async () => {
  const { facilitator: sam, workshop } = await server.create()
  const path = `/api/workshops/${workshop.id}`
  await sam.post(`${path}/steps/next`, { revision: 0 })
  await server.restartAfterLaterRelease()

  expect(await sam.get(`${path}/export?format=markdown`)).toMatchObject(isOld)
  expect(await sam.post(`${path}/steps/next`, { revision: 1 })).toMatchObject(isOld)
  const { status, body } = await sam.get<{ stage: StageState }>(path)
  expect(status).toBe(200)
  expect(body.stage.revision).toBe(1)
})
