import type { CanvasId, ClusterId, MemberId, SectionId } from './ids'

/** Pages that everybody can be brought to. `canvas` is the board or the list, whichever somebody has open. */
export const SPOTLIGHT_PAGES = ['canvas', 'agreement', 'results', 'record'] as const
export type SpotlightPage = (typeof SPOTLIGHT_PAGES)[number]

/** Where the facilitator wants everybody to look. A new one has a new `at`. */
export type Spotlight = {
  page: SpotlightPage
  canvasId: CanvasId | null
  item: { is: 'section'; id: SectionId } | { is: 'cluster'; id: ClusterId } | null
  /** The item's words when it was pointed at. */
  title: string
  by: MemberId
  at: number
}

/** A sentence on everybody's screen until it is taken down. */
export type Announcement = { text: string; by: MemberId; at: number }
