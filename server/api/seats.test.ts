import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addNote } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import { allNotes } from '../../shared/domain/canvas-view'
import type { MemberId } from '../../shared/domain/ids'
import type { MemberBody } from '../../shared/protocol/http'
import { LIMITS } from '../../shared/protocol/limits'
import type { Browser, OpenRoom } from '../testing/browser'
import { openVoting } from '../testing/open-ballot'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

type Here = { current: string | null; seats: MemberBody[] }

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

/** Amina's phone at the department's table. */
async function atTheTable() {
  const made = await server.create()
  const came = await server.join(made.link('central'), { name: 'Amina', organisation: 'Department' })
  return { ...made, phone: deviceOf(made, came.browser), amina: came.member }
}

/** What is done at one device. */
function deviceOf({ workshop, canvas }: CreatedWorkshop, browser: Browser) {
  const path = `/api/workshops/${workshop.id}/seats`
  const adds = (name: string, more: object = {}) => browser.post<Here>(path, { name, ...more })
  return {
    browser,
    adds,
    seats: () => browser.get<Here>(path),
    names: async () => (await browser.get<Here>(path)).body.seats?.map((seat) => seat.name),
    passesTo: ({ id }: { id: string }) => browser.post<Here>(`${path}/${id}/pass`),
    standsUp: ({ id }: { id: string }) => browser.post<Here>(`${path}/${id}/leave`),
    async seat(name: string): Promise<MemberBody> {
      const { body } = await adds(name)
      const sat = body.seats?.find((one) => one.name === name)
      if (!sat) throw new Error(JSON.stringify(body))
      return sat
    },
    whoAmI: async () => (await browser.get<{ member?: MemberBody }>(`/api/workshops/${workshop.id}`)).body.member?.name,
    stage: (params?: Record<string, string>) => browser.open({ kind: 'stage', workshopId: workshop.id }, params),
    canvas: () => browser.open({ kind: 'canvas', canvasId: canvas.id }),
  }
}

function writes(room: OpenRoom, text: string, { id, side }: MemberBody): void {
  const section = readCanvas(room.document).sections[0]
  if (!section) throw new Error('there is no section')
  const author = { member: id as MemberId, side, now: 1 }
  addNote(room.document, { text, spot: { in: section.id, after: null, before: null }, author })
}

const authorsIn = (room: OpenRoom) => allNotes(readCanvas(room.document)).map((note) => [note.text, note.author])

describe('[A20] several people at one device', () => {
  test('each is a member of their own, and what the device does is done by whose turn it is', async () => {
    const { facilitator, canvas, phone, amina } = await atTheTable()
    const sam = await phone.seat('Sam')
    expect(sam).toMatchObject({ name: 'Sam', organisation: 'Department', side: 'central', role: 'participant' })
    const table = await facilitator.open({ kind: 'canvas', canvasId: canvas.id })

    writes(await phone.canvas(), 'Written by Amina', amina)
    await table.until((document) => allNotes(readCanvas(document)).length === 1)
    expect((await phone.passesTo(sam)).body).toMatchObject({ current: sam.id })
    expect(await phone.whoAmI()).toBe('Sam')
    writes(await phone.canvas(), 'Written by Sam', sam)
    await table.until((document) => allNotes(readCanvas(document)).length === 2)
    expect(Object.fromEntries(authorsIn(table))).toEqual({ 'Written by Amina': amina.id, 'Written by Sam': sam.id })
  })

  test('nobody writes in the name of another seat, though it is one cookie', async () => {
    const { phone, amina } = await atTheTable()
    const sam = await phone.seat('Sam')
    const canvas = await phone.canvas()
    writes(canvas, 'As if by Sam', sam)
    expect(await canvas.refused()).toBe('not-as-joined')
    await phone.passesTo(sam)
    const later = await phone.canvas()
    writes(later, 'As if by Amina', amina)
    expect(await later.refused()).toBe('not-as-joined')
  })

  test('whoever is here is told who shares a device, and nothing of the device', async () => {
    const { facilitator, workshop, phone, amina } = await atTheTable()
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().seats).toEqual([])
    const sam = await phone.seat('Sam')
    await stage.until(() => stage.stage().seats.length === 1)
    expect(stage.stage().seats).toEqual([[amina.id, sam.id]])
    expect(stage.stage().people.map((one) => one.name)).toEqual(['Sam', 'Amina', 'Sam'])
    await phone.standsUp(sam)
    await stage.until(() => stage.stage().seats.length === 0)
    expect(stage.stage().people.map((one) => one.name)).toEqual(['Sam', 'Amina', 'Sam'])
  })

  test('and it is so after a restart', async () => {
    const { phone } = await atTheTable()
    const sam = await phone.seat('Sam')
    await phone.passesTo(sam)
    await server.restart()
    expect((await phone.seats()).body).toMatchObject({ current: sam.id, seats: [{ name: 'Amina' }, { name: 'Sam' }] })
    expect(await phone.whoAmI()).toBe('Sam')
    expect((await phone.stage()).stage().seats).toHaveLength(1)
  })

  test('a device that nobody shares has one seat', async () => {
    const { phone, amina } = await atTheTable()
    expect((await phone.seats()).body).toEqual({ current: amina.id, seats: [amina] })
  })
})

