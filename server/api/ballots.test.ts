import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { addAction, readAgreement } from '../../shared/document/agreement'
import type { Ballot } from '../../shared/domain/ballot'
import { openVoting, type Voting } from '../testing/open-ballot'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer
let clock: number

beforeAll(async () => {
  clock = 1_772_600_000_000
  server = await openServer({ now: () => clock })
})
afterEach(() => server.hangUp())
afterAll(() => server.close())

const opened = async (given: Parameters<Awaited<ReturnType<typeof openVoting>>['open']>[0] = {}) => {
  const room = await openVoting(server)
  const { body } = await room.open(given)
  return { ...room, ballot: body.ballot.id }
}

describe('[B2, B3] opening', () => {
  test('shows everybody the question and the items, with words that the server read itself', async () => {
    const { open, ids, link, workshop } = await openVoting(server)
    const { browser: oscar } = await server.join(link('observer'), { name: 'Oscar' })
    const stage = await oscar.open({ kind: 'stage', workshopId: workshop.id })
    const came = await open({ dots: 3, most: 2 })
    expect(came).toMatchObject({ status: 201, body: { ballot: { is: 'open', dots: 3, most: 2, closesAt: null } } })
    await stage.until(() => stage.stage().ballots.length === 1)
    expect(stage.stage().ballots).toEqual([came.body.ballot])
    expect(came.body.ballot.items.map((item) => [item.id, item.title])).toEqual([
      [ids[0], 'One outcomes report'],
      [ids[1], 'One settlement'],
      [ids[2], 'A shared service'],
    ])
  })

  test('words sent along are not believed', async () => {
    const { open, items } = await openVoting(server)
    const told = items.map((item) => ({ ...item, title: 'Vote for me' }))
    expect((await open({ items: told })).body.ballot.items[0]?.title).toBe('One outcomes report')
  })

  test('the words that a facilitator saw are compared: nothing is opened on others', async () => {
    const { open, items } = await openVoting(server)
    const saw = (seen: string) => open({ items: items.map((item, at) => (at === 0 ? { ...item, seen } : item)) })
    expect(await saw('One report')).toMatchObject({ status: 409, body: { refusal: 'wording-changed' } })
    expect(await saw('One report '.repeat(300)), 'a document may hold a title of any length').toMatchObject({
      status: 409,
      body: { refusal: 'wording-changed' },
    })
    expect((await saw('One outcomes report')).status).toBe(201)
  })

  test('takes drafts of actions, and no record of another workshop nor a canvas of one', async () => {
    const { open, items, workshop, facilitator, canvas } = await openVoting(server)
    const room = await facilitator.open({ kind: 'agreement', workshopId: workshop.id })
    const id = addAction(room.document, { title: 'Withdraw returns', residentChange: '', from: null })
    const reader = await facilitator.open({ kind: 'agreement', workshopId: workshop.id })
    await reader.until((document) => readAgreement(document).actions.length === 1)
    const [first] = items
    const came = await open({ items: [...items, { is: 'action', id }] })
    expect(came.body.ballot.items.at(-1)).toEqual({ is: 'action', id, title: 'Withdraw returns' })

    const theirs = await openVoting(server)
    const stranger = await theirs.open({ items: [...theirs.items, ...(first ? [first] : [])] })
    expect(stranger).toMatchObject({ status: 409, body: { refusal: 'item-gone' } })
    expect(canvas.id).not.toBe(theirs.canvas.id)
  })

  test.each<[string, object, string]>([
    ['no question', { question: '  ' }, 'question'],
    ['no dots', { dots: 0 }, 'dots'],
    ['too many dots', { dots: 21 }, 'dots'],
    ['more on one than there are', { dots: 2, most: 3 }, 'most'],
    ['half a dot', { dots: 1.5 }, 'dots'],
    ['one item', { items: [{ is: 'action', id: 'a' }] }, 'items'],
    ['sixty-one', { items: Array.from({ length: 61 }, (_, at) => ({ is: 'action', id: `a${at}` })) }, 'items'],
    ['twice the same', { items: Array.from({ length: 2 }, () => ({ is: 'action', id: 'a' })) }, 'items'],
  ])('%s is refused, and which field is said', async (_what, given, field) => {
    const { open } = await openVoting(server)
    expect(await open(given)).toMatchObject({ status: 400, body: { refusal: 'not-valid', field } })
  })

  test('what was deleted meanwhile is said to be gone', async () => {
    const { open, ids, remove } = await openVoting(server)
    await remove(ids[1])
    expect(await open()).toMatchObject({ status: 409, body: { refusal: 'item-gone' } })
  })

  test('one at a time, also when two facilitators open at once', async () => {
    const { open, link } = await openVoting(server)
    const { browser: cora } = await server.join(link('co-facilitator'), { name: 'Cora' })
    const came = await Promise.all([open(), open({}, cora)])
    expect(came.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(came.find(({ status }) => status === 409)?.body.refusal).toBe('ballot-open-already')
  })

  test('in a step without voting is refused, or lets people vote in it', async () => {
    const { open, people, vote, ids, workshop, facilitator } = await openVoting(server, { step: 2 })
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(await open()).toMatchObject({ status: 403, body: { refusal: 'step-does-not-allow' } })
    const came = await open({ letVote: true })
    expect(came.status).toBe(201)
    await stage.until(() => stage.stage().stage.steps[2]?.rights.includes('vote') === true)
    const [amina] = await people('central', 1)
    expect(amina && (await vote(came.body.ballot.id, amina, { [ids[0]]: 1 })).status).toBe(200)
  })
})

describe('[B4] a vote', () => {
  test('is taken, replaced, read back by its voter alone, and taken back', async () => {
    const { ballot, people, vote, ownVote, ids } = await opened()
    const [amina, jon] = await people('central', 2)
    if (!amina || !jon) throw new Error('nobody came')
    expect(await vote(ballot, amina, { [ids[0]]: 2, [ids[1]]: 1 })).toMatchObject({
      status: 200,
      body: { dots: { [ids[0]]: 2, [ids[1]]: 1 } },
    })
    await vote(ballot, amina, { [ids[2]]: 1, [ids[0]]: 0 })
    expect((await ownVote(ballot, amina)).body).toEqual({ dots: { [ids[2]]: 1 } })
    expect((await ownVote(ballot, jon)).body).toEqual({ dots: {} })
    expect((await vote(ballot, amina, {})).body).toEqual({ dots: {} })
    expect((await ownVote(ballot, amina)).body).toEqual({ dots: {} })
  })

  test('is refused over the limits, for what is not on the ballot, and in parts', async () => {
    const { ballot, people, vote, ids, ownVote } = await opened()
    const [amina] = await people('central', 1)
    if (!amina) throw new Error('nobody came')
    const refused = async (dots: unknown) => (await vote(ballot, amina, dots)).body.refusal
    expect(await refused({ [ids[0]]: 3 })).toBe('too-many-dots')
    expect(await refused({ [ids[0]]: 2, [ids[1]]: 2 })).toBe('too-many-dots')
    expect(await refused({ nothing: 1 })).toBe('not-on-ballot')
    expect(await refused({ [ids[0]]: 0.5 })).toBe('not-valid')
    expect(await refused({ [ids[0]]: -1, [ids[1]]: 1 })).toBe('not-valid')
    expect(await refused({ [ids[0]]: '1' })).toBe('not-valid')
    expect(await refused([1])).toBe('not-valid')
    expect(await refused(undefined)).toBe('not-valid')
    expect((await vote('none', amina, { [ids[0]]: 1 })).status).toBe(404)
    expect((await ownVote(ballot, amina)).body).toEqual({ dots: {} })
  })

  test('comes only from who may: no observer, nobody who was removed, facilitators where the ballot says so', async () => {
    const { ballot, people, vote, ids, link, facilitator, workshop, command, open } = await opened()
    const [amina] = await people('central', 1)
    const oscar = await server.join(link('observer'), { name: 'Oscar' })
    if (!amina) throw new Error('nobody came')
    const dots = { [ids[0]]: 1 }
    expect((await vote(ballot, oscar, dots)).body.refusal).toBe('role-may-not')
    expect((await vote(ballot, { browser: facilitator }, dots)).body.refusal).toBe('role-may-not')
    await vote(ballot, amina, dots)
    await facilitator.post(`/api/workshops/${workshop.id}/members/${amina.member.id}/remove`)
    expect((await vote(ballot, amina, dots)).body.refusal).toBe('removed')
    const closed = await command(ballot, 'close')
    expect(closed.body.ballot, 'nobody is left who may vote').toMatchObject({
      is: 'closed',
      turnout: { done: 0, of: 0 },
      tally: { voters: { all: 0 } },
    })

    const second = (await open({ facilitatorsVote: true })).body.ballot
    expect(second).toMatchObject({ turnout: { done: 0, of: 1 } })
    expect((await vote(second.id, { browser: facilitator }, dots)).status).toBe(200)
    expect((await vote(second.id, oscar, dots)).body.refusal).toBe('role-may-not')
  })

  test('[B5] is refused while the step does not allow it or everything is locked, and after the end', async () => {
    const { ballot, people, vote, ids, facilitator, workshop, ownVote } = await opened()
    const [amina] = await people('local', 1)
    if (!amina) throw new Error('nobody came')
    const dots = { [ids[0]]: 1 }
    const at = `/api/workshops/${workshop.id}`
    await facilitator.post(`${at}/steps/next`, { revision: 4 })
    expect((await vote(ballot, amina, dots)).body.refusal).toBe('step-does-not-allow')
    await facilitator.post(`${at}/steps/back`, { revision: 5 })
    await facilitator.post(`${at}/lock`, { locked: true })
    expect((await vote(ballot, amina, dots)).body.refusal).toBe('canvas-locked')
    await facilitator.post(`${at}/lock`, { locked: false })
    expect((await vote(ballot, amina, dots)).status).toBe(200)
    const stage = await amina.browser.open({ kind: 'stage', workshopId: workshop.id })
    await facilitator.post(`${at}/end`)
    expect((await vote(ballot, amina, {})).body.refusal).toBe('workshop-ended')
    await stage.until(() => stage.stage().ballots[0]?.is === 'closed')
    expect(stage.stage().ballots[0]).toMatchObject({ tally: { voters: { all: 1 } } })
    expect((await ownVote(ballot, amina)).body).toEqual({ dots })
  })

  test('from two tabs at once is one vote, and the last one counts', async () => {
    const { ballot, people, vote, ids, ownVote, workshop } = await opened()
    const [amina] = await people('central', 1)
    if (!amina) throw new Error('nobody came')
    const tab = server.browser()
    tab.setCookies(amina.browser.cookieHeader)
    const came = await Promise.all([
      vote(ballot, amina, { [ids[0]]: 2 }),
      vote(ballot, { browser: tab }, { [ids[1]]: 2 }),
    ])
    expect(came.map(({ status }) => status)).toEqual([200, 200])
    const stage = await tab.open({ kind: 'stage', workshopId: workshop.id })
    await stage.until(() => stage.stage().ballots[0]?.turnout.done === 1)
    expect(Object.keys((await ownVote(ballot, amina)).body.dots)).toHaveLength(1)
    await vote(ballot, { browser: tab }, { [ids[2]]: 1 })
    expect((await ownVote(ballot, amina)).body.dots).toEqual({ [ids[2]]: 1 })
  })

  test('counts on the side on which it was given', async () => {
    const { ballot, people, vote, ids, facilitator, workshop, command } = await opened()
    const everybody = [...(await people('central', 3)), ...(await people('local', 3))]
    for (const who of everybody) await vote(ballot, who, { [ids[0]]: 1 })
    const [moved] = everybody
    await facilitator.post(`/api/workshops/${workshop.id}/members/${moved?.member.id}/side`, { side: 'local' })
    expect((await command(ballot, 'close')).body.ballot).toMatchObject({
      is: 'closed',
      early: false,
      turnout: { done: 6, of: 6, sides: { central: { done: 3, of: 3 }, local: { done: 3, of: 3 } } },
      tally: { voters: { all: 6, sides: { central: 3, local: 3, other: 0 } } },
    })
  })
})

describe('[B6, B7] closing', () => {
  const vs = async (count: number) => {
    const room = await opened()
    const voters = [...(await room.people('central', 3)), ...(await room.people('local', 3))]
    for (const who of voters.slice(0, count)) await room.vote(room.ballot, who, { [room.ids[0]]: 1 })
    return { ...room, voters }
  }

  test('at once when everybody has voted', async () => {
    const { ballot, command, ids } = await vs(6)
    const came = await command(ballot, 'close')
    expect(came.body.ballot).toMatchObject({ is: 'closed', early: false, closedAt: clock, turnout: { done: 6, of: 6 } })
    const counted = came.body.ballot as Extract<Ballot, { is: 'closed' }>
    expect(counted.tally.items[0]).toEqual({
      id: ids[0],
      all: { supporters: 6, dots: 6 },
      sides: {
        central: { supporters: 3, dots: 3 },
        local: { supporters: 3, dots: 3 },
        other: { supporters: 0, dots: 0 },
      },
    })
    expect((await command(ballot, 'close')).body, 'twice is once').toEqual(came.body)
    expect((await command(ballot, 'call-off')).body.refusal).toBe('ballot-closed')
  })

  test('early is announced for ten seconds, in which votes are taken and it can be called off', async () => {
    const { ballot, command, vote, voters, ids } = await vs(5)
    const announced = await command(ballot, 'close')
    expect(announced.body.ballot).toMatchObject({ is: 'open', closesAt: clock + 10_000, turnout: { done: 5, of: 6 } })
    clock += 4_000
    expect((await command(ballot, 'close')).body, 'pressing again does not put it off').toEqual(announced.body)
    expect((await vote(ballot, voters[0] as Voting, { [ids[1]]: 1 })).status).toBe(200)
    expect((await command(ballot, 'call-off')).body.ballot).toMatchObject({ is: 'open', closesAt: null })
    clock += 60_000
    expect((await vote(ballot, voters[1] as Voting, { [ids[1]]: 1 })).status, 'it is open as before').toBe(200)
  })

  test('nothing is taken from the announced instant on, even before it is counted', async () => {
    const { ballot, command, vote, voters, ids } = await vs(5)
    await command(ballot, 'close')
    clock += 10_000
    expect((await vote(ballot, voters[5] as Voting, { [ids[1]]: 1 })).body.refusal).toBe('ballot-closed')
    expect((await command(ballot, 'call-off')).body.refusal).toBe('ballot-closed')
  })

  test('opening again makes a new ballot, and the first one stays as it was', async () => {
    const { ballot, command, workshop, facilitator, remove, ids, ownVote, voters } = await vs(6)
    expect((await command(ballot, 'again')).body.refusal).toBe('ballot-open-already')
    const first = (await command(ballot, 'close')).body.ballot
    await remove(ids[1])
    const again = await command(ballot, 'again')
    expect(again.status).toBe(201)
    expect(again.body.ballot).toMatchObject({ is: 'open', question: first.question, turnout: { done: 0, of: 6 } })
    expect(again.body.ballot.items, 'what is gone keeps its words').toEqual(first.items)
    expect((await ownVote(again.body.ballot.id, voters[0] as Voting)).body).toEqual({ dots: {} })
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    expect(stage.stage().ballots).toEqual(expect.arrayContaining([first, again.body.ballot]))
  })

  test('[B7] what is answered with yes is in the count, also when votes change as it closes', async () => {
    const { ballot, command, vote, voters, ids, ownVote } = await vs(6)
    const change = async (who: Voting) => {
      for (let times = 0; times < 5; times += 1) await vote(ballot, who, { [ids[times % 3] as string]: 1 })
    }
    const [closed] = await Promise.all([command(ballot, 'close'), ...voters.map(change)])
    const own = await Promise.all(voters.map(async (who) => (await ownVote(ballot, who)).body.dots))
    const counted = closed.body.ballot as Extract<Ballot, { is: 'closed' }>
    expect(counted.tally.items.map(({ all }) => all?.supporters)).toEqual(
      ids.map((id) => own.filter((dots) => dots[id]).length),
    )
  })

  test('[B8] after a restart an open ballot goes on, with every vote in it', async () => {
    const { ballot, voters, ownVote, ids, workshop, vote, command } = await vs(5)
    await server.restart()
    const stage = await (voters[0] as Voting).browser.open({ kind: 'stage', workshopId: workshop.id })
    await stage.until(() => stage.stage().ballots[0]?.turnout.done === 5)
    expect((await ownVote(ballot, voters[0] as Voting)).body).toEqual({ dots: { [ids[0]]: 1 } })
    expect((await vote(ballot, voters[5] as Voting, { [ids[0]]: 1 })).status).toBe(200)
    expect((await command(ballot, 'close')).body.ballot).toMatchObject({ is: 'closed', turnout: { done: 6 } })
  })

  test('[B8] a restart in the ten seconds: it closes when it was to close, or at once if that has passed', async () => {
    const { ballot, command, workshop, voters, vote, ids } = await vs(5)
    await command(ballot, 'close')
    clock += 3_000
    await server.restart()
    expect((await vote(ballot, voters[5] as Voting, { [ids[2]]: 1 })).status, 'there is time left').toBe(200)
    await server.stop()
    clock += 60_000
    await server.start()
    const stage = await (voters[0] as Voting).browser.open({ kind: 'stage', workshopId: workshop.id })
    await stage.until(() => stage.stage().ballots[0]?.is === 'closed')
    expect(stage.stage().ballots[0]).toMatchObject({ turnout: { done: 6, of: 6 }, tally: { voters: { all: 6 } } })
  })

  test('who joins while it is open may vote, and is waited for', async () => {
    const { ballot, workshop, facilitator, people, vote, ids } = await vs(6)
    const stage = await facilitator.open({ kind: 'stage', workshopId: workshop.id })
    const [late] = await people('local', 1)
    await stage.until(() => stage.stage().ballots[0]?.turnout.of === 7)
    expect((await vote(ballot, late as Voting, { [ids[0]]: 1 })).status).toBe(200)
  })
})

describe('[B6] the server closes it', () => {
  test('when the notice is over, by itself', async () => {
    const quick = await openServer({ noticeMs: 50 })
    const { open, people, vote, ids, command, workshop } = await openVoting(quick)
    const { ballot } = (await open()).body
    const [amina, jon] = await people('central', 2)
    await vote(ballot.id, amina as Voting, { [ids[0]]: 1 })
    const stage = await (jon as Voting).browser.open({ kind: 'stage', workshopId: workshop.id })
    await command(ballot.id, 'close')
    await stage.until(() => stage.stage().ballots[0]?.is === 'closed')
    expect(stage.stage().ballots[0]).toMatchObject({
      early: true,
      turnout: { done: 1, of: 2 },
      tally: { voters: { all: 1 } },
    })
    expect((await vote(ballot.id, jon as Voting, { [ids[0]]: 1 })).body.refusal).toBe('ballot-closed')
    await quick.close()
  })
})
