import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { MemberBody, ShareLink } from '../../shared/protocol/http'
import { LIMITS } from '../../shared/protocol/limits'
import type { Browser } from '../testing/browser'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

let server: TestServer
let clock: number

beforeAll(async () => {
  clock = 1_772_600_000_000
  server = await openServer({ now: () => clock })
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

type Waiting = { waiting: { id: string; name: string; organisation: string; side: string | null; askedAt: number }[] }

/** A workshop with its door closed, and somebody who has asked to come in. */
async function closedDoor(): Promise<
  CreatedWorkshop & { jon: Browser; waits: () => Promise<{ status: number; body: unknown }> }
> {
  const made = await server.create()
  await made.facilitator.post(`/api/workshops/${made.workshop.id}/door`, { door: 'closed' })
  const jon = server.browser()
  const asked = await jon.post('/api/join', {
    token: made.link('local').token,
    name: 'Jon Pugh',
    organisation: 'Northshire',
  })
  expect(asked).toMatchObject({ status: 202, body: { waiting: true, workshopId: made.workshop.id } })
  return { ...made, jon, waits: () => jon.get(`/api/join/waiting/${made.workshop.id}`) }
}

async function listOf({ facilitator, workshop }: CreatedWorkshop): Promise<Waiting['waiting']> {
  return (await facilitator.get<Waiting>(`/api/workshops/${workshop.id}/waiting`)).body.waiting
}

describe('[A6] at a closed door', () => {
  test('members come back, also from another device; others wait', async () => {
    const { facilitator, workshop, link } = await server.create()
    const { browser: amina, member } = await server.join(link('central'))
    await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'closed' })
    const again = await amina.post<{ member: MemberBody }>('/api/join', { token: link('central').token, name: 'Amina' })
    expect(again).toMatchObject({ status: 200, body: { member } })
    expect((await server.browser().post('/api/join', { token: link('return').token })).status).toBe(200)
    const jon = await server.browser().post('/api/join', { token: link('local').token, name: 'Jon' })
    expect(jon.status).toBe(202)
    expect(jon.cookie).toMatch(/^session=/)
  })

  test('who waits is seen by facilitators, by number and by name', async () => {
    const made = await closedDoor()
    const stage = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    await stage.until(() => stage.stage().workshop?.waiting === 1)
    const [row] = await listOf(made)
    expect(row).toMatchObject({ name: 'Jon Pugh', organisation: 'Northshire', side: 'local', askedAt: clock })
    expect((await made.jon.get(`/api/workshops/${made.workshop.id}`)).status, 'not in yet').toBe(404)
  })

  test('a co-facilitator link that was replaced makes nobody a facilitator, let in before or after', async () => {
    const made = await server.create()
    const { facilitator, workshop, link } = made
    await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'closed' })
    const [kit, lee] = await Promise.all(
      ['Kit', 'Lee'].map(async (name) => {
        const browser = server.browser()
        await browser.post('/api/join', { token: link('co-facilitator').token, name })
        return browser
      }),
    )
    const rows = await listOf(made)
    expect(rows).toMatchObject([{ role: 'facilitator' }, { role: 'facilitator' }])
    const leeRow = rows.find(({ name }) => name === 'Lee')
    await facilitator.post(`/api/workshops/${workshop.id}/waiting/${leeRow?.id}/let-in`)
    const heldByKit = kit?.get(`/api/join/waiting/${workshop.id}`)
    await facilitator.post(`/api/workshops/${workshop.id}/links/${link('co-facilitator').id}/replace`)
    expect(await heldByKit).toMatchObject({ status: 410, body: { refusal: 'link-replaced' } })
    await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'open' })
    expect(await lee?.get(`/api/join/waiting/${workshop.id}`)).toMatchObject({
      status: 410,
      body: { refusal: 'link-replaced' },
    })
    expect(await listOf(made)).toEqual([])
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().people.map(({ name }) => name)).toEqual(['Sam'])
    expect(stage.stage().workshop?.waiting).toBe(0)
  })

  test('asking again is waiting once', async () => {
    const made = await closedDoor()
    const [first] = await listOf(made)
    await made.jon.post('/api/join', { token: made.link('local').token, name: 'Jonathan Pugh' })
    expect(await listOf(made)).toMatchObject([{ id: first?.id, name: 'Jonathan Pugh' }])
  })

  test('who was let in and then says to be somebody else, or comes with another link, waits again', async () => {
    const made = await closedDoor()
    const { facilitator, workshop, jon, link } = made
    const letIn = async () => {
      const [row] = await listOf(made)
      await facilitator.post(`/api/workshops/${workshop.id}/waiting/${row?.id}/let-in`)
    }
    const as = { name: 'Jon Pugh', organisation: 'Northshire' }
    for (const changed of [
      { ...as, token: link('local').token, name: 'The Minister' },
      { ...as, token: link('co-facilitator').token },
    ]) {
      await letIn()
      expect(await listOf(made)).toEqual([])
      await jon.post('/api/join', changed)
      expect(await listOf(made)).toMatchObject([{ name: changed.name }])
    }
    expect((await jon.get(`/api/workshops/${workshop.id}`)).status).toBe(404)
  })

  test('who was let in with a link that is replaced before they come in waits again with the new one', async () => {
    const made = await closedDoor()
    const { facilitator, workshop, jon, link } = made
    const [row] = await listOf(made)
    await facilitator.post(`/api/workshops/${workshop.id}/waiting/${row?.id}/let-in`)
    expect(await listOf(made)).toEqual([])
    const came = await facilitator.post<{ link: ShareLink }>(
      `/api/workshops/${workshop.id}/links/${link('local').id}/replace`,
    )
    await jon.post('/api/join', { token: came.body.link.token, name: 'Jon Pugh', organisation: 'Northshire' })
    expect(await listOf(made)).toMatchObject([{ name: 'Jon Pugh' }])
    expect((await jon.get(`/api/workshops/${workshop.id}`)).status).toBe(404)
  })

  test('who is let in comes in by themselves, and the others stay', async () => {
    const made = await closedDoor()
    const { facilitator, workshop, jon, waits } = made
    await server.browser().post('/api/join', { token: made.link('local').token, name: 'Kit' })
    const held = waits()
    const [row] = await listOf(made)
    expect((await facilitator.post(`/api/workshops/${workshop.id}/waiting/${row?.id}/let-in`)).status).toBe(200)
    expect(await held).toMatchObject({ status: 200, body: { state: 'in' } })
    const page = await jon.get<{ member: MemberBody }>(`/api/workshops/${workshop.id}`)
    expect(page.body.member).toMatchObject({
      name: 'Jon Pugh',
      organisation: 'Northshire',
      side: 'local',
      role: 'participant',
    })
    expect((await listOf(made)).map((one) => one.name)).toEqual(['Kit'])
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().workshop?.waiting).toBe(1)
    expect(
      stage
        .stage()
        .people.map((one) => one.name)
        .sort(),
    ).toEqual(['Jon Pugh', 'Sam'])
  })

  test('when it opens everybody comes in', async () => {
    const { facilitator, workshop, waits } = await closedDoor()
    const held = waits()
    await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'open' })
    expect(await held).toMatchObject({ status: 200, body: { state: 'in' } })
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().workshop).toMatchObject({ waiting: 0, door: 'open' })
  })

  test('who is let in while their page does not ask comes in when it asks', async () => {
    const made = await closedDoor()
    const [row] = await listOf(made)
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/waiting/${row?.id}/let-in`)
    expect(await listOf(made)).toEqual([])
    expect(await made.waits()).toMatchObject({ body: { state: 'in' } })
    expect(await made.waits(), 'asking twice makes no second member').toMatchObject({ body: { state: 'in' } })
    const stage = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    expect(stage.stage().people).toHaveLength(2)
  })

  test('whose page is closed is not counted after a minute', async () => {
    const made = await closedDoor()
    clock += 60_000
    expect(await listOf(made)).toEqual([])
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/lock`, { locked: true })
    const stage = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    expect(stage.stage().workshop?.waiting).toBe(0)
  })

  test('nobody new comes in after the end, and who waits is told', async () => {
    const { facilitator, workshop, waits, link } = await closedDoor()
    const held = waits()
    await facilitator.post(`/api/workshops/${workshop.id}/end`)
    expect(await held).toMatchObject({ status: 409, body: { refusal: 'workshop-ended' } })
    const late = await server.browser().post('/api/join', { token: link('central').token, name: 'Late' })
    expect(late).toMatchObject({ status: 409, body: { refusal: 'workshop-ended' } })
  })

  test('who waits keeps nobody inside from a command: a question takes no turn and no row', async () => {
    const made = await closedDoor()
    const { workshop, waits, jon } = made
    let isOver: () => void = () => undefined
    const turn = server.app.services.stage.inTurn(workshop.id, () => new Promise<void>((over) => (isOver = over)))
    const write = vi.spyOn(server.database, 'write')
    const first = waits()
    const second = jon.get(`/api/join/waiting/${workshop.id}`)
    expect(await first, 'a newer question ends the older').toMatchObject({ body: { state: 'waiting' } })
    expect(write).not.toHaveBeenCalled()
    isOver()
    await turn
    write.mockRestore()
    await made.facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'open' })
    expect(await second).toMatchObject({ body: { state: 'in' } })
  })

  test('a page that goes on asking is seen', async () => {
    const made = await closedDoor()
    clock += 50_000
    const first = made.waits()
    const second = made.waits()
    await first
    clock += 50_000
    expect(await listOf(made)).toMatchObject([{ name: 'Jon Pugh' }])
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/door`, { door: 'open' })
    await second
  })

  test('a workshop that is full takes nobody in from the door', async () => {
    const made = await closedDoor()
    const { facilitator, workshop, waits } = made
    const crowd = Array.from({ length: LIMITS.members - 1 }, (_, at) => ({
      sql: 'INSERT INTO members (id, workshop_id, name, organisation, role, joined_at) VALUES (?, ?, ?, ?, ?, ?)',
      params: [`door crowd ${at}`, workshop.id, `Person ${at}`, 'Crowd', 'participant', 1],
    }))
    await server.database.write(crowd)
    const [row] = await listOf(made)
    await facilitator.post(`/api/workshops/${workshop.id}/waiting/${row?.id}/let-in`)
    expect(await waits()).toMatchObject({ status: 503, body: { refusal: 'room-full' } })
    expect(await listOf(made)).toEqual([])
  })

  test('only so many wait; whose page is closed makes room', async () => {
    const made = await closedDoor()
    const queue = Array.from({ length: LIMITS.waiting - 1 }, (_, at) => ({
      sql: 'INSERT INTO waiting (id, workshop_id, session_hash, link_id, name, organisation, asked_at, seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      params: [`queue${at}`, made.workshop.id, `session${at}`, made.link('local').id, `Person ${at}`, '', clock, clock],
    }))
    await server.database.write(queue)
    const asks = () => server.browser().post('/api/join', { token: made.link('local').token, name: 'Late' })
    expect(await asks()).toMatchObject({ status: 503, body: { refusal: 'door-full' } })
    const again = await made.jon.post('/api/join', { token: made.link('local').token, name: 'Jon Pugh' })
    expect(again.status, 'who waits already may ask again').toBe(202)
    clock += 60_000
    expect((await asks()).status).toBe(202)
    expect(await listOf(made)).toMatchObject([{ name: 'Late' }])
  })

  test('asking to be let in without having asked to join leads nowhere', async () => {
    const { workshop } = await closedDoor()
    expect((await server.browser().get(`/api/join/waiting/${workshop.id}`)).status).toBe(401)
    const other = await server.create()
    expect((await other.facilitator.get(`/api/join/waiting/${workshop.id}`)).status).toBe(404)
    expect((await other.facilitator.post(`/api/workshops/${other.workshop.id}/waiting/none/let-in`)).status).toBe(404)
  })
})

test('[A6] the number that everybody sees goes down by itself when a page was closed', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const watched = await openServer({ now: () => clock })
  const { facilitator, workshop, link } = await watched.create()
  await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'closed' })
  await watched.browser().post('/api/join', { token: link('local').token, name: 'Jon' })
  const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
  expect(stage.stage().workshop?.waiting).toBe(1)
  clock += 60_000
  vi.advanceTimersByTime(15_000)
  await stage.until(() => stage.stage().workshop?.waiting === 0)
  await watched.close()
  vi.useRealTimers()
})

test('[A6] a question that is held long enough is answered with "ask again", also at shutdown', async () => {
  const impatient = await openServer({ heldMs: 1 })
  const { facilitator, workshop, link } = await impatient.create()
  await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'closed' })
  const jon = impatient.browser()
  await jon.post('/api/join', { token: link('local').token, name: 'Jon' })
  expect((await jon.get(`/api/join/waiting/${workshop.id}`)).body).toEqual({ state: 'waiting' })
  await impatient.restart()
  await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'open' })
  expect((await jon.get(`/api/join/waiting/${workshop.id}`)).body).toEqual({ state: 'in' })
  await impatient.close()
})
