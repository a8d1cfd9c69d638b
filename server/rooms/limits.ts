import { LIMITS } from '../../shared/protocol/limits'

/** What rooms allow themselves and others. Sizes in bytes, times in milliseconds. */
export type RoomLimits = {
  /** Changes that follow a first one wait this long for each socket in the room, so that one write carries many. */
  windowPerSocket: number
  windowMost: number
  /** Presence goes at least this far apart in a room of fifty; less in smaller ones, more in very large ones. */
  presenceWindow: number
  /** With more than this waiting in a socket, presence is left out. */
  presenceBuffer: number
  /** With more than this waiting in a socket, beside what it asked for itself, it is closed and has to come again. */
  socketBuffer: number
  /** Messages that come in while a room is being opened; past this the socket is not read. */
  queuedBytes: number
  /** Updates that wait for missing ones, per connection. */
  heldBytes: number
  /** Not saved yet, per room; past it the room's writers are not read until the disk has caught up. */
  unsavedBytes: number
  /** The same for all rooms together. */
  unsavedInAll: number
  /** What one connection may send, on average and at once; undefined for load tests. */
  rate: { messagesASecond: number; messagesAtOnce: number; bytesASecond: number; bytesAtOnce: number } | undefined
  connectionsPerRoom: number
  connectionsPerMember: number
  /** A document as a full state; `reserveBytes` of it are for those who tidy up, and for facilitators. */
  documentBytes: number
  reserveBytes: number
  /** Private notes, which have the reserve on top. */
  draftsBytes: number
  /** What one member may bring into one document, once it has become large. */
  shareBytes: number
  /** Characters that a page lets somebody write into one text, and those that a text may have at all. */
  textLength: number
  mostOfText: number
  /** A room with nobody in it is closed after this time. */
  quiet: number
  /** Rooms kept open; beyond it those with nobody in them go, least recently used first. */
  openRooms: number
  /** Updates kept in memory for those who come back with `?from=`. */
  recentBytes: number
  /** A full state is stored once the log has grown by this, or by as much as the last state. */
  compactAfterBytes: number
  compactAfterUpdates: number
  /** ... or after this time in which anything changed, so that an earlier time can be looked at. */
  compactAfter: number
  /** How long a shutdown waits for the disk. */
  shutdown: number
}

export const ROOM_LIMITS: RoomLimits = {
  windowPerSocket: 0.06,
  windowMost: 33,
  presenceWindow: 33,
  presenceBuffer: 256 * 1024,
  socketBuffer: 1024 * 1024,
  queuedBytes: 64 * 1024,
  heldBytes: 1024 * 1024,
  unsavedBytes: 16 * 1024 * 1024,
  unsavedInAll: 64 * 1024 * 1024,
  rate: {
    messagesASecond: 400,
    messagesAtOnce: 4_000,
    bytesASecond: 2 * 1024 * 1024,
    bytesAtOnce: 16 * 1024 * 1024,
  },
  connectionsPerRoom: 1_000,
  connectionsPerMember: 60,
  documentBytes: LIMITS.document,
  reserveBytes: LIMITS.documentReserve,
  draftsBytes: LIMITS.drafts,
  shareBytes: LIMITS.memberShare,
  textLength: LIMITS.note,
  mostOfText: LIMITS.text,
  quiet: 60_000,
  openRooms: 500,
  recentBytes: 256 * 1024,
  compactAfterBytes: 256 * 1024,
  compactAfterUpdates: 2_000,
  compactAfter: 10 * 60_000,
  shutdown: 10_000,
}
