import { createRequire } from 'node:module'

/**
 * What is possible in Node: passes on what comes and knows nothing of it. No document, no session, no disk; what came within
 * a window goes as one write a socket, as ours does. The largest update that ever came counts as the content.
 */
const { Server: WebSocketServer } = createRequire(import.meta.url)('ws')

const WINDOW_PER_SOCKET_MS = 0.06
const WINDOW_MOST_MS = 33
const [SYNC, STEP_1, STEP_2] = [0, 0, 1]

const rooms = new Map()
const server = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', (socket, request) => {
  const room = roomOf(request.url)
  const { sockets } = room
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('error', () => {})
  socket.on('message', (message) => take(room, socket, message))
})

function roomOf(name) {
  const room = rooms.get(name) ?? {
    sockets: new Set(),
    waiting: [],
    timer: undefined,
    content: Buffer.from([0, 1, 2, 0, 0]),
  }
  rooms.set(name, room)
  return room
}

function take(room, socket, message) {
  if (message[0] === SYNC && message[1] === STEP_1) {
    socket.send(room.content)
    return
  }
  if (message[0] === SYNC && message.length > room.content.length) {
    room.content = Buffer.from(message)
    room.content[1] = STEP_2
  }
  room.waiting.push(frame(message))
  if (!room.timer) flush(room)
}

function flush(room) {
  room.timer = undefined
  if (room.waiting.length === 0) return
  const start = performance.now()
  const bytes = Buffer.concat(room.waiting.splice(0))
  for (const socket of room.sockets) socket._socket.write(bytes)
  const window = Math.min(WINDOW_MOST_MS, room.sockets.size * WINDOW_PER_SOCKET_MS)
  room.timer = setTimeout(flush, Math.max(window / 2, window - (performance.now() - start)), room)
}

function frame(message) {
  const { length } = message
  if (length < 126) return Buffer.concat([Buffer.from([0x82, length]), message])
  const header = Buffer.alloc(length < 65_536 ? 4 : 10)
  header[0] = 0x82
  header[1] = length < 65_536 ? 126 : 127
  if (length < 65_536) header.writeUInt16BE(length, 2)
  else header.writeBigUInt64BE(BigInt(length), 2)
  return Buffer.concat([header, message])
}
