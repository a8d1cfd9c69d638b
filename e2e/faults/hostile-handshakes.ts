import { frame } from './hostile-frames'
import { question, update } from './hostile-messages'
import { bytesOf, many, type Random } from './hostile-random'
import { type Door, upgrade } from './hostile-socket'

/** What is sent in place of an upgrade, and the status that answers it; undefined where the client does not wait. */
export type Handshake = { bytes(door: Door, random: Random): (Uint8Array | string)[]; status: RegExp | undefined }

const CLIENT_HELLO = Buffer.from('16030100a5010000a10303', 'hex')
const changed = (headers: Record<string, string>, status: RegExp): Handshake => ({
  bytes: (door) => [upgrade(door, headers)],
  status,
})
const REFUSED = /^HTTP\/1\.1 4\d\d /

export const HANDSHAKES: Record<string, Handshake> = {
  'noise in place of HTTP': { bytes: (_door, random) => [bytesOf(random, 300), '\r\n\r\n'], status: REFUSED },
  'a TLS client': { bytes: (_door, random) => [CLIENT_HELLO, bytesOf(random, 160)], status: REFUSED },
  'frames in place of HTTP': {
    bytes: () => many(10, () => frame({ payload: question(new Uint8Array([0])) })),
    status: REFUSED,
  },
  'a key that is none': changed({ 'Sec-WebSocket-Key': 'short' }, REFUSED),
  'an empty key': changed({ 'Sec-WebSocket-Key': '' }, REFUSED),
  'a version that is none': changed({ 'Sec-WebSocket-Version': '7' }, REFUSED),
  'an extension that cannot be read': changed({ 'Sec-WebSocket-Extensions': 'permessage-deflate; ;;=' }, /./),
  'protocols that are said twice': changed({ 'Sec-WebSocket-Protocol': 'a, a' }, REFUSED),
  'an Origin from elsewhere': changed({ Origin: 'https://elsewhere.example' }, /^HTTP\/1\.1 403 /),
  'another protocol': changed({ Upgrade: 'h2c' }, /^HTTP\/1\.1 (200|404) /),
  'no protocol': changed({ Upgrade: '' }, /^HTTP\/1\.1 \d\d\d /),
  'another method': {
    bytes: (door) => [upgrade(door).replace('GET', 'POST')],
    status: REFUSED,
  },
  'two lengths of a body': changed({ 'Content-Length': '5', 'Transfer-Encoding': 'chunked' }, REFUSED),
  'a path that cannot be read': {
    bytes: (door) => [upgrade({ ...door, path: '/sync/%E0%A4%A' })],
    status: /^HTTP\/1\.1 (101|4\d\d) /,
  },
  'headers of a hundred kilobytes': changed({ 'X-Long': 'x'.repeat(100_000) }, /^HTTP\/1\.1 431 /),
  'half an upgrade': { bytes: (door) => [upgrade(door).slice(0, 60)], status: undefined },
  'another protocol, and gone': { bytes: (door) => [upgrade(door, { Upgrade: 'h2c' })], status: undefined },
  'an upgrade, and gone': { bytes: (door) => [upgrade(door)], status: undefined },
  'thousands of bytes before the answer': {
    bytes: (door, random) => [
      Buffer.concat([
        Buffer.from(upgrade(door)),
        ...many(60, () => frame({ payload: update(bytesOf(random, 900)) })),
        bytesOf(random, 5_000),
      ]),
    ],
    status: /^HTTP\/1\.1 101 /,
  },
  'broken frames before the answer': {
    bytes: (door) => [Buffer.concat([Buffer.from(upgrade(door)), frame({ opcode: 5, isMasked: false })])],
    status: /^HTTP\/1\.1 101 /,
  },
}
