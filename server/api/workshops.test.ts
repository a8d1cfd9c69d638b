import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readAgreement } from '../../shared/document/agreement'
import { readCanvas } from '../../shared/document/projection'
import { allNotes } from '../../shared/domain/canvas-view'
import type { CanvasId, WorkshopId } from '../../shared/domain/ids'
import type { ShareLink } from '../../shared/protocol/http'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

const LONG = 'x'.repeat(10_000)

describe('creating a workshop', () => {
  test('answers as promised to scripts, and makes the caller its facilitator', async () => {
    const browser = server.browser()
    const came = await browser.post<{ links: ShareLink[] }>('/api/workshops', { title: 'Homelessness funding' })
    expect(came.status).toBe(201)
    expect(came.body).toMatchObject({
      workshop: { title: 'Homelessness funding', attribution: 'named', sides: { central: 'Central', local: 'Local' } },
      canvases: [{ title: 'Barriers and proposals' }],
      member: { name: 'Facilitator', role: 'facilitator', side: null },
    })
    expect(came.body.links.map(({ key, role, side }) => [key, role, side])).toEqual([
      ['everyone', 'participant', null],
      ['central', 'participant', 'central'],
      ['local', 'participant', 'local'],
      ['other', 'participant', 'other'],
      ['observer', 'observer', null],
      ['co-facilitator', 'facilitator', null],
      ['return', 'facilitator', null],
    ])
    for (const link of came.body.links) {
      expect(link.url).toBe(`${server.url}/join/${link.token}`)
      expect(link.code).toMatch(/^[a-z]+-[a-z]+-([a-z]+-[a-z]+-)?\d\d$/)
    }
  })

  test('[A14] gives a session that scripts of a page cannot read', async () => {
    const came = await server.browser().post('/api/workshops', { title: 'Homelessness funding' })
    expect(came.cookie).toMatch(/^session=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/)
  })

  test('keeps the whole brief, trimmed', async () => {
    const brief = {
      purpose: 'One settlement',
      fixed: 'The total',
      open: 'Its length',
      unknown: 'Demand',
      runBy: 'Westshire',
      contact: 'a@b.example',
    }
    const { facilitator, workshop } = await server.create({ title: '  Homes  ', ...brief, banner: 'official' })
    expect(workshop).toMatchObject({ title: 'Homes', ...brief, banner: 'official' })
    const page = await facilitator.get(`/api/workshops/${workshop.id}`)
    expect(page.body).toMatchObject({ workshop, member: { name: 'Sam' } })
  })

  test('opens every document: the canvas with its sections, the agreement, the stage', async () => {
    const { facilitator, workshop, canvas } = await server.create({ template: 'policy-canvas' })
    const board = await facilitator.open({ kind: 'canvas', canvasId: canvas.id })
    expect(readCanvas(board.document).sections.length).toBeGreaterThan(5)
    const agreement = await facilitator.open({ kind: 'agreement', workshopId: workshop.id })
    expect(readAgreement(agreement.document).actions).toEqual([])
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().people.map((member) => member.name)).toEqual(['Sam'])
  })

  test.each([
    ['an empty title', { title: '' }, 'title'],
    ['a title of spaces', { title: '   ' }, 'title'],
    ['a title of 10,000 characters', { title: LONG }, 'title'],
    ['no title', {}, 'title'],
    ['a number for a title', { title: 4 }, 'title'],
    ['a purpose of 10,000 characters', { title: 'Homes', purpose: LONG }, 'purpose'],
    ['a facilitator without a name', { title: 'Homes', facilitator: { name: '' } }, 'facilitator.name'],
    ['a side without a name', { title: 'Homes', sides: { central: '', local: 'Local' } }, 'sides.central'],
    ['an unknown banner', { title: 'Homes', banner: 'top-secret' }, 'banner'],
    ['a list for a body', [], ''],
  ])('refuses %s and names the field', async (_what, body, field) => {
    const came = await server.browser().post('/api/workshops', body)
    expect(came.status).toBe(400)
    expect(came.body).toMatchObject({ refusal: 'not-valid', ...(field ? { field } : {}) })
    expect(came.cookie).toBeNull()
  })

  test('says how long a title may be', async () => {
    const came = await server.browser().post('/api/workshops', { title: LONG })
    expect(came.body).toEqual({ refusal: 'not-valid', field: 'title', detail: { problem: 'too_big', most: 200 } })
  })

  test('refuses what is no JSON, and what is too much of it', async () => {
    expect((await server.browser().post('/api/workshops', '{"title":')).body).toEqual({ refusal: 'not-valid' })
    expect((await server.browser().post('/api/workshops')).body).toMatchObject({ refusal: 'not-valid' })
    const huge = await server.browser().post('/api/workshops', { title: 'Homes', purpose: 'x'.repeat(300_000) })
    expect(huge).toMatchObject({ status: 413, body: { refusal: 'too-large' } })
  })

  test('[W3] refuses a template that is not there', async () => {
    const came = await server.browser().post('/api/workshops', { title: 'Homes', template: 'none' })
    expect(came).toMatchObject({ status: 400, body: { refusal: 'unknown-template', field: 'template' } })
  })

  test('[W2] does not promise a safe space that it cannot enforce', async () => {
    const came = await server.browser().post('/api/workshops', { title: 'Homes', attribution: 'safe-space' })
    expect(came).toMatchObject({ status: 400, body: { refusal: 'safe-space-not-offered' } })
  })

  test('keeps markup and formulas as the words they are', async () => {
    const title = '<img src=x onerror=alert(1)> **bold** =cmd()'
    expect((await server.create({ title })).workshop.title).toBe(title)
  })

  test('one browser holds several workshops', async () => {
    const first = await server.create({ title: 'First' })
    const second = await server.create({ title: 'Second' }, first.facilitator)
    const me = await first.facilitator.get<{ memberships: { workshop: { title: string } }[] }>('/api/me')
    expect(me.body.memberships.map(({ workshop }) => workshop.title).sort()).toEqual(['First', 'Second'])
    expect((await first.facilitator.get(`/api/workshops/${second.workshop.id}`)).status).toBe(200)
  })
})

