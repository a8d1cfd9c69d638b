import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ShareLink } from '../../shared/protocol/http'
import { newCode } from '../access/join-code'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer
/** What the server draws next; when there is nothing here, a code that nobody has. */
let next: string[] = []

beforeAll(async () => {
  server = await openServer({ drawCode: (pairs) => next.shift() ?? newCode(pairs) })
})
beforeEach(() => {
  next = []
})
afterAll(() => server.close())

const codesOf = async (made: Awaited<ReturnType<TestServer['create']>>) => {
  const { body } = await made.facilitator.get<{ links: ShareLink[] }>(`/api/workshops/${made.workshop.id}/links`)
  return body.links.map(({ code }) => code)
}

test('[A27] a second workshop whose codes are another’s already is made with others, and each code leads to its own', async () => {
  const first = await server.create({ title: 'Homelessness funding' })
  const taken = await codesOf(first)
  next = [...taken, ...taken]
  const second = await server.create({ title: 'Bus services' })
  const all = [...taken, ...(await codesOf(second))]
  expect(new Set(all).size).toBe(all.length)
  expect(await titleBehind(first.link('everyone').code)).toBe('Homelessness funding')
  expect(await titleBehind(second.link('everyone').code)).toBe('Bus services')
})

test('[A27] so is a link that is replaced, and one for another device', async () => {
  const other = await server.create({ title: 'Bus services' })
  const made = await server.create({ title: 'Homelessness funding' })
  const taken = other.link('everyone').code
  const links = `/api/workshops/${made.workshop.id}/links`

  next = [taken, taken]
  const replaced = await made.facilitator.post<{ link: ShareLink }>(`${links}/${made.link('everyone').id}/replace`)
  expect(replaced.status).toBe(200)
  expect(await titleBehind(replaced.body.link.code)).toBe('Homelessness funding')

  next = [taken]
  const device = await made.facilitator.post<{ link: ShareLink }>(`/api/workshops/${made.workshop.id}/device-link`)
  expect(device.status).toBe(201)
  expect(device.body.link.code).not.toBe(taken)
  expect(await titleBehind(taken)).toBe('Bus services')
})

async function titleBehind(code: string): Promise<string | undefined> {
  const came = await server.browser().post<{ workshop?: { title: string } }>('/api/join/look', { code })
  return came.body.workshop?.title
}
