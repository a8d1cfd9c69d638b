import * as decoding from 'lib0/decoding'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { readStage } from '../../shared/document/stage'
import { type RoomAddress, roomName } from '../../shared/domain/room'
import type { StageView } from '../../shared/domain/stage-view'
import { MESSAGE } from '../../shared/protocol/messages'

/** What a command came to, as a page sees it. */
export type Came<T> = { status: number; body: T; cookie: string | null; headers: Headers }

type Server = { url: string; request(path: string, init: RequestInit): Response | Promise<Response> }

/** Hears everything that reaches a browser, as it came: `where` is the room or the address. */
export type Ear = (where: string, bytes: Uint8Array) => void

/** One browser: a cookie jar, and documents opened with it. */
export class Browser {
  readonly #server: () => Server
  #cookies = new Map<string, string>()
  #open: OpenRoom[] = []
  #ear: Ear = () => undefined

  constructor(server: () => Server) {
    this.#server = server
  }

  /** From now on everything that comes is heard, also in documents opened later. */
  listen(ear: Ear): void {
    this.#ear = ear
  }

  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** As a file system copies a profile: the same session elsewhere. */
  setCookies(header: string): void {
    this.#cookies = new Map(header.split('; ').map((pair) => pair.split('=', 2) as [string, string]))
  }

  get<T = unknown>(path: string): Promise<Came<T>> {
    return this.send('GET', path)
  }

  post<T = unknown>(path: string, body?: unknown): Promise<Came<T>> {
    return this.send('POST', path, body)
  }

  patch<T = unknown>(path: string, body: unknown): Promise<Came<T>> {
    return this.send('PATCH', path, body)
  }

  put<T = unknown>(path: string, body: unknown): Promise<Came<T>> {
    return this.send('PUT', path, body)
  }

  async send<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Came<T>> {
    const { url, request } = this.#server()
    const sent: Record<string, string> = { host: new URL(url).host, origin: url, ...headers }
    if (this.#cookies.size > 0) sent.cookie = this.cookieHeader
    if (body !== undefined) sent['content-type'] ??= 'application/json'
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const response = await request(path, { method, headers: sent, ...(text === undefined ? {} : { body: text }) })
    const cookie = response.headers.get('set-cookie')
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie ?? '') ?? []
    if (name && value !== undefined) this.#cookies.set(name, value)
    const isJson = response.headers.get('content-type')?.includes('json')
    const came = await response.text()
    this.#ear(path, Buffer.from(`${JSON.stringify([...response.headers])}\n${came}`))
    return {
      status: response.status,
      body: (isJson ? JSON.parse(came) : came) as T,
      cookie,
      headers: response.headers,
    }
  }

  /** Opens a document over a real WebSocket; resolves once it has arrived. `params`: what a page says besides. */
  async open(room: RoomAddress, params: Record<string, string> = {}): Promise<OpenRoom> {
    const hears: Ear = (where, bytes) => this.#ear(where, bytes)
    const opened = await OpenRoom.open(this.#server().url, room, { cookie: this.cookieHeader, params, hears })
    this.#open.push(opened)
    return opened
  }

  close(): void {
    for (const room of this.#open) room.close()
    this.#open = []
  }
}

/** A document as this browser holds it. */
export class OpenRoom {
  /** The code of the close that came from the server, if one did. */
  closedWith: number | undefined
  /** Codes of edits that were not taken, as any client hears of them. */
  readonly refusals: string[] = []
  #heardRefusal: (code: string) => void = () => undefined

  private constructor(
    readonly document: Y.Doc,
    readonly provider: WebsocketProvider,
  ) {
    provider.on('connection-close', (event: { code?: number } | null) => {
      this.closedWith = event?.code
    })
    provider.messageHandlers[MESSAGE.auth] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      const code = decoding.readVarString(decoder)
      this.refusals.push(code)
      this.#heardRefusal(code)
    }
  }

  /** The first refusal of an edit on this connection. */
  async refused(): Promise<string> {
    const [first] = this.refusals
    return first ?? new Promise((resolve) => (this.#heardRefusal = resolve))
  }

  /** Resolves when it has arrived, or when the server has closed the door. */
  static async open(
    url: string,
    room: RoomAddress,
    { cookie, params, hears }: { cookie: string; params: Record<string, string>; hears: Ear },
  ): Promise<OpenRoom> {
    const document = new Y.Doc()
    class WithCookie extends WebSocket {
      constructor(address: string | URL, protocols?: string[]) {
        super(address, protocols, { headers: { cookie, origin: url } })
        this.on('message', (bytes: Buffer | ArrayBuffer) => hears(roomName(room), new Uint8Array(bytes)))
        this.on('close', (code, reason) => hears(roomName(room), Buffer.from(`closed ${code} ${reason}`)))
      }
    }
    const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, roomName(room), document, {
      WebSocketPolyfill: WithCookie as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      connect: false,
      params,
    })
    // It would listen for the end of the process with every room; the tests close theirs.
    process.off('exit', provider._exitHandler)
    const opened = new OpenRoom(document, provider)
    const arrived = new Promise<void>((resolve) => {
      provider.once('sync', () => resolve())
      provider.once('connection-close', () => resolve())
    })
    provider.connect()
    await arrived
    return opened
  }

  stage(): StageView {
    return readStage(this.document)
  }

  /** Resolves when the document reads as expected; looks again with every change. */
  until(expected: (document: Y.Doc) => boolean): Promise<void> {
    if (expected(this.document)) return Promise.resolve()
    return new Promise((resolve) => {
      const look = () => {
        if (!expected(this.document)) return
        this.document.off('update', look)
        resolve()
      }
      this.document.on('update', look)
    })
  }

  /** Resolves with the close code when the server closes this connection. */
  async closed(): Promise<number | undefined> {
    if (this.closedWith !== undefined) return this.closedWith
    await new Promise<void>((resolve) => this.provider.once('connection-close', () => resolve()))
    return this.closedWith
  }

  close(): void {
    this.provider.destroy()
    this.document.destroy()
  }
}
