import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { actionText, addAction, addCommitment, readAgreement } from '../../shared/document/agreement'
import { addCluster } from '../../shared/document/edits'
import type { PutAction } from '../../shared/domain/action'
import type { ActionId } from '../../shared/domain/ids'
import { wordingHash, wordingOf } from '../../shared/domain/wording-hash'
import { type Report, reportSchema } from '../../shared/export/report-schema'
import type { SignOff } from '../../shared/protocol/http'
import { MESSAGE } from '../../shared/protocol/messages'
import type { RefusalBody } from '../../shared/protocol/refusals'
import type { Browser } from '../testing/browser'
import { openServer, type TestServer } from '../testing/open-server'

const ANYWHERE = { in: null, x: 0, y: 0 } as const

let server: TestServer
/** How far the server's clock was set, ms. */
let shift = 0
beforeAll(async () => {
  server = await openServer({ now: () => Date.now() + shift })
})
afterAll(() => server.close())

/** A workshop with one action worded by Amina (central) and Jon (local), an observer, and a second one from Jon's council. */
async function openAgreement() {
  const { facilitator, workshop, link } = await server.create()
  const { browser: amina } = await server.join(link('central'), { name: 'Amina', organisation: 'Department' })
  const { browser: jon } = await server.join(link('local'), { name: 'Jon', organisation: 'Northshire Council' })
  const { browser: jo } = await server.join(link('local'), { name: 'Jo', organisation: 'northshire council' })
  const { browser: oscar } = await server.join(link('observer'), { name: 'Oscar', organisation: 'Audit' })
  const room = await amina.open({ kind: 'agreement', workshopId: workshop.id })
  const stage = await oscar.open({ kind: 'stage', workshopId: workshop.id })
  const id = addAction(room.document, { title: 'One report', residentChange: 'less form', from: null })
  addCommitment(room.document, id, {
    side: 'central',
    organisation: 'Department',
    what: 'withdraw returns',
    by: '2026-06-30',
  })
  addCommitment(room.document, id, { side: 'local', organisation: 'Northshire Council', what: 'report monthly' })
  const jons = await jon.open({ kind: 'agreement', workshopId: workshop.id })
  await jons.until((document) => readAgreement(document).actions[0]?.commitments.length === 2)
  const hash = () => {
    const [draft] = readAgreement(room.document).actions
    return draft ? wordingHash(wordingOf(draft)) : ''
  }
  const asked = [
    { name: 'Department', side: 'central' as const },
    { name: 'Northshire Council', side: 'local' as const },
  ]
  type Answered = { action: PutAction } & RefusalBody
  const command = (who: Browser, path: string, body: unknown, action: ActionId = id) =>
    who.post<Answered>(`/api/workshops/${workshop.id}/actions/${action}/${path}`, body)
  const put = () => command(facilitator, 'put', { hash: hash(), asked })
  const answer = (who: Browser, organisation: string, given: Partial<SignOff> = {}) =>
    command(who, 'sign-offs', { revision: 1, organisation, name: 'A', jobTitle: 'Head', answer: 'agree', ...given })
  return {
    workshop,
    facilitator,
    amina,
    jon,
    jo,
    oscar,
    room,
    jons,
    stage,
    id,
    hash,
    asked,
    command,
    put,
    answer,
    link,
  }
}