describe('[A20] voting at one device', () => {
  test('each has a vote of their own, and nobody sees that of the one before', async () => {
    const room = await openVoting(server)
    const [amina] = await room.people('central', 1)
    if (!amina) throw new Error('nobody came')
    const phone = deviceOf(room, amina.browser)
    const sam = await phone.seat('Sam')
    const { id } = (await room.open({ dots: 2, most: 2 })).body.ballot
    const [report, settlement] = room.ids
    expect((await room.vote(id, phone, { [report]: 2 })).status).toBe(200)
    await phone.passesTo(sam)
    expect((await room.ownVote(id, phone)).body.dots).toEqual({})
    expect((await room.vote(id, phone, { [settlement]: 1 })).status).toBe(200)
    await phone.passesTo(amina.member)
    expect((await room.ownVote(id, phone)).body.dots).toEqual({ [report]: 2 })
    const { body } = await room.command(id, 'close')
    expect(body.ballot.turnout.done).toBe(2)
  })
})

describe('[A21] sitting down', () => {
  test('needs a name, and asks as joining does whether one has joined already', async () => {
    const { phone, link } = await atTheTable()
    expect((await phone.adds('  ')).body).toMatchObject({ refusal: 'not-valid', field: 'name' })
    expect((await phone.adds('x'.repeat(LIMITS.name + 1))).body).toMatchObject({ refusal: 'not-valid', field: 'name' })
    expect(await phone.adds('amina')).toMatchObject({ status: 409, body: { refusal: 'joined-already' } })
    expect((await phone.adds('Amina', { asSomebodyElse: true })).status).toBe(201)
    await server.join(link('local'), { name: 'Jon', organisation: 'Westshire' })
    expect((await phone.adds('Jon', { organisation: 'Westshire' })).body).toMatchObject({ refusal: 'joined-already' })
    expect((await phone.adds('Jon')).status).toBe(201)
  })

  test('a participant brings nobody of the other side; a facilitator says which', async () => {
    const made = await atTheTable()
    expect(await made.phone.adds('Sam', { side: 'local' })).toMatchObject({
      status: 403,
      body: { refusal: 'role-may-not', field: 'side' },
    })
    expect((await made.phone.adds('Sam', { side: 'central' })).status).toBe(201)
    const laptop = deviceOf(made, made.facilitator)
    expect((await laptop.adds('Jo')).body).toMatchObject({ refusal: 'side-needed', field: 'side' })
    expect((await laptop.adds('Jo', { side: 'north' })).body).toMatchObject({ refusal: 'not-valid', field: 'side' })
    const { body } = await laptop.adds('Jo', { side: 'local' })
    expect(body.seats.at(-1)).toMatchObject({ name: 'Jo', side: 'local', role: 'participant' })
  })

  test('nobody comes in past a closed door, nor after the end, nor an observer at all', async () => {
    const made = await atTheTable()
    const { phone, facilitator, workshop, link } = made
    const oscar = deviceOf(made, (await server.join(link('observer'), { name: 'Oscar' })).browser)
    expect((await oscar.adds('Olga')).body).toMatchObject({ refusal: 'role-may-not' })
    await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'closed' })
    expect(await phone.adds('Sam')).toMatchObject({ status: 403, body: { refusal: 'door-closed' } })
    await facilitator.post(`/api/workshops/${workshop.id}/door`, { door: 'open' })
    const sam = await phone.seat('Sam')
    await facilitator.post(`/api/workshops/${workshop.id}/end`)
    expect((await phone.adds('Late')).body).toMatchObject({ refusal: 'workshop-ended' })
    expect((await phone.passesTo(sam)).status).toBe(200)
  })

  test('so many at one device, and so many in a workshop', async () => {
    const { phone, workshop } = await atTheTable()
    for (let at = 1; at < LIMITS.seats; at += 1) expect((await phone.adds(`Person ${at}`)).status).toBe(201)
    expect(await phone.adds('One more')).toMatchObject({ status: 409, body: { refusal: 'device-full' } })

    // by hand: two thousand people would take the test a minute to come in
    const crowd = Array.from({ length: LIMITS.members }, (_, at) => ({
      sql: 'INSERT INTO members (id, workshop_id, name, organisation, role, joined_at) VALUES (?, ?, ?, ?, ?, ?)',
      params: [`crowd${at}`, workshop.id, `Person ${at}`, 'Crowd', 'participant', 1],
    }))
    await server.database.write(crowd)
    const [, last] = (await phone.seats()).body.seats
    if (last) await phone.standsUp(last)
    expect((await phone.adds('One more')).body).toMatchObject({ refusal: 'room-full' })
  })

  test('two who sit down at once both have a seat', async () => {
    const { phone } = await atTheTable()
    await Promise.all([phone.adds('Sam'), phone.adds('Kim'), phone.adds('Lee')])
    expect((await phone.names())?.toSorted()).toEqual(['Amina', 'Kim', 'Lee', 'Sam'])
  })
})

