import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { deflatedMessage, step2 } from './messages'
import { Batch } from './wire'

const deflate = promisify(deflateRaw)

/** Below this a state fits into a few packets as it is, bytes. */
const WORTH_DEFLATING = 8 * 1024

/** A whole document as it goes to those who have nothing, made once for all of them. */
export class FullState {
  readonly batch: Batch
  /** Of the state alone. */
  readonly bytes: number
  #deflated: Promise<Batch> | undefined

  constructor(
    state: Uint8Array,
    readonly position: number,
  ) {
    this.batch = Batch.of(step2(state))
    this.bytes = state.length
  }

  get isWorthDeflating(): boolean {
    return this.bytes >= WORTH_DEFLATING
  }

  /** A third of the bytes, worked out beside the event loop. Never rejects: what cannot be deflated goes as it is. */
  deflated(): Promise<Batch> {
    const [message] = this.batch.messages
    if (!message) return Promise.resolve(this.batch)
    this.#deflated ??= deflate(message).then(
      (stream) => Batch.of(deflatedMessage(stream)),
      () => this.batch,
    )
    return this.#deflated
  }
}