describe('putting to agreement', () => {
  test('tells nothing of the canvas of another workshop, whatever its draft says it came from', async () => {
    const theirs = await server.create({ title: 'Theirs' })
    const board = await theirs.facilitator.open({ kind: 'canvas', canvasId: theirs.canvas.id })
    const secret = addCluster(board.document, { title: 'Their plan', kind: 'proposal', spot: ANYWHERE, now: 1 })
    const { workshop, facilitator, amina, command, asked, stage } = await openAgreement()
    const room = await amina.open({ kind: 'agreement', workshopId: workshop.id })
    const from = { canvasId: theirs.canvas.id, clusterId: secret.id }
    const id = addAction(room.document, { title: 'Ours', residentChange: '', from })
    addCommitment(room.document, id, { side: 'central', organisation: 'Department', what: 'look' })
    const hash = () => {
      const draft = readAgreement(room.document).actions.find((action) => action.id === id)
      return draft ? wordingHash(wordingOf(draft)) : ''
    }
    const reader = await facilitator.open({ kind: 'agreement', workshopId: workshop.id })
    await reader.until((document) => readAgreement(document).actions.some((a) => a.id === id && a.commitments[0]?.what))
    const done = await command(facilitator, 'put', { hash: hash(), asked }, id)
    expect(done).toMatchObject({ status: 200, body: { action: { trail: { proposal: null, barriers: [] } } } })
    await stage.until(() => stage.stage().actions.length === 1)
    expect(JSON.stringify(stage.stage())).not.toContain('Their plan')
  })

  test('gives it its number, locks the wording for everybody, and all see it at once', async () => {
    const { workshop, room, jons, stage, id, put } = await openAgreement()
    const done = await put()
    expect(done.body.action).toMatchObject({ number: 1, revision: 1, status: 'put' })
    await stage.until(() => stage.stage().actions[0]?.status === 'put')
    const refused = new Promise<void>((resolve) => {
      room.provider.messageHandlers[MESSAGE.auth] = () => resolve()
    })
    actionText(room.document, id, 'title')?.insert(0, 'Not ')
    await refused
    expect(readAgreement(jons.document).actions[0]?.title).toBe('One report')
    const address = { kind: 'agreement', workshopId: workshop.id } as const
    const again = await server.app.services.registry.read(address, readAgreement)
    expect(again.actions[0]?.title).toBe('One report')
  })

  test('freezes nothing when the words are not those that were seen', async () => {
    const { facilitator, room, id, hash, asked, command, put, jons } = await openAgreement()
    const seen = hash()
    actionText(room.document, id, 'title')?.insert(10, ', monthly')
    await jons.until((document) => readAgreement(document).actions[0]?.title === 'One report, monthly')
    const refused = await command(facilitator, 'put', { hash: seen, asked })
    expect(refused).toMatchObject({ status: 409, body: { refusal: 'wording-changed' } })
    actionText(room.document, id, 'measure')?.insert(0, 'hours')
    await jons.until((document) => readAgreement(document).actions[0]?.measure === 'hours')
    expect((await put()).body.action.wording).toMatchObject({ title: 'One report, monthly', measure: 'hours' })
  })

  test('that cannot be stored leaves the wording open', async () => {
    const { put, room, id, jons } = await openAgreement()
    const publish = vi.spyOn(server.app.services.stage, 'publish').mockRejectedValueOnce(new Error('disk full'))
    expect((await put()).status).toBe(500)
    publish.mockRestore()
    actionText(room.document, id, 'title')?.insert(0, 'Now: ')
    await jons.until((document) => readAgreement(document).actions[0]?.title === 'Now: One report')
    expect((await put()).status).toBe(200)
  })

  test('is for facilitators, once, and never for an id of another workshop', async () => {
    const { amina, oscar, facilitator, hash, asked, command, put, id } = await openAgreement()
    expect((await command(amina, 'put', { hash: hash(), asked })).body.refusal).toBe('role-may-not')
    expect((await command(oscar, 'put', { hash: hash(), asked })).body.refusal).toBe('role-may-not')
    expect((await command(facilitator, 'put', { hash: hash(), asked }, 'nothere00000' as ActionId)).status).toBe(404)
    const [first, second] = await Promise.all([put(), put()])
    expect([first.status, second.status].sort()).toEqual([200, 409])
    const other = await server.create()
    const stranger = await other.facilitator.post(`/api/workshops/${other.workshop.id}/actions/${id}/withdraw`, {
      revision: 1,
    })
    expect(stranger.status).toBe(404)
  })
})

