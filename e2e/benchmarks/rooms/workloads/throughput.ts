import { Crowds, peopleOf } from '../load/crowds'
import type { Histogram } from '../load/histogram'
import { median, ms, percent, type Row } from '../report'
import { LABEL, OPEN } from '../targets/all'
import type { Plan, Target, TargetName } from '../targets/target'
import type { Settings } from './workload'

export type Figures = {
  p50: number
  p99: number
  /** Share of what was to be delivered that was. */
  delivered: number
  /** Of one core, while the load lasted; with what was left to do when it ended. */
  cpu: number
  /** Microseconds of CPU for each change that reached somebody. */
  cpuADelivery: number
  memory: number
}

/** Changes of notes at a rate in each room, or cursors that all move. */
export type Load = Plan & {
  editors?: number
  editsASecond?: number
  cursorsHz?: number
  /** Only every so many-th client looks at what reaches it. */
  listenEvery?: number
}

/** Runs the same load against each server in turn, so often, and takes the middle of what each did. */
export async function compare(
  load: Load,
  targets: readonly TargetName[],
  { seconds, rounds }: Settings,
): Promise<Map<TargetName, Figures>> {
  const all = new Map<TargetName, Figures[]>(targets.map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1) {
    for (const name of targets) {
      const figures = await measure(name, load, seconds)
      console.log(
        `  ${name.padEnd(12)} ${Object.entries(figuresRow(figures))
          .map((pair) => pair.join(' '))
          .join(' · ')}`,
      )
      all.get(name)?.push(figures)
    }
  }
  return new Map([...all].map(([name, runs]) => [name, middle(runs)]))
}

export async function measure(name: TargetName, load: Load, seconds: number): Promise<Figures> {
  const target = await OPEN[name](load)
  const people = peopleOf(target, load)
  const crowds = await Crowds.open(groupsOf(people, load))
  try {
    await new Promise((resolve) => setTimeout(resolve, 500))
    return await run(target, crowds, load, seconds)
  } finally {
    crowds.close()
    await target.server.close()
  }
}

/** Who edits has a process of their own; who points listens as well, so the work is halved. */
function groupsOf<P extends { author: number }>(people: P[], { editors = 0, cursorsHz }: Load): P[][] {
  if (cursorsHz) return [people.slice(0, people.length / 2), people.slice(people.length / 2)]
  return [people.filter(({ author }) => author < editors), people.filter(({ author }) => author >= editors)]
}

/** The load runs this long before anything is measured: a process that has just started compiles what it runs. */
const WARM_UP_MS = 5_000

async function run(target: Target, crowds: Crowds, load: Load, seconds: number): Promise<Figures> {
  const { server, rooms } = target
  const make = (ms: number) =>
    load.cursorsHz
      ? crowds.point({ hz: load.cursorsHz, ms })
      : crowds.edit({
          editors: load.editors ?? 1,
          aSecond: load.editsASecond ?? 1,
          ms,
          state: rooms[0]?.state ?? new Uint8Array(),
        })
  await make(WARM_UP_MS)
  await crowds.settled(Number.POSITIVE_INFINITY)
  await crowds.begin()
  server.profile('start')
  const cpuBefore = server.cpu()
  const sent = await make(seconds * 1000)
  const listening = (author: number) => author % (load.listenEvery ?? 1) === 0
  const seats = rooms[0]?.seats ?? []
  const listeners = seats.filter((_, author) => listening(author)).length
  const senders = load.cursorsHz ? seats.length : (load.editors ?? 1)
  const ownShare = seats.filter((_, author) => listening(author) && author < senders).length / senders
  const expected = Math.round(sent * (listeners - ownShare))
  const arrivals = await crowds.settled(expected)
  const cpu = server.cpu() - cpuBefore
  server.profile('stop')
  if (arrivals.closed.length > 0)
    console.log(`  closed: ${[...new Set(arrivals.closed)].join(' ')} (${arrivals.closed.length})`)
  return figuresOf(arrivals.times, {
    delivered: arrivals.marks / expected,
    cpu: cpu / seconds,
    cpuADelivery: (cpu * 1e6) / (sent * (seats.length - 1)),
    memory: server.memory(),
  })
}

function figuresOf(times: Histogram, rest: Omit<Figures, 'p50' | 'p99'>): Figures {
  return { p50: times.at(0.5), p99: times.at(0.99), ...rest }
}

function middle(runs: readonly Figures[]): Figures {
  const of = (figure: keyof Figures) => median(runs.map((run) => run[figure]))
  return {
    p50: of('p50'),
    p99: of('p99'),
    delivered: Math.min(...runs.map((run) => run.delivered)),
    cpu: of('cpu'),
    cpuADelivery: of('cpuADelivery'),
    memory: of('memory'),
  }
}

export function figuresRow(figures: Figures): Record<string, string> {
  return {
    delivered: percent(figures.delivered),
    p50: ms(figures.p50),
    p99: ms(figures.p99),
    CPU: percent(figures.cpu),
    'CPU a delivery': `${figures.cpuADelivery.toFixed(2)} µs`,
    memory: `${Math.round(figures.memory)} MB`,
  }
}

export function rowsOf(all: ReadonlyMap<TargetName, Figures>): Row[] {
  return [...all].map(([name, figures]) => ({ who: LABEL[name], figures: figuresRow(figures) }))
}

/** CPU of ours as a part of Hocuspocus'. */
export function cpuRatio(all: ReadonlyMap<TargetName, Figures>): number {
  return (all.get('ours')?.cpu ?? Number.NaN) / (all.get('hocuspocus')?.cpu ?? Number.NaN)
}
