import type { ClusterId, SectionId } from './ids'

/**
 * Where to put something. Flowed: between two neighbours as the person saw them (null: none on that side). Free: at x, y
 * on the bare canvas or in a free section.
 */
export type Spot<In extends string> =
  | { in: In; after: string | null; before: string | null }
  | { in: SectionId | null; x: number; y: number }
/** Where something is on free ground: on the bare canvas, or relative to a section that lays nothing out. */
export type FreePlace = { in: SectionId | null; x: number; y: number }
export type NoteSpot = Spot<SectionId | ClusterId>
export type ClusterSpot = Spot<SectionId>
