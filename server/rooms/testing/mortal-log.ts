import type { RoomName } from '../../../shared/domain/room'
import type { History, KeptState, LogPosition, Rows, StoredDocument, UpdateLog } from '../ports'

/** A log as one process sees it: what is on the way to it when the process dies never arrives, and nobody hears of it. */
export class MortalLog implements UpdateLog, History {
  #isDead = false
  #gate: Promise<void> = Promise.resolve()
  #open = () => {}

  constructor(private readonly log: UpdateLog & History) {}

  /** Keeps what comes now on the way until `let go`. */
  hold(): void {
    this.letGo()
    this.#gate = new Promise((resolve) => {
      this.#open = resolve
    })
  }

  letGo(): void {
    this.#open()
  }

  die(): void {
    this.#isDead = true
    this.letGo()
  }

  async load(room: RoomName): Promise<StoredDocument | undefined> {
    const stored = await this.log.load(room)
    return this.#isDead ? never() : stored
  }

  async append(room: RoomName, at: LogPosition, update: Uint8Array, rows?: Rows): Promise<void> {
    await this.#gate
    if (this.#isDead) return never()
    await this.log.append(room, at, update, rows)
    if (this.#isDead) return never()
  }

  async compact(room: RoomName, at: LogPosition, state: Uint8Array): Promise<void> {
    await this.#gate
    if (this.#isDead) return never()
    await this.log.compact(room, at, state)
  }

  keptStates(room: RoomName): Promise<KeptState[]> {
    return this.log.keptStates(room)
  }

  keptState(room: RoomName, position: number): ReturnType<History['keptState']> {
    return this.log.keptState(room, position)
  }

  cut(state: Uint8Array): Promise<readonly Uint8Array[]> {
    return this.log.cut(state)
  }
}

const never = <T>(): Promise<T> => new Promise<T>(() => {})
