import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

const create = (headers: Record<string, string>, on = server) =>
  on.browser().send<{ refusal?: string }>('POST', '/api/workshops', { title: 'Homes' }, headers)

describe('[A15] changes come from our own pages', () => {
  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['the same host on another port', { origin: 'http://127.0.0.1:1' }],
    ['a page without an origin of its own', { origin: 'null' }],
    ['something that is no origin', { origin: 'nonsense' }],
    ['a foreign page whose browser says so', { origin: '', 'sec-fetch-site': 'cross-site' }],
  ])('not from %s', async (_who, headers) => {
    const came = await create(headers)
    expect(came).toMatchObject({ status: 403, body: { refusal: 'wrong-origin' } })
    expect(came.cookie).toBeNull()
  })

  test('from our own page, and from programs, which say nothing of where they are', async () => {
    expect((await create({})).status).toBe(201)
    const script = await server.app.request('/api/workshops', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Homes' }),
    })
    expect(script.status).toBe(201)
  })

  test('PUBLIC_URL decides, whatever the Host header says', async () => {
    const proxied = await openServer({ config: { publicUrl: 'https://concordat.example' } })
    expect((await create({ origin: 'https://concordat.example', host: 'inside:3000' }, proxied)).status).toBe(201)
    expect((await create({ origin: 'http://concordat.example' }, proxied)).status).toBe(403)
    expect((await create({}, proxied)).status, 'its own port is not the public one').toBe(403)
    await proxied.close()
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'not as %s, which a foreign form could send',
    async (type) => expect((await create({ 'content-type': type })).body).toEqual({ refusal: 'not-valid' }),
  )
})

describe('answers', () => {
  test('carry a policy that lets in no script of anybody else, and no frame', async () => {
    const { headers } = await server.browser().get('/api/clock')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy'), 'join tokens are in addresses').toBe('same-origin')
    expect(headers.get('strict-transport-security'), 'over http it would lock people out').toBeNull()
  })

  test('say nothing of what went wrong inside', async () => {
    const broken = await openServer()
    const browser = broken.browser()
    await broken.database.close()
    const came = await browser.post('/api/workshops', { title: 'Homes' })
    expect(came).toMatchObject({ status: 500, body: { refusal: 'server-fault' } })
    expect(Object.keys(came.body as object)).toEqual(['refusal'])
    expect((await browser.get('/health/ready')).status).toBe(503)
    expect((await browser.get('/health/live')).status).toBe(200)
    await broken.close()
  })

  test('to addresses that are not there are refusals too', async () => {
    expect(await server.browser().get('/api/nothing')).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
  })
})

describe('[A16] guessing', () => {
  test('codes is stopped after some misses, whoever else may be right', async () => {
    const limited = await openServer({ config: { rateLimits: true, trustProxy: 1 } })
    const { link } = await limited.create()
    const look = (code: string, from: string) =>
      limited
        .browser()
        .send<{ refusal?: string }>('POST', '/api/join/look', { code }, { 'x-forwarded-for': `1.2.3.4, ${from}` })
    const good = () => look(link('local').code, '10.0.0.1')
    for (let times = 0; times < 60; times += 1) expect((await good()).status, 'good ones do not count').toBe(200)
    for (let times = 0; times < 30; times += 1) expect((await look('amber-otter-42', '10.0.0.1')).status).toBe(404)
    const stopped = await good()
    expect(stopped).toMatchObject({ status: 429, body: { refusal: 'too-many-requests' } })
    expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await look(link('local').code, '10.0.0.2')).status, 'others go on').toBe(200)
    const atOnce = Array.from({ length: 100 }, () => look('amber-otter-42', '10.0.0.3'))
    const answered = (await Promise.all(atOnce)).filter((came) => came.status === 404)
    expect(answered.length, 'nor does it help to ask all at once').toBe(30)
    const neighbours = Array.from({ length: 40 }, (_, host) => look('amber-otter-42', `2001:db8:7:9::${host}`))
    const told = (await Promise.all(neighbours)).filter((came) => came.status === 404)
    expect(told.length, 'nor to have many addresses in one network').toBe(30)
    await limited.close()
  })
})

