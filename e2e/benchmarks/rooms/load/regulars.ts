import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import * as Y from 'yjs'
import { STEP_1 } from './dialect'
import { Editor } from './editor'
import type { Frame } from './frames'
import { now } from './marks'
import { type Address, RawSocket } from './raw-socket'

const SAVED = 100
const REFUSED = 101
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 10_000
const OPENED_AT_ONCE = 25

/** Somebody in one room who comes back by themselves, pausing as our client does, and says up to where they have everything. */
class Regular {
  liveAt = 0
  refusals: string[] = []
  /** Made while away; goes up on coming back. */
  kept: Uint8Array[] = []
  isAway = false
  #socket: RawSocket | undefined
  #position = ''
  #failures = 0

  constructor(private readonly address: Address) {}

  get isLive(): boolean {
    return this.liveAt > 0
  }

  come(stateVector?: Uint8Array): void {
    const from = this.#position ? `&from=${this.#position}` : ''
    const address = { ...this.address, path: this.address.path + from }
    const socket = new RawSocket(address)
    this.#socket = socket
    if (stateVector) socket.hello = [socket.dialect.sync(address.room, STEP_1, stateVector)]
    socket.onFrame = (frame) => this.#read(frame)
    socket.onDocument = () => this.#live(socket)
    socket.onClose = () => {
      this.liveAt = 0
      if (this.isAway) return
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** this.#failures, LONGEST_PAUSE_MS)
      this.#failures += 1
      setTimeout(() => this.come(stateVector), pause * (0.5 + Math.random() / 2))
    }
  }

  leave(): void {
    this.isAway = true
    this.liveAt = 0
    this.#socket?.socket.destroy()
  }

  close(): void {
    this.#socket?.close()
  }

  #live(socket: RawSocket): void {
    if (socket.syncedAt === 0 || this.isLive) return
    this.liveAt = now()
    this.#failures = 0
    for (const update of this.kept.splice(0)) socket.sendUpdate(update)
  }

  #read({ head }: Frame): void {
    const type = head[0]
    if (type !== SAVED && type !== REFUSED) return
    const decoder = createDecoder(head)
    readVarUint(decoder)
    readVarUint(decoder)
    const said = readVarString(decoder)
    if (type === REFUSED) this.refusals.push(said)
    else if (!said.endsWith(':0')) this.#position = said
  }
}

/** Some of them, by number, and the document as they had it. */
export type Away = { people: number[]; state: Uint8Array }

/** The same people over a restart. */
export class Regulars {
  #people: Regular[] = []

  async open(addresses: readonly Address[]): Promise<void> {
    this.#people = addresses.map((address) => new Regular(address))
    for (let from = 0; from < addresses.length; from += OPENED_AT_ONCE) {
      const some = this.#people.slice(from, from + OPENED_AT_ONCE)
      for (const person of some) person.come()
      await until(() => some.every((person) => person.isLive))
    }
  }

  /** Some lose their network and write on. */
  writeAway({ people, state }: Away): void {
    people.forEach((index, nth) => {
      const person = this.#people[index]
      if (!person) return
      person.leave()
      new Editor({ sendUpdate: (update) => person.kept.push(update) }, state, nth, people.length).move()
    })
  }

  /** They have it again. */
  comeBack({ people, state }: Away): void {
    for (const index of people) {
      const person = this.#people[index]
      if (!person) continue
      person.isAway = false
      person.come(Y.encodeStateVectorFromUpdate(state))
    }
  }

  /** When the last of them was live again, and what was refused. */
  async allLive(): Promise<{ at: number; refusals: string[] }> {
    await until(() => this.#people.every((person) => person.isLive))
    const at = Math.max(...this.#people.map((person) => person.liveAt))
    await new Promise((resolve) => setTimeout(resolve, 500))
    return { at, refusals: this.#people.flatMap(({ refusals }) => refusals) }
  }

  close(): void {
    for (const person of this.#people) person.close()
  }
}

async function until(holds: () => boolean): Promise<void> {
  const end = now() + 60e6
  while (!holds()) {
    if (now() > end) throw new Error('not all came back within a minute')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
