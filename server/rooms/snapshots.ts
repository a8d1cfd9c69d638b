import type { RoomName } from '../../shared/domain/room'
import type { Clock } from './clock'
import type { RoomLimits } from './limits'
import type { StoredDocument, UpdateLog } from './ports'
import type { SaveQueue } from './save-queue'

export type SnapshotOptions = { log: UpdateLog; room: RoomName; saving: SaveQueue; clock: Clock; limits: RoomLimits }

/** Stores full states: by what the log has grown, so that a room opens quickly, and by time, for looking back. */
export class Snapshots {
  #last: { position: number; bytes: number }
  #bytesSince: number
  #storedAt: number

  constructor(
    stored: StoredDocument | undefined,
    private readonly options: SnapshotOptions,
  ) {
    const snapshot = stored?.snapshot
    this.#last = { position: snapshot?.position ?? 0, bytes: snapshot?.state.length ?? 0 }
    this.#storedAt = options.clock.now()
    this.#bytesSince = (stored?.tail ?? []).reduce((sum, { update }) => sum + update.length, 0)
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

  /** Stores the state as it is now, once everything in it is saved; answers its position. */
  async store(encode: () => Uint8Array): Promise<number> {
    const { log, room, saving, clock } = this.options
    const { position, epoch } = saving
    if (position === this.#last.position) return position
    const state = encode()
    const bytes = this.#bytesSince
    const now = clock.now()
    await saving.whenSaved(position)
    await log.compact(room, { epoch, position }, state)
    this.#last = { position, bytes: state.length }
    this.#storedAt = now
    this.#bytesSince -= bytes
    return position
  }
}
