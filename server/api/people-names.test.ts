import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { MemberBody } from '../../shared/protocol/http'
import type { Browser } from '../testing/browser'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

type Answer = { member: MemberBody; refusal?: string; field?: string; detail?: unknown }

describe('[F24] how somebody is written', () => {
  const rename = (by: Browser, { workshop }: CreatedWorkshop, id: string, given: object) =>
    by.patch<Answer>(`/api/workshops/${workshop.id}/members/${id}`, given)

  test('a facilitator corrects name and organisation, and everybody sees it', async () => {
    const made = await server.create()
    const { browser, member } = await server.join(made.link('central'), { name: 'Amna', organisation: 'Dep.' })
    const stage = await browser.open({ kind: 'stage', workshopId: made.workshop.id })
    await rename(made.facilitator, made, member.id, { name: '  Amina Rahman ' })
    await rename(made.facilitator, made, member.id, { organisation: 'Department' })
    await stage.until(() => stage.stage().people.some((one) => one.organisation === 'Department'))
    expect(stage.stage().people.find((one) => one.id === member.id)).toMatchObject({ name: 'Amina Rahman' })
    expect((await browser.get(`/api/workshops/${made.workshop.id}`)).body).toMatchObject({
      member: { name: 'Amina Rahman', organisation: 'Department' },
    })
  })

  test('anybody corrects their own name, an observer too, and nobody else’s', async () => {
    const made = await server.create()
    const { browser: oscar, member } = await server.join(made.link('observer'), { name: 'Osacr' })
    const { member: amina } = await server.join(made.link('central'))
    const own = await oscar.patch<Answer>(`/api/workshops/${made.workshop.id}/me`, { name: 'Oscar' })
    expect(own).toMatchObject({ status: 200, body: { member: { ...member, name: 'Oscar' } } })
    const sneaky = await oscar.patch<Answer>(`/api/workshops/${made.workshop.id}/me`, {
      name: 'Oscar',
      organisation: 'Department',
      role: 'facilitator',
    })
    expect(sneaky.body.member, 'the name alone').toMatchObject({ organisation: '', role: 'observer' })
    expect((await rename(oscar, made, amina.id, { name: 'Nobody' })).body).toMatchObject({ refusal: 'role-may-not' })
  })

  test('a name is not empty and not too long, and something has to be given', async () => {
    const made = await server.create()
    const { browser, member } = await server.join(made.link('central'))
    for (const [given, field] of [
      [{ name: '' }, 'name'],
      [{ name: '   ' }, 'name'],
      [{ name: 'x'.repeat(81) }, 'name'],
      [{ organisation: 'x'.repeat(121) }, 'organisation'],
      [{ name: 7 }, 'name'],
    ] as const) {
      expect((await rename(made.facilitator, made, member.id, given)).body).toMatchObject({
        refusal: 'not-valid',
        field,
      })
    }
    expect((await rename(made.facilitator, made, member.id, {})).body).toMatchObject({ refusal: 'not-valid' })
    const own = await browser.patch<Answer>(`/api/workshops/${made.workshop.id}/me`, { name: ' ' })
    expect(own.body).toMatchObject({ refusal: 'not-valid', field: 'name' })
  })

  test('only those of one’s own workshop', async () => {
    const made = await server.create()
    const other = await server.create()
    const { member } = await server.join(other.link('central'))
    for (const id of [member.id, 'forged']) {
      expect((await rename(made.facilitator, made, id, { name: 'Taken over' })).status).toBe(404)
    }
  })
})

describe('[F22] spellings of one organisation', () => {
  const merge = (by: Browser, { workshop }: Pick<CreatedWorkshop, 'workshop'>, spellings: string[], keep: string) =>
    by.post<{ members?: MemberBody[]; expected?: unknown; refusal?: string; field?: string; detail?: unknown }>(
      `/api/workshops/${workshop.id}/organisations/merge`,
      { spellings, keep },
    )

  test('become one for all of them in one command: members, those removed, and who is expected', async () => {
    const made = await server.create({
      expected: [
        { name: 'Westshire Council', side: 'local' },
        { name: 'West Shire', side: 'local' },
        { name: 'Department', side: 'central' },
      ],
    })
    const people = []
    for (const [name, organisation] of [
      ['Jon', 'West Shire'],
      ['Kit', 'west  shire.'],
      ['Lou', 'Westshire Council'],
      ['Mo', 'Northshire'],
      ['Ola', 'West Shire'],
    ] as const) {
      people.push(await server.join(made.link('local'), { name, organisation }))
    }
    const [, , , , ola] = people
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/members/${ola?.member.id}/remove`)
    const stage = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    let readings = 0
    stage.document.on('update', () => (readings += 1))
    const came = await merge(made.facilitator, made, ['West Shire'], 'Westshire Council')
    expect(came.status).toBe(200)
    expect(came.body.members?.map(({ name }) => name).sort()).toEqual(['Jon', 'Kit', 'Ola'])
    await stage.until(() =>
      stage.stage().people.some((one) => one.name === 'Jon' && one.organisation.endsWith('Council')),
    )
    const { people: seen, removed, workshop } = stage.stage()
    expect(seen.map((one) => one.organisation)).toEqual([
      '',
      'Westshire Council',
      'Westshire Council',
      'Westshire Council',
      'Northshire',
    ])
    expect(removed.map((one) => one.organisation)).toEqual(['Westshire Council'])
    expect(workshop?.expected).toEqual([
      { name: 'Westshire Council', side: 'local' },
      { name: 'Department', side: 'central' },
    ])
    expect(readings, 'everybody sees it in one go').toBe(1)
  })

  test('that nobody uses any more are nothing to merge', async () => {
    const made = await server.create()
    await server.join(made.link('local'), { name: 'Jon', organisation: 'Westshire Council' })
    expect((await merge(made.facilitator, made, ['Nowhere'], 'Westshire Council')).body).toEqual({
      refusal: 'nothing-to-merge',
    })
    expect((await merge(made.facilitator, made, [], 'Westshire Council')).body).toMatchObject({ field: 'spellings' })
    expect((await merge(made.facilitator, made, [' '], 'Westshire Council')).body).toMatchObject({
      refusal: 'not-valid',
    })
    expect((await merge(made.facilitator, made, ['Westshire Council'], ' ')).body).toMatchObject({ field: 'keep' })
    expect((await merge(made.facilitator, made, Array(101).fill('A'), 'B')).body).toMatchObject({ field: 'spellings' })
  })

  test('of another workshop stay as they are', async () => {
    const made = await server.create()
    const other = await server.create()
    await server.join(made.link('local'), { name: 'Jon', organisation: 'West Shire' })
    const { browser } = await server.join(other.link('local'), { name: 'Kit', organisation: 'West Shire' })
    await merge(made.facilitator, made, ['West Shire'], 'Westshire Council')
    expect((await browser.get(`/api/workshops/${other.workshop.id}`)).body).toMatchObject({
      member: { organisation: 'West Shire' },
    })
  })
})