describe('[A22] passing a device', () => {
  test('closes what it has open as the former, and only there', async () => {
    const { phone, amina, facilitator, workshop } = await atTheTable()
    const sam = await phone.seat('Sam')
    const theirs = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    const [stage, canvas] = await Promise.all([phone.stage({ member: amina.id }), phone.canvas()])
    await phone.passesTo(sam)
    expect([await stage.closed(), await canvas.closed()]).toEqual([4404, 4404])
    expect(theirs.closedWith).toBeUndefined()
  })

  test('a page that is still the former’s gets into no room; one of the present does', async () => {
    const { phone, amina } = await atTheTable()
    const sam = await phone.seat('Sam')
    await phone.passesTo(sam)
    expect(await (await phone.stage({ member: amina.id })).closed()).toBe(4404)
    const now = await phone.stage({ member: sam.id })
    expect(now.stage().people).toHaveLength(3)
    expect(now.closedWith).toBeUndefined()
  })

  test('sockets on their way in as the former are closed too', async () => {
    const { phone } = await atTheTable()
    const sam = await phone.seat('Sam')
    for (let round = 0; round < 10; round += 1) {
      const { current } = (await phone.seats()).body
      const next = current === sam.id ? (await phone.seats()).body.seats[0] : sam
      const arriving = phone.stage({ member: current ?? '' })
      const passed = next && phone.passesTo(next)
      const [stage] = await Promise.all([arriving, passed])
      expect(await stage.closed()).toBe(4404)
    }
  })

  test('only to somebody who sits here: forged ids and those of other devices are not found', async () => {
    const made = await atTheTable()
    const { phone, link, member: fay } = made
    await phone.seat('Sam')
    const jon = await server.join(link('local'), { name: 'Jon' })
    const elsewhere = await deviceOf(made, jon.browser).seat('Kim')
    for (const id of [fay.id, jon.member.id, elsewhere.id, 'nobody', '../../', 'x'.repeat(39)]) {
      expect(await phone.passesTo({ id: encodeURIComponent(id) })).toMatchObject({ status: 404 })
      expect(await phone.standsUp({ id: encodeURIComponent(id) })).toMatchObject({ status: 404 })
    }
    expect((await phone.passesTo({ id: 'x'.repeat(41) })).body).toMatchObject({ refusal: 'not-valid' })
    expect(await phone.whoAmI()).toBe('Amina')
  })

  test('to oneself changes nothing and closes nothing', async () => {
    const { phone, amina } = await atTheTable()
    await phone.seat('Sam')
    const stage = await phone.stage()
    expect((await phone.passesTo(amina)).status).toBe(200)
    expect(stage.closedWith).toBeUndefined()
  })
})

