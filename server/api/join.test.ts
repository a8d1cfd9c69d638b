import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MemberBody, ShareLink } from '../../shared/protocol/http'
import { LIMITS } from '../../shared/protocol/limits'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer
let clock: number

beforeAll(async () => {
  clock = 1_772_600_000_000
  server = await openServer({ now: () => clock })
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

type Joined = { member: MemberBody; workshop: { id: string }; canvases: { id: string; title: string }[] }

describe('joining', () => {
  test('by link or code, with a side where the link leaves it open', async () => {
    const { workshop, canvas, link } = await server.create()
    const browser = server.browser()
    const amina = await browser.post<Joined>('/api/join', {
      token: link('everyone').token,
      name: 'Amina Rahman',
      organisation: 'Department',
      side: 'central',
    })
    expect(amina).toMatchObject({
      status: 200,
      body: { member: { role: 'participant', side: 'central' }, workshop: { id: workshop.id }, canvases: [canvas] },
    })
    const page = await browser.get<object>(`/api/workshops/${workshop.id}`)
    expect(amina.body, 'what the page begins with').toEqual({ ...page.body, now: expect.any(Number) })
    const code = link('local').code.toUpperCase().replaceAll('-', ' ')
    const jon = await server.browser().post<Joined>('/api/join', { code, name: 'Jon Pugh' })
    expect(jon).toMatchObject({ status: 200, body: { member: { role: 'participant', side: 'local' } } })
  })

  test('as observer or co-facilitator needs no side', async () => {
    const { link } = await server.create()
    expect((await server.join(link('observer'), { name: 'Oscar' })).member).toMatchObject({
      role: 'observer',
      side: null,
    })
    expect((await server.join(link('co-facilitator'), { name: 'Cora' })).member).toMatchObject({ role: 'facilitator' })
  })

  test('without a side, a name, or a link says which', async () => {
    const { link } = await server.create()
    const { token } = link('everyone')
    const browser = server.browser()
    expect((await browser.post('/api/join', { token, name: 'Amina' })).body).toEqual({
      refusal: 'side-needed',
      field: 'side',
    })
    expect((await browser.post('/api/join', { token, side: 'local' })).body).toEqual({
      refusal: 'not-valid',
      field: 'name',
    })
    expect((await browser.post('/api/join', { name: 'Amina' })).body).toEqual({ refusal: 'not-valid', field: 'code' })
    const long = await browser.post('/api/join', { token, side: 'local', name: 'x'.repeat(10_000) })
    expect(long.body).toMatchObject({ refusal: 'not-valid', field: 'name' })
    expect(browser.cookieHeader, 'nothing was joined').toBe('')
  })

  test('[A5] with the same name and organisation asks whether it is them', async () => {
    const { link } = await server.create()
    const as = { name: 'Jon Pugh', organisation: 'Northshire Council' }
    await server.join(link('local'), as)
    const again = { token: link('local').token, name: 'JON pugh ', organisation: 'northshire council' }
    const asked = await server.browser().post('/api/join', again)
    expect(asked).toMatchObject({ status: 409, body: { refusal: 'joined-already' } })
    expect((await server.browser().post('/api/join', { ...again, asSomebodyElse: true })).status).toBe(200)
  })

  test('[A2] twice is once: the same membership, unchanged', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser, member } = await server.join(link('central'))
    for (const key of ['central', 'local', 'observer', 'co-facilitator'] as const) {
      const came = await browser.post<Joined>('/api/join', { token: link(key).token, name: 'Somebody', side: 'local' })
      expect(came).toMatchObject({ status: 200, body: { member } })
    }
    const sam = await facilitator.post<Joined>('/api/join', { token: link('observer').token, name: 'Oscar' })
    expect(sam.body.member).toMatchObject({ name: 'Sam', role: 'facilitator' })
    const stage = await browser.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().people).toHaveLength(2)
  })

  test('two requests of one browser at the same moment make one member', async () => {
    const { workshop, link } = await server.create()
    const { browser: known } = await server.join((await server.create()).link('local'))
    const join = () => known.post<Joined>('/api/join', { token: link('central').token, name: 'Amina' })
    const [first, second] = await Promise.all([join(), join()])
    expect(first.body.member).toEqual(second.body.member)
    const stage = await known.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().people).toHaveLength(2)
  })
})

