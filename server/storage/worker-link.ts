import { Worker } from 'node:worker_threads'
import { onlyReads, type Statement } from './statements'
import { workerEntry } from './worker-entry'
import {
  type FromWorker,
  type Job,
  type Outcome,
  type Row,
  StorageError,
  type ToWorker,
  type WorkerSettings,
} from './worker-messages'

type Asked = { resolve(rows: Row[][]): void; reject(error: Error): void }

/** This thread's end of the storage worker: sends jobs, and settles each promise when its answer comes. */
export class WorkerLink {
  readonly #worker: Worker
  readonly #asked = new Map<number, Asked>()
  readonly #ready: Promise<void>
  readonly #gone: Promise<void>
  #outgoing: Job[] = []
  #lastId = 0
  #onCrash: (error: Error) => void = () => undefined
  /** Why no more jobs are taken, once that is so. */
  #ended: StorageError | undefined

  private constructor(settings: Omit<WorkerSettings, 'migrationsFolder'>) {
    const { file, migrationsFolder } = workerEntry()
    const workerData: WorkerSettings = { ...settings, migrationsFolder }
    this.#worker = new Worker(file, { workerData })
    this.#ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromWorker) => {
        if (message.is === 'ready') resolve()
        else if (message.is === 'unusable') reject(new StorageError(message.fault))
        else for (const outcome of message.outcomes) this.#settle(outcome)
      })
      this.#worker.once('error', reject)
    })
    this.#gone = new Promise((resolve) => this.#worker.once('exit', () => resolve()))
    this.#worker.once('error', (error) => this.#failAll(error))
    this.#worker.once('exit', () => this.#failAll(new Error('the storage thread stopped')))
  }

  /** Resolves when the database is open and its tables are up to date; rejects with a sentence for the person who runs it. */
  static async open(
    settings: Omit<WorkerSettings, 'migrationsFolder'>,
    onCrash: (error: Error) => void,
  ): Promise<WorkerLink> {
    const link = new WorkerLink(settings)
    try {
      await link.#ready
      link.#onCrash = onCrash
      return link
    } catch (error) {
      link.#ended ??= closed()
      await link.#gone
      throw error
    }
  }

  /** Jobs of one turn travel in one message; a message costs more than a small job. */
  ask(statements: readonly Statement[]): Promise<Row[][]> {
    if (statements.length === 0) return Promise.resolve([])
    return this.#ask((id) => ({ id, kind: onlyReads(statements) ? 'read' : 'write', statements }))
  }

  cut(state: Uint8Array): Promise<Row[][]> {
    return this.#ask((id) => ({ id, kind: 'cut', state }))
  }

  #ask(jobOf: (id: number) => Job): Promise<Row[][]> {
    if (this.#ended) return Promise.reject(this.#ended)
    this.#lastId += 1
    const id = this.#lastId
    if (this.#outgoing.length === 0) queueMicrotask(() => this.#send())
    this.#outgoing.push(jobOf(id))
    return new Promise((resolve, reject) => this.#asked.set(id, { resolve, reject }))
  }

  /** Everything that was asked is answered first. */
  async close(): Promise<void> {
    if (!this.#ended) {
      this.#send()
      this.#ended = closed()
      this.#worker.postMessage({ is: 'close' } satisfies ToWorker)
    }
    await this.#gone
  }

  #send(): void {
    if (this.#outgoing.length === 0) return
    const jobs = this.#outgoing
    this.#outgoing = []
    this.#worker.postMessage({ is: 'jobs', jobs } satisfies ToWorker)
  }

  #settle(outcome: Outcome): void {
    const asked = this.#asked.get(outcome.id)
    this.#asked.delete(outcome.id)
    if (outcome.is === 'done') asked?.resolve(outcome.rows)
    else asked?.reject(new StorageError(outcome.fault))
  }

  /** Nothing that was not answered may be called saved, and nothing more is taken. */
  #failAll(cause: Error): void {
    const expected = this.#ended !== undefined
    this.#ended ??= new StorageError({ code: 'STOPPED', message: `storage stopped: ${cause.message}` })
    for (const asked of this.#asked.values()) asked.reject(this.#ended)
    this.#asked.clear()
    if (!expected) this.#onCrash(cause)
  }
}

function closed(): StorageError {
  return new StorageError({ code: 'CLOSED', message: 'the database is closed' })
}
