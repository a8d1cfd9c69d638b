import type { CrowdHandlers } from '../load/crowd-process'
import { openCrowdProcess, peopleOf } from '../load/crowds'
import type { Joined } from '../load/joining'
import type { LoadProcess } from '../load/rpc'
import { atMost, median, ms, type Report, type Row, type Verdict } from '../report'
import { LABEL, OPEN, SERVERS } from '../targets/all'
import type { Target, TargetName } from '../targets/target'
import type { Settings, Workload } from './workload'

const NOTES = 5_000
const AT_ONCE = 50
const SINGLE_JOINS = 10
const COLD_JOINS = 3
/** The content cannot be smaller, however a server packs it. */
const WHOLE = 0.95
/** Hocuspocus stores two seconds after the last change. */
const STORED_AFTER_MS = 3_000

type Figures = {
  one: number
  last: number
  turn: number
  cold: number
  notes: number
}

export const joins: Workload = {
  name: 'joins',
  async run(settings): Promise<Report> {
    const all = new Map<TargetName, Figures>()
    for (const name of SERVERS) all.set(name, await measure(name, settings))
    return {
      name: 'joins',
      title: `${NOTES.toLocaleString('en')} notes: one joins, ${AT_ONCE} join at once while one person edits, the first joins after a restart`,
      rows: [...all].map(([name, figures]): Row => ({ who: LABEL[name], figures: rowOf(figures) })),
      verdicts: verdictsOf(all.get('ours')),
    }
  },
}

async function measure(name: TargetName, settings: Settings): Promise<Figures> {
  const target = await OPEN[name]({ rooms: 1, clientsARoom: AT_ONCE + 1, notes: NOTES })
  const [editor, guests] = [openCrowdProcess(), openCrowdProcess()]
  try {
    const warm = await joinWarm(target, { editor, guests }, settings)
    await editor.ask('close', null)
    await new Promise((resolve) => setTimeout(resolve, STORED_AFTER_MS))
    const cold = await joinCold(target, guests)
    const everybody = [...warm.single, ...warm.crowd, ...cold].filter(({ notes }) => !Number.isNaN(notes))
    return {
      one: median(warm.single.map((joined) => joined.ms)),
      last: Math.max(...warm.crowd.map((joined) => joined.ms)),
      turn: warm.turn,
      cold: median(cold.map((joined) => joined.ms)),
      notes: Math.min(...everybody.map(({ notes }) => notes)),
    }
  } finally {
    editor.close()
    guests.close()
    await target.server.close()
  }
}

type Processes = Record<'editor' | 'guests', LoadProcess<CrowdHandlers>>

async function joinWarm(target: Target, { editor, guests }: Processes, { seconds }: Settings) {
  const people = peopleOf(target)
  const state = target.rooms[0]?.state ?? new Uint8Array()
  const wholeBytes = state.length * WHOLE
  const addresses = people.slice(1).map(({ address }) => address)
  await editor.ask('open', people.slice(0, 1))
  const editing = editor.ask('edit', { editors: 1, aSecond: 20, ms: seconds * 1000, state })
  // awaited at the end; what fails before is told, and not that this was cut off by it
  editing.catch(() => undefined)
  const single: Joined[] = []
  for (const address of addresses.slice(0, SINGLE_JOINS)) {
    single.push(...(await guests.ask('join', { addresses: [address], wholeBytes })))
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await target.server.loopDelay()
  const crowd = await guests.ask('join', { addresses, wholeBytes })
  const { most } = await target.server.loopDelay()
  await editing
  return { single, crowd, turn: most }
}

async function joinCold(target: Target, guests: LoadProcess<CrowdHandlers>): Promise<Joined[]> {
  const wholeBytes = (target.rooms[0]?.state.length ?? 0) * WHOLE
  const joined: Joined[] = []
  for (let time = 0; time < COLD_JOINS; time += 1) {
    await target.server.stop()
    await target.server.start()
    const addresses = peopleOf(target)
      .slice(1, 2)
      .map(({ address }) => address)
    joined.push(...(await guests.ask('join', { addresses, wholeBytes })))
  }
  return joined
}

function rowOf({ one, last, turn, cold, notes }: Figures): Record<string, string> {
  return {
    'one joins': ms(one),
    'the last of 50': ms(last),
    'longest turn meanwhile': ms(turn),
    'cold, complete': ms(cold),
    notes: String(notes),
  }
}

function verdictsOf(ours: Figures | undefined): Verdict[] {
  if (!ours) return []
  return [
    atMost('one join ≤ 20 ms, goal ≤ 10', ours.one, { must: 20, wished: 10, show: ms(ours.one) }),
    atMost('50 at once ≤ 0.6 s, goal ≤ 0.3', ours.last, { must: 600, wished: 300, show: ms(ours.last) }),
    atMost('no turn over 50 ms meanwhile', ours.turn, { must: 50, show: ms(ours.turn) }),
    atMost('cold ≤ 0.5 s, goal ≤ 0.2', ours.cold, { must: 500, wished: 200, show: ms(ours.cold) }),
  ]
}
