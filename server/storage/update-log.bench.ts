import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { RoomName } from '../../shared/domain/room'
import { openDatabase } from './database'
import { DatabaseUpdateLog } from './update-log'

// How fast updates reach the disk, with every commit synced: `npx tsx e2e/benchmarks/storage.bench.ts`.

const UPDATE = new Uint8Array(120).fill(7)
const ROOMS = Array.from({ length: 10 }, (_, index) => `canvas/bench0${index}` as RoomName)

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'concordat-bench-'))
  const database = await openDatabase({ url: `file:${join(folder, 'bench.db')}` })
  const log = new DatabaseUpdateLog(database)
  const positions = new Map(ROOMS.map((room) => [room, 0]))

  const append = async (room: RoomName): Promise<number> => {
    const position = (positions.get(room) ?? 0) + 1
    positions.set(room, position)
    const start = performance.now()
    await log.append(room, { epoch: 'bench', position }, UPDATE)
    return performance.now() - start
  }

  const inFlight = async (writers: number, each: number) => {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const cpu = process.cpuUsage()
    const start = performance.now()
    delay.enable()
    const times = await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        const own: number[] = []
        for (let i = 0; i < each; i += 1) own.push(await append(ROOMS[writer % ROOMS.length] as RoomName))
        return own
      }),
    )
    delay.disable()
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(cpu)
    const sorted = times.flat().sort((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2)
    report(`${writers} writers, each waiting for its commit`, {
      'appends/s': Math.round((writers * each) / seconds),
      'p50 ms': at(0.5),
      'p99 ms': at(0.99),
      'loop p99 ms': (delay.percentile(99) / 1e6).toFixed(1),
      'CPU µs/append': Math.round((user + system) / (writers * each)),
    })
  }

  const flood = async (count: number) => {
    const start = performance.now()
    await Promise.all(Array.from({ length: count }, (_, index) => append(ROOMS[index % ROOMS.length] as RoomName)))
    report(`${count} at once`, { 'appends/s': Math.round(count / ((performance.now() - start) / 1000)) })
  }

  const load = async (which: string) => {
    const start = performance.now()
    const stored = await log.load(ROOMS[0] as RoomName)
    report(`${which} load of ${stored?.tail.length} updates`, { ms: Math.round(performance.now() - start) })
  }

  await inFlight(1, 500)
  await inFlight(20, 200)
  await inFlight(200, 100)
  await flood(20_000)
  await load('first')
  await load('second')
  await database.close()
  await rm(folder, { recursive: true })
}

function report(what: string, figures: Record<string, string | number>): void {
  const list = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`)
  console.log(`${what.padEnd(42)} ${list.join(' · ')}`)
}

await main()
