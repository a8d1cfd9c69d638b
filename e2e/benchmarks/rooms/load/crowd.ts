import { Cursor } from './cursor'
import { Editor } from './editor'
import { Histogram } from './histogram'
import { MarkReader } from './marks'
import { pace } from './pace'
import { type Address, RawSocket } from './raw-socket'

export type Person = {
  address: Address
  /** Their number in the room, which their own marks carry. */
  author: number
  /** Whether the marks that reach them are read; where thousands a second reach each of hundreds, some are enough. */
  isListening: boolean
}

/** What reached a crowd since it was last asked to begin. */
export type Reached = { marks: number; bytes: number; frames: number; times: Uint32Array; closed: number[] }

type Member = Person & { socket: RawSocket }

const OPENED_AT_ONCE = 25

/** Some of the clients of a server, in one process. */
export class Crowd {
  #members: Member[] = []
  readonly #times = new Histogram()
  readonly #closed: number[] = []
  /** They stay the same over a run: a copy of its own would make each an author of its own. */
  #editors: Editor[] | undefined
  #cursors: Cursor[] | undefined

  async open(people: readonly Person[]): Promise<void> {
    for (let from = 0; from < people.length; from += OPENED_AT_ONCE) {
      const some = people.slice(from, from + OPENED_AT_ONCE).map((person) => this.#admit(person))
      await Promise.all(some.map(({ socket }) => socket.synced()))
      for (const { socket, isListening } of some) {
        socket.onClose = () => this.#closed.push(socket.closeCode)
        socket.isOnlyCounting = !isListening
      }
      this.#members.push(...some)
    }
  }

  begin(): void {
    this.#times.clear()
    for (const { socket } of this.#members) {
      socket.bytes = 0
      socket.frames = 0
    }
  }

  reached(): Reached {
    const sum = (of: (socket: RawSocket) => number) =>
      this.#members.reduce((total, { socket }) => total + of(socket), 0)
    return {
      marks: this.#times.total,
      bytes: sum((socket) => socket.bytes),
      frames: sum((socket) => socket.frames),
      times: this.#times.counts,
      closed: this.#closed,
    }
  }

  /** The first so many of each room move notes, together so often a second. Answers how often they did. */
  async edit({ editors, aSecond, ms, state }: Editing): Promise<number> {
    this.#editors ??= this.#firstOfEachRoom(editors).map(
      ({ socket, author }) => new Editor(socket, state, author, editors),
    )
    const all = this.#editors
    const times = Math.round((aSecond * ms) / 1000)
    await pace(times, ms, (index) => all[index % all.length]?.move())
    return times
  }

  async point({ hz, ms }: { hz: number; ms: number }): Promise<number> {
    this.#cursors ??= this.#members.map(({ socket, author }) => new Cursor(socket, author))
    const cursors = this.#cursors
    const times = Math.round((cursors.length * hz * ms) / 1000)
    await pace(times, ms, (index) => cursors[index % cursors.length]?.move())
    return times
  }

  close(): void {
    for (const { socket } of this.#members) socket.close()
    this.#members = []
  }

  #firstOfEachRoom(count: number): Member[] {
    const rooms = new Map<string, Member[]>()
    for (const member of this.#members) {
      const { room } = member.address
      rooms.set(room, [...(rooms.get(room) ?? []), member])
    }
    return [...rooms.values()].flatMap((members) => members.slice(0, count))
  }

  #admit(person: Person): Member {
    const socket = new RawSocket(person.address)
    const reader = new MarkReader()
    if (person.isListening) {
      socket.onChunk = (chunk) => reader.take(chunk, person.author, (micros) => this.#times.add(micros))
    }
    return { ...person, socket }
  }
}

export type Editing = { editors: number; aSecond: number; ms: number; state: Uint8Array }