describe('[A1] looking at a link', () => {
  test('shows what it opens, who runs it and which organisations are expected', async () => {
    const expected = [{ name: 'Westshire Council', side: 'local' as const }]
    const { workshop, link } = await server.create({ runBy: 'Westshire Council', contact: '01234', expected })
    const came = await server.browser().post('/api/join/look', { token: link('local').token })
    expect(came.status).toBe(200)
    expect(came.body).toEqual({
      workshop: {
        id: workshop.id,
        title: 'Homelessness funding',
        purpose: '',
        runBy: 'Westshire Council',
        contact: '01234',
        banner: 'none',
        sides: { central: 'Central', local: 'Local' },
        attribution: 'named',
      },
      link: { role: 'participant', side: 'local', kind: 'join' },
      organisations: expected,
      already: null,
      door: 'open',
      ended: false,
    })
  })

  test('says who one is there already', async () => {
    const { link } = await server.create()
    const { browser, member } = await server.join(link('central'))
    const came = await browser.post<{ already: MemberBody }>('/api/join/look', { code: link('co-facilitator').code })
    expect(came.body.already).toEqual(member)
  })

  test('makes no member, no session, and uses nothing up', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { body } = await facilitator.post<{ link: ShareLink }>(`/api/workshops/${workshop.id}/device-link`)
    for (let times = 0; times < 3; times += 1) {
      const scanner = server.browser()
      await scanner.post('/api/join/look', { token: link('everyone').token })
      expect((await scanner.post('/api/join/look', { token: body.link.token })).status).toBe(200)
      expect(scanner.cookieHeader).toBe('')
    }
    expect((await server.browser().post('/api/join', { token: body.link.token })).status).toBe(200)
  })
})

describe('[A3] a link that opens nothing says which', () => {
  test('unknown: cut off, made up, or a code that nobody gave', async () => {
    const { link } = await server.create()
    const { token } = link('everyone')
    const browser = server.browser()
    const wrong = [{ token: token.slice(0, -3) }, { token: `${token}x` }, { token: 'nonsense' }, { token: '' }]
    for (const given of [...wrong, { code: 'amber-otter-42' }, { code: '' }, { code: "' or 1=1" }]) {
      expect(await browser.post('/api/join/look', given)).toMatchObject({
        status: 404,
        body: { refusal: 'link-unknown' },
      })
      expect((await browser.post('/api/join', { ...given, name: 'Amina' })).body).toMatchObject({
        refusal: 'link-unknown',
      })
    }
  })

  test('replaced: by token and by code, while the new one works', async () => {
    const { facilitator, workshop, link } = await server.create()
    const old = link('central')
    const came = await facilitator.post<{ link: ShareLink }>(`/api/workshops/${workshop.id}/links/${old.id}/replace`)
    expect(came.status).toBe(200)
    for (const given of [{ token: old.token }, { code: old.code }]) {
      const asked = await server.browser().post('/api/join', { ...given, name: 'Amina' })
      expect(asked).toMatchObject({ status: 410, body: { refusal: 'link-replaced' } })
    }
    const { token, code } = came.body.link
    expect((await server.browser().post('/api/join', { token, name: 'Amina' })).status).toBe(200)
    expect((await server.browser().post('/api/join', { code, name: 'Jon' })).status).toBe(200)
  })

  test('replaced, and who is in is told where to go back in', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser } = await server.join(link('central'))
    await facilitator.post(`/api/workshops/${workshop.id}/links/${link('central').id}/replace`)
    const came = await browser.post('/api/join/look', { token: link('central').token })
    expect(came.body).toEqual({ refusal: 'link-replaced', detail: { workshopId: workshop.id } })
  })

  test('used: a device link works once', async () => {
    const { facilitator, workshop, member } = await server.create()
    const { body } = await facilitator.post<{ link: ShareLink }>(`/api/workshops/${workshop.id}/device-link`)
    const phone = server.browser()
    const came = await phone.post<Joined>('/api/join', { token: body.link.token })
    expect(came.body.member, 'the same member on the phone').toMatchObject(member)
    const stranger = await server.browser().post('/api/join', { code: body.link.code })
    expect(stranger).toMatchObject({ status: 410, body: { refusal: 'link-used' } })
    const reloaded = await phone.post<Joined>('/api/join', { token: body.link.token })
    expect(reloaded.body.member, 'the phone may reload').toMatchObject(member)
  })

  test('expired: a device link works for a quarter of an hour', async () => {
    const { facilitator, workshop } = await server.create()
    const { body } = await facilitator.post<{ link: ShareLink }>(`/api/workshops/${workshop.id}/device-link`)
    clock += LIMITS.deviceLinkMs
    const came = await server.browser().post('/api/join', { token: body.link.token })
    expect(came).toMatchObject({ status: 410, body: { refusal: 'link-expired' } })
  })
})

