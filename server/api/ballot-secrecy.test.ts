import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { readStage } from '../../shared/document/stage'
import { roomName } from '../../shared/domain/room'
import type { Log } from '../ops/log'
import { openVoting, type Voting } from '../testing/open-ballot'
import { openServer, type TestServer } from '../testing/open-server'

let server: TestServer
const logged: unknown[] = []
const log: Log = {
  request: (line) => void logged.push(line),
  fault: (error) => void logged.push(String(error), (error as Error).stack),
  say: (words) => void logged.push(words),
}

beforeAll(async () => {
  server = await openServer({ log })
})
afterAll(() => server.close())

/** Every byte that the server sends to somebody's page in these rooms. */
async function overhear(who: Voting, rooms: readonly string[]) {
  const heard: Buffer[] = []
  const sockets = rooms.map((room) => {
    const address = `${server.url.replace(/^http/, 'ws')}/sync/${room}?saved=1`
    const socket = new WebSocket(address, { headers: { cookie: who.browser.cookieHeader, origin: server.url } })
    socket.on('message', (bytes: Buffer) => heard.push(bytes))
    return socket
  })
  await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('open', resolve))))
  return {
    clear: () => heard.splice(0),
    text: () => Buffer.concat(heard).toString('latin1'),
    close: () => {
      for (const socket of sockets) socket.close()
    },
  }
}

describe('[B1] while people vote', () => {
  test('nothing of anybody’s vote is in what another one’s device gets, nor in the log', async () => {
    const { open, people, vote, ids, workshop, canvas, at, command } = await openVoting(server)
    const voters = [...(await people('central', 5)), ...(await people('local', 6))]
    const [nosy] = await people('local', 1)
    if (!nosy) throw new Error('nobody came')
    const { ballot } = (await open()).body
    const stage = await nosy.browser.open({ kind: 'stage', workshopId: workshop.id })
    await stage.until(() => stage.stage().ballots.length === 1)
    const reading = () => JSON.stringify(readStage(stage.document), (key, value) => (key === 'turnout' ? 0 : value))
    const before = reading()
    const address = { kind: 'stage', workshopId: workshop.id } as const
    const rooms = [roomName(address), roomName({ kind: 'canvas', canvasId: canvas.id })]
    const wire = await overhear(nosy, [...rooms, roomName({ kind: 'agreement', workshopId: workshop.id })])
    await stage.until(() => stage.stage().ballots[0]?.turnout.of === 12)
    wire.clear()
    logged.length = 0

    const updates: Uint8Array[] = []
    stage.document.on('update', (update: Uint8Array) => updates.push(update))
    for (const [number, who] of voters.entries()) await vote(ballot.id, who, { [ids[number % 2 ? 1 : 0]]: 2 })
    await vote(ballot.id, voters[0] as Voting, { [ids[2]]: 1 })
    await stage.until(() => stage.stage().ballots[0]?.turnout.done === 11)

    expect(reading(), 'the stage says what it said, but for how many have voted').toBe(before)
    const sent = [wire.text(), ...updates.map((update) => Buffer.from(update).toString('latin1'))].join('')
    for (const word of [...ids, 'dots', 'supporters', ...voters.map(({ member }) => member.id)])
      expect(sent, `“${word}” is in no message`).not.toContain(word)

    const answers = await Promise.all(
      ['', '/export?format=json', '/export?format=markdown', `/ballots/${ballot.id}/vote`].map((path) =>
        nosy.browser.get(`/api/workshops/${workshop.id}${path}`),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(answers.at(-1)?.body).toEqual({ dots: {} })
    expect(JSON.stringify(answers.slice(0, 3).map(({ body }) => body))).not.toMatch(/supporters|"dots"/)
    const others = (await nosy.browser.get(`${at}/${ballot.id}/vote?memberId=${voters[0]?.member.id}`)).body
    expect(others).toEqual({ dots: {} })
    const metrics = (await nosy.browser.get('/metrics')).body
    const written = JSON.stringify([logged, metrics])
    for (const word of [...ids, ballot.id, ...voters.map(({ member }) => member.id)])
      expect(written).not.toContain(word)

    await vote(ballot.id, nosy, { [ids[0]]: 1 })
    const counted = (await command(ballot.id, 'close')).body.ballot
    expect(counted, 'and after it only the count').toMatchObject({ is: 'closed', turnout: { done: 12, of: 12 } })
    await stage.until(() => stage.stage().ballots[0]?.is === 'closed')
    expect(JSON.stringify(stage.stage().ballots)).not.toContain(voters[0]?.member.id)
    wire.close()
    server.hangUp()
  })

  test('[B5, B9] four hundred votes at once are all counted, and the stage is told a few times', async () => {
    const { open, people, vote, ids, workshop, command } = await openVoting(server)
    const voters = await people('local', 40)
    const { ballot } = (await open({ dots: 20, most: 20 })).body
    const stage = await voters[0]?.browser.open({ kind: 'stage', workshopId: workshop.id })
    let told = 0
    stage?.document.on('update', () => {
      told += 1
    })
    const began = performance.now()
    const came = await Promise.all(
      Array.from({ length: 10 }, (_, round) =>
        voters.map((who) => vote(ballot.id, who, { [ids[round % 3] as string]: round + 1 })),
      ).flat(),
    )
    const took = performance.now() - began
    expect(new Set(came.map(({ status }) => status))).toEqual(new Set([200]))
    const counted = (await command(ballot.id, 'close')).body.ballot
    expect(counted).toMatchObject({ is: 'closed', early: false, tally: { voters: { all: 40 } } })
    expect(told).toBeLessThan(took / 1_000 + 4)
    server.hangUp()
  })
})
