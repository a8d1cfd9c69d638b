import type { MemberId } from '../../shared/domain/ids'
import { LIMITS } from '../../shared/protocol/limits'
import { leftOf } from './broadcast'
import type { Clock } from './clock'
import { type PresenceEntry, type PresenceState, presenceMessage } from './messages'
import { Batch } from './wire'

/** A connection, as far as presence is concerned with it. */
export interface Attendee {
  readonly memberId: MemberId
  /** False when the socket is so far behind that presence was left out. */
  sendPresence(batch: Batch): boolean
}

type Person<A> = {
  client: number
  connection: A
  /** As the client counts, and what is added to it so that those who saw the person leave believe the return. */
  clock: number
  offset: number
  /** What others were told last, as JSON; undefined when they were told nothing, or that the person is gone. */
  shown: string | undefined
  /** What came in since, still as it came: of many in one window only the newest is ever parsed. */
  latest: Uint8Array | undefined
}

/** Rooms of this size get the full window; smaller ones a shorter one, since they cost less. */
const FULL_WINDOW_AT = 50
/** Beyond this size the window grows with the room. */
const GROWS_FROM = 500
/** People who left and may come back under the same awareness client id. */
const REMEMBERED = 1_000

const CATCH_UP_MS = 500

const GONE = 'null'

/**
 * No client gets here by counting. A clock near the largest number would, once raised for somebody who comes back, be one
 * that nobody can read, and everybody's state goes out in one message.
 */
const MOST_CLOCK = 2 ** 40

/**
 * Who is here and what they point at: passed on, never stored. Each connection speaks for one awareness client id, and
 * the server writes into every state which member that is.
 */
export class Presence<A extends Attendee> {
  #people = new Map<number, Person<A>>()
  #byConnection = new Map<A, Person<A>>()
  #changed = new Set<Person<A>>()
  #left: PresenceEntry[] = []
  #lastClocks = new Map<number, number>()
  #behind = new Set<A>()
  #window: (() => void) | undefined

  constructor(
    private readonly attendees: ReadonlySet<A>,
    private readonly clock: Clock,
    private readonly windowLength: number,
  ) {}

