import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PROBE = join(import.meta.dirname, '../probe.mjs')
/** Folder for CPU profiles of each server's main thread while the load lasts, if they are wanted. */
const { BENCH_PROFILE } = process.env
const TICKS_A_SECOND = 100
const STARTS_WITHIN_MS = 30_000

/** How long the turns of a server's event loop were, ms. */
export type LoopDelay = { p99: number; most: number }

/** One server in a process of its own, with a folder for its files that goes when it is closed. */
export class ServerProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'concordat-bench-'))
  readonly port: number
  #child: ChildProcess | undefined
  #log: string[] = []

  private constructor(
    port: number,
    private readonly command: readonly string[],
    private readonly environment: (given: { port: number; folder: string }) => Record<string, string>,
  ) {
    this.port = port
  }

  static async start(
    command: readonly string[],
    environment: (given: { port: number; folder: string }) => Record<string, string>,
  ): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort(), command, environment)
    await server.start()
    return server
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ['--import', PROBE, ...this.command], {
      env: { PATH: process.env.PATH ?? '', ...this.environment({ port: this.port, folder: this.folder }) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
    })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes) => this.#log.push(String(bytes)))
    }
    const until = performance.now() + STARTS_WITHIN_MS
    while (!(await accepts(this.port))) {
      const gone = child.exitCode !== null || performance.now() > until
      if (gone) throw new Error(`${this.command.join(' ')} did not start:\n${this.#log.slice(-20).join('')}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const child = this.#child
    this.#child = undefined
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    await new Promise<void>((resolve) => {
      const kill = setTimeout(() => child.kill('SIGKILL'), 15_000)
      child.once('exit', () => {
        clearTimeout(kill)
        resolve()
      })
      child.kill(signal)
    })
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Seconds of CPU since the process began, all threads and the kernel's work for it together. */
  cpu(): number {
    const stat = readFileSync(`/proc/${this.#child?.pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
  }

  /** Resident memory, MB. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8')
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024
  }

  /** Profiles the main thread from 'start' to 'stop' if BENCH_PROFILE names a folder. */
  profile(what: 'start' | 'stop'): void {
    if (!BENCH_PROFILE) return
    const file = join(BENCH_PROFILE, `${this.#child?.pid}.cpuprofile`)
    this.#child?.send({ profile: what === 'start' ? 'start' : file })
  }

  /** Of the turns since the last time this was asked. */
  loopDelay(): Promise<LoopDelay> {
    return new Promise((resolve, reject) => {
      if (!this.#child) return reject(new Error('the server does not run'))
      this.#child.once('message', (answer) => resolve(answer as LoopDelay))
      this.#child.send('loop-delay')
    })
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
