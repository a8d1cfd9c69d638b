import * as Y from 'yjs'
import { MIGRATIONS, type Migrations } from '../../../shared/document/migrate'
import type { CanvasId, MemberId, WorkshopId } from '../../../shared/domain/ids'
import { type RoomAddress, roomName } from '../../../shared/domain/room'
import type { RefusalCode } from '../../../shared/protocol/refusals'
import { ok, type Result, refuse } from '../../../shared/result'
import { MemoryLog } from '../../testing/memory-log'
import type { RoomLimits } from '../limits'
import { LiveDocument } from '../live-document'
import type { Doorkeeper, Rights } from '../ports'
import { createRoomRegistry, type RoomRegistry } from '../room-registry'
import { Client } from './client'
import { HandClock } from './hand-clock'
import { MortalLog } from './mortal-log'

export const WORKSHOP = 'workshop1' as WorkshopId
export const CANVAS: RoomAddress = { kind: 'canvas', canvasId: 'canvas1' as CanvasId }
export const STAGE: RoomAddress = { kind: 'stage', workshopId: WORKSHOP }

export const WRITER: Rights = { write: 'yes' }
export const OBSERVER: Rights = { write: 'role-may-not-edit' }

/** Lets in whom the test names: the cookie is the name, the name is the member id. */
export class TestDoorkeeper implements Doorkeeper {
  readonly rightsOf = new Map<string, Rights | RefusalCode>()
  /** Set to keep people waiting at the door. */
  gate: Promise<void> = Promise.resolve()

  async enter(cookie: string | undefined) {
    await this.gate
    if (!cookie) return refuse('session-missing' as const)
    const rights = this.#find(cookie)
    if (!rights.ok) return rights
    return ok({
      memberId: cookie as MemberId,
      workshopId: WORKSHOP,
      session: `session of ${cookie}`,
      rights: rights.value,
    })
  }

  async rights(memberId: MemberId) {
    await this.gate
    return this.#find(memberId)
  }

  #find(name: string): Result<Rights, RefusalCode> {
    const rights = this.rightsOf.get(name) ?? 'not-a-member'
    return typeof rights === 'string' ? refuse(rights) : ok(rights)
  }
}

export type World = {
  log: MemoryLog
  clock: HandClock
  doorkeeper: TestDoorkeeper
  registry: RoomRegistry
  /** The way of the running process to the log. */
  readonly disk: MortalLog
  faults: unknown[]
  /** Stops the process as a crash would and starts it again on the same log. */
  restart(): void
  /** The same with another release of the server, which knows another schema. */
  release(migrations: Migrations): void
  person(
    name: string,
    rights?: Rights,
    options?: {
      address?: RoomAddress
      wantsSaved?: boolean
      wantsDeflated?: boolean
      isNew?: boolean
      schema?: number
    },
  ): Client
  /** Moves messages, commits and time until nothing moves any more. */
  settle(): Promise<void>
  /** Lets promises that wait for nothing else go on. */
  turn(): Promise<void>
  /** The document as somebody would find it who opens the log now. */
  reopened(address?: RoomAddress): Promise<Y.Doc>
}

/** A server without a network, where everything moves when the test says so. */
export function openWorld(limits: Partial<RoomLimits> = {}): World {
  const clock = new HandClock()
  const log = new MemoryLog({ now: () => clock.now() })
  const doorkeeper = new TestDoorkeeper()
  const faults: unknown[] = []
  const clients: Client[] = []
  let migrations = MIGRATIONS
  const start = () => {
    const disk = new MortalLog(log)
    const fault = (error: unknown) => faults.push(error)
    return { disk, registry: createRoomRegistry({ log: disk, doorkeeper, clock, limits, migrations, fault }) }
  }
  let current = start()
  const registry = new Proxy({} as RoomRegistry, {
    get: (_none, key) => Reflect.get(current.registry, key).bind(current.registry),
  })
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
  const restart = () => {
    for (const client of clients) client.disconnect()
    current.disk.die()
    clock.forget()
    current = start()
  }
  return {
    log,
    clock,
    doorkeeper,
    faults,
    turn,
    registry,
    get disk() {
      return current.disk
    },
    restart,
    release(table) {
      migrations = table
      log.schemaVersion = table.version
      restart()
    },
    person(name, rights = WRITER, { address = CANVAS, ...asks } = {}) {
      doorkeeper.rightsOf.set(name, rights)
      const client = new Client({ name, registry, address, ...asks })
      clients.push(client)
      client.connect()
      return client
    },
    async settle() {
      for (let quiet = 0; quiet < 3; ) {
        await turn()
        const moved = clients.map((client) => client.exchange()).some(Boolean)
        clock.advance(50)
        quiet = moved ? 0 : quiet + 1
      }
    },
    async reopened(address = CANVAS) {
      return (await LiveDocument.load(await log.load(roomName(address)), { log, clock })).doc
    },
  }
}

/** Plain text of everything in a document, for comparing copies. */
export function contentOf(doc: Y.Doc): Record<string, unknown> {
  return { notes: doc.getMap('notes').toJSON(), body: doc.getText('body').toString() }
}

export const addNote = (client: Client, id: string, text: string): void => addNoteTo(client.doc, id, text)

export function addNoteTo(doc: Y.Doc, id: string, text: string): void {
  doc.transact(() => {
    const note = new Y.Map()
    doc.getMap('notes').set(id, note)
    note.set('text', new Y.Text(text))
    note.set('place', { in: null, x: 0, y: 0 })
  })
}

export const notesOf = (doc: Y.Doc): string[] =>
  [...doc.getMap<Y.Map<unknown>>('notes').values()].map((note) => String(note.get('text'))).sort()
