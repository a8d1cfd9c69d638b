import { type ChildProcess, fork } from 'node:child_process'

/** What a load process can be asked for: a function a name, from one plain value to another. */
export type Handlers = Record<string, (question: never) => unknown>

type Question = { id: number; name: string; question: unknown }
type Answer = { id: number; answer?: unknown; error?: string }

/** In the load process: answers what its parent asks. */
export function serve(handlers: Handlers): void {
  process.on('message', async ({ id, name, question }: Question) => {
    try {
      process.send?.({ id, answer: await handlers[name]?.(question as never) } satisfies Answer)
    } catch (error) {
      process.send?.({ id, error: String(error) } satisfies Answer)
    }
  })
  process.on('disconnect', () => process.exit())
}

/** A process that makes load, so that the clients of a server do not share its thread nor each other's. */
export class LoadProcess<H extends Handlers> {
  readonly #child: ChildProcess
  readonly #asked = new Map<number, (answer: Answer) => void>()
  #lastId = 0

  constructor(file: string) {
    this.#child = fork(file, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
    this.#child.on('message', (answer: Answer) => {
      this.#asked.get(answer.id)?.(answer)
      this.#asked.delete(answer.id)
    })
    this.#child.on('exit', () => {
      for (const [id, settle] of this.#asked) settle({ id, error: 'the load process ended' })
    })
  }

  ask<Name extends keyof H & string>(
    name: Name,
    question: Parameters<H[Name]>[0],
  ): Promise<Awaited<ReturnType<H[Name]>>> {
    this.#lastId += 1
    const id = this.#lastId
    return new Promise((resolve, reject) => {
      this.#asked.set(id, ({ answer, error }) =>
        error === undefined ? resolve(answer as Awaited<ReturnType<H[Name]>>) : reject(new Error(error)),
      )
      this.#child.send({ id, name, question } satisfies Question)
    })
  }

  close(): void {
    this.#child.disconnect()
  }
}
