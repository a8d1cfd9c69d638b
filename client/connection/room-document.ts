import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { MemberId } from '../../shared/domain/ids'
import type { RoomName } from '../../shared/domain/room'
import type { RefusalCode } from '../../shared/protocol/refusals'
import { retryDelay } from './backoff'
import type { ConnectionStatus } from './connection-status'
import type { SocketClass } from './counting-socket'
import { adoptingSocket } from './early-sockets'
import { type OpenOfflineCopy, openIndexedDbCopy } from './offline-copy'
import { copyName, syncAddress } from './room-address'
import { RoomConnection } from './room-connection'
import type { LostWords } from './written-texts'

/** Words that the server did not take, and why. */
export type Loss = { code: RefusalCode; words: LostWords[] }

/** One room, open. The document is replaced when its changes were refused: get it when it is needed, do not keep it. */
export interface RoomDocument {
  document(): Y.Doc
  awareness(): Awareness
  /** Content has arrived, from the server or from this device. */
  ready(): boolean
  status(): ConnectionStatus
  /** Whether this device keeps what is written while offline. */
  keepsCopy(): boolean
  /** Called when any of the above may have changed. */
  subscribe(listener: () => void): () => void
  /** Resolves once everything written here is on the server's disk, or the room is closed to this person. */
  saved(): Promise<void>
  close(): void
}

export type RoomOptions = {
  room: RoomName
  memberId: MemberId
  /** Keep a copy on this device. */
  persist: boolean
  onLost?: (loss: Loss) => void
  /** For tests. */
  socket?: SocketClass
  address?: string
  openCopy?: OpenOfflineCopy
}

/** Without an acknowledgement for this long "Saved" would be a lie. */
const PAUSED_AFTER_MS = 2_000
/** A server that restarts is back by then; longer is offline. */
const OFFLINE_AFTER_MS = 10_000
/** How often a status that depends on time is looked at. */
const LOOK_MS = 500

export function openRoomDocument(options: RoomOptions): RoomDocument {
  return new OpenRoom(options)
}

