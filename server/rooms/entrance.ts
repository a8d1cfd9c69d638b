import type { Duplex } from 'node:stream'
import { type HttpBindings, upgradeWebSocket } from '@hono/node-server'
import type { Context, Env, Hono, Schema } from 'hono'
import { type WebSocket, WebSocketServer } from 'ws'
import { parseRoomName } from '../../shared/domain/room'
import { LIMITS } from '../../shared/protocol/limits'
import type { RefusalBody } from '../../shared/protocol/refusals'
import { type Clock, systemClock } from './clock'
import { closeCodeOf } from './connection'
import type { LogPosition } from './ports'
import type { RoomRegistry } from './room-registry'
import { socketWire } from './socket-wire'

export type EntranceOptions = {
  registry: RoomRegistry
  /** Where people reach the product, as set; without it the Host header says so. */
  publicOrigin?: string | undefined
  clock?: Clock
}

const PATH = '/sync/'

/** What `serve({ websocket: { server } })` needs. A larger frame than two whole updates closes its socket (1009). */
export function websocketServer(): WebSocketServer {
  const server = new WebSocketServer({ noServer: true, maxPayload: 2 * LIMITS.message, perMessageDeflate: false })
  server.on('error', () => {})
  // From the first moment: a broken frame may come before anybody else listens, and would end the process.
  server.on('connection', (socket) => socket.on('error', () => {}))
  return server
}

/**
 * `GET /sync/<room>`: the way in for live documents. A refused upgrade would be invisible to the client, which would try
 * for ever; so every no but a wrong Origin accepts the upgrade and closes at once with the table's code.
 */
export function mountEntrance<E extends Env, S extends Schema, P extends string>(
  app: Hono<E, S, P>,
  { registry, publicOrigin, clock = systemClock }: EntranceOptions,
): void {
  const isAllowed = originCheck(publicOrigin)
  app.get(`${PATH}*`, async (context, next) => {
    if (isAllowed(context)) return next()
    return context.json<RefusalBody>({ refusal: 'wrong-origin' }, 403)
  })
  app.get(
    `${PATH}*`,
    upgradeWebSocket((context) => {
      const { incoming } = context.env as HttpBindings
      return {
        onOpen: (_event, socket) => letIn(socket.raw as WebSocket, incoming.socket, { context, registry, clock }),
      }
    }),
  )
}

type Opened = { context: Context; registry: RoomRegistry; clock: Clock }

function letIn(socket: WebSocket, stream: Duplex, { context, registry, clock }: Opened): void {
  const wire = socketWire(socket, stream, clock)
  const address = parseRoomName(nameIn(context.req.path))
  if (!address) {
    wire.close(closeCodeOf('not-found'), 'not-found')
    return
  }
  const arrival = registry.arrive({
    wire,
    address,
    cookie: context.req.header('cookie'),
    wantsSaved: context.req.query('saved') === '1',
    isNew: context.req.query('new') === '1',
    wantsDeflated: context.req.query('deflated') === '1',
    member: context.req.query('member'),
    schema: readNumber(context.req.query('schema')),
    from: readPosition(context.req.query('from')),
  })
  // Straight from the socket: the adapter would wrap each message in an event and copy it twice.
  socket.on('message', (bytes: Buffer, isBinary: boolean) => arrival.receive(bytes, isBinary))
  socket.on('pong', () => arrival.pong())
  socket.on('close', () => arrival.gone())
  if (socket.readyState !== socket.OPEN) arrival.gone()
}

function readNumber(given: string | undefined): number | undefined {
  return given !== undefined && /^\d{1,9}$/.test(given) ? Number(given) : undefined
}

function nameIn(path: string): string {
  try {
    return decodeURIComponent(path.slice(path.indexOf(PATH) + PATH.length))
  } catch {
    return ''
  }
}

/** `<epoch>:<position>`; anything else counts as not said. */
export function readPosition(from: string | undefined): LogPosition | undefined {
  const match = /^([\w-]{1,64}):(\d{1,15})$/.exec(from ?? '')
  return match?.[1] && match[2] ? { epoch: match[1], position: Number(match[2]) } : undefined
}

/**
 * Another site's page must not open a socket with a member's cookie. Never compared with the request's own URL, which
 * the sender writes. Without an Origin it is no browser, and its cookie was given to it on purpose.
 */
function originCheck(publicOrigin: string | undefined): (context: Context) => boolean {
  const expected = publicOrigin ? new URL(publicOrigin).origin : undefined
  return (context) => {
    const origin = context.req.header('origin')
    if (origin === undefined) return true
    if (expected) return origin === expected
    return hostOf(origin) === context.req.header('host')?.toLowerCase()
  }
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host
  } catch {
    return undefined
  }
}
