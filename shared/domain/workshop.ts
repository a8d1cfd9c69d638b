import type { CanvasId, WorkshopId } from './ids'
import type { Side, SideNames } from './side'

export const ATTRIBUTIONS = ['named', 'safe-space'] as const
export type Attribution = (typeof ATTRIBUTIONS)[number]

export const BANNERS = ['none', 'official', 'official-sensitive'] as const
export type Banner = (typeof BANNERS)[number]

export type ExpectedOrganisation = { name: string; side: Side }

/** What the workshop is about, as read once after joining and one click away everywhere. */
export type Brief = {
  title: string
  purpose: string
  fixed: string
  open: string
  unknown: string
  /** The organisation that runs the workshop and holds its record, and how to reach it. */
  runBy: string
  contact: string
}

export type CanvasSummary = { id: CanvasId; title: string }

/** Everything about a workshop that every member may see and that only the server changes. */
export type WorkshopState = Brief & {
  id: WorkshopId
  attribution: Attribution
  banner: Banner
  sides: SideNames
  expected: ExpectedOrganisation[]
  canvases: CanvasSummary[]
  door: 'open' | 'closed'
  locked: boolean
  /** Others’ pointers on the board: with very many people they are more in the way than they help. */
  cursors: 'shown' | 'hidden'
  endedAt: number | null
  /** How many people wait at the closed door. */
  waiting: number
}
