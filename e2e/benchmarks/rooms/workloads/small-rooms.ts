import { atMost, ms, percent, type Report, type Verdict } from '../report'
import { SERVERS } from '../targets/all'
import type { TargetName } from '../targets/target'
import { compare, cpuRatio, type Figures, type Load, rowsOf } from './throughput'
import type { Workload } from './workload'

/** Rooms as most workshops have them. */
export const smallRooms: Workload[] = [
  compared(
    'rooms-of-10',
    '10 rooms of 10, two of each drag at 10 Hz',
    { rooms: 10, clientsARoom: 10, notes: 150, editors: 2, editsASecond: 200 },
    noSlower,
  ),
  compared(
    'rooms-of-50',
    '4 rooms of 50, five of each drag at 10 Hz',
    { rooms: 4, clientsARoom: 50, notes: 150, editors: 5, editsASecond: 200 },
    noSlower,
  ),
  compared(
    'rooms-100x5',
    '100 rooms of 5, one edit a second in each',
    { rooms: 100, clientsARoom: 5, notes: 150, editors: 1, editsASecond: 100 },
    cheap,
  ),
]

type Judge = (all: ReadonlyMap<TargetName, Figures>) => Verdict[]

function compared(name: string, title: string, load: Load, judge: Judge): Workload {
  return {
    name,
    async run(settings): Promise<Report> {
      const all = await compare(load, SERVERS, settings)
      return { name, title, rows: rowsOf(all), verdicts: judge(all) }
    },
  }
}

function noSlower(all: ReadonlyMap<TargetName, Figures>): Verdict[] {
  const p50 = all.get('ours')?.p50 ?? Number.NaN
  const better = Math.min(...[...all].filter(([name]) => name !== 'ours').map(([, figures]) => figures.p50))
  const cpu = cpuRatio(all)
  return [
    atMost('p50 ≤ 1.3 × the better peer, goal no worse', p50 / better, {
      must: 1.3,
      wished: 1,
      show: `${ms(p50)} and ${ms(better)}: ${(p50 / better).toFixed(2)} ×`,
    }),
    atMost('goal: CPU lower than Hocuspocus', cpu, { must: 1, show: cpu.toFixed(2) }),
  ]
}

function cheap(all: ReadonlyMap<TargetName, Figures>): Verdict[] {
  const [ours, theirs] = [all.get('ours'), all.get('hocuspocus')]
  if (!ours || !theirs) return []
  return [
    atMost('CPU ≤ Hocuspocus + 10 %', ours.cpu / theirs.cpu, {
      must: 1.1,
      show: `${percent(ours.cpu)} and ${percent(theirs.cpu)}: ${(ours.cpu / theirs.cpu).toFixed(2)} ×`,
    }),
    atMost('memory with 500 connected lower', ours.memory / theirs.memory, {
      must: 1,
      show: `${Math.round(ours.memory)} and ${Math.round(theirs.memory)} MB`,
    }),
  ]
}
