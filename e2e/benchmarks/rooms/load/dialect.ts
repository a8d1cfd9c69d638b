import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'

/** Ours and @y/websocket-server speak the y-websocket protocol; Hocuspocus puts the document's name before it. */
export type DialectName = 'y-websocket' | 'hocuspocus'

export const SYNC = 0
export const AWARENESS = 1
const AUTH = 2
/** Hocuspocus answers with a sync type of its own. */
const SYNC_REPLY = 4
export const STEP_1 = 0
export const STEP_2 = 1
export const UPDATE = 2

export type Dialect = {
  /** What a client says first, each in a frame of its own. */
  hello(room: string): Uint8Array[]
  sync(room: string, kind: number, bytes: Uint8Array): Uint8Array
  presence(room: string, states: Uint8Array): Uint8Array
  /** Where the message proper begins in a frame from the server. */
  offset(room: string): number
}

const EMPTY_STATE_VECTOR = new Uint8Array([0])

const plain: Dialect = {
  hello: (room) => [plain.sync(room, STEP_1, EMPTY_STATE_VECTOR)],
  sync: (_room, kind, bytes) => message(undefined, SYNC, kind, bytes),
  presence: (_room, states) => message(undefined, AWARENESS, undefined, states),
  offset: () => 0,
}

const named: Dialect = {
  hello: (room) => [credentials(room), named.sync(room, STEP_1, EMPTY_STATE_VECTOR)],
  sync: (room, kind, bytes) => message(room, SYNC, kind, bytes),
  presence: (room, states) => message(room, AWARENESS, undefined, states),
  offset: (room) => Buffer.byteLength(room) + (room.length < 128 ? 1 : 2),
}

export const DIALECTS: Record<DialectName, Dialect> = { 'y-websocket': plain, hocuspocus: named }

export const isSync = (type: number | undefined): boolean => type === SYNC || type === SYNC_REPLY

function message(room: string | undefined, type: number, kind: number | undefined, bytes: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  if (room !== undefined) writeVarString(encoder, room)
  writeVarUint(encoder, type)
  if (kind !== undefined) writeVarUint(encoder, kind)
  writeVarUint8Array(encoder, bytes)
  return toUint8Array(encoder)
}

function credentials(room: string): Uint8Array {
  const encoder = createEncoder()
  writeVarString(encoder, room)
  writeVarUint(encoder, AUTH)
  writeVarUint(encoder, 0)
  writeVarString(encoder, 'nobody asks for it')
  return toUint8Array(encoder)
}
