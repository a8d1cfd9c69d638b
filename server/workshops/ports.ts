import type { StageState } from '../../shared/domain/agenda'
import type { WorkshopId } from '../../shared/domain/ids'
import type { JoinLink } from '../../shared/domain/join-link'
import type { Member } from '../../shared/domain/member'
import type { RoomName } from '../../shared/domain/room'
import type { CanvasSummary, WorkshopState } from '../../shared/domain/workshop'

export type Rows = readonly unknown[]

/** Everything a workshop starts with: stored in one transaction, so there is never half a workshop. */
export type NewWorkshop = {
  state: WorkshopState
  template: string
  createdAt: number
  canvases: CanvasSummary[]
  stage: StageState
  members: Member[]
  /** The one who made it, and the session they did it in. */
  founder: { member: Member; sessionHash: string; sessionIsNew: boolean }
  links: JoinLink[]
  documents: { room: RoomName; state: Uint8Array }[]
}

export interface WorkshopStore {
  /** Rejects, and has stored nothing, where a code is another link's already. */
  create(workshop: NewWorkshop): Promise<void>
}

/** The links a workshop starts with; access makes them. */
export interface LinkMaker {
  joinLinks(workshopId: WorkshopId, now: number): JoinLink[]
  returnLink(member: Member & { workshopId: WorkshopId }, now: number): JoinLink
  /** Does it again, with other codes, while one of them is taken. */
  withFreeCodes<T>(makeAndStore: () => Promise<T>): Promise<T>
}
