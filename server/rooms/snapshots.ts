import type { RoomName } from '../../shared/domain/room'
import type { RoomLimits } from './limits'
import type { StoredDocument, UpdateLog } from './ports'
import type { SaveQueue } from './save-queue'

export type SnapshotOptions = { log: UpdateLog; room: RoomName; saving: SaveQueue; limits: RoomLimits }

/** Stores full states, by what the log has grown, so that a room opens quickly. */
export class Snapshots {
  #last: { position: number; bytes: number }
  #bytesSince: number

  constructor(
    stored: StoredDocument | undefined,
    private readonly options: SnapshotOptions,
  ) {
    const snapshot = stored?.snapshot
    this.#last = { position: snapshot?.position ?? 0, bytes: snapshot?.state.length ?? 0 }
    this.#bytesSince = (stored?.tail ?? []).reduce((sum, { update }) => sum + update.length, 0)
  }

  grewBy(bytes: number): void {
    this.#bytesSince += bytes
  }

  /** Rewriting a large state for every few updates would cost more than the log does. */
  get areDue(): boolean {
    const { saving, limits } = this.options
    const isLong = saving.position - this.#last.position > limits.compactAfterUpdates
    return isLong || this.#bytesSince > Math.max(limits.compactAfterBytes, this.#last.bytes)
  }

  /** Stores the state as it is now, once everything in it is saved. */
  async store(encode: () => Uint8Array): Promise<void> {
    const { log, room, saving } = this.options
    const { position, epoch } = saving
    if (position === this.#last.position) return
    const state = encode()
    const bytes = this.#bytesSince
    await saving.whenSaved(position)
    await log.compact(room, { epoch, position }, state)
    this.#last = { position, bytes: state.length }
    this.#bytesSince -= bytes
  }
}
