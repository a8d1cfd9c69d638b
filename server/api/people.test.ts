import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MemberBody, ShareLink } from '../../shared/protocol/http'
import { hashOfSession } from '../access/session'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

describe('moving somebody to the other side', () => {
  test('is seen by everybody', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser, member } = await server.join(link('central'))
    const stage = await browser.open({ kind: 'stage', workshopId: workshop.id })
    const came = await facilitator.post(`/api/workshops/${workshop.id}/members/${member.id}/side`, { side: 'local' })
    expect(came).toMatchObject({ status: 200, body: { member: { ...member, side: 'local' } } })
    await stage.until(() => stage.stage().people.some((one) => one.id === member.id && one.side === 'local'))
    expect((await browser.get(`/api/workshops/${workshop.id}`)).body).toMatchObject({ member: { side: 'local' } })
  })

  test('leaves a participant on some side, a facilitator on none if they like', async () => {
    const { facilitator, workshop, link, member: sam } = await server.create()
    const { member } = await server.join(link('central'))
    const to = (id: string, side: unknown) =>
      facilitator.post(`/api/workshops/${workshop.id}/members/${id}/side`, { side })
    expect((await to(member.id, null)).body).toEqual({ refusal: 'side-needed', field: 'side' })
    expect((await to(member.id, 'north')).body).toMatchObject({ refusal: 'not-valid', field: 'side' })
    expect((await to(sam.id, 'local')).status).toBe(200)
    expect((await to(sam.id, null)).status).toBe(200)
    expect((await to('nobody', 'local')).status).toBe(404)
  })
})

describe('[A7] removing somebody', () => {
  test('holds, though they were just saying that they have read the brief', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser, member } = await server.join(link('central'))
    const { access } = server.app.services
    const session = hashOfSession(browser.cookieHeader.replace('session=', ''))
    const seat = await access.admit(session, workshop.id, 'mark-brief-read')
    await facilitator.post(`/api/workshops/${workshop.id}/members/${member.id}/remove`)
    if (seat.ok) await access.markBriefRead(seat.value.member)
    expect(seat.ok).toBe(true)
    expect((await browser.get(`/api/workshops/${workshop.id}`)).body).toMatchObject({ refusal: 'removed' })
  })

  test('closes their connections at once and everything behind their session', async () => {
    const { facilitator, workshop, canvas, link } = await server.create()
    const { browser, member } = await server.join(link('central'))
    const stage = await browser.open({ kind: 'stage', workshopId: workshop.id })
    const board = await browser.open({ kind: 'canvas', canvasId: canvas.id })
    const { body } = await browser.post<{ link: ShareLink }>(`/api/workshops/${workshop.id}/device-link`)
    const came = await facilitator.post(`/api/workshops/${workshop.id}/members/${member.id}/remove`)
    expect(came.status).toBe(200)
    expect([await stage.closed(), await board.closed()]).toEqual([4410, 4410])
    expect(await browser.get(`/api/workshops/${workshop.id}`)).toMatchObject({
      status: 403,
      body: { refusal: 'removed', detail: { memberId: member.id } },
    })
    const again = await browser.open({ kind: 'stage', workshopId: workshop.id })
    expect(again.closedWith).toBe(4410)
    expect((await browser.get('/api/me')).body).toEqual({ memberships: [] })
    for (const given of [{ token: link('central').token }, { token: body.link.token }]) {
      expect((await browser.post('/api/join', { ...given, name: 'Amina' })).body).toMatchObject({ refusal: 'removed' })
    }
    expect((await server.browser().post('/api/join', { token: body.link.token })).body).toMatchObject({
      refusal: 'removed',
    })
    const sam = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(sam.stage().people.map((one) => one.name)).toEqual(['Sam'])
  })

  test('who was facilitator cannot come back as one by the link that all facilitators see', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser: cora, member } = await server.join(link('co-facilitator'), { name: 'Cora' })
    const seen = (await cora.get<{ links: ShareLink[] }>(`/api/workshops/${workshop.id}/links`)).body.links
    await facilitator.post(`/api/workshops/${workshop.id}/members/${member.id}/remove`)
    const known = seen.filter((one) => one.key === 'co-facilitator' || one.key === 'return')
    for (const { token, code } of known) {
      for (const given of [{ token }, { code }]) {
        const came = await server.browser().post<{ refusal?: string }>('/api/join', { ...given, name: 'Cora 2' })
        expect(came.status, JSON.stringify(came.body)).toBeGreaterThanOrEqual(400)
      }
    }
    const { links } = (await facilitator.get<{ links: ShareLink[] }>(`/api/workshops/${workshop.id}/links`)).body
    const fresh = links.find((one) => one.key === 'co-facilitator')
    expect((await server.browser().post('/api/join', { token: fresh?.token, name: 'Kit' })).status).toBe(200)
    const open = link('everyone')
    expect((await server.browser().post('/api/join', { code: open.code, name: 'Jo', side: 'local' })).status).toBe(200)
  })

  test('can be taken back, and they are who they were', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser, member } = await server.join(link('central'))
    await facilitator.post(`/api/workshops/${workshop.id}/members/${member.id}/remove`)
    expect((await facilitator.post(`/api/workshops/${workshop.id}/members/${member.id}/let-back`)).status).toBe(200)
    const page = await browser.get<{ member: MemberBody }>(`/api/workshops/${workshop.id}`)
    expect(page).toMatchObject({ status: 200, body: { member } })
  })

  test('[F6] leaves at least one facilitator', async () => {
    const { facilitator, workshop, link, member: sam } = await server.create()
    const remove = (id: string) => facilitator.post(`/api/workshops/${workshop.id}/members/${id}/remove`)
    expect(await remove(sam.id)).toMatchObject({ status: 409, body: { refusal: 'last-facilitator' } })
    const { browser: cora, member } = await server.join(link('co-facilitator'), { name: 'Cora' })
    const both = [remove(member.id), cora.post(`/api/workshops/${workshop.id}/members/${sam.id}/remove`)]
    const statuses = (await Promise.all(both)).map((came) => came.status).sort()
    expect(statuses, 'not even when both remove each other').toEqual([200, 409])
  })

  test('twice is once', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { member } = await server.join(link('central'))
    for (let times = 0; times < 2; times += 1) {
      expect((await facilitator.post(`/api/workshops/${workshop.id}/members/${member.id}/remove`)).status).toBe(200)
    }
  })

  test('only those of one’s own workshop', async () => {
    const mine = await server.create()
    const other = await server.create()
    const { member } = await server.join(other.link('central'))
    for (const command of ['remove', 'let-back']) {
      const came = await mine.facilitator.post(`/api/workshops/${mine.workshop.id}/members/${member.id}/${command}`)
      expect(came.status).toBe(404)
    }
  })
})
