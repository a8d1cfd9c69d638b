import { frame, OPCODE } from './hostile-frames'
import type { Violation } from './hostile-framing'
import type { Handshake } from './hostile-handshakes'
import { isContent, question } from './hostile-messages'
import { type Random, upTo } from './hostile-random'
import { type Door, HostileSocket } from './hostile-socket'

const QUESTION = frame({ payload: question(new Uint8Array([0])) })
/** Of a hundred attackers so many wait for the server to cut them, silent. */
const STUBBORN = 2

/** Sends messages of one kind; resolves when the server has read them, or has had enough. Answers the close code, if any. */
export async function say(door: Door, messages: readonly (Uint8Array | string)[], random: Random): Promise<number> {
  const socket = await HostileSocket.open(door)
  for (const message of messages) {
    const isText = typeof message === 'string'
    const payload = isText ? Buffer.from(message) : message
    socket.write(frame({ payload, opcode: isText ? OPCODE.text : OPCODE.binary }))
  }
  return leave(socket, random, (await isAnswered(socket)) ? 0 : await socket.closed)
}

/** Breaks the framing; answers the close code, 0 where the server let it pass. */
export async function breakFraming(door: Door, { bytes, verdict }: Violation, random: Random): Promise<number> {
  const socket = await HostileSocket.open(door)
  for (const chunk of bytes(random)) socket.write(chunk)
  if (verdict === 'hangs up') {
    await socket.flushed()
    return leave(socket, random, 0)
  }
  const isOpen = verdict === 'passes' && (await isAnswered(socket))
  return leave(socket, random, isOpen ? 0 : await socket.closed)
}

/** Says something else in place of an upgrade; answers the status line. */
export async function shakeHands(door: Door, { bytes, status }: Handshake, random: Random): Promise<string> {
  const socket = new HostileSocket(door.port)
  for (const chunk of bytes(door, random)) socket.write(chunk)
  await (status ? socket.answered : socket.flushed())
  await leave(socket, random, 0)
  return socket.status
}

/** Whether a question is still answered on this socket. */
async function isAnswered(socket: HostileSocket): Promise<boolean> {
  let isHeard = false
  const heard = socket.hears((message) => {
    isHeard ||= isContent(message)
    return isHeard
  })
  socket.write(QUESTION)
  await heard
  return isHeard
}

async function leave(socket: HostileSocket, random: Random, code: number): Promise<number> {
  const isStubborn = code !== 0 && upTo(random, 100) < STUBBORN
  if (!isStubborn) socket.hangUp(upTo(random, 2) === 0 ? 'fin' : 'rst')
  await socket.down
  return code
}
