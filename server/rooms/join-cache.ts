import type { Clock } from './clock'
import { FullState } from './full-state'
import { updateMessage } from './messages'
import type { StoredDocument } from './ports'

/** A full state is encoded anew when that takes less than this part of the time since it was last done. */
const ENCODING_SHARE = 1 / 20
/** ... or when as many bytes came after it. */
const TAIL_BYTES = 64 * 1024

type Recent = { position: number; message: Uint8Array }

/**
 * Answers those who come in with nothing. A full state costs what the document is large, so it is encoded once, kept as
 * the frame that goes out, and followed by the updates that came since as long as encoding again would cost too much.
 * Also keeps the last updates for those who come back and say up to where they have everything.
 */
export class JoinCache {
  #state: FullState
  #encodedAt = Number.NEGATIVE_INFINITY
  #encodingTook = 0
  #recent: Recent[] = []
  /** Where `#recent` begins; what lies before it is let go of many at a time, since moving the rest up costs as much. */
  #oldest = 0
  #recentBytes = 0
  /** Everything after this position is in `#recent`. */
  #since: number
  #bytesSinceState = 0

  constructor(
    stored: StoredDocument | undefined,
    private readonly clock: Clock,
    private readonly recentMost: number,
  ) {
    this.#since = stored?.snapshot?.position ?? 0
    const snapshot = stored?.snapshot ?? { state: EMPTY_UPDATE, position: 0 }
    this.#state = new FullState(snapshot.state, snapshot.position)
    for (const { position, update } of stored?.tail ?? []) this.add(position, updateMessage(update))
  }

  /** Size of the whole document, not less than it is. */
  get bytes(): number {
    return this.#state.bytes + this.#bytesSinceState
  }

  /** What the full state has that was encoded last. */
  get stateBytes(): number {
    return this.#state.bytes
  }

  /** Something came since, and encoding again would not become most of what the server does. */
  get isWorthMeasuring(): boolean {
    return this.#bytesSinceState > 0 && this.clock.now() - this.#encodedAt >= this.#encodingTook / ENCODING_SHARE
  }

  add(position: number, message: Uint8Array): void {
    this.#recent.push({ position, message })
    this.#recentBytes += message.length
    this.#bytesSinceState += message.length
    while (this.#recentBytes > this.recentMost) {
      const oldest = this.#recent[this.#oldest]
      if (!oldest) break
      this.#oldest += 1
      this.#recentBytes -= oldest.message.length
      this.#since = oldest.position
    }
    if (this.#oldest <= this.#recent.length / 2) return
    this.#recent.splice(0, this.#oldest)
    this.#oldest = 0
  }

  /** The answer before the document is built: only when the stored bytes are the whole of it. */
  coldAnswer(position: number): FullState | undefined {
    return this.#state.position === position ? this.#state : undefined
  }

  /** A full state, to be followed by what came after its position. `encode` gives the state at `position`. */
  state(position: number, encode: () => Uint8Array): FullState {
    if (this.#isWorthEncoding(this.#state.position, position)) this.#encode(position, encode)
    return this.#state
  }

  /** The exact size, which costs an encoding. */
  measure(position: number, encode: () => Uint8Array): number {
    this.#encode(position, encode)
    return this.bytes
  }

  /** The updates after a position, or undefined when not all of them are at hand. */
  after(position: number): Uint8Array[] | undefined {
    if (position < this.#since) return undefined
    let from = this.#recent.length
    while (from > this.#oldest && (this.#recent[from - 1]?.position ?? 0) > position) from -= 1
    return this.#recent.slice(from).map(({ message }) => message)
  }

  #isWorthEncoding(from: number, to: number): boolean {
    if (from === to) return false
    if (from < this.#since || this.#bytesSinceState > TAIL_BYTES) return true
    return this.clock.now() - this.#encodedAt > this.#encodingTook / ENCODING_SHARE
  }

  #encode(position: number, encode: () => Uint8Array): void {
    const start = this.clock.now()
    this.#state = new FullState(encode(), position)
    this.#bytesSinceState = 0
    this.#encodedAt = this.clock.now()
    this.#encodingTook = this.#encodedAt - start
  }
}

/** No structs, no deletions. */
export const EMPTY_UPDATE = new Uint8Array([0, 0])
