import { allNotes, answersTo, type CanvasView, type ClusterView, type NoteView } from '../../shared/domain/canvas-view'
import { CLUSTER_KINDS, type ClusterKind } from '../../shared/domain/cluster'
import { folded } from '../../shared/domain/find-items'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { SIDES, type Side } from '../../shared/domain/side'

/** Where notes have to lie to be shown. `unanswered`: in a barrier that no proposal answers. */
export type FilterPlace = 'all' | 'unsorted' | 'unanswered' | ClusterKind
export type FilterSide = 'all' | Side | 'none'

/** What a person looks for in the list: theirs alone, and nothing that others see. */
export type Filter = { words: string; place: FilterPlace; side: FilterSide; changed: boolean }

export const NO_FILTER: Filter = { words: '', place: 'all', side: 'all', changed: false }
export const FILTER_PLACES: readonly FilterPlace[] = ['all', 'unsorted', 'unanswered', ...CLUSTER_KINDS]
export const FILTER_SIDES: readonly FilterSide[] = ['all', ...SIDES, 'none']

/** What passes; everything else is hidden, not gone. */
export type Shown = {
  notes: ReadonlySet<NoteId>
  clusters: ReadonlySet<ClusterId>
  sections: ReadonlySet<SectionId>
  loose: boolean
  of: number
}

/** Whether somebody else changed a note since this person looked. */
export type IsNews = (id: NoteId) => boolean

export function isFiltering({ words, place, side, changed }: Filter): boolean {
  return words.trim() !== '' || place !== 'all' || side !== 'all' || changed
}

/** What passes a filter, read once for the whole canvas. Capitals and accents make no difference, as on the board. */
export function filterView(view: CanvasView, filter: Filter, isNews: IsNews): Shown {
  const notes = new Set<NoteId>()
  const clusters = new Set<ClusterId>()
  const sections = new Set<SectionId>()
  const holds = wordsTest(filter.words)
  const passes = (note: NoteView) =>
    (filter.side === 'all' || (note.side ?? 'none') === filter.side) && (!filter.changed || isNews(note.id))
  const byNote = filter.side !== 'all' || filter.changed
  const look = (holder: { notes: readonly NoteView[]; clusters: readonly ClusterView[] }) => {
    let any = false
    const take = (note: NoteView, isNamed: boolean) => {
      if (!passes(note) || !(isNamed || holds(note, note.text))) return false
      notes.add(note.id)
      any = true
      return true
    }
    if (filter.place === 'all' || filter.place === 'unsorted') for (const note of holder.notes) take(note, false)
    for (const cluster of holder.clusters) {
      if (!isPlace(view, cluster, filter.place)) continue
      const isNamed = holds(cluster, cluster.title)
      let hasOne = false
      for (const note of cluster.notes) hasOne = take(note, isNamed) || hasOne
      // A heading that is looked for is shown without notes too, but not when only notes were asked for.
      if (!hasOne && (byNote || !isNamed)) continue
      clusters.add(cluster.id)
      any = true
    }
    return any
  }
  for (const section of view.sections) if (look(section)) sections.add(section.id)
  const loose = look(view.loose)
  return { notes, clusters, sections, loose, of: allNotes(view).length }
}

function isPlace(view: CanvasView, cluster: ClusterView, place: FilterPlace): boolean {
  if (place === 'all') return true
  if (place === 'unanswered') return cluster.kind === 'barrier' && answersTo(view, cluster.id).length === 0
  return cluster.kind === place
}

/** Readings share what did not change, so its folded words are kept with it: a letter more costs no second folding. */
const foldedOf = new WeakMap<object, string>()

function wordsTest(words: string): (item: object, text: string) => boolean {
  const sought = folded(words).split(/\s+/).filter(Boolean)
  return (item, text) => {
    if (sought.length === 0) return true
    const plain = foldedOf.get(item) ?? folded(text)
    foldedOf.set(item, plain)
    return sought.every((word) => plain.includes(word))
  }
}
