import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** A browser without a page: a cookie jar that speaks HTTP and the y-websocket protocol, for what a page cannot or must not do. */
export class Device {
  #cookies = new Map<string, string>()
  readonly #rooms: OpenRoom[] = []

  constructor(readonly url: string) {}

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: T }> {
    const headers: Record<string, string> = { origin: this.url, cookie: this.cookie }
    if (body !== undefined) headers['content-type'] = 'application/json'
    const answer = await fetch(this.url + path, {
      method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'manual',
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      const at = pair.indexOf('=')
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
    }
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('json')
    return { status: answer.status, body: (isJson ? JSON.parse(text) : { text }) as T }
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}) {
    return this.send<T>('POST', path, body)
  }

  get<T = Record<string, unknown>>(path: string) {
    return this.send<T>('GET', path)
  }

  /** The unmodified y-websocket client; resolves when the content is there. */
  async open(room: string, document = new Y.Doc()): Promise<OpenRoom> {
    const cookie = this.cookie
    const refusals: string[] = []
    class SocketWithCookie extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: { cookie } })
      }
    }
    const provider = new WebsocketProvider(`${this.url.replace(/^http/, 'ws')}/sync`, room, document, {
      disableBc: true,
      params: { saved: '1' },
      WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
    })
    // Throws when the document has had to take another id, because somebody wrote under its own; says nothing otherwise.
    provider.disconnectBc = () => {}
    let saved = 0
    const savedListeners = new Set<() => void>()
    provider.messageHandlers[100] = (_encoder, decoder) => {
      saved = decoding.readVarUint(decoder)
      for (const listener of savedListeners) listener()
    }
    provider.messageHandlers[101] = (_encoder, decoder) => {
      decoding.readVarUint(decoder)
      refusals.push(decoding.readVarString(decoder))
      for (const listener of savedListeners) listener()
    }
    const closed = new Promise<number>((resolve) => {
      provider.on('connection-close', (event: CloseEvent | null) => resolve(event?.code ?? 0))
    })
    const opened: OpenRoom = {
      document,
      provider,
      refusals,
      closed,
      saved: () => saved,
      onAnswer: (listener) => {
        savedListeners.add(listener)
        return () => savedListeners.delete(listener)
      },
      close: () => {
        provider.destroy()
        // else its timer keeps the process of a bench alive for ever
        provider.awareness.destroy()
      },
    }
    this.#rooms.push(opened)
    const synced = new Promise<void>((resolve) => {
      provider.on('sync', (is: boolean) => is && resolve())
    })
    await Promise.race([synced, closed])
    return opened
  }

  close(): void {
    for (const room of this.#rooms) room.close()
  }
}

export type OpenRoom = {
  document: Y.Doc
  provider: WebsocketProvider
  /** Codes of the updates that were not taken. */
  refusals: string[]
  /** The first close code. */
  closed: Promise<number>
  /** How many of its document messages the server says are on disk. */
  saved: () => number
  /** Called at every *saved* and *refused*. */
  onAnswer: (listener: () => void) => () => void
  close: () => void
}

/** What creating a workshop answers with. */
export type Created = {
  workshop: { id: string; title: string }
  canvases: { id: string; title: string }[]
  links: { id: string; key: string; role: string; side: string | null; url: string; token: string; code: string }[]
  member: { id: string }
}

export async function createWorkshop(device: Device, body: Record<string, unknown> = {}): Promise<Created> {
  const answer = await device.post<Created>('/api/workshops', { title: 'Homelessness funding', ...body })
  if (answer.status !== 201) throw new Error(`not created: ${JSON.stringify(answer)}`)
  return answer.body
}

export function linkOf(created: Created, key: string): Created['links'][number] {
  const link = created.links.find((one) => one.key === key)
  if (!link) throw new Error(`no link for ${key}`)
  return link
}
