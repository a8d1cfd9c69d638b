import type { ClusterId, SectionId } from './ids'

/** Where a cluster is: laid out by its section, free (on the canvas or relative to a section), or in the bin. One atomic value. */
export type ClusterPlace =
  | { in: SectionId; order: string }
  | { in: SectionId | null; x: number; y: number }
  | Binned<{ in: SectionId; order: string } | { in: SectionId | null; x: number; y: number }>

/** Where a note is. `in` may also be a cluster, which lays its notes out by itself. */
export type NotePlace =
  | { in: SectionId | ClusterId; order: string }
  | { in: SectionId | null; x: number; y: number }
  | Binned<{ in: SectionId | ClusterId; order: string } | { in: SectionId | null; x: number; y: number }>

/** Deleted, and can be put back to `from`. */
type Binned<From> = { in: 'bin'; from: From; at: number }

export type Place = ClusterPlace | NotePlace
export type LivePlace = Exclude<NotePlace, { in: 'bin' }>

export function isBinned(place: Place): place is Extract<Place, { in: 'bin' }> {
  return place.in === 'bin'
}