test('commands and exports without end are stopped, those of others are not', async () => {
  const limited = await openServer({ config: { rateLimits: true } })
  const { facilitator, workshop, link } = await limited.create()
  const { browser: amina } = await limited.join(link('central'))
  const lock = () => amina.post(`/api/workshops/${workshop.id}/lock`, { locked: true })
  const statuses = await Promise.all(Array.from({ length: 310 }, async () => (await lock()).status))
  expect([statuses.filter((one) => one === 403).length, statuses.at(-1)]).toEqual([300, 429])
  const read = async () => (await amina.get(`/api/workshops/${workshop.id}/export`)).status
  const exports = await Promise.all(Array.from({ length: 61 }, read))
  expect(exports.filter((one) => one === 200).length).toBe(60)
  expect((await facilitator.post(`/api/workshops/${workshop.id}/lock`, { locked: true })).status).toBe(200)
  await limited.close()
})

test('nothing that is answered is kept on the way or in the browser', async () => {
  const { facilitator, workshop } = await server.create()
  for (const path of ['links', 'export', 'waiting']) {
    const { headers } = await facilitator.get(`/api/workshops/${workshop.id}/${path}`)
    expect([path, headers.get('cache-control')]).toEqual([path, 'no-store'])
  }
  expect((await server.browser().get('/api/nothing')).headers.get('cache-control')).toBe('no-store')
})

describe('for machines', () => {
  test('every route is described, with what it takes and answers and that it may be refused', async () => {
    type Operation = { requestBody?: object; responses: Record<string, object> }
    const came = await server
      .browser()
      .get<{ paths: Record<string, Record<string, Operation>>; components: object }>('/api/openapi.json')
    expect(came.status).toBe(200)
    const operations = Object.entries(came.body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    )
    const names = operations.map(({ name }) => name)
    for (const name of ['post /workshops', 'post /join', 'get /workshops/{id}', 'post /workshops/{id}/steps/next']) {
      expect(names).toContain(name)
    }
    for (const { name, operation } of operations) {
      expect([name, Object.keys(operation.responses)]).toEqual([name, expect.arrayContaining(['default'])])
    }
    expect(JSON.stringify(came.body.components)).toContain('link-replaced')
  })

  test('health and numbers', async () => {
    expect((await server.browser().get('/health/live')).body).toEqual({ live: true })
    expect((await server.browser().get('/health/ready')).body).toEqual({ ready: true })
    const { body } = await server.browser().get<string>('/metrics')
    expect(body).toMatch(/concordat_http_request_seconds_count\{method="GET",route="\/health\/live",status="200"\} \d/)
    expect(body).toMatch(/concordat_connections 0/)
  })

  test('the settings that pages need', async () => {
    const came = await server.browser().get('/api/config')
    expect(came.body).toMatchObject({ creationKey: false, board: true, reach: 'this-computer' })
    const network = await server.browser().send('GET', '/api/config', undefined, { host: '192.168.1.20:3000' })
    expect(network.body).toMatchObject({ reach: 'network' })
  })
})

describe('what the server tells of itself', () => {
  const elsewhere = { incoming: { socket: { remoteAddress: '203.0.113.7' } } } as never
  const here = { incoming: { socket: { remoteAddress: '::ffff:127.0.0.1' } } } as never

  test('metrics are read on this machine alone, and not through a proxy on it', async () => {
    const { request } = server.app
    expect((await request('/metrics', {}, elsewhere)).status).toBe(404)
    expect((await request('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } }, here)).status).toBe(404)
    expect((await request('/metrics', {}, here)).status).toBe(200)
  })

  test('with a token from anywhere, and without it from nowhere; and no addresses where one is set', async () => {
    const config = { metricsToken: 'a word for Prometheus', publicUrl: 'https://concordat.example.gov.uk' }
    const watched = await openServer({ config })
    const { request } = watched.app
    const withToken = (word: string) => ({ headers: { authorization: `Bearer ${word}` } })
    expect((await request('/metrics', withToken('a word for Prometheus'), elsewhere)).status).toBe(200)
    expect((await request('/metrics', withToken('another'), elsewhere)).status).toBe(404)
    expect((await request('/metrics', {}, here)).status).toBe(404)
    expect(await (await request('/api/config')).json()).toMatchObject({ addresses: [] })
    await watched.close()
  })
})

test.each([
  [0, 1],
  [1, 0],
])('a proxy in front with TRUST_PROXY %i is warned of %i times', async (trustProxy, times) => {
  const lines: string[] = []
  const proxied = await openServer({ config: { trustProxy }, hearsLog: (line) => lines.push(line) })
  for (let asked = 0; asked < 3; asked += 1)
    await proxied.app.request('/api/clock', { headers: { 'x-forwarded-for': '203.0.113.7' } })
  expect(lines.filter((line) => line.includes('TRUST_PROXY'))).toHaveLength(times)
  expect(lines.join()).not.toContain('203.0.113.7')
  await proxied.close()
})
