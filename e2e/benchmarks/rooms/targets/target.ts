import type { DialectName } from '../load/dialect'
import type { ServerProcess } from './server-process'

/** One place at which somebody connects: the address below the server's, and the session that goes with it. */
export type Seat = { room: string; path: string; cookie?: string }

/** A document that is there before the measuring begins, with the people who may come into it. */
export type BenchRoom = { seats: Seat[]; state: Uint8Array }

export type Plan = { rooms: number; clientsARoom: number; notes: number }

/** A server to be measured, running, with its documents in it. */
export type Target = {
  name: TargetName
  dialect: DialectName
  server: ServerProcess
  rooms: BenchRoom[]
}

export type TargetName = 'ours' | 'hocuspocus' | 'y-websocket' | 'relay'

export type OpenTarget = (plan: Plan) => Promise<Target>
