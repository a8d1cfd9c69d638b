import type { MemberId } from '../../shared/domain/ids'
import type { RoomName } from '../../shared/domain/room'

/** Who brought less than this is forgotten when the room closes: an honest day is much less, and nobody fills much with it. */
const REMEMBERED_BYTES = 64 * 1024

/**
 * What each member has brought into each document, in bytes. Whoever brought much is remembered beyond the closing of the
 * room: otherwise they would only have to leave for a minute.
 */
export class Brought {
  readonly #rooms = new Map<RoomName, Map<MemberId, number>>()

  into(room: RoomName): Map<MemberId, number> {
    const members = this.#rooms.get(room) ?? new Map()
    this.#rooms.set(room, members)
    return members
  }

  closed(room: RoomName): void {
    const members = this.into(room)
    for (const [member, bytes] of members) if (bytes < REMEMBERED_BYTES) members.delete(member)
    if (members.size === 0) this.#rooms.delete(room)
  }
}
