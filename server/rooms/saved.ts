import type { Connection } from './connection'
import type { RoomLimits } from './limits'
import { savedMessage } from './messages'
import type { SaveQueue } from './save-queue'
import { Batch } from './wire'

/** Writers wait when as much is unsaved as may be, and go on when half of it is saved; at twice as much it is said no. */
const GOES_ON_AT = 0.5
const FULL_AT = 2

/** Tells connections how much of theirs is on disk, and slows down those who write faster than the disk takes it. */
export class SavedNotices {
  readonly #waiting = new Set<Connection>()
  readonly #slowed = new Set<Connection>()
  #sentPosition: number

  constructor(
    private readonly saving: SaveQueue,
    private readonly limits: Pick<RoomLimits, 'unsavedBytes' | 'unsavedInAll'>,
  ) {
    this.#sentPosition = saving.position
  }

  /** Everybody in the room has been sent everything. */
  allSent(): void {
    this.#sentPosition = this.saving.position
  }

  /** A document message of this connection has been taken in. */
  taken(connection: Connection): void {
    this.#waiting.add(connection)
    this.#acknowledge(connection)
    if (this.#behind <= 1) return
    this.#slowed.add(connection)
    connection.waitForDisk(true)
  }

  /** The log has grown. */
  saved(): void {
    for (const connection of this.#waiting) this.#acknowledge(connection)
    this.letGoOn()
  }

  /** Reads those again who had to wait, if the disk has caught up: also with what other rooms gave it. */
  letGoOn(): void {
    if (this.#behind > GOES_ON_AT) return
    for (const connection of this.#slowed) connection.waitForDisk(false)
    this.#slowed.clear()
  }

  /** So much waits that nothing more may be taken, not even one message of somebody who was not slowed yet. */
  get isFull(): boolean {
    return this.#behind > FULL_AT
  }

  /** Those who only read hear of their position now and then, so that coming back costs them little. */
  remind(connection: Connection): void {
    if (connection.isSynced && this.#toldTo > connection.toldPosition) this.tell(connection)
  }

  tell(connection: Connection): void {
    if (!connection.wantsSaved) return
    const position = connection.isSynced ? this.#toldTo : 0
    connection.toldPosition = position
    const { acknowledged } = connection.acknowledgements
    connection.send(Batch.of(savedMessage(acknowledged, { epoch: this.saving.epoch, position })))
  }

  forget(connection: Connection): void {
    this.#waiting.delete(connection)
    this.#slowed.delete(connection)
  }

  /** Up to where a client has everything: sent to it, and on disk, lest a crash give the position to another update. */
  get #toldTo(): number {
    return Math.min(this.#sentPosition, this.saving.saved)
  }

  /** What waits for the disk, in this room or in all, as a part of what may. */
  get #behind(): number {
    const { unsavedBytes, unsavedInAll } = this.limits
    return Math.max(this.saving.unsavedBytes / unsavedBytes, this.saving.backlog.bytes / unsavedInAll)
  }

  #acknowledge(connection: Connection): void {
    const hasMoved = connection.acknowledgements.advance(this.saving.saved)
    if (!connection.acknowledgements.isWaiting) this.#waiting.delete(connection)
    if (hasMoved) this.tell(connection)
  }
}
