import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { CanvasView, ClusterView, NoteView } from '../../shared/domain/canvas-view'
import type { ClusterId, NoteId, SectionId } from '../../shared/domain/ids'
import { fieldsIn, keep, readKept } from '../ui/kept'
import type { Canvas } from '../workshop/contract'
import { useCanvasNews } from '../workshop/news/create-news'
import { createKeyed, createSteady } from '../workshop/steady'
import { FILTER_PLACES, FILTER_SIDES, type Filter, filterView, isFiltering, NO_FILTER, type Shown } from './filters'

export type ListFilter = {
  filter: Accessor<Filter>
  setFilter(part: Partial<Filter>): void
  isOn: Accessor<boolean>
  /** What passes; undefined while nothing is looked for. */
  shown: Accessor<Shown | undefined>
  /** Tracks. What one is in stays, whatever the filter says. */
  showsNote(id: NoteId): boolean
  showsAnyOf(notes: readonly Pick<NoteView, 'id'>[]): boolean
  showsCluster(cluster: Pick<ClusterView, 'id' | 'notes'>): boolean
  /** `null`: what lies outside the sections. */
  showsSection(id: SectionId | null, holder: Holder): boolean
  /** Focus is in this note or cluster now: held until it goes elsewhere. */
  hold(at: Held): void
}

type Holder = Pick<CanvasView['loose'], 'notes' | 'clusters'>
type Held = { note: string | undefined; cluster: string | undefined }

/** A person's own filter over the list. A reload keeps it, but for the words: those stay in this page's memory. */
export function createFilter(canvas: Canvas): ListFilter {
  const key = `concordat:list-filter:${canvas.id}`
  const [filter, setFilter] = createSignal<Filter>(keptFilter(key))
  const isOn = createMemo(() => isFiltering(filter()))
  const news = useCanvasNews()
  const shown = createMemo(() =>
    isOn() ? filterView(canvas.reading(), filter(), (id) => news?.isChanged(id) ?? false) : undefined,
  )
  const [held, hold] = createSignal<Held>({ note: undefined, cluster: undefined })
  // A row is told when it comes or goes, not whenever somebody looks for something else.
  const isSifted = createSteady(() => shown() !== undefined)
  const passes = createKeyed(() => new Map([...(shown()?.notes ?? [])].map((id) => [id, true] as const)))
  const isHeld = createKeyed(() => new Map(Object.values(held()).map((id) => [id, true] as const)))
  const isHeldCluster = (id: ClusterId) => isHeld(id) === true
  const showsNote = (id: NoteId) => !isSifted() || passes(id) === true || isHeld(id) === true
  const showsAnyOf = (notes: readonly Pick<NoteView, 'id'>[]) => !isSifted() || notes.some(({ id }) => showsNote(id))
  const showsCluster = ({ id, notes }: Pick<ClusterView, 'id' | 'notes'>) =>
    shown()?.clusters.has(id) !== false || isHeldCluster(id) || holdsHeld(notes)
  const holdsHeld = (notes: readonly NoteView[]) => notes.some((note) => note.id === held().note)
  const showsSection = (id: SectionId | null, { notes, clusters }: Holder) => {
    const now = shown()
    if (!now || (id === null ? now.loose : now.sections.has(id))) return true
    return holdsHeld(notes) || clusters.some((one) => one.id === held().cluster || holdsHeld(one.notes))
  }
  return {
    filter,
    setFilter(part) {
      const next = setFilter((now) => ({ ...now, ...part }))
      keepFilter(key, next)
    },
    isOn,
    shown,
    showsNote,
    showsAnyOf,
    showsCluster,
    showsSection,
    hold,
  }
}

function keepFilter(key: string, { place, side, changed }: Filter): void {
  keep('tab', key, JSON.stringify({ place, side, changed }))
}

function keptFilter(key: string): Filter {
  const { place, side, changed } = fieldsIn(readKept('tab', key))
  return {
    ...NO_FILTER,
    place: FILTER_PLACES.find((one) => one === place) ?? 'all',
    side: FILTER_SIDES.find((one) => one === side) ?? 'all',
    changed: changed === true,
  }
}
