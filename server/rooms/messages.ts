import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { MESSAGE, SYNC } from '../../shared/protocol/messages'
import type { RefusalCode } from '../../shared/protocol/refusals'
import type { LogPosition } from './ports'

/** What a client may say on `/sync/<room>`. */
export type ClientMessage =
  /** `isNew`: the client has nothing yet. */
  | { is: 'step1'; stateVector: Uint8Array; isNew: boolean }
  /** Sync step 2 or update: to the server they are the same, and both count as document messages. */
  | { is: 'change'; update: Uint8Array }
  | { is: 'presence'; states: PresenceState[] }
  | { is: 'presence-query' }
  /** Of a type that this server does not know: left alone, so that newer clients can come in. */
  | { is: 'unknown' }

/** One client's state, its JSON still as it came: most states are never looked at. */
export type PresenceState = { client: number; clock: number; json: Uint8Array }

/** Reads one message; undefined for bytes that are none. `bytes` must own its whole buffer. */
export function readMessage(bytes: Uint8Array): ClientMessage | undefined {
  try {
    const decoder = decoding.createDecoder(bytes)
    switch (decoding.readVarUint(decoder)) {
      case MESSAGE.sync:
        return readSync(decoder)
      case MESSAGE.awareness:
        return { is: 'presence', states: readStates(readBytes(decoder)) }
      case MESSAGE.queryAwareness:
        return { is: 'presence-query' }
      default:
        return { is: 'unknown' }
    }
  } catch {
    return undefined
  }
}

/** A second message behind a document message would be lost without a word, so it makes the whole one invalid. */
function readSync(decoder: decoding.Decoder): ClientMessage | undefined {
  const kind = decoding.readVarUint(decoder)
  const bytes = readBytes(decoder)
  if (decoding.hasContent(decoder)) return undefined
  if (kind === SYNC.step1) return { is: 'step1', stateVector: bytes, isNew: Y.decodeStateVector(bytes).size === 0 }
  return kind === SYNC.step2 || kind === SYNC.update ? { is: 'change', update: bytes } : undefined
}

/** Copied, so that what reads past its end meets the end and not the rest of the message. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  return decoding.readVarUint8Array(decoder).slice()
}

function readStates(bytes: Uint8Array): PresenceState[] {
  const decoder = decoding.createDecoder(bytes)
  const states: PresenceState[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    states.push({ client, clock, json: decoding.readVarUint8Array(decoder) })
  }
  return states
}

export const step1 = (stateVector: Uint8Array): Uint8Array => sync(SYNC.step1, stateVector)
export const step2 = (update: Uint8Array): Uint8Array => sync(SYNC.step2, update)
export const updateMessage = (update: Uint8Array): Uint8Array => sync(SYNC.update, update)

function sync(kind: number, bytes: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.sync)
  encoding.writeVarUint(encoder, kind)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export function savedMessage(count: number, { epoch, position }: LogPosition): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.saved)
  encoding.writeVarUint(encoder, count)
  encoding.writeVarString(encoder, `${epoch}:${position}`)
  return encoding.toUint8Array(encoder)
}

export function refusedMessage(count: number, refusal: RefusalCode): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.refused)
  encoding.writeVarUint(encoder, count)
  encoding.writeVarString(encoder, refusal)
  return encoding.toUint8Array(encoder)
}

/** `stream`: a message of another type, deflated. */
export function deflatedMessage(stream: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.of(MESSAGE.deflated), stream])
}

/** What y-protocols has for a no: type 2, "permission denied", and why. */
export function permissionDenied(refusal: RefusalCode): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.auth)
  encoding.writeVarUint(encoder, 0)
  encoding.writeVarString(encoder, refusal)
  return encoding.toUint8Array(encoder)
}

/** An awareness update about nobody: keeps a y-websocket client from closing after 30 s of silence. */
export const KEEP_ALIVE = new Uint8Array([MESSAGE.awareness, 1, 0])

export type PresenceEntry = { client: number; clock: number; state: string }

export function presenceMessage(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder()
  encoding.writeVarUint(inner, entries.length)
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(inner, client)
    encoding.writeVarUint(inner, clock)
    encoding.writeVarString(inner, state)
  }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE.awareness)
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
  return encoding.toUint8Array(encoder)
}