describe('[A23] removing people who share a device', () => {
  test('the one whose turn it is: their windows close, and the device goes to the next', async () => {
    const { phone, amina, facilitator, workshop } = await atTheTable()
    await phone.seat('Sam')
    const stage = await phone.stage()
    const came = await facilitator.post(`/api/workshops/${workshop.id}/members/${amina.id}/remove`)
    expect(came.status).toBe(200)
    expect(await stage.closed()).toBe(4410)
    expect(await phone.whoAmI()).toBe('Sam')
    expect(await phone.names()).toEqual(['Sam'])
    expect(await phone.passesTo(amina)).toMatchObject({ status: 403, body: { refusal: 'removed' } })
    await facilitator.post(`/api/workshops/${workshop.id}/members/${amina.id}/let-back`)
    expect(await phone.names()).toEqual(['Amina', 'Sam'])
    expect(await phone.whoAmI()).toBe('Sam')
    expect((await phone.passesTo(amina)).status).toBe(200)
  })

  test('another: the one whose turn it is goes on', async () => {
    const { phone, facilitator, workshop } = await atTheTable()
    const sam = await phone.seat('Sam')
    const stage = await phone.stage()
    await facilitator.post(`/api/workshops/${workshop.id}/members/${sam.id}/remove`)
    expect(await phone.names()).toEqual(['Amina'])
    expect(stage.closedWith).toBeUndefined()
    expect(await phone.whoAmI()).toBe('Amina')
  })

  test('all of them: the device is out, until one is let back', async () => {
    const { phone, amina, facilitator, workshop } = await atTheTable()
    const sam = await phone.seat('Sam')
    for (const { id } of [amina, sam]) await facilitator.post(`/api/workshops/${workshop.id}/members/${id}/remove`)
    expect((await phone.seats()).body).toMatchObject({ refusal: 'removed' })
    await facilitator.post(`/api/workshops/${workshop.id}/members/${amina.id}/let-back`)
    expect(await phone.whoAmI()).toBe('Amina')
  })
})

describe('[A24] standing up', () => {
  test('whoever does stays a member, and the device goes on as the next', async () => {
    const { phone, amina, facilitator, workshop } = await atTheTable()
    const sam = await phone.seat('Sam')
    const stage = await phone.stage()
    expect((await phone.standsUp(amina)).body).toMatchObject({ current: sam.id, seats: [{ name: 'Sam' }] })
    expect(await stage.closed()).toBe(4404)
    expect(await phone.whoAmI()).toBe('Sam')
    expect((await phone.passesTo(amina)).status).toBe(404)
    const everybody = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(everybody.stage().people.map((one) => one.name)).toContain('Amina')
  })

  test('the last to stand up leaves the device without anybody', async () => {
    const { phone, amina } = await atTheTable()
    const sam = await phone.seat('Sam')
    await phone.standsUp(sam)
    expect((await phone.standsUp(amina)).body).toEqual({ current: null, seats: [] })
    expect((await phone.seats()).status).toBe(404)
  })

  test('leaving the workshop on a device is leaving for all who sit there', async () => {
    const { phone, facilitator, workshop, link } = await atTheTable()
    await phone.seat('Sam')
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    await phone.browser.post('/api/me/leave', { workshopId: workshop.id })
    await stage.until(() => stage.stage().seats.length === 0)
    await server.join(link('central'), { name: 'Nia' }, phone.browser)
    expect(await phone.names()).toEqual(['Nia'])
  })
})