describe('answers', () => {
  test('of both sides make a record that nobody can change, also after a restart', async () => {
    const { workshop, facilitator, amina, jon, stage, id, put, answer, command } = await openAgreement()
    await put()
    expect((await answer(amina, 'Department')).body.action.status).toBe('put')
    const signed = await answer(jon, 'Northshire Council', {
      answer: 'agree-with-reservation',
      reason: 'subject to sign-off',
    })
    expect(signed.body.action).toMatchObject({ status: 'record', closedEarly: false })
    await stage.until(() => stage.stage().actions[0]?.status === 'record')
    await server.restart()
    for (const [path, who] of [
      ['withdraw', facilitator],
      ['close', facilitator],
    ] as const) {
      expect((await command(who, path, { revision: 1 })).body.refusal).toBe('record-is-final')
    }
    expect((await answer(amina, 'Department', { answer: 'do-not-agree', reason: 'late' })).body.refusal).toBe(
      'record-is-final',
    )
    const json = await amina.get<Report>(`/api/workshops/${workshop.id}/export?format=json`)
    expect(reportSchema.parse(json.body).actions[0]).toMatchObject({
      id,
      number: 'A1',
      state: 'record',
      title: 'One report',
    })
  })

  test('are for the organisation one came from, and say what is missing', async () => {
    const { amina, jon, oscar, put, answer } = await openAgreement()
    await put()
    expect((await answer(amina, 'Northshire Council')).body.refusal).toBe('not-asked')
    expect((await answer(oscar, 'Department')).body.refusal).toBe('role-may-not')
    expect((await answer(jon, 'Northshire Council', { answer: 'do-not-agree' })).body).toMatchObject({
      refusal: 'not-valid',
      field: 'reason',
    })
    expect((await answer(jon, 'Northshire Council', { answer: 'ask-first' })).body).toMatchObject({
      refusal: 'not-valid',
      field: 'byDate',
    })
    expect((await answer(jon, 'Northshire Council', { revision: 2 })).body.refusal).toBe('state-moved-on')
  })

  test('the last that was given counts and is disputed, also when the clock was set back meanwhile', async () => {
    const { workshop, jon, jo, put, answer, command } = await openAgreement()
    await put()
    await answer(jo, 'Northshire Council', { answer: 'do-not-agree', reason: 'too dear' })
    shift = -60_000
    await answer(jon, 'Northshire Council')
    await command(jo, 'disputes', { revision: 1, organisation: 'Northshire Council', reason: 'not decided' })
    shift = 0
    const [action] = await server.app.services.agreement.actionsOf(workshop.id)
    expect(action?.answers).toMatchObject([{ answer: 'agree', disputed: { reason: 'not decided' } }])
    const rows = await server.database.read([
      { sql: 'SELECT dispute_reason FROM answers WHERE workshop_id = ? ORDER BY rowid', params: [workshop.id] },
    ])
    expect(JSON.stringify(rows)).toContain('[[null],["not decided"]]')
  })

  test('can be disputed by a colleague until the record is made', async () => {
    const { amina, jon, jo, put, answer, command } = await openAgreement()
    await put()
    await answer(jon, 'Northshire Council')
    const given = { revision: 1, organisation: 'Northshire Council', reason: 'we have not decided' }
    expect((await command(amina, 'disputes', given)).body.refusal).toBe('not-asked')
    expect((await command(jo, 'disputes', given)).body.action.answers[0]?.disputed).toMatchObject({ name: 'Jo' })
    expect((await answer(amina, 'Department')).body.action.status).toBe('put')
    expect((await answer(jo, 'Northshire Council')).body.action.status).toBe('record')
  })

  test('missing ones are named when the facilitator closes signing, if both sides agree', async () => {
    const { workshop, facilitator, amina, jon, hash, asked, command, answer } = await openAgreement()
    await command(facilitator, 'put', { hash: hash(), asked: [...asked, { name: 'Westshire Council', side: 'local' }] })
    await answer(amina, 'Department')
    expect((await command(facilitator, 'close', { revision: 1 })).body.refusal).toBe('cannot-close-signing')
    await answer(jon, 'Northshire Council')
    expect((await command(facilitator, 'close', { revision: 1 })).body.action).toMatchObject({
      status: 'record',
      closedEarly: true,
    })
    const { body } = await amina.get<string>(`/api/workshops/${workshop.id}/export`)
    expect(body).toContain('Not answered: Westshire Council')
  })

  test('start again when an action is taken back, and it keeps its number', async () => {
    const { facilitator, amina, room, id, put, answer, command, jons } = await openAgreement()
    await put()
    await answer(amina, 'Department')
    expect((await command(facilitator, 'withdraw', { revision: 1 })).body.action.status).toBe('withdrawn')
    actionText(room.document, id, 'title')?.insert(0, 'Just ')
    await jons.until((document) => readAgreement(document).actions[0]?.title === 'Just One report')
    expect((await put()).body.action).toMatchObject({ number: 1, revision: 2, answers: [] })
  })
})

describe('the export', () => {
  test('is everything for those who work, and only what is signed for an observer', async () => {
    const { workshop, amina, oscar } = await openAgreement()
    const all = await amina.get<Report>(`/api/workshops/${workshop.id}/export?format=json`)
    expect(all.body).toMatchObject({ scope: 'everything', actions: [{ title: 'One report', state: 'draft' }] })
    expect(all.headers.get('content-disposition')).toMatch(/homelessness-funding-\d{4}-\d\d-\d\d\.json/)
    const signed = await oscar.get<Report>(`/api/workshops/${workshop.id}/export?format=json`)
    expect(signed.body).toMatchObject({ scope: 'signed', actions: [], canvases: [] })
    expect((await oscar.get<string>(`/api/workshops/${workshop.id}/export`)).body).not.toContain('One report')
    expect((await server.browser().get(`/api/workshops/${workshop.id}/export`)).status).toBe(401)
    expect((await amina.get(`/api/workshops/${workshop.id}/export?format=exe`)).status).toBe(400)
  })

  test('has a schema that is served', async () => {
    const schema = await server.browser().get<{ type: string }>('/api/schemas/report.json')
    expect(schema.body).toMatchObject({ type: 'object' })
    const api = await server.browser().get<{ paths: Record<string, unknown> }>('/api/openapi.json')
    expect(Object.keys(api.body.paths)).toContain('/workshops/{id}/actions/{actionId}/sign-offs')
  })
})

test('[F22] the spelling that was asked is not merged away while an answer is waited for', async () => {
  const { workshop, facilitator, jon, put, answer } = await openAgreement()
  const merge = (spellings: string[], keep: string) =>
    facilitator.post<RefusalBody>(`/api/workshops/${workshop.id}/organisations/merge`, { spellings, keep })
  await put()
  const refused = await merge(['Northshire Council'], 'North Shire')
  expect(refused.body).toEqual({
    refusal: 'spelling-was-asked',
    field: 'keep',
    detail: { keep: 'Northshire Council' },
  })
  expect((await merge(['Department'], 'Department')).body.refusal, 'what was asked may be kept').toBe(
    'nothing-to-merge',
  )
  expect((await answer(jon, 'Northshire Council')).status).toBe(200)
})
