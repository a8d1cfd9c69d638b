import type { CopyId } from '../../shared/domain/ids'
import type { After, CopiedRooms, CopyStore, PendingCopy } from './ports'

/** Pauses between tries while the disk says no, ms. After the last one a copy is given up. */
const RETRY_MS = [1_000, 5_000, 30_000, 60_000, 120_000, 300_000]

type Ports = {
  store: Pick<CopyStore, 'pending' | 'taken' | 'givenUp'>
  rooms: Pick<CopiedRooms, 'keep'>
  now: () => number
  after: After
  fault: (error: unknown) => void
}

/** Thrown to nobody: said in the log, so that whoever runs the server knows that a copy is missing. */
class CopyGivenUp extends Error {
  override readonly name = 'CopyGivenUp'
}

/**
 * Takes the copies that were asked for, one after another and in the background: whoever leaves a step does not wait, and
 * of many canvases only one is at work. What was asked for is a row, so a process that ends is followed by one that goes on.
 */
export class CopyTaker {
  readonly #failures = new Map<CopyId, number>()
  #state: 'quiet' | 'busy' | 'asked-again' | 'closed' = 'quiet'
  #callOff = () => {}

  constructor(private readonly ports: Ports) {}

  /** There may be copies to take. */
  wake(): void {
    if (this.#state === 'busy') this.#state = 'asked-again'
    if (this.#state !== 'quiet') return
    this.#callOff()
    this.#state = 'busy'
    void this.#work()
  }

  close(): void {
    this.#state = 'closed'
    this.#callOff()
  }

  async #work(): Promise<void> {
    const pause = await this.#takeAll()
    if (this.#state === 'closed') return
    const again = this.#state === 'asked-again'
    this.#state = 'quiet'
    if (again) this.wake()
    else if (pause !== undefined) this.#callOff = this.ports.after(pause, () => this.wake())
  }

  /** Answers after how long to try again, if something failed. */
  async #takeAll(): Promise<number | undefined> {
    const pauses: number[] = []
    try {
      for (const copy of await this.ports.store.pending()) {
        if (this.#state === 'closed') return undefined
        const pause = await this.#take(copy)
        if (pause !== undefined) pauses.push(pause)
      }
    } catch (error) {
      this.#tell(error)
      pauses.push(RETRY_MS[0] ?? 0)
    }
    return pauses.length > 0 ? Math.min(...pauses) : undefined
  }

  async #take(copy: PendingCopy): Promise<number | undefined> {
    const { store, rooms, now } = this.ports
    try {
      // the state is as of this moment, however long it takes to be stored
      const at = now()
      const { position, notes } = await rooms.keep(copy.canvasId)
      await store.taken(copy, { position, notes, at })
      this.#failures.delete(copy.id)
      return undefined
    } catch (error) {
      this.#tell(error)
      return this.#failed(copy)
    }
  }

  async #failed(copy: PendingCopy): Promise<number | undefined> {
    const failures = this.#failures.get(copy.id) ?? 0
    const pause = RETRY_MS[failures]
    if (pause !== undefined) {
      this.#failures.set(copy.id, failures + 1)
      return pause
    }
    this.#failures.delete(copy.id)
    await this.ports.store.givenUp(copy)
    this.#tell(new CopyGivenUp())
    return undefined
  }

  #tell(error: unknown): void {
    if (this.#state !== 'closed') this.ports.fault(error)
  }
}
