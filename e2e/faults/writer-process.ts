import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Ledger } from './ledger'
import { enter, type WritingOrder } from './writer-lines'

const WRITER = join(import.meta.dirname, 'writer.ts')

/** People who write from a process of their own, so that it can be killed with what it remembers. */
export class WriterProcess {
  readonly ledger = new Ledger()
  readonly #child: ChildProcess
  readonly #errors: string[] = []
  /** Everything that it said has been read. */
  readonly #ended: Promise<void>
  #onLine: (() => void) | undefined

  /** It takes a while until it can write: begun early, it waits for its order. */
  constructor() {
    const child = spawn(process.execPath, ['--import', 'tsx', WRITER], { stdio: ['pipe', 'pipe', 'pipe'] })
    this.#child = child
    child.stdin.on('error', () => {})
    child.stderr.on('data', (bytes) => this.#errors.push(String(bytes)))
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (line) => {
      enter(this.ledger, line)
      this.#onLine?.()
    })
    this.#ended = new Promise((resolve) => lines.once('close', resolve))
  }

  /** Resolves when the first edit has been acknowledged; rejects when the process ends before. */
  write(order: WritingOrder): Promise<void> {
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`)
    return new Promise((resolve, reject) => {
      this.#onLine = () => {
        if (this.ledger.acknowledged().length === 0) return
        this.#onLine = undefined
        resolve()
      }
      void this.#ended.then(() => reject(new Error(`the writer ended: ${this.#errors.join('')}`)))
    })
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}
