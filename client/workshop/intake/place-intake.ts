import { allClusters, type CanvasView } from '../../../shared/domain/canvas-view'
import type { ClusterId, SectionId } from '../../../shared/domain/ids'
import type { Side } from '../../../shared/domain/side'
import type { NoteSpot } from '../../../shared/domain/spot'
import { endOf } from '../canvas-spots'
import { folded, type IntakeNote } from './intake'

/** A container on the canvas as people name it. */
type Holder = { id: SectionId | ClusterId; words: string; section: SectionId | null }

export type PlacedNotes = { spot: NoteSpot; words: string; notes: { text: string; side: Side | null }[] }

export type PlacedIntake = {
  groups: PlacedNotes[]
  /** Titles that nothing open has here; their notes go where all others go. */
  unknown: { title: string; count: number }[]
}

export type Placing = {
  view: CanvasView
  /** Where notes go that name no place. */
  spot: NoteSpot
  words: string
  /** For notes that name no side. */
  side: Side | null
  /** Whether notes may go into it. */
  mayHold: (id: SectionId | ClusterId) => boolean
}

/** Sorts notes into the clusters and sections that they name: the cluster says more than the section. */
export function placeIntake(notes: readonly IntakeNote[], placing: Placing): PlacedIntake {
  const { view, spot, words } = placing
  const holders = holdersOf(placing)
  const usual: PlacedNotes = { spot, words, notes: [] }
  const groups = new Map<string | null, PlacedNotes>([[spot.in, usual]])
  const unknown = new Map<string, { title: string; count: number }>()
  for (const note of notes) {
    const holder = holderFor(note, holders)
    const named = note.cluster || note.section
    if (!holder && named !== '')
      unknown.set(folded(named), { title: named, count: (unknown.get(folded(named))?.count ?? 0) + 1 })
    const group = holder
      ? (groups.get(holder.id) ?? { spot: endOf(view, holder.id), words: holder.words, notes: [] })
      : usual
    if (holder) groups.set(holder.id, group)
    group.notes.push({ text: note.text, side: note.side ?? placing.side })
  }
  return {
    groups: [...groups.values()].filter((group) => group.notes.length > 0),
    unknown: [...unknown.values()],
  }
}

type Holders = { sections: Holder[]; clusters: Holder[] }

function holdersOf({ view, mayHold }: Placing): Holders {
  const homes = new Map(view.sections.flatMap(({ id, clusters }) => clusters.map((one) => [one.id, id] as const)))
  return {
    sections: view.sections.map(({ id, title }) => ({ id, words: title, section: id })).filter(({ id }) => mayHold(id)),
    clusters: allClusters(view)
      .map(({ id, title }) => ({ id, words: title, section: homes.get(id) ?? null }))
      .filter(({ id }) => mayHold(id)),
  }
}

/** Of clusters that share a title, the one in the section that is named too, else the first. */
function holderFor(note: IntakeNote, { sections, clusters }: Holders): Holder | undefined {
  const called = (title: string) => (holder: Holder) => title !== '' && folded(holder.words) === folded(title)
  const section = sections.find(called(note.section))
  const named = clusters.filter(called(note.cluster))
  const cluster = named.find((one) => one.section === section?.id) ?? named[0]
  return cluster ?? section ?? clusters.find(called(note.section)) ?? sections.find(called(note.cluster))
}
