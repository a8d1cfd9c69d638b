import { join } from 'node:path'
import type { Target } from '../targets/target'
import type { Editing, Person } from './crowd'
import type { CrowdHandlers } from './crowd-process'
import { Histogram } from './histogram'
import { LoadProcess } from './rpc'

const PROCESS = join(import.meta.dirname, 'crowd-process.ts')

export const openCrowdProcess = (): LoadProcess<CrowdHandlers> => new LoadProcess<CrowdHandlers>(PROCESS)

const SETTLE_MS = 250
const GIVE_UP_AFTER_MS = 20_000
/** Nothing new for this long: what is missing will not come. */
const QUIET_LOOKS = 8

export type Arrivals = { marks: number; bytes: number; frames: number; times: Histogram; closed: number[] }

/** All clients of a run, over several processes. */
export class Crowds {
  private constructor(private readonly processes: LoadProcess<CrowdHandlers>[]) {}

  static async open(groups: readonly Person[][]): Promise<Crowds> {
    const crowds = new Crowds(groups.map(openCrowdProcess))
    for (const [index, people] of groups.entries()) await crowds.processes[index]?.ask('open', people)
    return crowds
  }

  async begin(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.ask('begin', null)))
  }

  /** The people of the first group move notes. */
  async edit(editing: Editing): Promise<number> {
    return (await this.processes[0]?.ask('edit', editing)) ?? 0
  }

  /** Everybody moves a cursor. */
  async point(pointing: { hz: number; ms: number }): Promise<number> {
    const sent = await Promise.all(this.processes.map((one) => one.ask('point', pointing)))
    return sent.reduce((sum, times) => sum + times, 0)
  }

  async reached(): Promise<Arrivals> {
    const all = await Promise.all(this.processes.map((one) => one.ask('reached', null)))
    const times = new Histogram()
    for (const one of all) times.include(one.times)
    const sum = (of: 'marks' | 'bytes' | 'frames') => all.reduce((total, one) => total + one[of], 0)
    return {
      marks: sum('marks'),
      bytes: sum('bytes'),
      frames: sum('frames'),
      times,
      closed: all.flatMap((one) => one.closed),
    }
  }

  /** Waits for what is on its way: until so many marks have come, or no more come. */
  async settled(expected: number): Promise<Arrivals> {
    const until = performance.now() + GIVE_UP_AFTER_MS
    let quiet = 0
    let last = await this.reached()
    while (last.marks < expected && quiet < QUIET_LOOKS && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
      const next = await this.reached()
      quiet = next.marks === last.marks ? quiet + 1 : 0
      last = next
    }
    return last
  }

  close(): void {
    for (const one of this.processes) one.close()
  }
}

/** The people of all rooms of a target, numbered within their room. */
export function peopleOf(target: Target, { listenEvery = 1 } = {}): Person[] {
  return target.rooms.flatMap(({ seats }) =>
    seats.map((seat, author) => ({
      address: { port: target.server.port, dialect: target.dialect, ...seat },
      author,
      isListening: author % listenEvery === 0,
    })),
  )
}
