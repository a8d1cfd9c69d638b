import type { NoteView } from '../domain/canvas-view'
import type { NoteId, SectionId } from '../domain/ids'
import { around, type LayoutPart, type NoteBox } from './boxes'
import { boxesAt, type LaidCluster } from './layout-cluster'
import { remembered } from './remembered'

/** So many places of one thing are remembered: where it is, and where it was before. */
const PLACES = 2

/** A cluster with its notes where it stands. The same object as long as it is the same cluster at the same place. */
export const clusterPart = remembered(placeCluster, PLACES)

function placeCluster(laid: LaidCluster, x: number, y: number, section: SectionId | ''): LayoutPart {
  const { cluster, notes } = boxesAt(laid, { x, y }, section === '' ? null : section)
  return { cluster, notes: byId(notes), of: laid.cluster.notes, bounds: around([cluster, ...notes]) }
}

type Corner = { x: number; y: number }
/** Notes in no cluster, with the corner that their container has on the canvas still to be added. */
export type LooseNotes = { of: readonly NoteView[]; boxes: readonly NoteBox[] }

export const loosePart = remembered(placeLoose, PLACES)

function placeLoose(loose: LooseNotes, x: number, y: number): LayoutPart {
  const notes = loose.boxes.map((note) => shifted(note, { x, y }))
  return { cluster: null, notes: byId(notes), of: loose.of, bounds: around(notes) }
}

function byId(notes: readonly NoteBox[]): ReadonlyMap<NoteId, NoteBox> {
  return new Map(notes.map((note) => [note.id, note]))
}

export function shifted<Box extends Corner>(box: Box, by: Corner): Box {
  return { ...box, x: box.x + by.x, y: box.y + by.y }
}
