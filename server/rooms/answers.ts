import type { Clock } from './clock'

/** Somebody who asks for content. */
export interface Asker {
  /** False while much of what was sent before still lies in the socket. */
  readonly isReading: boolean
}

type Turn<Q> = { next: Q | undefined; freeAt: number; callOff: (() => void) | undefined }

/** Answering one connection takes at most this part of the time. */
const SHARE = 1 / 20
/** But nobody waits longer: pages ask for a sign of life this way. */
const MOST_MS = 1_000
/** How soon to look again whether a socket has been read. */
const UNREAD_MS = 100

/**
 * A question is a few bytes and its answer may be the whole document: thousands of questions in one read, or from
 * somebody who reads none of the answers, would cost everybody else their time and the server its memory. So the first
 * is answered at once; of what is asked again only the newest is, once its time has come and the socket has been read.
 * For an honest client that is the same: its copy only grows, so the newest question asks for all that it still lacks.
 */
export class Answers<A extends Asker, Q> {
  readonly #turns = new Map<A, Turn<Q>>()

  constructor(
    private readonly clock: Clock,
    private readonly answer: (asker: A, question: Q) => void,
  ) {}

  ask(asker: A, question: Q): void {
    const turn = this.#turns.get(asker) ?? { next: undefined, freeAt: Number.NEGATIVE_INFINITY, callOff: undefined }
    this.#turns.set(asker, turn)
    turn.next = question
    if (!turn.callOff) this.#take(asker, turn)
  }

  forget(asker: A): void {
    this.#turns.get(asker)?.callOff?.()
    this.#turns.delete(asker)
  }

  stop(): void {
    for (const asker of [...this.#turns.keys()]) this.forget(asker)
  }

  #take(asker: A, turn: Turn<Q>): void {
    const start = this.clock.now()
    const wait = Math.max(turn.freeAt - start, asker.isReading ? 0 : UNREAD_MS)
    if (wait > 0) {
      turn.callOff = this.clock.after(wait, () => {
        turn.callOff = undefined
        this.#take(asker, turn)
      })
      return
    }
    const question = turn.next
    turn.next = undefined
    if (question === undefined) return
    this.answer(asker, question)
    const end = this.clock.now()
    turn.freeAt = end + Math.min(MOST_MS, (end - start) / SHARE)
  }
}
