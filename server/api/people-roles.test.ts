import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addNote } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { MemberId } from '../../shared/domain/ids'
import type { MemberBody, ShareLink } from '../../shared/protocol/http'
import type { Browser, OpenRoom } from '../testing/browser'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

type Given = { role: 'facilitator' | 'participant' | 'observer'; side?: string }
const role = (by: Browser, { workshop }: CreatedWorkshop, id: string, given: Given) =>
  by.post<{ member: MemberBody; refusal?: string; field?: string }>(
    `/api/workshops/${workshop.id}/members/${id}/role`,
    given,
  )

const roleSeen = (room: OpenRoom, id: string) => room.stage().people.find((one) => one.id === id)?.role

describe('[F20] the role of a facilitator is given and taken back', () => {
  test('who is promoted has the power at once, on pages that are open, and sees it after they have it', async () => {
    const made = await server.create()
    const { browser: amina, member } = await server.join(made.link('central'))
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/lock`, { locked: true })
    const stage = await amina.open({ kind: 'stage', workshopId: made.workshop.id })
    const canvas = await amina.open({ kind: 'canvas', canvasId: made.canvas.id })
    const came = await role(made.facilitator, made, member.id, { role: 'facilitator' })
    expect(came).toMatchObject({ status: 200, body: { member: { ...member, role: 'facilitator' } } })
    await stage.until(() => roleSeen(stage, member.id) === 'facilitator')
    writes(canvas, member.id, 'Written while it is locked for others')
    const sam = await made.facilitator.open({ kind: 'canvas', canvasId: made.canvas.id })
    await sam.until((document) => JSON.stringify(readCanvas(document)).includes('Written while it is locked'))
    expect((await amina.post(`/api/workshops/${made.workshop.id}/lock`, { locked: false })).status).toBe(200)
  })

  test('who has it taken back has none of it by the time it is seen', async () => {
    const made = await server.create()
    const { browser: cora, member } = await server.join(made.link('co-facilitator'), { name: 'Cora' })
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/lock`, { locked: true })
    const stage = await cora.open({ kind: 'stage', workshopId: made.workshop.id })
    const canvas = await cora.open({ kind: 'canvas', canvasId: made.canvas.id })
    expect((await role(made.facilitator, made, member.id, { role: 'participant', side: 'local' })).status).toBe(200)
    await stage.until(() => roleSeen(stage, member.id) === 'participant')
    expect(stage.stage().people.find((one) => one.id === member.id)?.side).toBe('local')
    writes(canvas, member.id, 'Too late')
    expect(await canvas.refused()).toBe('canvas-locked')
    const came = await cora.post(`/api/workshops/${made.workshop.id}/lock`, { locked: false })
    expect(came.body).toMatchObject({ refusal: 'role-may-not' })
    expect(canvas.closedWith, 'and nobody is thrown out').toBeUndefined()
  })

  test('nor can they come back as facilitator by a link that they have seen', async () => {
    const made = await server.create()
    const { browser: cora, member } = await server.join(made.link('co-facilitator'), { name: 'Cora' })
    const seen = (await cora.get<{ links: ShareLink[] }>(`/api/workshops/${made.workshop.id}/links`)).body.links
    await role(made.facilitator, made, member.id, { role: 'participant', side: 'local' })
    const shared = seen.find((one) => one.key === 'co-facilitator')
    const stranger = await server.browser().post('/api/join', { token: shared?.token, name: 'Cora 2' })
    expect(stranger.body).toMatchObject({ refusal: 'link-replaced' })
    const own = seen.find((one) => one.key === 'return')
    const back = await server.browser().post<{ member: MemberBody }>('/api/join', { token: own?.token })
    expect(back.body.member, 'their own link brings them back as who they are now').toMatchObject({
      id: member.id,
      role: 'participant',
    })
    const fresh = (await made.facilitator.get<{ links: ShareLink[] }>(`/api/workshops/${made.workshop.id}/links`)).body
    expect(fresh.links.map((one) => one.key)).toContain('co-facilitator')
  })

  test('a facilitator whose connection drops is facilitator when they are back', async () => {
    const made = await server.create()
    const { browser: amina } = await server.join(made.link('central'))
    const watching = await amina.open({ kind: 'stage', workshopId: made.workshop.id })
    const stage = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    stage.close()
    expect(roleSeen(watching, made.member.id)).toBe('facilitator')
    await server.restart()
    const again = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    expect(roleSeen(again, made.member.id)).toBe('facilitator')
    expect((await made.facilitator.post(`/api/workshops/${made.workshop.id}/lock`, { locked: true })).status).toBe(200)
  })

  test('[F6] the last facilitator keeps it, also when two take it from each other at once', async () => {
    const made = await server.create()
    const { facilitator, member: sam } = made
    const alone = await role(facilitator, made, sam.id, { role: 'participant', side: 'local' })
    expect(alone).toMatchObject({ status: 409, body: { refusal: 'last-facilitator' } })
    const { browser: cora, member } = await server.join(made.link('co-facilitator'), { name: 'Cora' })
    const both = await Promise.all([
      role(facilitator, made, member.id, { role: 'participant', side: 'local' }),
      role(cora, made, sam.id, { role: 'participant', side: 'local' }),
    ])
    expect(both.map(({ status }) => status).sort()[0]).toBe(200)
    const stage = await facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    expect(stage.stage().people.filter((one) => one.role === 'facilitator')).toHaveLength(1)
  })

  test('twice is once', async () => {
    const made = await server.create()
    const { member } = await server.join(made.link('central'))
    for (let times = 0; times < 2; times += 1) {
      expect((await role(made.facilitator, made, member.id, { role: 'facilitator' })).status).toBe(200)
    }
  })
})

describe('[F21] who cannot be given it', () => {
  test('an observer, somebody who was removed, somebody of another workshop, nobody', async () => {
    const made = await server.create()
    const other = await server.create()
    const { member: oscar } = await server.join(made.link('observer'), { name: 'Oscar' })
    const { member: jon } = await server.join(made.link('local'), { name: 'Jon' })
    const { member: far } = await server.join(other.link('central'))
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/members/${jon.id}/remove`)
    const answers = []
    for (const id of [oscar.id, jon.id, far.id, 'forged', '%00']) {
      answers.push((await role(made.facilitator, made, id, { role: 'facilitator' })).body.refusal)
    }
    expect(answers).toEqual(['observers-only-read', 'removed-before', 'not-found', 'not-found', 'not-found'])
  })

  test('a role is facilitator or participant, and who takes part stands on a side', async () => {
    const made = await server.create()
    const { member: cora } = await server.join(made.link('co-facilitator'), { name: 'Cora' })
    const nowhere = await role(made.facilitator, made, cora.id, { role: 'participant' })
    expect(nowhere.body).toEqual({ refusal: 'side-needed', field: 'side' })
    const observer = await role(made.facilitator, made, cora.id, { role: 'observer' })
    expect(observer.body).toMatchObject({ refusal: 'not-valid', field: 'role' })
  })
})

/** As the page of this member would. */
function writes(canvas: OpenRoom, memberId: string, text: string): void {
  const [section] = readCanvas(canvas.document).sections
  if (!section) throw new Error('the canvas has no sections')
  const side = 'central' as const
  const spot = { in: section.id, after: null, before: null }
  addNote(canvas.document, { text, spot, author: { member: memberId as MemberId, side, now: 1 } })
}
