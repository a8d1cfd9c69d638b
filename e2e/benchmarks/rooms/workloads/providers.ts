import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { atMost, type Report } from '../report'
import { OPEN } from '../targets/all'
import type { Target } from '../targets/target'
import type { Workload } from './workload'

/** The client's own file, run as it is: nothing of it is imported here. */
const CLIENTS = join(import.meta.dirname, '../../../../client/connection/testing/many-clients.ts')
const PROCESSES = 3
const SIZES = [10, 25, 50]
const WORK = { is: 'work', hz: 10, typesEvery: 1_000 }
const KINDS = { ours: 'our client', unmodified: 'the y-websocket provider as it comes' } as const

type Kind = keyof typeof KINDS

/** Real clients in three processes that point and type: what goes up from each must not grow with how many there are. */
export const providers: Workload = {
  name: 'providers',
  async run({ seconds }): Promise<Report> {
    const rows: Report['rows'] = []
    const upstream = new Map<string, number>()
    for (const kind of Object.keys(KINDS) as Kind[]) {
      const figures: Record<string, string> = {}
      for (const size of SIZES) {
        const frames = await measure(kind, size, seconds)
        upstream.set(`${kind} ${size}`, frames)
        figures[`${size} clients`] = frames.toFixed(1)
      }
      rows.push({ who: KINDS[kind], figures })
    }
    const growth = (upstream.get('ours 50') ?? Number.NaN) / (upstream.get('ours 10') ?? Number.NaN)
    return {
      name: 'providers',
      title: 'Frames a second that go up from each real client, who points at 10 Hz and types a letter a second',
      rows,
      verdicts: [
        atMost('with 50 clients no more from each than with 10 (a tenth for chance)', growth, {
          must: 1.1,
          show: `${growth.toFixed(2)} ×`,
        }),
      ],
    }
  },
}

async function measure(kind: Kind, size: number, seconds: number): Promise<number> {
  const target = await OPEN.ours({ rooms: 1, clientsARoom: size, notes: 150 })
  const children = Array.from({ length: PROCESSES }, () =>
    fork(CLIENTS, { execArgv: ['--import', 'tsx'], serialization: 'advanced' }),
  )
  try {
    const places = placesOf(target)
    await Promise.all(
      children.map((child, nth) =>
        ask(child, { is: 'open', kind, places: places.filter((_, index) => index % PROCESSES === nth) }),
      ),
    )
    const sent = await Promise.all(children.map((child) => ask(child, { ...WORK, ms: seconds * 1_000 })))
    return sent.reduce<number>((sum, frames) => sum + Number(frames), 0) / size / seconds
  } finally {
    for (const child of children) if (child.connected) child.disconnect()
    await target.server.close()
  }
}

function placesOf({ server, rooms }: Target): { address: string; room: string; cookie: string }[] {
  return (rooms[0]?.seats ?? []).map(({ room, cookie = '' }) => ({
    address: `ws://localhost:${server.port}/sync`,
    room,
    cookie,
  }))
}

function ask(child: ChildProcess, question: object): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the clients’ process ended')))
    child.once('message', resolve)
    child.send(question)
  })
}
