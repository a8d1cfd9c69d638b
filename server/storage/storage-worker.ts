import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  type TransferListItem,
  workerData,
} from 'node:worker_threads'
import { piecesOf } from '../../shared/document/state-pieces'
import { type Connection, connect } from './connection'
import { commitTogether, faultOf } from './group-commit'
import type { CutJob, FromWorker, Job, Outcome, StatementJob, ToWorker, WorkerSettings } from './worker-messages'

// The thread that owns the database. libSQL is synchronous inside: here its waiting for the disk holds up nobody else.

/** One commit takes at most this much, so that a flood cannot put off the reads that wait behind it for long. */
const STATEMENTS_A_COMMIT = 4_000
/** Below this a copy costs less than handing the buffer over. */
const TRANSFER_FROM_BYTES = 16 * 1024

/**
 * Works through jobs in the order they were asked for. What has come while a commit ran goes into the next one
 * together; reads follow the writes they were asked with, so that a read sees all that was asked for before it.
 */
class Desk {
  readonly #queue: Job[] = []
  readonly #connection: Connection
  readonly #port: MessagePort
  #working = false
  #closing = false

  constructor(connection: Connection, port: MessagePort) {
    this.#connection = connection
    this.#port = port
    port.on('message', (message: ToWorker) => {
      this.#take(message)
      if (!this.#working) void this.#work()
    })
  }

  #take(message: ToWorker): void {
    if (message.is === 'close') this.#closing = true
    else this.#queue.push(...message.jobs)
  }

  /** The thread is busy while it commits, so messages have to be fetched rather than waited for. */
  #takeAllThatCame(): void {
    for (let next = receiveMessageOnPort(this.#port); next; next = receiveMessageOnPort(this.#port)) {
      this.#take(next.message as ToWorker)
    }
  }

  async #work(): Promise<void> {
    this.#working = true
    for (;;) {
      this.#takeAllThatCame()
      if (this.#queue.length === 0) break
      answer(this.#port, await this.#perform(this.#nextJobs()))
    }
    this.#working = false
    if (this.#closing) this.#close()
  }

  #nextJobs(): Job[] {
    let statements = 0
    const end = this.#queue.findIndex((job) => {
      statements += job.kind === 'cut' ? 0 : job.statements.length
      return statements >= STATEMENTS_A_COMMIT
    })
    return this.#queue.splice(0, end < 0 ? this.#queue.length : end + 1)
  }

  async #perform(jobs: Job[]): Promise<Outcome[]> {
    const writes = jobs.filter((job): job is StatementJob => job.kind === 'write')
    const outcomes = await commitTogether(writes, (statements) => this.#connection.batch(statements, 'write'))
    for (const job of jobs) {
      if (job.kind === 'read') outcomes.push(await this.#read(job))
      else if (job.kind === 'cut') outcomes.push(cut(job))
    }
    return outcomes
  }

  async #read(job: StatementJob): Promise<Outcome> {
    try {
      return { id: job.id, is: 'done', rows: await this.#connection.batch(job.statements, 'read') }
    } catch (error) {
      return { id: job.id, is: 'failed', fault: faultOf(error) }
    }
  }

  #close(): void {
    this.#connection.close()
    this.#port.close()
  }
}

function cut({ id, state }: CutJob): Outcome {
  try {
    return { id, is: 'done', rows: [[piecesOf(state)]] }
  } catch (error) {
    return { id, is: 'failed', fault: faultOf(error) }
  }
}

function answer(port: MessagePort, outcomes: Outcome[]): void {
  const transfer: TransferListItem[] = []
  for (const outcome of outcomes) {
    if (outcome.is === 'failed') continue
    for (const value of outcome.rows.flat(2)) {
      if (value instanceof ArrayBuffer && value.byteLength >= TRANSFER_FROM_BYTES) transfer.push(value)
    }
  }
  port.postMessage({ is: 'outcomes', outcomes } satisfies FromWorker, transfer)
}

async function start(port: MessagePort): Promise<void> {
  try {
    const connection = await connect(workerData as WorkerSettings)
    new Desk(connection, port)
    port.postMessage({ is: 'ready' } satisfies FromWorker)
  } catch (error) {
    port.postMessage({ is: 'unusable', fault: faultOf(error) } satisfies FromWorker)
    port.close()
  }
}

if (parentPort) void start(parentPort)
