import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../shared/domain/member'
import { COMMANDS, type Command, may } from '../access/permissions'
import type { Browser } from '../testing/browser'
import { ADDRESSES, type Address } from '../testing/command-addresses'
import { type CreatedWorkshop, openServer, type TestServer } from '../testing/open-server'

let server: TestServer
let made: CreatedWorkshop
let people: Record<Role, Browser>

beforeAll(async () => {
  server = await openServer()
  made = await server.create()
  const amina = await server.join(made.link('central'))
  const oscar = await server.join(made.link('observer'), { name: 'Oscar' })
  people = { facilitator: made.facilitator, participant: amina.browser, observer: oscar.browser }
})
afterAll(() => server.close())

const send = (browser: Browser, { method, path, body }: Address, id: string = made.workshop.id) =>
  browser.send<{ refusal?: string }>(method, `/api/workshops/${id}${path}`, body)

/** Ends the workshop for all, and is walked last; the export picks by itself what a role may see. */
const WALKED = (Object.keys(COMMANDS) as Command[]).filter(
  (command) => command !== 'end-workshop' && !command.startsWith('export'),
)

describe('[A13] who may', () => {
  describe.each(ROLES)('%s', (role) => {
    test.each(WALKED)('%s', async (command) => {
      const came = await send(people[role], ADDRESSES[command])
      if (may(role, command, null).ok) expect(came.body.refusal).not.toBe('role-may-not')
      else expect(came).toMatchObject({ status: 403, body: { refusal: 'role-may-not' } })
    })
  })

  test.each(Object.entries(ADDRESSES))(
    '%s: a workshop of others is not found, and a stranger has to join',
    async (_command, address) => {
      const other = await server.create()
      expect((await send(other.facilitator, address)).status).toBe(404)
      expect((await send(other.facilitator, address, 'abcdefgh')).status, 'nor one that is not there').toBe(404)
      expect(await send(server.browser(), address)).toMatchObject({ status: 401, body: { refusal: 'session-missing' } })
    },
  )

  test('only a facilitator ends it, and afterwards only what changes nothing is left', async () => {
    expect((await send(people.participant, ADDRESSES['end-workshop'])).status).toBe(403)
    expect((await send(people.observer, ADDRESSES['end-workshop'])).status).toBe(403)
    expect((await send(people.facilitator, ADDRESSES['end-workshop'])).status).toBe(200)
    for (const command of WALKED) {
      const came = await send(people.facilitator, ADDRESSES[command])
      const closed = may('facilitator', command, 1).ok === false && may('facilitator', command, null).ok
      expect([command, came.body.refusal === 'workshop-ended']).toEqual([command, closed])
    }
  })
})

test('[A13] the table itself: what observers and participants may, in full', () => {
  const allowed = (role: Role) => (Object.keys(COMMANDS) as Command[]).filter((command) => may(role, command, null).ok)
  const seats = ['see-seats', 'pass-seat', 'leave-seat']
  const forAll = ['read-workshop', 'mark-brief-read', 'make-device-link', 'rename-self', 'export-signed', ...seats]
  expect(allowed('observer').sort()).toEqual([...forAll].sort())
  const working = ['add-seat', 'signal', 'add-own-drafts', 'vote', 'read-own-vote', 'sign-off', 'dispute', 'export-all']
  expect(allowed('participant').sort()).toEqual([...forAll, ...working].sort())
  expect(allowed('facilitator')).toEqual(Object.keys(COMMANDS))
})
