import * as encoding from 'lib0/encoding'
import { MESSAGE, SYNC } from '../../shared/protocol/messages'

/** Messages of the y-websocket protocol, to be well made or not. */

export const numbers = (...values: number[]): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const value of values) encoding.writeVarUint(encoder, value)
  return encoding.toUint8Array(encoder)
}

const prefixed = (types: number[], bytes: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  for (const type of types) encoding.writeVarUint(encoder, type)
  encoding.writeVarUint8Array(encoder, bytes)
  return encoding.toUint8Array(encoder)
}

export const sync = (kind: number, bytes: Uint8Array): Uint8Array => prefixed([MESSAGE.sync, kind], bytes)
export const update = (bytes: Uint8Array): Uint8Array => sync(SYNC.update, bytes)
export const question = (stateVector: Uint8Array): Uint8Array => sync(SYNC.step1, stateVector)

export type PresenceShape = { client: number; clock: number; state: string }

export function presence(states: readonly PresenceShape[], count = states.length): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, count)
  for (const { client, clock, state } of states) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, state)
  }
  return prefixed([MESSAGE.awareness], encoding.toUint8Array(encoder))
}

export const isContent = (message: Uint8Array): boolean => message[0] === MESSAGE.sync && message[1] === SYNC.step2
