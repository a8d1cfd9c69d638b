import { type Accessor, createMemo, createSelector, createSignal } from 'solid-js'
import type { NoteId } from '../../shared/domain/ids'
import type { Canvas } from '../workshop/contract'
import type { ListFilter } from './create-filter'

export type Selection = {
  /** Boxes are shown before the notes. */
  isOn: Accessor<boolean>
  setOn(on: boolean): void
  /** In reading order; only what is still there and shown, so that nothing unseen is acted on. */
  ids: Accessor<readonly NoteId[]>
  has(id: NoteId): boolean
  /** `range`: with everything shown between this and the note chosen before it. */
  choose(id: NoteId, options: { chosen: boolean; range: boolean }): void
  all(): void
  clear(): void
}

/** Several notes chosen to act on. This person's alone. */
export function createSelection(canvas: Canvas, list: ListFilter): Selection {
  const [isOn, setOn] = createSignal(false)
  const [chosen, setChosen] = createSignal<ReadonlySet<NoteId>>(new Set())
  const has = createSelector<ReadonlySet<NoteId>, NoteId>(chosen, (id, now) => now.has(id))
  let anchor: NoteId | undefined
  const ids = createMemo(() => {
    const now = chosen()
    return now.size === 0 ? [] : asListed(canvas).filter((id) => now.has(id) && list.showsNote(id))
  })
  const clear = () => {
    anchor = undefined
    if (chosen().size > 0) setChosen(new Set<NoteId>())
  }
  return {
    isOn,
    setOn(on) {
      clear()
      setOn(on)
    },
    ids,
    has,
    choose(id, { chosen: isChosen, range }) {
      const next = new Set(chosen())
      const many = range && anchor ? between(asListed(canvas), anchor, id).filter(list.showsNote) : [id]
      for (const one of many) {
        if (isChosen) next.add(one)
        else next.delete(one)
      }
      anchor = id
      setChosen(next)
    },
    all: () => void setChosen(new Set(asListed(canvas).filter(list.showsNote))),
    clear,
  }
}

/** As the list shows them: what is not sorted first in each section, then its clusters. */
function asListed({ view }: Canvas): NoteId[] {
  return [...view.sections, view.loose].flatMap((holder) =>
    [holder.notes, ...holder.clusters.map((cluster) => cluster.notes)].flatMap((notes) => notes.map(({ id }) => id)),
  )
}

function between(all: readonly NoteId[], one: NoteId, other: NoteId): NoteId[] {
  const [from = 0, to = 0] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b)
  return from < 0 ? [other] : all.slice(from, to + 1)
}
