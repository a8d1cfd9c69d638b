import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '../../shared/domain/member'
import { COMMANDS, type Command, may } from '../access/permissions'
import type { Browser } from '../testing/browser'
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

type Address = { method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'; path: string; body?: object }

/** Where each command is given. What follows the workshop's id names things that are not there: the guard comes first. */
const ADDRESSES: Record<Command, Address> = {
  'read-workshop': { method: 'GET', path: '' },
  'mark-brief-read': { method: 'POST', path: '/brief-read' },
  'make-device-link': { method: 'POST', path: '/device-link' },
  'see-seats': { method: 'GET', path: '/seats' },
  'add-seat': { method: 'POST', path: '/seats', body: { name: '' } },
  'pass-seat': { method: 'POST', path: '/seats/nobody/pass' },
  'leave-seat': { method: 'POST', path: '/seats/nobody/leave' },
  'edit-brief': { method: 'PATCH', path: '', body: { title: 'Homelessness funding' } },
  'set-door': { method: 'POST', path: '/door', body: { door: 'open' } },
  'set-lock': { method: 'POST', path: '/lock', body: { locked: false } },
  'end-workshop': { method: 'POST', path: '/end' },
  'move-step': { method: 'POST', path: '/steps/back', body: { revision: 0 } },
  'run-timer': { method: 'POST', path: '/timer/pause', body: { revision: 999 } },
  'edit-agenda': { method: 'PUT', path: '/planned-end', body: { revision: 999, at: null } },
  signal: { method: 'POST', path: '/steps/signal', body: { stepId: 'none', signal: 'ready' } },
  'reveal-notes': { method: 'POST', path: '/reveal', body: { revision: 999 } },
  'add-own-drafts': { method: 'POST', path: '/drafts/add' },
  'set-side': { method: 'POST', path: '/members/nobody/side', body: { side: 'local' } },
  'rename-member': { method: 'PATCH', path: '/members/nobody', body: { name: 'Amina' } },
  'rename-self': { method: 'PATCH', path: '/me', body: { name: 'Amina' } },
  'merge-organisations': { method: 'POST', path: '/organisations/merge', body: { spellings: ['A'], keep: 'B' } },
  'set-role': { method: 'POST', path: '/members/nobody/role', body: { role: 'facilitator' } },
  'remove-member': { method: 'POST', path: '/members/nobody/remove' },
  'let-back': { method: 'POST', path: '/members/nobody/let-back' },
  'see-links': { method: 'GET', path: '/links' },
  'replace-link': { method: 'POST', path: '/links/none/replace' },
  'see-waiting': { method: 'GET', path: '/waiting' },
  'let-in': { method: 'POST', path: '/waiting/none/let-in' },
  'open-ballot': { method: 'POST', path: '/ballots/none/again', body: {} },
  'close-ballot': { method: 'POST', path: '/ballots/none/close' },
  vote: { method: 'PUT', path: '/ballots/none/vote', body: { dots: {} } },
  'read-own-vote': { method: 'GET', path: '/ballots/none/vote' },
  'bring-everyone': { method: 'POST', path: '/spotlight', body: { page: 'agreement' } },
  announce: { method: 'POST', path: '/announcement', body: { text: '' } },
  'put-action': {
    method: 'POST',
    path: '/actions/none/put',
    body: { hash: 'x'.repeat(64), asked: [{ name: 'A', side: 'local' }] },
  },
  'withdraw-action': { method: 'POST', path: '/actions/none/withdraw', body: { revision: 1 } },
  'close-signing': { method: 'POST', path: '/actions/none/close', body: { revision: 1 } },
  'sign-off': {
    method: 'POST',
    path: '/actions/none/sign-offs',
    body: { revision: 1, organisation: 'A', name: 'B', jobTitle: 'C', answer: 'agree' },
  },
  dispute: { method: 'POST', path: '/actions/none/disputes', body: { revision: 1, organisation: 'A', reason: 'B' } },
  'export-all': { method: 'GET', path: '/export?format=markdown' },
  'export-signed': { method: 'GET', path: '/export?format=json' },
}

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
