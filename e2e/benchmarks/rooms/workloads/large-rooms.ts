import { atLeast, atMost, ms, percent, type Report, type Verdict } from '../report'
import { ALL } from '../targets/all'
import type { TargetName } from '../targets/target'
import { compare, cpuRatio, type Figures, type Load, rowsOf } from './throughput'
import type { Workload } from './workload'

type Goals = { p99: number; ratio: { must: number; wished: number } }

/** The rooms of 200 and 400 in which a few edit or everybody points. */
export const largeRooms: Workload[] = [
  workload(
    'edits-200',
    '400 clients, 10 of them drag at 20 Hz: 200 edits a second',
    { rooms: 1, clientsARoom: 400, notes: 150, editors: 10, editsASecond: 200 },
    { p99: 30, ratio: { must: 0.45, wished: 0.33 } },
  ),
  workload(
    'edits-1000',
    '400 clients, 50 of them drag at 20 Hz: 1,000 edits a second',
    { rooms: 1, clientsARoom: 400, notes: 150, editors: 50, editsASecond: 1_000, listenEvery: 8 },
    { p99: 40, ratio: { must: 1 / 3, wished: 1 / 4 } },
  ),
  ...[200, 400].map((clients) =>
    workload(
      `cursors-${clients}`,
      `${clients} cursors at 10 Hz`,
      { rooms: 1, clientsARoom: clients, notes: 150, cursorsHz: 10, listenEvery: 8 },
      { p99: 40, ratio: { must: 0.3, wished: 0.2 } },
    ),
  ),
]

function workload(name: string, title: string, load: Load, goals: Goals): Workload {
  return {
    name,
    async run(settings): Promise<Report> {
      const all = await compare(load, ALL, settings)
      return { name, title, rows: rowsOf(all), verdicts: verdictsOf(all, goals) }
    },
  }
}

function verdictsOf(all: ReadonlyMap<TargetName, Figures>, { p99, ratio }: Goals): Verdict[] {
  const ours = all.get('ours')
  if (!ours) return []
  const cpu = cpuRatio(all)
  return [
    atLeast('all delivered', ours.delivered, { must: 1, show: percent(ours.delivered) }),
    atMost(`p99 ≤ ${p99} ms`, ours.p99, { must: p99, show: ms(ours.p99) }),
    atMost(`CPU ≤ ${ratio.must.toFixed(2)} of Hocuspocus, goal ≤ ${ratio.wished}`, cpu, {
      ...ratio,
      show: cpu.toFixed(2),
    }),
  ]
}
