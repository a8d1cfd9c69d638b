import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClientFiles } from '../ops/client-files'
import { openServer, type TestServer } from '../testing/open-server'

const DAY_MS = 86_400_000

/** A page of nothing but its answers. */
const BARE: ClientFiles = {
  file: async () => undefined,
  page: async (_path, _accept, answers = {}) => ({
    bytes: Buffer.from(JSON.stringify(answers)),
    type: 'application/json',
    encoding: 'identity',
    cacheControl: 'no-store',
  }),
}

let server: TestServer
let clock = 1_772_600_000_000

beforeAll(async () => {
  server = await openServer({ now: () => clock, files: BARE })
})
afterAll(() => server.close())

/** As a link from a letter opens it, which is none of our pages. */
const FROM_A_LETTER = { origin: '', 'sec-fetch-site': 'cross-site' }

describe('a page comes with the answers that it begins with', () => {
  test('[A1] of a join link with what it opens, and nobody has joined by that', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { token } = link('everyone')
    const page = await server.browser().send('GET', `/join/${token}`, undefined, FROM_A_LETTER)
    const { body: look } = await server.browser().post('/api/join/look', { token })
    expect(page.body).toEqual({ [`POST /api/join/look {"token":"${token}"}`]: look })
    expect(page.cookie).toBeNull()
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().people).toHaveLength(1)
    server.hangUp()
  })

  test('of a workshop with what it is, for who is in it', async () => {
    const { workshop, link } = await server.create()
    const { browser } = await server.join(link('local'), { name: 'Jon' })
    const page = await browser.get<object>(`/w/${workshop.id}/list`)
    const known = await browser.get<object>(`/api/workshops/${workshop.id}`)
    const config = await browser.get('/api/config')
    expect(page.body).toEqual({ 'GET /api/config': config.body, [`GET /api/workshops/${workshop.id}`]: known.body })
    const stranger = await server.browser().get<object>(`/w/${workshop.id}/list`)
    expect(Object.keys(stranger.body), '[A13] a workshop of others is not found').toEqual(['GET /api/config'])
  })

  test('but not with a refusal, which the page hears when it asks', async () => {
    const unknown = await server.browser().get('/join/abc.def')
    expect(unknown).toMatchObject({ status: 200, body: {} })
    expect((await server.browser().get('/help')).body).toEqual({})
    expect((await server.browser().get('/nowhere')).status).toBe(404)
  })

  test('and with the cookie that such an answer renews', async () => {
    const { facilitator, workshop } = await server.create()
    clock += 40 * DAY_MS
    const page = await facilitator.get(`/w/${workshop.id}`)
    expect(page.cookie).toMatch(/^session=.*HttpOnly/)
  })

  test('within the limits on how often a link is looked at', async () => {
    const limited = await openServer({ config: { rateLimits: true }, files: BARE })
    const { link } = await limited.create()
    const open = () => limited.browser().get<object>(`/join/${link('everyone').token}`)
    for (let opened = 0; opened < 300; opened += 1) await open()
    expect(await open()).toMatchObject({ status: 200, body: {} })
    await limited.close()
  })
})
