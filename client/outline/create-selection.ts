import { type Accessor, createMemo, createSelector, createSignal } from 'solid-js'
import type { Canvas } from '../workshop/contract'
import { NOTHING } from '../workshop/several'
import type { Several } from '../workshop/several-edits'
import { asListed, isShown, type Listed } from './as-listed'
import type { ListFilter } from './create-filter'

type Item = Pick<Listed, 'is' | 'id'>

export type Selection = {
  /** Boxes are shown before the notes, the headings and what was drawn. */
  isOn: Accessor<boolean>
  setOn(on: boolean): void
  /** In reading order; only what is still there and shown, so that nothing unseen is acted on. */
  items: Accessor<Several>
  has(id: string): boolean
  /** `range`: with everything of its kind that is shown between this and the one chosen before it. */
  choose(item: Item, options: { chosen: boolean; range: boolean }): void
  /** All notes; a heading is chosen by itself, since it takes its notes along. */
  all(): void
  clear(): void
}

/** Several items chosen to act on. This person's alone. */
export function createSelection(canvas: Pick<Canvas, 'reading'>, list: ListFilter): Selection {
  const [isOn, setOn] = createSignal(false)
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set())
  const has = createSelector<ReadonlySet<string>, string>(chosen, (id, now) => now.has(id))
  let anchor: Item | undefined
  const items = createMemo(() => {
    const now = chosen()
    if (now.size === 0) return NOTHING
    return severalOf(asListed(canvas.reading()).filter((one) => now.has(one.id) && isShown(list, one)))
  })
  const shownOf = (kind: Item['is']) =>
    asListed(canvas.reading()).flatMap((one) => (one.is === kind && isShown(list, one) ? one.id : []))
  const clear = () => {
    anchor = undefined
    if (chosen().size > 0) setChosen(new Set<string>())
  }
  return {
    isOn,
    setOn(on) {
      clear()
      setOn(on)
    },
    items,
    has,
    choose({ is, id }, { chosen: isChosen, range }) {
      const next = new Set(chosen())
      const many = range && anchor?.is === is ? between(shownOf(is), anchor.id, id) : [id]
      for (const one of many) {
        if (isChosen) next.add(one)
        else next.delete(one)
      }
      anchor = { is, id }
      setChosen(next)
    },
    all: () => void setChosen(new Set(shownOf('note'))),
    clear,
  }
}

function severalOf(listed: readonly Listed[]): Several {
  return {
    notes: listed.flatMap((one) => (one.is === 'note' ? one.id : [])),
    clusters: listed.flatMap((one) => (one.is === 'cluster' ? one.id : [])),
    drawings: listed.flatMap((one) => (one.is === 'drawing' ? one.drawings : [])),
  }
}

function between(all: readonly string[], one: string, other: string): readonly string[] {
  const [from = 0, to = 0] = [all.indexOf(one), all.indexOf(other)].sort((a, b) => a - b)
  return from < 0 ? [other] : all.slice(from, to + 1)
}
