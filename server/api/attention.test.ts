import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addCluster, deleteCluster } from '../../shared/document/edits'
import { readCanvas } from '../../shared/document/projection'
import type { ClusterId } from '../../shared/domain/ids'
import type { Browser } from '../testing/browser'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

let server: TestServer

beforeAll(async () => {
  server = await openServer()
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

type Answer = { spotlight: { title: string; at: number } | null; refusal?: string; field?: string }
const point = (by: Browser, { workshop }: Pick<CreatedWorkshop, 'workshop'>, to: object) =>
  by.post<Answer>(`/api/workshops/${workshop.id}/spotlight`, to)

/** A barrier on the canvas, as the facilitator's page makes one. */
async function withBarrier(made: CreatedWorkshop) {
  const room = await made.facilitator.open({ kind: 'canvas', canvasId: made.canvas.id })
  const [section] = readCanvas(room.document).sections
  if (!section) throw new Error('the canvas has no sections')
  const spot = { in: section.id, after: null, before: null }
  const { id } = addCluster(room.document, { title: ' Four returns ', kind: 'barrier', spot, notes: [], now: 1 })
  const other = await server.join(made.link('central'))
  const seen = await other.browser.open({ kind: 'canvas', canvasId: made.canvas.id })
  await seen.until((document) => JSON.stringify(readCanvas(document)).includes(id))
  return { id, section, room, seen }
}

describe('[F23] where everybody is asked to look', () => {
  test('a cluster, a section or a page, with the words that the server reads there', async () => {
    const made = await server.create()
    const { id, section } = await withBarrier(made)
    const { browser } = await server.join(made.link('local'), { name: 'Jon' })
    const stage = await browser.open({ kind: 'stage', workshopId: made.workshop.id })
    const canvas = { page: 'canvas', canvasId: made.canvas.id }
    const came = await point(made.facilitator, made, { ...canvas, item: { is: 'cluster', id }, title: 'Forged' })
    expect(came).toMatchObject({ status: 200, body: { spotlight: { title: 'Four returns', by: made.member.id } } })
    await stage.until(() => stage.stage().spotlight?.item?.id === id)
    expect(
      (await point(made.facilitator, made, { ...canvas, item: { is: 'section', id: section.id } })).body,
    ).toMatchObject({ spotlight: { title: section.title } })
    expect((await point(made.facilitator, made, canvas)).body).toMatchObject({
      spotlight: { title: made.canvas.title },
    })
    expect((await point(made.facilitator, made, { page: 'agreement' })).body).toMatchObject({
      spotlight: { title: '' },
    })
    await made.facilitator.send('DELETE', `/api/workshops/${made.workshop.id}/spotlight`)
    await stage.until(() => stage.stage().spotlight === null)
    const again = await made.facilitator.send('DELETE', `/api/workshops/${made.workshop.id}/spotlight`)
    expect(again.status, 'twice is once').toBe(200)
  })

  test('not what is not there: made up, deleted, of another kind, of another workshop', async () => {
    const made = await server.create()
    const other = await server.create()
    const { id, section, room, seen } = await withBarrier(made)
    const pointed = (canvasId: string | null, item: object | null) =>
      point(made.facilitator, made, { page: 'canvas', canvasId, item })
    for (const [canvasId, item] of [
      [made.canvas.id, { is: 'cluster', id: 'forged' }],
      [made.canvas.id, { is: 'section', id }],
      [made.canvas.id, { is: 'cluster', id: section.id }],
      [other.canvas.id, null],
      [null, null],
      ['forged', null],
    ] as const) {
      expect((await pointed(canvasId, item)).body, JSON.stringify(item)).toEqual({ refusal: 'not-found' })
    }
    const to = { in: section.id, after: null, before: null }
    deleteCluster(room.document, { id: id as ClusterId, notes: [], to, now: 2 })
    await seen.until((document) => readCanvas(document).bin.length === 1)
    expect((await pointed(made.canvas.id, { is: 'cluster', id })).body).toEqual({ refusal: 'not-found' })
    expect((await point(made.facilitator, made, { page: 'agreement', canvasId: made.canvas.id })).body).toMatchObject({
      refusal: 'not-valid',
    })
    expect((await point(made.facilitator, made, { page: 'everywhere' })).body).toMatchObject({ field: 'page' })
    expect((await pointed(made.canvas.id, { is: 'note', id: 'x' })).body).toMatchObject({ refusal: 'not-valid' })
    const stage = await made.facilitator.open({ kind: 'stage', workshopId: made.workshop.id })
    expect(stage.stage().spotlight).toBeNull()
  })

  test('not after the end', async () => {
    const made = await server.create()
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/end`)
    expect((await point(made.facilitator, made, { page: 'record' })).body).toEqual({ refusal: 'workshop-ended' })
  })
})

describe('[F25] the sentence on every screen', () => {
  const announce = (by: Browser, { workshop }: Pick<CreatedWorkshop, 'workshop'>, text: unknown) =>
    by.post<{ refusal?: string; field?: string }>(`/api/workshops/${workshop.id}/announcement`, { text })

  test('stands until it is taken down, also over a restart and for who comes late', async () => {
    const made = await server.create()
    expect((await announce(made.facilitator, made, ' Coffee until eleven ')).status).toBe(200)
    await server.restart()
    const { browser } = await server.join(made.link('local'), { name: 'Jon' })
    const stage = await browser.open({ kind: 'stage', workshopId: made.workshop.id })
    expect(stage.stage().announcement).toMatchObject({ text: 'Coffee until eleven', by: made.member.id })
    await announce(made.facilitator, made, '  ')
    await stage.until(() => stage.stage().announcement === null)
  })

  test('is at most 300 characters, and can be taken down after the end', async () => {
    const made = await server.create()
    expect((await announce(made.facilitator, made, 'x'.repeat(301))).body).toMatchObject({
      refusal: 'not-valid',
      field: 'text',
    })
    expect((await announce(made.facilitator, made, undefined)).body).toMatchObject({ field: 'text' })
    expect((await announce(made.facilitator, made, 'x'.repeat(300))).status).toBe(200)
    await made.facilitator.post(`/api/workshops/${made.workshop.id}/end`)
    expect((await announce(made.facilitator, made, '')).status).toBe(200)
  })
})
