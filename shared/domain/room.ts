import type { CanvasId, MemberId, WorkshopId } from './ids'

/** What a room is for; its name on the wire is `<kind>/<id>[/<memberId>]`. */
export type RoomAddress =
  | { kind: 'canvas'; canvasId: CanvasId }
  | { kind: 'agreement'; workshopId: WorkshopId }
  | { kind: 'drafts'; workshopId: WorkshopId; memberId: MemberId }
  | { kind: 'stage'; workshopId: WorkshopId }

export type RoomName = string & { readonly __room: true }

export function roomName(room: RoomAddress): RoomName {
  switch (room.kind) {
    case 'canvas':
      return `canvas/${room.canvasId}` as RoomName
    case 'drafts':
      return `drafts/${room.workshopId}/${room.memberId}` as RoomName
    case 'agreement':
    case 'stage':
      return `${room.kind}/${room.workshopId}` as RoomName
  }
}

const ID = '([0-9a-z]{6,32})'
const PATTERN = new RegExp(`^(?:(canvas|agreement|stage)/${ID}|drafts/${ID}/${ID})$`)

/** Reads a room's name; undefined for anything that is not one. */
export function parseRoomName(name: string): RoomAddress | undefined {
  const match = PATTERN.exec(name)
  if (!match) return undefined
  const [, kind, id, workshopId, memberId] = match
  if (workshopId && memberId)
    return { kind: 'drafts', workshopId: workshopId as WorkshopId, memberId: memberId as MemberId }
  if (kind === 'canvas') return { kind, canvasId: id as CanvasId }
  if (kind === 'agreement' || kind === 'stage') return { kind, workshopId: id as WorkshopId }
  return undefined
}
