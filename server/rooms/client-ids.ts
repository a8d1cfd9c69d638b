import type { MemberId } from '../../shared/domain/ids'

const SERVER = Symbol('the server')

/**
 * Who writes under which Yjs client id. Ids are random and nobody knows another's before its owner has been seen, by
 * presence or by a change; so whoever comes with one first owns it, as long as the room is open. Without this somebody
 * could write under the id of a person who is here: what that person writes next would count as known already, and be
 * lost while called saved.
 */
export class ClientIds {
  readonly #owners = new Map<number, MemberId | typeof SERVER>()

  /** `known`: whose ids the document itself tells. */
  constructor(known: Iterable<readonly [client: number, member: MemberId]> = []) {
    for (const [client, member] of known) this.#owners.set(client, member)
  }

  keepForServer(client: number): void {
    this.#owners.set(client, SERVER)
  }

  /** False when one of them is somebody else's. */
  mayUse(clients: Iterable<number>, member: MemberId): boolean {
    for (const client of clients) if ((this.#owners.get(client) ?? member) !== member) return false
    return true
  }

  /** They are this member's from now on. Only when they may be. */
  claim(clients: Iterable<number>, member: MemberId): void {
    for (const client of clients) this.#owners.set(client, member)
  }

  /** Claims one if it may be; false when it is somebody else's. */
  take(client: number, member: MemberId): boolean {
    if (!this.mayUse([client], member)) return false
    this.claim([client], member)
    return true
  }
}