  /** Takes the sender's own state from an awareness update; states of others, which providers echo, are skipped. */
  receive(connection: A, states: readonly PresenceState[]): void {
    for (const { client, clock, json } of states) {
      const person = this.#byConnection.get(connection) ?? this.#bind(connection, client)
      if (person?.client !== client || json.length > LIMITS.presence || clock > MOST_CLOCK) continue
      const isNewer = clock > person.clock || (clock === person.clock && isGone(json))
      if (!isNewer) continue
      person.clock = clock
      person.latest = json
      this.#changed.add(person)
    }
    if (this.#changed.size > 0) this.#announce()
  }

  /** Whose screen has this Yjs client id now: presence and edits of a screen have the same. */
  ownerOf(client: number): A | undefined {
    return this.#people.get(client)?.connection
  }

  /** Tells one connection about everybody. */
  greet(connection: A): void {
    const entries = [...this.#people.values()]
      .filter((person) => person.shown !== undefined && !this.#isEcho(person, connection))
      .map(entryOf)
    if (entries.length > 0 && !connection.sendPresence(Batch.of(presenceMessage(entries)))) this.#behind.add(connection)
  }

  leave(connection: A): void {
    this.#behind.delete(connection)
    const person = this.#byConnection.get(connection)
    if (!person) return
    this.#byConnection.delete(connection)
    this.#people.delete(person.client)
    this.#changed.delete(person)
    if (person.shown === undefined) return
    this.#remember(person)
    this.#left.push({ ...entryOf(person), state: GONE })
    this.#announce()
  }

  flush(): void {
    this.stop()
    const changed = [...this.#changed].filter((person) => this.#update(person))
    const left = this.#left.splice(0)
    this.#changed.clear()
    if (changed.length + left.length > 0) {
      const start = this.clock.now()
      this.#sendAll(changed, left)
      this.#openWindow(this.clock.now() - start)
    } else if (this.#behind.size > 0) this.#catchUp()
  }

  stop(): void {
    this.#window?.()
    this.#window = undefined
  }

  #announce(): void {
    if (!this.#window) this.flush()
  }

  #openWindow(took: number): void {
    const size = this.attendees.size
    const grown = this.windowLength * Math.max(1, size / GROWS_FROM)
    const window = size < FULL_WINDOW_AT ? (this.windowLength * size) / FULL_WINDOW_AT : grown
    this.#window = this.clock.after(leftOf(window, took), () => this.flush())
  }

  /** Those who were left out are told about everybody once their socket has drained. */
  #catchUp(): void {
    const behind = [...this.#behind]
    this.#behind.clear()
    for (const attendee of behind) this.greet(attendee)
    if (this.#behind.size > 0) this.#window = this.clock.after(CATCH_UP_MS, () => this.flush())
  }

  #sendAll(changed: Person<A>[], left: PresenceEntry[]): void {
    const everybody = Batch.of(presenceMessage([...left, ...changed.map(entryOf)]))
    const alone = changed.length === 1 && left.length === 0 ? changed[0]?.connection : undefined
    for (const attendee of this.attendees) {
      if (attendee === alone) continue
      if (this.#behind.delete(attendee)) this.greet(attendee)
      else if (!attendee.sendPresence(this.#without(attendee, changed, left) ?? everybody)) this.#behind.add(attendee)
    }
  }

  /** A batch of one's own only where an echo with a raised clock would overwrite the sender's newer state. */
  #without(attendee: A, changed: Person<A>[], left: PresenceEntry[]): Batch | undefined {
    const own = this.#byConnection.get(attendee)
    if (!own || !this.#isEcho(own, attendee) || !changed.includes(own)) return undefined
    const others = changed.filter((person) => person !== own)
    return Batch.of(presenceMessage([...left, ...others.map(entryOf)]))
  }

  #isEcho(person: Person<A>, connection: A): boolean {
    return person.connection === connection && person.offset > 0
  }

  /** Parses what came in last; true when others have to be told. */
  #update(person: Person<A>): boolean {
    const before = person.shown
    if (person.latest) {
      const state = stamped(person.latest, person.connection.memberId)
      person.latest = undefined
      if (state !== undefined) person.shown = state === GONE ? undefined : state
    }
    return person.shown !== undefined || before !== undefined
  }

  /** The first client id that a connection speaks of is its own, unless somebody else has it already. */
  #bind(connection: A, client: number): Person<A> | undefined {
    const owner = this.#people.get(client)
    if (owner && owner.connection.memberId !== connection.memberId) return undefined
    if (owner) {
      // The same client has come back before its old socket was found to be dead.
      this.#byConnection.delete(owner.connection)
      owner.connection = connection
      this.#byConnection.set(connection, owner)
      return owner
    }
    const person: Person<A> = { client, connection, clock: -1, offset: 0, shown: undefined, latest: undefined }
    const last = this.#lastClocks.get(client)
    if (last !== undefined && last < MOST_CLOCK) person.offset = last + 1
    this.#people.set(client, person)
    this.#byConnection.set(connection, person)
    return person
  }

  #remember(person: Person<A>): void {
    this.#lastClocks.delete(person.client)
    this.#lastClocks.set(person.client, person.clock + person.offset)
    if (this.#lastClocks.size > REMEMBERED) this.#lastClocks.delete(this.#lastClocks.keys().next().value ?? 0)
  }
}

function entryOf(person: Person<unknown>): PresenceEntry {
  return { client: person.client, clock: person.clock + person.offset, state: person.shown ?? GONE }
}

const decoder = new TextDecoder()

const isGone = (json: Uint8Array): boolean => json.length === GONE.length && decoder.decode(json) === GONE

/** The state with the member's id in it, whatever the client wrote there; undefined for what is no state. */
function stamped(json: Uint8Array, memberId: MemberId): string | undefined {
  try {
    const state: unknown = JSON.parse(decoder.decode(json))
    if (state === null) return GONE
    if (typeof state !== 'object' || Array.isArray(state)) return undefined
    return JSON.stringify({ ...state, member: memberId })
  } catch {
    return undefined
  }
}
