import { untrack } from 'solid-js'
import type { NoteSpot } from '../../shared/document/edits'
import { allClusters, type CanvasView, type ClusterView, type NoteView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { outlineText } from '../text/outline'
import type { Canvas } from '../workshop/contract'

/** What holds notes and can be written into. */
export type Holder = SectionId | ClusterId

/** Where a note is: its holder (null: on the bare canvas), the holder's words, and its neighbours in reading order. */
export type Whereabouts = { holder: Holder | null; words: string; notes: readonly NoteView[]; index: number }

export function whereIs(view: CanvasView, id: NoteId): Whereabouts | undefined {
  for (const { holder, words, notes } of holders(view)) {
    const index = notes.findIndex((note) => note.id === id)
    if (index >= 0) return { holder, words, notes, index }
  }
  return undefined
}

function* holders(view: CanvasView): Generator<Omit<Whereabouts, 'index'>> {
  for (const section of view.sections) yield { holder: section.id, words: outlineText.notSorted, notes: section.notes }
  for (const cluster of allClusters(view)) yield { holder: cluster.id, words: titleOf(cluster), notes: cluster.notes }
  yield { holder: null, words: outlineText.onCanvas, notes: view.loose.notes }
}

/** A holder in words; of a section its own title, not "Not sorted". */
export function holderTitle(view: CanvasView, id: Holder): string | undefined {
  const section = view.sections.find((one) => one.id === id)
  if (section) return section.title.trim() || outlineText.untitledSection
  const cluster = allClusters(view).find((one) => one.id === id)
  return cluster && titleOf(cluster)
}

export function isDeleted({ canvas }: { canvas: Pick<Canvas, 'view' | 'reading'> }, id: NoteId): boolean {
  // followed is whether the bin is another one, not each thing in it
  void canvas.view.bin
  return isBinned(untrack(canvas.reading), id)
}

export function isBinned(view: CanvasView, id: NoteId): boolean {
  return view.bin.some((item) => item.is === 'note' && item.id === id)
}

export function titleOf(cluster: Pick<ClusterView, 'title' | 'kind'>): string {
  return cluster.title.trim() || outlineText.untitled(cluster.kind)
}

/** The first words of a text, to name a button after it. */
export function startOf(text: string, most = 32): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return outlineText.emptyNote
  if (line.length <= most) return line
  const cut = line.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`
}

type Ordered<Id extends string> = readonly { id: Id; at: unknown }[]
type Neighbours<Id extends string> = { after: Id | null; before: Id | null }

/** Between which neighbours an item goes when it moves one up or down; undefined at the end, or among items placed freely. */
export function oneStep<Id extends string>(items: Ordered<Id>, id: Id, by: -1 | 1): Neighbours<Id> | undefined {
  const flowed = items.filter((item) => item.at === null)
  const index = flowed.findIndex((item) => item.id === id)
  if (index < 0 || index + by < 0 || index + by >= flowed.length) return undefined
  const [above, below] = by < 0 ? [index - 2, index - 1] : [index + 1, index + 2]
  return { after: flowed[above]?.id ?? null, before: flowed[below]?.id ?? null }
}

export function noteSpot(holder: Holder, between: Neighbours<NoteId>): NoteSpot {
  return { in: holder, ...between }
}