class OpenRoom implements RoomDocument {
  #current: RoomConnection
  /** Takes over once it has the server's content: until then the old document stays on the screen. */
  #next: RoomConnection | undefined
  #ready = false
  #refused: RefusalCode | undefined
  #awaySince: number | undefined = Date.now()
  #hasCopy = false
  #losses = 0
  #lossCode: RefusalCode = 'update-not-valid'
  #shown = ''
  #isClosed = false
  readonly #listeners = new Set<() => void>()
  #clock: ReturnType<typeof setInterval> | undefined
  #restart: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly options: RoomOptions) {
    this.#current = this.#connect()
    this.#open(this.#current).catch(() => undefined)
    globalThis.addEventListener?.('online', this.#wake)
    globalThis.addEventListener?.('offline', this.#doubt)
    globalThis.document?.addEventListener('visibilitychange', this.#wake)
  }

  document(): Y.Doc {
    return this.#current.document
  }

  awareness(): Awareness {
    return this.#current.provider.awareness
  }

  ready(): boolean {
    return this.#ready
  }

  keepsCopy(): boolean {
    return this.#hasCopy
  }

  status(): ConnectionStatus {
    if (this.#refused) return { is: 'refused', code: this.#refused }
    const { unsaved, waitingSince } = this.#current
    if (this.#next) return { is: 'connecting' }
    if (this.#current.isLive) {
      const paused = waitingSince !== undefined && Date.now() - waitingSince > PAUSED_AFTER_MS
      return { is: paused ? 'saving-paused' : 'live', unsaved }
    }
    return this.#isOffline() ? { is: 'offline', unsaved } : { is: 'connecting' }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  saved(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        const waits = this.#next !== undefined || !this.#ready || this.#current.unsaved > 0
        if (waits && !this.#refused && !this.#isClosed) return
        stop()
        resolve()
      }
      const stop = this.subscribe(look)
      look()
    })
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    clearInterval(this.#clock)
    clearTimeout(this.#restart)
    globalThis.removeEventListener?.('online', this.#wake)
    globalThis.removeEventListener?.('offline', this.#doubt)
    globalThis.document?.removeEventListener('visibilitychange', this.#wake)
    this.#next?.close()
    this.#current.close()
    for (const listener of [...this.#listeners]) listener()
    this.#listeners.clear()
  }

  #connect(): RoomConnection {
    const { room, memberId, socket = adoptingSocket(), address = syncAddress() } = this.options
    const connection: RoomConnection = new RoomConnection({
      address,
      room,
      memberId,
      socket,
      events: {
        changed: () => this.#changed(),
        synced: () => this.#synced(connection),
        lost: (code, words) => this.#lost(connection, { code, words }),
        closed: (code) => this.#closed(code),
      },
    })
    return connection
  }

  async #open(connection: RoomConnection): Promise<void> {
    const { persist, memberId, room, openCopy = openIndexedDbCopy } = this.options
    const turned = (keeps: boolean) => {
      this.#hasCopy = keeps
      this.#changed()
    }
    const copy = persist ? await openCopy(copyName(memberId, room), connection.document, turned) : undefined
    if (this.#isClosed) return copy?.close()
    this.#hasCopy = copy !== undefined
    if (copy && connection.document.store.clients.size > 0) this.#ready = true
    connection.start(copy)
    this.#changed()
  }

  #synced(connection: RoomConnection): void {
    this.#ready = true
    this.#losses = 0
    if (connection === this.#next) this.#takeOver(connection)
    this.#changed()
  }

  #lost(connection: RoomConnection, loss: Loss): void {
    if (this.#isClosed) return
    this.options.onLost?.(loss)
    this.#lossCode = loss.code
    this.#losses += 1
    const replacement = this.#connect()
    const before = this.#next
    this.#next = replacement
    const reopen = async () => {
      await connection.discardCopy()
      if (connection === before) connection.close()
      if (!this.#isClosed) await this.#open(replacement)
    }
    // The first time at once; a document that is lost again and again must not become a storm.
    const delay = this.#losses === 1 ? 0 : retryDelay(this.#losses)
    this.#restart = setTimeout(() => reopen().catch(() => undefined), delay)
    this.#changed()
  }

  #takeOver(connection: RoomConnection): void {
    const old = this.#current
    const late = old.takeLateWords()
    connection.provider.awareness.setLocalState(old.provider.awareness.getLocalState() ?? {})
    this.#current = connection
    this.#next = undefined
    this.#tell()
    old.close()
    if (late.length > 0) this.options.onLost?.({ code: this.#lossCode, words: late })
  }

  #closed(code: RefusalCode): void {
    this.#refused = code
    this.#changed()
  }

  #isOffline(): boolean {
    if (globalThis.navigator?.onLine === false) return true
    return this.#awaySince !== undefined && Date.now() - this.#awaySince > OFFLINE_AFTER_MS
  }

  #changed(): void {
    if (this.#isClosed || !this.#current) return
    this.#awaySince = this.#current.isLive ? undefined : (this.#awaySince ?? Date.now())
    const settled = this.#current.isLive && this.#current.unsaved === 0
    if (settled || this.#refused) {
      clearInterval(this.#clock)
      this.#clock = undefined
    } else this.#clock ??= setInterval(() => this.#look(), LOOK_MS)
    this.#tell()
  }

  #look(): void {
    const status = JSON.stringify(this.status())
    if (status !== this.#shown) this.#tell()
  }

  #tell(): void {
    this.#shown = JSON.stringify(this.status())
    for (const listener of [...this.#listeners]) listener()
  }

  #wake = (): void => {
    if (globalThis.document?.visibilityState === 'hidden') return
    const connection = this.#next ?? this.#current
    connection.retryNow()
    connection.probe()
    this.#changed()
  }

  #doubt = (): void => {
    this.#current.probe({ surely: true })
    this.#changed()
  }
}
