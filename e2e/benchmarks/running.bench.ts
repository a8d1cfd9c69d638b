import * as Y from 'yjs'
import { readStage } from '../../shared/document/stage'
import { type Created, createWorkshop, Device, linkOf, type OpenRoom } from '../actors/device'
import { openBallotOf, readyToVote } from '../fixtures/ballot'
import { openProduct } from '../fixtures/product'
import { machine, print, spread } from './chromium'

/**
 * 400 members in one workshop, each with the stage open: the next step is seen by all within 1 s, 400 votes within 5 s are
 * all counted, and the stage document stays below 200 kB after 200 changes of step and people.
 */
const PEOPLE = 400
const CHANGES = 200

type Someone = { device: Device; id: string; stage: OpenRoom }

const product = await openProduct()
print(`${PEOPLE} members in one workshop. ${machine()}`)
try {
  const facilitator = new Device(product.url)
  const created = await createWorkshop(facilitator)
  const people = await gather(created)
  const host = await facilitator.open(`stage/${created.workshop.id}`)
  await nextStep(facilitator, created, host, people)
  await votes(facilitator, created, host, people)
  await changes(facilitator, created, host, people)
  for (const { device } of people) device.close()
  facilitator.close()
} finally {
  await product.close()
}

async function gather(created: Created): Promise<Someone[]> {
  const people: Someone[] = []
  const start = performance.now()
  while (people.length < PEOPLE) {
    const names = Array.from({ length: 20 }, (_, index) => people.length + index)
    people.push(...(await Promise.all(names.map((number) => joins(created, number)))))
  }
  print(`all in, one after twenty others: ${((performance.now() - start) / 1_000).toFixed(1)} s`)
  return people
}

async function joins(created: Created, number: number): Promise<Someone> {
  const device = new Device(product.url)
  const { token } = linkOf(created, number % 2 === 0 ? 'central' : 'local')
  const person = { token, name: `Person ${number}`, organisation: `Council ${number % 40}` }
  const answer = await device.post<{ member: { id: string } }>('/api/join', person)
  if (answer.status !== 200) throw new Error(`not joined: ${JSON.stringify(answer.body)}`)
  return { device, id: answer.body.member.id, stage: await device.open(`stage/${created.workshop.id}`) }
}

/** Resolves when a stage reads as expected. */
function until({ document }: OpenRoom, expected: (stage: ReturnType<typeof readStage>) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!expected(readStage(document))) return
      document.off('update', look)
      resolve()
    }
    document.on('update', look)
    look()
  })
}

/** Only what a step is: a whole reading of 400 people by each of 400 would measure this process and not the server. */
function untilRevision({ document }: OpenRoom, revision: number): Promise<void> {
  return new Promise((resolve) => {
    const state = document.getMap<{ revision?: number }>('state')
    const look = () => {
      if ((state.get('now')?.revision ?? -1) < revision) return
      state.unobserve(look)
      resolve()
    }
    state.observe(look)
    look()
  })
}

async function nextStep(device: Device, created: Created, host: OpenRoom, people: Someone[]): Promise<void> {
  const times: number[] = []
  for (let round = 0; round < 10; round += 1) {
    const { revision } = readStage(host.document).stage
    const start = performance.now()
    const seen = people.map(({ stage }) => untilRevision(stage, revision + 1))
    const way = round % 2 === 0 ? 'next' : 'back'
    await device.post(`/api/workshops/${created.workshop.id}/steps/${way}`, { revision })
    await Promise.all(seen)
    times.push(performance.now() - start)
  }
  const { median, most } = spread(times)
  print(
    `a step seen by all: median ${median.toFixed(0)} ms, slowest of ${times.length} ${most.toFixed(0)} ms (goal 1,000)`,
  )
}

async function votes(device: Device, created: Created, host: OpenRoom, people: Someone[]): Promise<void> {
  await readyToVote(device, created)
  const path = `/api/workshops/${created.workshop.id}/ballots`
  const canvasId = created.canvases[0]?.id
  const items = await proposalsOf(device, String(canvasId))
  const opened = await device.post(path, {
    question: 'Which?',
    items: items.map((id) => ({ is: 'cluster', id, canvasId })),
    dots: 3,
    most: 2,
    facilitatorsVote: false,
  })
  if (opened.status >= 300) throw new Error(`no ballot: ${JSON.stringify(opened.body)}`)
  const ballot = await openBallotOf(device, created)
  const start = performance.now()
  const given = people.map(({ device: voter }, number) => {
    const dots = { [ballot.items[number % ballot.items.length]?.id ?? '']: 1 + (number % 2) }
    return voter.send('PUT', `${path}/${ballot.id}/vote`, { dots })
  })
  const answers = await Promise.all(given)
  const taken = performance.now() - start
  const refused = answers.filter(({ status }) => status >= 300).length
  await device.post(`${path}/${ballot.id}/close`)
  await until(host, ({ ballots }) => ballots.at(-1)?.is === 'closed')
  const last = readStage(host.document).ballots.at(-1)
  const counted = last?.is === 'closed' ? last.tally.voters.all : 0
  print(
    `${PEOPLE} votes at once: all answered after ${taken.toFixed(0)} ms (goal 5,000), ${refused} refused, ${counted} counted`,
  )
}

async function proposalsOf(device: Device, canvasId: string): Promise<string[]> {
  const room = await device.open(`canvas/${canvasId}`)
  const clusters = room.document.getMap<Y.Map<unknown>>('clusters')
  const ids = [...clusters].flatMap(([id, item]) => (item.get('kind') === 'proposal' ? [id] : []))
  room.close()
  return ids
}

async function changes(device: Device, created: Created, host: OpenRoom, people: Someone[]): Promise<void> {
  const path = `/api/workshops/${created.workshop.id}`
  const size = () => (Y.encodeStateAsUpdate(host.document).length / 1_000).toFixed(0)
  const before = size()
  for (let round = 0; round < CHANGES; round += 1) {
    if (round % 2 === 0) {
      const { revision } = readStage(host.document).stage
      await device.post(`${path}/steps/${round % 4 === 0 ? 'back' : 'next'}`, { revision })
      await untilRevision(host, revision + 1)
    } else {
      const member = people[round % people.length]?.id
      await device.post(`${path}/members/${member}/side`, { side: round % 4 === 1 ? 'other' : 'central' })
    }
  }
  print(`stage document: ${before} kB with ${PEOPLE} members, ${size()} kB after ${CHANGES} changes (goal 200)`)
}
