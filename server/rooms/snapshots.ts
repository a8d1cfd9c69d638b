import { decodeStateVector } from 'yjs'
import type { RoomName } from '../../shared/domain/room'
import type { Clock } from './clock'
import type { RoomLimits } from './limits'
import type { LiveDocument } from './live-document'
import type { StoredDocument, UpdateLog } from './ports'
import type { SaveQueue } from './save-queue'

export type SnapshotOptions = { log: UpdateLog; room: RoomName; saving: SaveQueue; clock: Clock; limits: RoomLimits }

/** What is in memory knows less than what is stored: it must not take the place of it. */
export class StateLacking extends Error {
  override readonly name = 'StateLacking'

  constructor(room: RoomName) {
    super(`${room} in memory lacks what is stored of it`)
  }
}

/** How far each author has come. */
type Reach = ReadonlyMap<number, number>

/** Stores full states: by what the log has grown, so that a room opens quickly, and by time, for looking back. */
export class Snapshots {
  #last: { position: number; bytes: number }
  #bytesSince: number
  #storedAt: number
  /** What is stored for certain. Nothing is before the document is loaded. */
  #known: Reach | undefined

  constructor(
    stored: StoredDocument | undefined,
    private readonly options: SnapshotOptions,
  ) {
    const snapshot = stored?.snapshot
    this.#last = { position: snapshot?.position ?? 0, bytes: snapshot?.state.length ?? 0 }
    this.#storedAt = options.clock.now()
    this.#bytesSince = (stored?.tail ?? []).reduce((sum, { update }) => sum + update.length, 0)
  }

  /** The document as it was built from all that is stored. */
  loaded(live: LiveDocument): void {
    this.#known = reachOf(live)
  }

  grewBy(bytes: number): void {
    this.#bytesSince += bytes
  }

  /** Rewriting a large state for every few updates would cost more than the log does. */
  get areDue(): boolean {
    const { saving, clock, limits } = this.options
    const updates = saving.position - this.#last.position
    if (updates > 0 && clock.now() - this.#storedAt >= limits.compactAfter) return true
    return (
      updates > limits.compactAfterUpdates || this.#bytesSince > Math.max(limits.compactAfterBytes, this.#last.bytes)
    )
  }

  /**
   * Stores the state as it is now, once everything in it is saved; answers its position. Yjs forgets what was written but
   * never that it was: a state that has come less far than the one before it is of another document, and is refused.
   */
  async store(live: LiveDocument): Promise<number> {
    const { log, room, saving, clock } = this.options
    const { position, epoch } = saving
    if (position === this.#last.position) return position
    const reach = reachOf(live)
    if (!this.#known || !covers(reach, this.#known)) throw new StateLacking(room)
    const state = live.state()
    const bytes = this.#bytesSince
    const now = clock.now()
    await saving.whenSaved(position)
    await log.compact(room, { epoch, position }, state)
    this.#known = reach
    this.#last = { position, bytes: state.length }
    this.#storedAt = now
    this.#bytesSince -= bytes
    return position
  }
}

function reachOf(live: LiveDocument): Reach {
  return decodeStateVector(live.stateVector())
}

function covers(reach: Reach, known: Reach): boolean {
  return [...known].every(([author, clock]) => (reach.get(author) ?? 0) >= clock)
}