describe('somebody’s own link', () => {
  test('brings a facilitator back, as often as needed, with the role', async () => {
    const { link, member, workshop } = await server.create()
    for (let times = 0; times < 2; times += 1) {
      const laptop = server.browser()
      expect((await laptop.post<Joined>('/api/join', { token: link('return').token })).body.member).toMatchObject(
        member,
      )
      expect((await laptop.post(`/api/workshops/${workshop.id}/door`, { door: 'open' })).status).toBe(200)
    }
  })

  test('[A2] does not turn somebody else on this device into its owner', async () => {
    const { link, workshop } = await server.create()
    const { browser, member } = await server.join(link('central'))
    const came = await browser.post('/api/join', { token: link('return').token })
    expect(came).toMatchObject({ status: 409, body: { refusal: 'another-member-here' } })
    expect((await browser.get(`/api/workshops/${workshop.id}`)).body).toMatchObject({ member })
  })

  test('each facilitator sees their own, and no other’s', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser: cora, member } = await server.join(link('co-facilitator'), { name: 'Cora' })
    const own = async (browser: typeof cora) => {
      const { body } = await browser.get<{ links: ShareLink[] }>(`/api/workshops/${workshop.id}/links`)
      return body.links.filter((one) => one.key === 'return')
    }
    const [coras, sams] = [await own(cora), await own(facilitator)]
    expect(coras).toHaveLength(1)
    expect(await own(cora), 'asking again makes no second one').toEqual(coras)
    expect(sams.map((one) => one.id)).toEqual([link('return').id])
    const back = await server.browser().post<Joined>('/api/join', { token: coras[0]?.token })
    expect(back.body.member).toMatchObject(member)
    const foreign = await cora.post(`/api/workshops/${workshop.id}/links/${link('return').id}/replace`)
    expect(foreign.status).toBe(404)
  })
})

describe('[A14] sessions', () => {
  test('nothing in the database opens one', async () => {
    const { facilitator } = await server.create()
    const id = facilitator.cookieHeader.split('=')[1]
    const rows = await server.database.read([{ sql: 'SELECT * FROM sessions', params: [] }])
    expect(JSON.stringify(rows)).not.toContain(id)
  })

  test('last 400 days from when they were last seen, and are renewed meanwhile', async () => {
    const { facilitator, workshop } = await server.create()
    const page = () => facilitator.get(`/api/workshops/${workshop.id}`)
    expect((await page()).cookie).toBeNull()
    clock += 390 * 86_400_000
    expect((await page()).cookie).toMatch(/Max-Age=34560000/)
    clock += 390 * 86_400_000
    expect((await page()).status).toBe(200)
    clock += 401 * 86_400_000
    expect(await page()).toMatchObject({ status: 401, body: { refusal: 'session-missing' } })
  })

  test('a made-up one is none', async () => {
    const { workshop } = await server.create()
    const browser = server.browser()
    browser.setCookies(`session=${'A'.repeat(43)}`)
    expect((await browser.get(`/api/workshops/${workshop.id}`)).status).toBe(401)
    expect((await browser.get('/api/me')).body).toEqual({ memberships: [] })
  })

  test('leaving lets go of one membership on this device; the member stays', async () => {
    const { facilitator, workshop } = await server.create()
    const { body } = await facilitator.post<{ link: ShareLink }>(`/api/workshops/${workshop.id}/device-link`)
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    const closed = new Promise((resolve) => stage.provider.once('connection-close', resolve))
    await facilitator.post('/api/me/leave', { workshopId: workshop.id })
    await closed
    expect(stage.closedWith).toBe(4404)
    expect((await facilitator.get('/api/me')).body).toEqual({ memberships: [] })
    expect((await facilitator.get(`/api/workshops/${workshop.id}`)).status).toBe(404)
    expect((await facilitator.post('/api/join', { token: body.link.token })).body).toMatchObject({
      member: { name: 'Sam' },
    })
  })

  test('on https the cookie is bound to this origin', async () => {
    const secure = await openServer({ config: { publicUrl: 'https://concordat.example' } })
    const came = await secure
      .browser()
      .send('POST', '/api/workshops', { title: 'Homes' }, { origin: 'https://concordat.example' })
    expect(came.cookie).toMatch(/^__Host-session=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(JSON.stringify(came.body)).toContain('https://concordat.example/join/')
    await secure.close()
  })
})