describe('[W1] a host that asks for a key', () => {
  test('gets no workshop without it', async () => {
    const keyed = await openServer({ config: { creationKey: 'open sesame' } })
    const browser = keyed.browser()
    expect((await browser.get('/api/config')).body).toMatchObject({ creationKey: true })
    for (const creationKey of [undefined, '', 'open', 'open sesame ']) {
      const came = await browser.post('/api/workshops', { title: 'Homes', creationKey })
      expect(came).toMatchObject({ status: 403, body: { refusal: 'creation-key-wrong', field: 'creationKey' } })
    }
    expect((await browser.post('/api/workshops', { title: 'Homes', creationKey: 'open sesame' })).status).toBe(201)
    const sample = (given?: object) => browser.post('/api/sample', given)
    expect((await sample()).body, 'a sample is a workshop too').toMatchObject({ refusal: 'creation-key-wrong' })
    expect((await sample({ creationKey: 'open' })).status).toBe(403)
    expect((await sample({ creationKey: 'open sesame' })).status).toBe(201)
    await keyed.close()
  })
})

test('[W5] the sample opens with its notes, for its facilitator', async () => {
  const browser = server.browser()
  const came = await browser.post<{ workshop: { id: WorkshopId }; canvases: { id: CanvasId }[] }>('/api/sample')
  expect(came.status).toBe(201)
  const [canvas] = came.body.canvases
  if (!canvas) throw new Error('the sample has a canvas')
  const board = await browser.open({ kind: 'canvas', canvasId: canvas.id })
  expect(allNotes(readCanvas(board.document)).length).toBeGreaterThanOrEqual(40)
  const agreement = await browser.open({ kind: 'agreement', workshopId: came.body.workshop.id })
  expect(readAgreement(agreement.document).actions).toHaveLength(1)
})

describe('[W6] a restart', () => {
  test('loses nothing: members, links, steps and documents are as they were', async () => {
    const { facilitator, workshop, link } = await server.create()
    const amina = await server.join(link('central'))
    await facilitator.post(`/api/workshops/${workshop.id}/steps/next`, { revision: 0 })
    await facilitator.post(`/api/workshops/${workshop.id}/lock`, { locked: true })
    const before = await facilitator.get<Record<string, unknown>>(`/api/workshops/${workshop.id}`)

    await server.restart()

    const after = await facilitator.get<Record<string, unknown>>(`/api/workshops/${workshop.id}`)
    expect({ ...after.body, now: 0 }).toEqual({ ...before.body, now: 0 })
    expect((await amina.browser.get(`/api/workshops/${workshop.id}`)).body).toMatchObject({ member: amina.member })
    const stage = await amina.browser.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage()).toMatchObject({ workshop: { locked: true }, stage: { revision: 1 } })
    expect(stage.stage().people).toHaveLength(2)
    await server.join(link('local'), { name: 'Jon' })
    await stage.until(() => stage.stage().people.length === 3)
  })
})

test('reading the brief is noted once', async () => {
  const { facilitator, workshop } = await server.create()
  const read = async () =>
    (await facilitator.get<{ member: { briefReadAt: number | null } }>(`/api/workshops/${workshop.id}`)).body.member
      .briefReadAt
  expect(await read()).toBeNull()
  await facilitator.post(`/api/workshops/${workshop.id}/brief-read`)
  const at = await read()
  expect(at).toBeGreaterThan(0)
  await facilitator.post(`/api/workshops/${workshop.id}/brief-read`)
  expect(await read()).toBe(at)
})
