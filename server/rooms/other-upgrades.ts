import { type IncomingMessage, type Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Upgrade = (request: IncomingMessage, socket: Socket, head: Buffer) => void

/**
 * Node takes every request that asks for an upgrade off HTTP and leaves its socket to whoever listens, errors included.
 * The adapter listens for WebSockets only: anything else (`Upgrade: h2c`, which some HTTP clients send of themselves)
 * would wait for ever, and hanging up on it would end the process. So it is answered as if it had not asked (RFC 9110, 7.8).
 */
export function answerOtherUpgrades(server: Server): void {
  // A socket has somebody who hears its errors from its first moment to its last, whoever holds it meanwhile.
  server.on('connection', (socket) => socket.on('error', () => {}))
  // In place of the adapter's listener, not beside it: it stops answering its own refusals when it is not the only one.
  const [toWebSocket] = server.listeners('upgrade') as Upgrade[]
  server.removeAllListeners('upgrade')
  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() === 'websocket') toWebSocket?.(request, socket, head)
    else answerPlainly(server, request, socket)
  })
}

/** The body, if one was on its way, is not read: the connection ends with the answer. */
function answerPlainly(server: Server, request: IncomingMessage, socket: Socket): void {
  const response = new ServerResponse(request)
  response.shouldKeepAlive = false
  response.assignSocket(socket)
  response.once('finish', () => socket.end())
  server.emit('request', request, response)
}
