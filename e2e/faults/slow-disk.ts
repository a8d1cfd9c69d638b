import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The fields of `struct control` in slow-disk.c, in their order, each an int. */
const ASKED = ['delayMs', 'syncsToFail', 'writesToFail'] as const
const COUNTED = ['syncs', 'failedSyncs', 'writes', 'failedWrites'] as const
const INT = 4

export type Fault = Partial<Record<(typeof ASKED)[number], number>>
/** Calls for the database's files: those that were let through, and those that were made to fail. */
export type DiskCounts = Record<(typeof COUNTED)[number], number>

/** What is to be preloaded, or why it cannot be. */
export type Shim = { is: 'ready'; library: string; remove(): void } | { is: 'missing'; why: string }

export function compileShim(): Shim {
  if (process.platform !== 'linux') return { is: 'missing', why: 'libraries are preloaded this way on Linux only' }
  const folder = mkdtempSync(join(tmpdir(), 'concordat-shim-'))
  const library = join(folder, 'slow-disk.so')
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const source = join(import.meta.dirname, 'slow-disk.c')
  const compiled = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-Wall', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  })
  if (compiled.status === 0) return { is: 'ready', library, remove }
  remove()
  // Not having a compiler is no fault; a shim that does not compile is one.
  if (compiled.error) return { is: 'missing', why: 'there is no C compiler (cc)' }
  throw new Error(`slow-disk.c does not compile:\n${compiled.stderr}`)
}

/** The disk under one server. What is asked of it holds from the next call on. */
export class SlowDisk {
  readonly #folder = mkdtempSync(join(tmpdir(), 'concordat-disk-'))
  readonly #file: number
  /** For the server's process. */
  readonly environment: Record<string, string>

  constructor(library: string) {
    const path = join(this.#folder, 'control')
    writeFileSync(path, new Uint8Array((ASKED.length + COUNTED.length) * INT))
    this.#file = openSync(path, 'r+')
    this.environment = { LD_PRELOAD: library, SLOW_DISK: path }
  }

  ask(fault: Fault): void {
    for (const [index, name] of ASKED.entries()) {
      const asked = fault[name]
      if (asked !== undefined) writeSync(this.#file, Int32Array.of(asked), 0, INT, index * INT)
    }
  }

  /** As an ordinary disk again. */
  heal(): void {
    this.ask({ delayMs: 0, syncsToFail: 0, writesToFail: 0 })
  }

  counts(): DiskCounts {
    const read = new Int32Array(COUNTED.length)
    readSync(this.#file, read, 0, COUNTED.length * INT, ASKED.length * INT)
    const [syncs = 0, failedSyncs = 0, writes = 0, failedWrites = 0] = read
    return { syncs, failedSyncs, writes, failedWrites }
  }

  close(): void {
    closeSync(this.#file)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
